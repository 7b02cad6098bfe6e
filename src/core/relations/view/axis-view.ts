import { EVIDENCE, READING, TELLING } from '../weights';
import type { NumberGrid } from '../read/number-grid';
import { Word } from '../read/vocabulary';
import { isRate } from './line-kinds';
import type { Labels, LineNames } from '../read/labels';
import type { Axis, LineKind, SheetHints, Side } from '../types';
import { LineMemory } from './line-memory';

/**
 * The number grid seen along one axis: `size` lines that may be targets and parts, `crossing` lines
 * that run across them and in which a relation repeats. Cell (i, l) stands at i·step + l·crossStep.
 */
export interface AxisView {
  readonly axis: Axis;
  readonly size: number;
  readonly crossing: number;
  readonly step: number;
  readonly crossStep: number;
  readonly value: Float64Array;
  readonly half: Float64Array;
  readonly unit: Float64Array;
  /** Sheet row, or column, of each line: a gap in them is a blank line. */
  readonly sheetLine: Int32Array;
  /** 1 for the result of a formula, by the same index. */
  readonly computed: Uint8Array;
  readonly names: readonly string[];
  readonly words: Uint8Array;
  /** −1 everywhere along columns: a header's indent says nothing. */
  readonly indent: Int16Array;
  /** Crossing lines with two numbers or more. */
  readonly lines: Int32Array;
  /** Those with the most different values first: candidates are looked for there. */
  readonly informative: Int32Array;
  /** Per crossing line: 1 when it has no negative number, so that a growing sum may stop early. */
  readonly neverNegative: Uint8Array;
  /** Per crossing line, 0–1: how much a failing sum counts there. Rates and years do not add up. */
  readonly lineWeight: Float64Array;
  /** What the lines, and the crossing lines, hold; undefined where nobody read the sheet. */
  readonly kind: readonly LineKind[] | undefined;
  readonly crossKind: readonly LineKind[] | undefined;
  /** Per line what it is part of, in the terms of {@link SheetHints.parents}; undefined where nothing is known. */
  readonly parent: readonly (number | undefined)[];
  /** 1 for a line that is mostly 100 (or 1): the total of shares. */
  readonly whole: Uint8Array;
  /** Numbers stored as text, by i·step + l·crossStep: a sum passes them over. */
  readonly strays: ReadonlyMap<number, number>;
  /** Figures that nobody can read, by the same index: a line that needs one is not judged. */
  readonly unread: ReadonlySet<number>;
  /** Half a unit of the finest place that a line uses anywhere: a column of rates shows 5 % and 5.25 %. */
  readonly effectiveHalf: Float64Array;
  /** What earlier searches found in single lines. */
  readonly memory: LineMemory;
}

