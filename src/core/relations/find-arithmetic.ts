import type { Sheet } from '../grid/sheet';
import { diagnose, DIAGNOSES, type Diagnosis } from './diagnose/diagnose';
import { EXPLANATIONS, type ExplanationOf } from './diagnose/explain';
import { patternsOf } from './found-pattern';
import { describePatterns, listRelations } from './listing';
import { readNumberGrid, type NumberGrid } from './read/number-grid';
import { searchAxis } from './search-axis';
import { viewAlong } from './view/axis-view';
import { LineMemory } from './view/line-memory';
import { type Step, STEPS } from './steps';
import type { Relation } from './relation';
import type { Axis, SheetArithmetic, SheetHints, TotalHint } from './types';

const AXES: readonly Axis[] = ['rows', 'columns'];

/** What the engine does, in its order; each table is complete by default. */
export interface Method {
  readonly steps: readonly Step[];
  readonly diagnoses: readonly Diagnosis[];
  readonly explanations: readonly ExplanationOf[];
}

export const METHOD: Method = { steps: STEPS, diagnoses: DIAGNOSES, explanations: EXPLANATIONS };

/** Finds the arithmetic of a sheet, and what breaks it. `memory` is of the same sheet before an edit: it saves time and changes nothing. */
export function findArithmetic(
  sheet: Sheet,
  hints?: SheetHints,
  method: Method = METHOD,
  memory: LineMemory = new LineMemory(),
): SheetArithmetic {
  const grid = readNumberGrid(sheet, hints);
  const found = AXES.flatMap((axis) =>
    patternsOf(searchAxis(viewAlong(axis, grid, hints, memory), hintsAlong(axis, grid, hints), method.steps)),
  );
  memory.turn();
  const { suspicions, blamed } = diagnose(grid, found, method.diagnoses, method.explanations);
  let relations: readonly Relation[] | undefined;
  return {
    patterns: describePatterns(grid, found, blamed),
    // Half a million small objects on a large sheet, which not every caller wants.
    get relations() {
      return (relations ??= listRelations(grid, found, blamed));
    },
    suspicions,
  };
}

/** Hints in lines of the grid; one whose target or parts hold no number is dropped. */
function hintsAlong(axis: Axis, grid: NumberGrid, hints: SheetHints | undefined): TotalHint[] {
  if (!hints) return [];
  const lines = axis === 'rows' ? grid.rows : grid.columns;
  const lineOf = new Map(Array.from(lines, (at, i) => [at, i]));
  const crossing = Array.from(axis === 'rows' ? grid.columns : grid.rows);
  const mapped: TotalHint[] = [];
  for (const hint of hints.totals) {
    if (hint.axis !== axis) continue;
    const target = lineOf.get(hint.target);
    const parts = hint.parts.map((part) => lineOf.get(part)).filter((part) => part !== undefined);
    if (target === undefined || parts.length === 0) continue;
    const from = crossing.findIndex((at) => at >= hint.from);
    const to = crossing.findLastIndex((at) => at <= hint.to);
    if (from >= 0 && to >= from) mapped.push({ ...hint, target, parts, from, to });
  }
  return mapped;
}
