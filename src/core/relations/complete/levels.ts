import type { Judged } from '../choose/judged';
import type { Selection } from '../choose/selection';
import { withParts } from '../propose/candidates';
import type { AxisView } from '../view/axis-view';
import { type SumEvidence, weighSum } from '../weigh/sum-evidence';

/**
 * A grand total over leaves whose subtotal was found later reads over the subtotal: each level once. Where a leaf is
 * wrong, it is then the subtotal that is broken and not the grand total as well.
 */
export function readLevelByLevel(view: AxisView, selection: Selection): void {
  const sums = selection.accepted.filter(({ candidate }) => candidate.op === 'sum');
  const byFirst = new Map<number, Judged[]>();
  for (const sum of sums) {
    const first = sum.candidate.parts[0] ?? -1;
    byFirst.set(first, [...(byFirst.get(first) ?? []), sum]);
  }
  for (const sum of sums) {
    const inner = innermost(sum, byFirst);
    const shorter = inner && over(view, sum, inner);
    if (!shorter) continue;
    // A plain run beside its total is how people write it, unless it fails where the levels do not.
    if (sum.candidate.family === 'run' && (failures(sum.evidence) === 0 || failures(shorter.evidence) > 0)) continue;
    selection.replace(sum, shorter);
  }
}

/** The sum over a subtotal instead of its parts, if it holds in as many lines. */
function over(view: AxisView, sum: Judged, inner: Judged): Judged | undefined {
  const replaced = new Set(inner.candidate.parts);
  const rest = Array.from(sum.candidate.parts).filter((part) => !replaced.has(part));
  const parts = Int32Array.from([...rest, inner.candidate.target]).sort();
  const evidence = weighSum(view, 'sum', sum.candidate.target, parts);
  if (!evidence || evidence.hold + evidence.trivial < sum.evidence.hold + sum.evidence.trivial) return undefined;
  return { ...sum, candidate: withParts(sum.candidate, parts), evidence };
}

/** A sum whose parts are all among those of another, while its target is not; `byFirst`: sums by their first part. */
function innermost({ candidate }: Judged, byFirst: ReadonlyMap<number, readonly Judged[]>): Judged | undefined {
  const parts = new Set(candidate.parts);
  for (const part of candidate.parts) {
    const found = byFirst
      .get(part)
      ?.find(
        ({ candidate: inner }) =>
          inner.target !== candidate.target &&
          inner.parts.length < candidate.parts.length &&
          !parts.has(inner.target) &&
          inner.parts.every((other) => parts.has(other)),
      );
    if (found) return found;
  }
  return undefined;
}

function failures({ fail, near, soft }: SumEvidence): number {
  return fail + near + soft;
}
