import { z } from 'zod';
import type { Finding } from '../../core/findings/finding';
import { readable, type KeptKind } from './kind';

/** The fingerprints of a workbook's last check; kept by the browser, for the workbook itself is not to change. */
export const LAST_CHECK: KeptKind<readonly string[]> = {
  name: 'lastCheck',
  version: 1,
  read: (value) => readable(value, (one) => z.string().min(1).parse(one)),
};

/** What became of the last check's findings: new ones, mended ones, and those that still stand. */
export interface SinceLastCheck {
  readonly fresh: readonly Finding[];
  readonly still: readonly Finding[];
  /** Fingerprints that are gone. */
  readonly mended: readonly string[];
}

export function sinceLastCheck(last: readonly string[], now: readonly Finding[]): SinceLastCheck {
  const before = new Set(last);
  const prints = new Set(now.map(({ fingerprint }) => fingerprint));
  return {
    fresh: now.filter(({ fingerprint }) => !before.has(fingerprint)),
    still: now.filter(({ fingerprint }) => before.has(fingerprint)),
    mended: last.filter((fingerprint) => !prints.has(fingerprint)),
  };
}
