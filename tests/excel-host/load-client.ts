import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bridgeTo } from './bridge';
import type { SimulatedExcel } from './simulated-excel';

export type ClientLibrary = 'excel-win32-16.01.js' | 'excel-web-16.00.js' | 'excel-mac-16.00.js';

interface BridgedOfficeExtension {
  readonly HostBridge: { init(bridge: unknown): void };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

let loaded: ClientLibrary | undefined;

/** What a library leaves in the global scope; the next one does not start over what is there. */
const GLOBALS = [
  'OSF',
  'Office',
  'OfficeExt',
  'Excel',
  'OfficeExtension',
  'OfficeCore',
  'OfficeRuntime',
  'OfficeExtensionBatch',
  'Microsoft',
];

/**
 * Runs Microsoft's unmodified client library in this very realm (it compares prototypes, so another
 * `vm` context does not do) and connects it to the simulated Excel. Afterwards `Excel.run` works.
 */
export function connectClient(excel: SimulatedExcel, library: ClientLibrary = 'excel-win32-16.01.js'): void {
  if (loaded !== library) load(library);
  loaded = library;
  const scope = globalThis as unknown as { Office: object; OfficeExtension: BridgedOfficeExtension };
  const requirements = { isSetSupported: (set: string, version?: string | number) => excel.supports(set, version) };
  scope.Office = {
    ...scope.Office,
    context: { requirements, platform: 'PC', host: 'Excel', displayLanguage: 'zh-CN' },
  };
  // The library asks this copy of the switch but sets another one, so without it nothing is gated.
  scope.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  scope.OfficeExtension.HostBridge.init(bridgeTo(excel));
}

function load(library: ClientLibrary): void {
  for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
  const location = { href: 'http://localhost/', protocol: 'http:', search: '', hash: '', host: 'localhost' };
  define('window', globalThis);
  define('self', globalThis);
  define('top', globalThis);
  define('location', location);
  define('navigator', { userAgent: 'node', language: 'zh-CN' });
  define('document', {
    createElement: () => ({}),
    getElementsByTagName: () => [],
    addEventListener: () => undefined,
    URL: location.href,
    location,
  });
  define('addEventListener', () => undefined);
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const folder = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  // Indirect eval: the script runs in the global scope, as a page would run it.
  (0, eval)(readFileSync(path.join(folder, library), 'utf8'));
}

function define(name: string, value: unknown): void {
  if (name in globalThis) return;
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
