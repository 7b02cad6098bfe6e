import { HostError } from '../host';

/** office.js never says that it failed to load, so it gets this long to say that it did. */
const PATIENCE_MS = 3000;

/** Resolves once office.js runs inside Excel; rejects with `officeUnavailable` anywhere else. */
export async function officeReady(patience = PATIENCE_MS): Promise<void> {
  // Outside of an add-in, or when the script could not be fetched, there is no such global.
  if (typeof Office === 'undefined') throw new HostError('officeUnavailable');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostError('officeUnavailable', 'timeout')), patience);
  });
  try {
    const { host } = await Promise.race([Office.onReady(), late]);
    // In an ordinary browser office.js gets ready too, without a host.
    if (host !== Office.HostType.Excel) throw new HostError('officeUnavailable', String(host ?? ''));
  } finally {
    clearTimeout(timer);
  }
}
