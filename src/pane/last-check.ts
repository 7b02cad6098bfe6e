import type { CheckReport } from '../app/check-report';
import { fromKept, toKeep } from '../app/kept/kind';
import type { Store } from '../hosts/host';

/** What reads it checks it with a library that the first picture does not need. */
const kept = () => import(/* webpackChunkName: "kept" */ '../app/kept/last-check');

/**
 * Keeps what was found in a workbook; gives the fingerprints of the check before, where the browser still has them. A
 * browser that keeps nothing compares with nothing.
 */
export async function exchangeLastCheck(
  store: Store,
  workbook: string,
  { findings }: CheckReport,
): Promise<readonly string[] | undefined> {
  try {
    const { LAST_CHECK } = await kept();
    const key = `${LAST_CHECK.name}:${workbook}`;
    const before = await store.get(key);
    const now = findings.map(({ finding }) => finding.fingerprint);
    await store.set(key, toKeep(LAST_CHECK, now));
    return before === undefined ? undefined : fromKept(LAST_CHECK, before);
  } catch {
    return undefined;
  }
}
