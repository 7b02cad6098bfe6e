import { RUNS, SIZES } from '../weights';
import { Word } from '../read/vocabulary';
import type { Selection } from '../choose/selection';
import type { AxisView } from '../view/axis-view';
import { isRate } from '../view/line-kinds';
import type { CandidatePool } from './candidates';
import { scanRuns, visibleWithout } from './runs';

/** Runs past the parts that a subtotal explains, and runs of subtotals alone. */
export function scanAboveSubtotals(view: AxisView, selection: Selection, pool: CandidatePool): void {
  const all = new Set<number>();
  const explainedAfter = new Set<number>();
  const explainedBefore = new Set<number>();
  const targets = new Set<number>();
  for (const { candidate } of selection.accepted) {
    if (candidate.op !== 'sum') continue;
    targets.add(candidate.target);
    for (const part of candidate.parts) {
      all.add(part);
      if ((candidate.parts[0] ?? 0) > candidate.target) explainedAfter.add(part);
      else if ((candidate.parts.at(-1) ?? 0) < candidate.target) explainedBefore.add(part);
    }
  }
  const { size } = view;
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => all.has(i)),
    'skip',
    RUNS.past,
    pool,
  );
  scanRuns(
    view,
    'sum',
    visibleWithout(
      size,
      (i) => explainedAfter.has(i),
      (i) => explainedBefore.has(i),
    ),
    'skip',
    RUNS.past,
    pool,
  );
  // 小计, 占比, 小计, 占比: between the parts stand rates.
  const rates = Array.from({ length: size }, (_, i) => isRateLine(view, i));
  if (rates.includes(true)) {
    for (const hidden of [new Set<number>(), all]) {
      const amounts = visibleWithout(size, (i) => rates[i] === true || hidden.has(i));
      scanRuns(view, 'sum', amounts, 'skip', RUNS.past, pool);
    }
  }
  for (let i = 0; i < size; i++) if ((view.words[i] ?? 0) & Word.plainTotal) targets.add(i);
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => !targets.has(i) || all.has(i)),
    'totals',
    RUNS.totals,
    pool,
  );
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => !targets.has(i)),
    'totals',
    RUNS.allTotals,
    pool,
  );
}

function isRateLine({ kind, words }: AxisView, line: number): boolean {
  return isRate(kind?.[line]) || ((words[line] ?? 0) & Word.ratio) !== 0;
}

/** Totals and averages of the figures themselves, past the results between them. */
export function scanPastResults(view: AxisView, selection: Selection, pool: CandidatePool): void {
  const results = new Set(selection.accepted.map(({ candidate }) => candidate.target));
  // Past subtotals alone is found before: what is new are the averages.
  if (view.size > SIZES.runs || !selection.accepted.some(({ candidate }) => candidate.op === 'average')) return;
  const leaves = visibleWithout(view.size, (i) => results.has(i));
  scanRuns(view, 'sum', leaves, 'skip', RUNS.past, pool);
  scanRuns(view, 'average', leaves, 'average', RUNS.leafAverage, pool);
}
