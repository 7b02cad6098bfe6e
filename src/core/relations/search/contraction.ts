import type { AxisView } from './axis-view';
import type { Judged, Selection } from './selection';
import { weighSum } from './sum-evidence';

/**
 * A grand total over leaves whose subtotals were found later reads over the subtotals: each level
 * once. Kept only when it holds in as many lines.
 */
export function contractTotals(view: AxisView, selection: Selection): void {
  const sums = selection.accepted.filter((j) => j.candidate.op === 'sum');
  const byPart = new Map<number, Judged[]>();
  for (const sum of sums) {
    for (const part of sum.candidate.parts) {
      const list = byPart.get(part);
      if (list) list.push(sum);
      else byPart.set(part, [sum]);
    }
  }
  for (const sum of sums) {
    const inner = innermost(sum, byPart);
    // A plain run beside its total is how people write it, even when "of which" lines follow below.
    if (!inner || sum.candidate.family === 'run') continue;
    const replaced = new Set(inner.candidate.parts);
    const parts = Array.from(sum.candidate.parts).filter((part) => !replaced.has(part));
    parts.push(inner.candidate.target);
    parts.sort((a, b) => a - b);
    const candidate = { ...sum.candidate, parts: Int32Array.from(parts) };
    const evidence = weighSum(view, 'sum', candidate.target, candidate.parts);
    if (!evidence || evidence.hold + evidence.trivial < sum.evidence.hold + sum.evidence.trivial) continue;
    selection.replace(sum, { ...sum, candidate, evidence });
  }
}

/** A sum whose parts are all among those of another, while its target is not. */
function innermost({ candidate }: Judged, byPart: ReadonlyMap<number, readonly Judged[]>): Judged | undefined {
  const parts = new Set(candidate.parts);
  const shared = new Map<Judged, number>();
  for (const part of candidate.parts) {
    for (const other of byPart.get(part) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  for (const [other, count] of shared) {
    const inner = other.candidate;
    if (inner.target === candidate.target || parts.has(inner.target)) continue;
    if (inner.parts.length < candidate.parts.length && count === inner.parts.length) return other;
  }
  return undefined;
}
