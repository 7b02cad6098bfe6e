import type { Finding } from '../core/findings/finding';
import { cellPlaces, placeKey } from '../core/grid/place';
import type { Write } from '../core/fix/fix';
import type { Recalculated } from '../core/formulas/compute/recalculate';
import type { CheckResult } from './check-workbook';

/** What would become of a check if a fix were applied. */
export interface FixPreview {
  readonly writes: readonly Write[];
  /** Formulas that would give another result. */
  readonly results: readonly Recalculated[];
  /** Findings that would be gone, and those that would be new. */
  readonly gone: readonly Finding[];
  readonly come: readonly Finding[];
}

export function previewOf(
  before: CheckResult,
  after: CheckResult,
  writes: readonly Write[],
  results: readonly Recalculated[],
): FixPreview {
  const [was, is] = [allOf(before.outcome.findings), allOf(after.outcome.findings)];
  return { writes, results, gone: without(was, is), come: without(is, was) };
}

/** The findings, and those that are folded under them. */
export function allOf(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...finding.folded]);
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const prints = new Set(others.map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !prints.has(fingerprint));
}

/**
 * A fix does its work where its finding is gone, fewer errors are left than before, and none that is new speaks of
 * the cells that it wrote: what was broken elsewhere may be told from another side once one cause of it is gone.
 */
export function mends({ writes, gone, come }: FixPreview, { fingerprint }: Finding): boolean {
  const errors = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error');
  const written = new Set(writes.map(({ at }) => placeKey(at)));
  return (
    gone.some((finding) => finding.fingerprint === fingerprint) &&
    errors(come).length <= Math.max(0, errors(gone).length - 1) &&
    !errors(come).some(({ at, against }) => cellPlaces([...at, ...against]).some((cell) => written.has(placeKey(cell))))
  );
}
