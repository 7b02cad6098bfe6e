import { LABELS, SECTIONS } from '../weights';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import { type Candidate, makeCandidate } from '../propose/candidates';
import { isDifference } from '../weigh/label-bits';
import type { Selection } from '../choose/selection';
import { weighSum } from '../weigh/sum-evidence';

/**
 * A section of zeros, or of a single figure, proves nothing by itself. Where the table's other totals
 * are those of their whole sections, and none is not, its total is one as well.
 */
export function acceptSectionTotals(view: AxisView, selection: Selection): void {
  const hidden = new Set<number>();
  for (let i = 0; i < view.size; i++) if (isTotal(view, i) || selection.sumsOf(i).length > 0) hidden.add(i);
  for (const direction of [-1, 1] as const) {
    const empty: Candidate[] = [];
    let proved = 0;
    let refuted = 0;
    for (let target = 0; target < view.size; target++) {
      if (!isTotal(view, target)) continue;
      const parts = sectionBeside(view, target, direction, hidden);
      if (parts.length === 0) continue;
      const known = selection.sumsOf(target).filter(({ candidate }) => !isDifference(view, candidate));
      if (known.length > 0) {
        if (known.some((k) => sameParts(k.candidate.parts, parts))) proved++;
        continue;
      }
      const evidence = weighSum(view, 'sum', target, parts);
      if (!evidence || evidence.fail + evidence.near + evidence.soft > 0) refuted++;
      else if (evidence.trivial >= SECTIONS.trivial) empty.push(makeCandidate('sum', target, parts, 'run', 1));
    }
    if (proved < SECTIONS.proved && (proved === 0 || refuted > 0)) continue;
    if (proved < refuted) continue;
    for (const candidate of empty) selection.acceptOutright(candidate, LABELS.total);
  }
}

function isTotal(view: AxisView, i: number): boolean {
  return ((view.words[i] ?? 0) & Word.total) !== 0;
}

/** The lines beside a total up to a blank line or another total. */
function sectionBeside(
  { size, sheetLine }: AxisView,
  target: number,
  direction: 1 | -1,
  hidden: ReadonlySet<number>,
): Int32Array {
  const parts: number[] = [];
  for (let i = target + direction; i >= 0 && i < size && parts.length < SECTIONS.longest; i += direction) {
    const gap = Math.abs((sheetLine[i] ?? 0) - (sheetLine[i - direction] ?? 0)) > 1;
    if (hidden.has(i) || (gap && parts.length > 0)) break;
    parts.push(i);
  }
  return Int32Array.from(parts).sort();
}

function sameParts(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((part, k) => part === b[k]);
}
