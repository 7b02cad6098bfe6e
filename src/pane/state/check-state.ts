import type { CheckReport } from '../../app/check-report';

export interface CheckState {
  readonly report: CheckReport;
  /** `partial`: still running; `cancelled`: the user ended it; only a complete one is written. */
  readonly extent: 'partial' | 'cancelled' | 'complete';
  /** Fingerprint of the finding that the keyboard is on. */
  readonly current?: string;
  /** Fingerprint of the finding that is explained. */
  readonly explained?: string;
  /** Findings that the user has gone to or had explained. */
  readonly seen: ReadonlySet<string>;
  /** What is otherwise than in the check before; absent: there was none. */
  readonly since?: Since;
}

/** Two checks of one workbook compared. */
export interface Since {
  /** Of this visit, or of the last time that the workbook was checked in this browser. */
  readonly before: 'now' | 'lastTime';
  readonly mended: number;
  /** Fingerprints of the findings that are new. */
  readonly fresh: ReadonlySet<string>;
}

/** A new list; what was looked at in the one before is the same finding where its fingerprint is. */
export function checkState(
  before: CheckState | undefined,
  report: CheckReport,
  extent: CheckState['extent'],
  lastTime?: readonly string[],
): CheckState {
  const prints = printsOf(report);
  const known = new Set(prints);
  const { explained } = before ?? {};
  const current = before && currentIn(before, prints);
  const since = sinceBefore(before, prints, lastTime);
  return {
    report,
    extent,
    ...(current === undefined ? {} : { current }),
    ...(explained !== undefined && known.has(explained) ? { explained } : {}),
    seen: new Set([...(before?.seen ?? [])].filter((print) => known.has(print))),
    ...(extent === 'complete' && since ? { since } : {}),
  };
}

function printsOf({ findings }: CheckReport): string[] {
  return findings.map(({ finding }) => finding.fingerprint);
}

/** Where the finding that the keyboard was on is gone, the one that stands in its place. */
function currentIn({ current, report }: CheckState, prints: readonly string[]): string | undefined {
  if (current === undefined || prints.includes(current)) return current;
  const at = printsOf(report).indexOf(current);
  return prints[Math.min(at, prints.length - 1)];
}

function sinceBefore(
  before: CheckState | undefined,
  prints: readonly string[],
  lastTime: readonly string[] | undefined,
): Since | undefined {
  const complete = before?.extent === 'complete';
  const old = complete ? printsOf(before.report) : lastTime;
  if (!old) return undefined;
  const [was, is] = [new Set(old), new Set(prints)];
  return {
    before: complete ? 'now' : 'lastTime',
    mended: old.filter((print) => !is.has(print)).length,
    fresh: new Set(prints.filter((print) => !was.has(print))),
  };
}
