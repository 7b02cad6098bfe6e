import type { Sheet } from '../grid/sheet';
import { diagnose, DIAGNOSES, type Diagnosis } from './diagnose/diagnose';
import { EXPLANATIONS, type ExplanationOf } from './diagnose/explain';
import { patternsOf } from './found-pattern';
import { describePatterns, listRelations } from './listing';
import { readNumberGrid, type NumberGrid } from './read/number-grid';
import { type NamedSums, searchAxis } from './search-axis';
import { viewAlong } from './view/axis-view';
import { LineMemory } from './view/line-memory';
import { type Step, STEPS } from './steps';
import type { Relation } from './relation';
import type { Axis, SheetArithmetic, SheetHints, Side, StatedSum, TotalHint } from './types';

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
  const searches = [
    ...(hints?.sides ?? [undefined]).map((side) => ({ axis: 'rows' as const, side })),
    { axis: 'columns' as const, side: undefined },
  ];
  const found = searches.flatMap(({ axis, side }) =>
    patternsOf(
      searchAxis(viewAlong(axis, grid, hints, memory, side), namedAlong(axis, grid, hints, side), method.steps),
    ),
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

/** Hints in lines of the grid; one whose target or parts hold no number is dropped, and a statement whose result has none. */
function namedAlong(axis: Axis, grid: NumberGrid, hints: SheetHints | undefined, side?: Side): NamedSums {
  if (!hints) return { hints: [], stated: [] };
  const lines = axis === 'rows' ? grid.rows : grid.columns;
  const lineOf = new Map(Array.from(lines, (at, i) => [at, i]));
  const crossing = Array.from(axis === 'rows' ? grid.columns : grid.rows);
  const span = ({ from, to }: Pick<TotalHint, 'from' | 'to'>): [number, number] => [
    crossing.findIndex((at) => at >= from),
    crossing.findLastIndex((at) => at <= to),
  ];
  const isWithin = ({ from, to }: Side): boolean => !side || (from <= side.to && to >= side.from);
  const mapped: TotalHint[] = [];
  for (const hint of hints.totals) {
    if (hint.axis !== axis || !isWithin(hint)) continue;
    const target = lineOf.get(hint.target);
    const parts = hint.parts.map((part) => lineOf.get(part)).filter((part) => part !== undefined);
    if (target === undefined || parts.length === 0) continue;
    const [from, to] = span(hint);
    if (from >= 0 && to >= from) mapped.push({ ...hint, target, parts, from, to });
  }
  const stated: StatedSum[] = [];
  for (const one of hints.stated ?? []) {
    if (one.axis !== axis || !isWithin(one)) continue;
    const target = lineOf.get(one.target);
    const terms = one.terms.flatMap(({ line, factor }) => {
      const at = lineOf.get(line);
      return at === undefined ? [] : [{ line: at, factor }];
    });
    const [from, to] = span(one);
    if (target !== undefined && terms.length > 0 && from >= 0 && to >= from)
      stated.push({ ...one, target, terms, from, to, except: linesAt(crossing, one.except) });
  }
  return { hints: mapped, stated };
}

function linesAt(crossing: readonly number[], at: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  return new Set(crossing.flatMap((line, i) => (at.has(line) ? [i] : [])));
}
