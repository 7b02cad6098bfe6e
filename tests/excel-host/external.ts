import type { SimulatedExcel } from './simulated-excel';

export interface ExternalOptions {
  readonly locale?: string;
  readonly documentUrl?: string;
}

type EventHandler = (id: number, entries: unknown) => void;

type Callback = (result: unknown) => void;

/** Dispatch id of a RichApi request among the calls of the desktop host. */
const PROCESS_QUERY = 93;
const OK = 0;
/** Dispatch id of the events that carry messages of the object model. */
const RICH_API_EVENT = 33;
/** Code of office.js for "the user is typing into a cell". */
const CELL_EDIT = 5004;
const NOT_SUPPORTED = 5001;

/**
 * Emulates the COM object that Excel for Windows exposes to its web view as `window.external`, so that
 * the unmodified office.js of a page boots by itself. Call it before office.js is loaded.
 */
export function installExternal(window: Window, excel: SimulatedExcel, options: ExternalOptions = {}): void {
  const locale = options.locale ?? 'zh-CN';
  const context = contextOf(excel, locale, options.documentUrl ?? `C:\\sim\\${excel.workbook.fileName}`);
  const external: Record<string, unknown> = {
    // `disableLogging`: otherwise office.js would load its telemetry.
    GetHostInfo: () => `Excel$Win32$16.01$${locale}$$$disableLogging$0`,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (id: number, parameters: readonly unknown[], callback: Callback) => {
      if (id !== PROCESS_QUERY) {
        setTimeout(() => callback(safeArray([NOT_SUPPORTED])), 0);
        return;
      }
      const { body, flags } = request(parameters[0]);
      void excel.exchange(body, flags).then(
        (answer) => callback(safeArray(answer.kind === 'answer' ? [OK, 200, [], answer.body] : [CELL_EDIT])),
        (defect: unknown) => {
          console.error('simulated Excel', defect);
          callback(safeArray([NOT_SUPPORTED]));
        },
      );
    },
    RegisterEvent: (id: number, _target: string, handler: EventHandler, callback: Callback) => {
      if (id === RICH_API_EVENT)
        excel.onEvent = ({ messageCategory, messageType, targetId, message }) =>
          setTimeout(
            () =>
              handler(id, safeArray([safeArray([messageCategory, messageType, targetId, message, 'event', false])])),
            0,
          );
      setTimeout(() => callback(OK), 0);
    },
    UnregisterEvent: (_id: number, _target: string, callback: Callback) => void setTimeout(() => callback(OK), 0),
  };
  for (const [name, value] of Object.entries(external)) {
    Object.defineProperty(window.external, name, { value, configurable: true, writable: true });
  }
}

/** As office.js packs it: `[customData, method, path, headers, body, permission, flags]`. */
function request(packed: unknown): { readonly body: string; readonly flags: number } {
  const parts: readonly unknown[] = Array.isArray(packed) ? packed : [];
  return { body: String(parts[4]), flags: Number(parts[6]) };
}

/** A COM safe array, as far as office.js looks. */
function safeArray(items: readonly unknown[]): unknown {
  return { toArray: () => items, dimensions: () => 1 };
}

function contextOf(excel: SimulatedExcel, locale: string, documentUrl: string): Record<string, unknown> {
  const constants: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: 'simulated',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: documentUrl,
    GetAppCapabilities: 1,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: 'simulated',
    GetInstanceId: 'simulated-1',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(excel.requirementSets),
    GetHostCustomMessage: undefined,
    GetHostFullVersion: '16.0.14332.20000',
    GetInitialDisplayMode: 0,
    GetSettings: {
      Read: () => undefined,
      Write: (_keys: unknown, _values: unknown, callback?: Callback) => callback?.(OK),
    },
    GetOfficeThemeInfo: JSON.stringify({
      primaryFontColor: '#000000',
      primaryBackgroundColor: '#ffffff',
      secondaryFontColor: '#000000',
      secondaryBackgroundColor: '#f3f2f1',
    }),
  };
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, () => value]));
}
