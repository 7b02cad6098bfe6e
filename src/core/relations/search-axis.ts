import { Selection } from './choose/selection';
import type { Judged } from './choose/judged';
import { CandidatePool } from './propose/candidates';
import type { JudgedQuotient } from './quotients/quotients';
import type { Search, Step } from './steps';
import type { StatedSum, TotalHint } from './types';
import type { AxisView } from './view/axis-view';

/** What was found along one axis, in lines of its view. */
export interface AxisFindings {
  readonly view: AxisView;
  readonly sums: readonly Judged[];
  readonly quotients: readonly JudgedQuotient[];
}

/** What is said of sums before the figures are looked at, in lines of the view. */
export interface NamedSums {
  readonly hints: readonly TotalHint[];
  readonly stated: readonly StatedSum[];
}

/** Walks the steps in their order. */
export function searchAxis(view: AxisView, named: NamedSums, steps: readonly Step[]): AxisFindings {
  const search: Search = { view, ...named, pool: new CandidatePool(), selection: new Selection(view), quotients: [] };
  if (view.lines.length === 0 || view.size < 2) return { view, sums: [], quotients: [] };
  for (const { run, rounds } of steps) {
    run(search);
    for (let round = 1; round <= rounds && search.selection.accept(search.pool.values()) > 0; round++) {
      if (round < rounds) run(search);
    }
  }
  return { view, sums: withoutChanceAverages(search), quotients: search.quotients };
}

/** What is called an average and is a quotient by its figures (persons per household) is no average of lines. */
function withoutChanceAverages({ selection, quotients }: Search): readonly Judged[] {
  const byTarget = new Map(quotients.map((q) => [q.quotient.target, q.evidence.bits]));
  return selection.accepted.filter(
    ({ candidate, evidence }) => candidate.op === 'sum' || (byTarget.get(candidate.target) ?? 0) < evidence.bits,
  );
}
