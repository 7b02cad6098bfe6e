import { HostError } from '../host';

/** After this the user is told that the pane waits: office.js may still come, and never says that it failed. */
const PATIENCE_MS = 3000;

/** As in the manifest: getCellProperties, RangeAreas, PageLayout. */
const LEAST_EXCEL_API = '1.9';

/**
 * Resolves once office.js runs inside Excel, however long that takes: its own files come over a slow network, too.
 * Rejects with `officeUnavailable` where it cannot, and with `excelTooOld` in an Excel that lacks what is needed.
 */
export async function officeReady(): Promise<void> {
  // Outside of an add-in, or when the script could not be fetched, there is no such global.
  if (typeof Office === 'undefined') throw new HostError('officeUnavailable');
  const { host } = await Office.onReady();
  // In an ordinary browser office.js gets ready too, without a host.
  if (host !== Office.HostType.Excel) throw new HostError('officeUnavailable', String(host ?? ''));
  // The manifest asks for it, but not every way to the desk reads that.
  if (!Office.context.requirements.isSetSupported('ExcelApi', LEAST_EXCEL_API)) throw new HostError('excelTooOld');
}

/** Whether something is still waited for after a while; what rejects is not. */
export async function isSlow(ready: Promise<unknown>, patience = PATIENCE_MS): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(true), patience)));
  const settled = ready.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