/** `side`: only the columns of one of several tables side by side, whose rows are then called as they are there. */
export function viewAlong(
  axis: Axis,
  grid: NumberGrid,
  hints?: SheetHints,
  memory: LineMemory = new LineMemory(),
  side?: Side,
): AxisView {
  const alongRows = axis === 'rows';
  const width = grid.columns.length;
  const size = alongRows ? grid.rows.length : width;
  const crossing = alongRows ? width : grid.rows.length;
  const step = alongRows ? width : 1;
  const crossStep = alongRows ? 1 : width;
  const { value, half, unit, computed, labels } = grid;
  const count = new Uint32Array(crossing);
  const neverNegative = new Uint8Array(crossing).fill(1);
  const wholes = new Uint32Array(size);
  const filled = new Uint32Array(size);
  const finest = new Float64Array(size).fill(1e9);
  const nextFinest = new Float64Array(size).fill(1e9);
  for (let i = 0; i < size; i++) {
    for (let l = 0, at = i * step; l < crossing; l++, at += crossStep) {
      const v = value[at] ?? NaN;
      if (v !== v) continue;
      count[l] = (count[l] ?? 0) + 1;
      filled[i] = (filled[i] ?? 0) + 1;
      if (Math.abs(v - 100) <= READING.whole || v === 1) wholes[i] = (wholes[i] ?? 0) + 1;
      if (v < 0) neverNegative[l] = 0;
      const own = unit[at] ?? 0;
      if (v === 0 || own >= (nextFinest[i] ?? 0)) continue;
      nextFinest[i] = Math.max(own, finest[i] ?? 0);
      finest[i] = Math.min(own, finest[i] ?? 0);
    }
  }
  const lines: number[] = [];
  const isWithin = (line: number): boolean => {
    const column = grid.columns[line] ?? -1;
    return !side || (column >= side.from && column <= side.to);
  };
  for (let l = 0; l < crossing; l++) if ((count[l] ?? 0) >= 2 && isWithin(l)) lines.push(l);
  const crossWords = (alongRows ? labels.columns : labels.rows).words;
  const own = alongRows ? ownNames(labels, hints, side) : labels.columns;
  const kind = kindsAlong(axis, grid, hints);
  const crossKind = kindsAlong(alongRows ? 'columns' : 'rows', grid, hints);
  const view = {
    axis,
    size,
    crossing,
    step,
    crossStep,
    value,
    half: halfOfCounts(grid, crossKind, { size, step, crossStep }) ?? half,
    unit,
    computed,
    neverNegative,
    whole: Uint8Array.from(wholes, (n, i) => (n > 0 && n >= READING.whole * (filled[i] ?? 0) ? 1 : 0)),
    sheetLine: alongRows ? grid.rows : grid.columns,
    names: own.names,
    words: own.words,
    indent: own.indent,
    lines: Int32Array.from(lines),
    lineWeight: Float64Array.from({ length: crossing }, (_, l) =>
      (crossWords[l] ?? 0) & (Word.ratio | Word.average) || isRate(crossKind?.[l]) ? EVIDENCE.rateLine : 1,
    ),
    kind,
    crossKind,
    parent: Array.from(alongRows ? grid.rows : [], (row) => hints?.parents?.get(row)),
    strays: straysAt(grid),
    unread: grid.unread,
    effectiveHalf: finest.map((u, i) => {
      // One rate of a column given to more places than all others (0.926 among 92.6) says nothing of these.
      const usual = (filled[i] ?? 0) >= READING.fewPlaces ? (nextFinest[i] ?? u) : u;
      return usual > 1 ? 0 : usual / 2;
    }),
    memory,
  };
  return { ...view, informative: mostInformative(view) };
}

function ownNames({ rows, sides }: Labels, hints: SheetHints | undefined, side: Side | undefined): LineNames {
  const at = side && hints?.sides ? hints.sides.indexOf(side) : -1;
  return sides[at] ?? rows;
}

/**
 * Persons, households and pieces are whole: half a one of each line does not add up. Only along the counted line,
 * where they are added; what is divided by them keeps the rounding of both.
 */
function halfOfCounts(
  { value, half }: NumberGrid,
  crossKind: readonly LineKind[] | undefined,
  { size, step, crossStep }: Pick<AxisView, 'size' | 'step' | 'crossStep'>,
): Float64Array | undefined {
  if (!crossKind?.includes('count')) return undefined;
  const exact = Float64Array.from(half);
  crossKind.forEach((kind, line) => {
    if (kind !== 'count') return;
    for (let i = 0; i < size; i++) {
      const at = i * step + line * crossStep;
      if (Number.isInteger(value[at])) exact[at] = 0;
    }
  });
  return exact;
}

function kindsAlong(axis: Axis, { rows, columns }: NumberGrid, hints?: SheetHints): LineKind[] | undefined {
  const kinds = hints?.kinds?.[axis];
  return kinds && Array.from(axis === 'rows' ? rows : columns, (at) => kinds.get(at) ?? 'amount');
}

/** Cell (row, column) of the grid stands at one and the same index whichever way it is looked at. */
function straysAt({ strays, rows, columns }: NumberGrid): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { row, column, value } of strays) {
    const r = rows.indexOf(row);
    const c = columns.indexOf(column);
    if (r >= 0 && c >= 0) found.set(r * columns.length + c, value);
  }
  return found;
}

function mostInformative(view: Omit<AxisView, 'informative'>): Int32Array {
  const { lines, value, size, step, crossStep } = view;
  const stride = Math.max(1, Math.floor(lines.length / TELLING.among));
  const ranked: { line: number; distinct: number }[] = [];
  for (let k = 0; k < lines.length; k += stride) {
    const line = lines[k] ?? 0;
    const seen = new Set<number>();
    for (let i = 0, at = line * crossStep; i < size && seen.size < TELLING.distinct; i++, at += step) {
      const v = value[at] ?? NaN;
      if (v === v && v !== 0) seen.add(v);
    }
    ranked.push({ line, distinct: seen.size });
  }
  ranked.sort((a, b) => b.distinct - a.distinct || a.line - b.line);
  return Int32Array.from(ranked, (r) => r.line);
}
