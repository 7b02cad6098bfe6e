import { HostError } from '../host';
import { hostError } from './faults';

/** One conversation with Excel; every trip of ours goes through {@link sync}. */
export class Session {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly signal: AbortSignal | undefined,
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /** Sends what is queued. A cancelled session rejects at once, whatever Excel is waiting for. */
  async sync(): Promise<void> {
    const { signal } = this;
    if (!signal) return this.context.sync();
    if (signal.aborted) throw new HostError('cancelled');
    let stop = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      stop = () => reject(new HostError('cancelled'));
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      await Promise.race([this.context.sync(), cancelled]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Runs `work` in Excel; its errors come out as {@link HostError} where the user can be told. */
export async function inExcel<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    // With the delay, Excel waits until the user has left a cell. Versions without it refuse instead.
    return await Excel.run({ delayForCellEdit: true }, (context) => work(new Session(context, signal)));
  } catch (error) {
    throw hostError(error);
  }
}

/** Both last until the next trip only, so a pane that dies leaves nothing suspended. */
export function quietly({ workbook: { application } }: Session): void {
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
}
