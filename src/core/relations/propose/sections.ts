import { SECTIONS, SIZES } from '../weights';
import { NOISE } from '../noise';
import type { AxisView } from '../view/axis-view';
import type { Judged } from '../choose/judged';
import { makeCandidate, sequence, type Candidate } from './candidates';

/**
 * Totals as those of whole sections: by age, by sex, by region, one below the other, each with all of the total. That its
 * bounds are those of a section tells as much as many places to look in cost.
 */
export function wholeSections(view: AxisView, accepted: readonly Judged[]): Candidate[] {
  if (view.size > SIZES.runs) return [];
  // Parts that have a total of their own make up no other.
  const owned = new Set(accepted.flatMap(({ candidate }) => (candidate.op === 'sum' ? [boundsOf(candidate)] : [])));
  const sections = sectionsOf(view);
  if (sections.length < 2) return [];
  const found: Candidate[] = [];
  for (const { first, last } of sections) {
    if (owned.has(`${first}-${last}`)) continue;
    const sums = sumsOver(view, first, last);
    for (let target = 0; target < view.size; target++) {
      if (target >= first && target <= last) continue;
      if (comesOut(view, target, sums)) found.push(makeCandidate('sum', target, sequence(first, last), 'section', 0));
    }
  }
  return found;
}

function boundsOf({ parts }: Candidate): string {
  return `${parts[0] ?? -1}-${parts.at(-1) ?? -1}`;
}

interface Section {
  readonly first: number;
  readonly last: number;
}

/** Lines without a blank one, or a heading, between them. */
function sectionsOf({ size, sheetLine }: AxisView): Section[] {
  const sections: Section[] = [];
  for (let first = 0, i = 1; i <= size; i++) {
    if (i < size && (sheetLine[i] ?? 0) - (sheetLine[i - 1] ?? 0) === 1) continue;
    if (i - first >= 2 && i - first <= SECTIONS.longest) sections.push({ first, last: i - 1 });
    first = i;
  }
  return sections;
}

interface SumAt {
  readonly line: number;
  readonly sum: number;
  readonly slack: number;
}

function sumsOver({ value, half, step, crossStep, informative }: AxisView, first: number, last: number): SumAt[] {
  return Array.from(informative.subarray(0, SECTIONS.telling), (line) => {
    let sum = 0;
    let slack = 0;
    for (let i = first; i <= last; i++) {
      const at = i * step + line * crossStep;
      const v = value[at] ?? NaN;
      if (v !== v) continue;
      sum += v;
      slack += half[at] ?? 0;
    }
    return { line, sum, slack };
  }).filter(({ sum }) => sum !== 0);
}

/** In nearly all of the telling lines. */
function comesOut({ value, half, step, crossStep }: AxisView, target: number, sums: readonly SumAt[]): boolean {
  let held = 0;
  for (const { line, sum, slack } of sums) {
    const at = target * step + line * crossStep;
    const tolerance = slack + (half[at] ?? 0) + NOISE * Math.max(1, Math.abs(sum));
    if (Math.abs((value[at] ?? NaN) - sum) <= tolerance) held++;
  }
  return held > 0 && held >= SECTIONS.comesOut * sums.length;
}
