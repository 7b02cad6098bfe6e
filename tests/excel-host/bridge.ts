import type { SimulatedExcel } from './simulated-excel';

/** What `OfficeExtension.HostBridge.init` takes. */
export interface NativeBridge {
  onMessageFromHost: ((message: string) => void) | null;
  sendMessageToHost(message: string): void;
}

interface Envelope {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

/** Connects Microsoft's client library in this realm to the simulated Excel, JSON text both ways. */
export function bridgeTo(excel: SimulatedExcel): NativeBridge {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as Envelope;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      void excel.exchange(body, flags).then(
        (answer) => {
          if (answer.kind === 'answer') reply(200, answer.body);
          else reply(400, error('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'));
        },
        // A defect of the simulation: the add-in must fail loudly, and with its text.
        (defect: unknown) =>
          reply(500, error('SimulationDefect', String(defect instanceof Error ? defect.stack : defect))),
      );
      const reply = (statusCode: number, answer: string): void =>
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body: answer } }));
    },
  };
  excel.onEvent = (event) =>
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [{ ...event, id: '' }] } }));
  return bridge;
}

function error(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}
