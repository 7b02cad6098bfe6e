import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import type { Position } from '../grid/address';
import { exactSum } from '../numbers/decimal';
import {
  intervalOf,
  meets,
  quotientInterval,
  scaled,
  shifted,
  sumInterval,
  type Interval,
  type Printed,
} from '../numbers/interval';
import { figureAt } from '../tables/printed';
import type { StatedBreak } from './find-faults';

/** What a cell shows, or what it is supposed to show. */
export type FigureOf = (cell: Position) => Printed | undefined;

/** What a relation asks of its target: its value, and what rounding allows. */
export interface Asked {
  readonly value: number;
  readonly interval: Interval;
  /** 100 when a rate is printed as 0–100. */
  readonly scale: number;
}

/** The figures of a sheet, a blank cell among the parts of a sum counting nothing. */
export function figuresOf(sheet: Sheet): FigureOf {
  return ({ row, column }) =>
    figureAt(sheet, row, column) ?? (isBlank(sheet, row, column) ? { value: 0, decimals: 0, exact: true } : undefined);
}

function isBlank({ cells }: Sheet, row: number, column: number): boolean {
  const at = cellIndex(cells, row, column);
  return at < 0 || cells.kind[at] === CellKind.blank;
}

/** What the operands ask of the target; undefined where they hold no figures. */
export function askedOf({ op, operands }: StatedBreak, figure: FigureOf, scale: number): Asked | undefined {
  const figures = operands.map(figure);
  if (figures.some((one) => one === undefined)) return undefined;
  const known = figures.filter((one) => one !== undefined);
  const [a, b] = known;
  if (op === 'sum' || op === 'average') {
    const parts = op === 'sum' ? 1 : known.length;
    return parts === 0
      ? undefined
      : {
          value: exactSum(known.map(({ value }) => value)) / parts,
          interval: scaled(sumInterval(known), 1 / parts),
          scale: 1,
        };
  }
  if (!a || !b) return undefined;
  if (op === 'difference')
    return { value: exactSum([a.value, -b.value]), interval: sumInterval([a, b], [1, -1]), scale: 1 };
  const [over, under] = op === 'division' ? [a, b] : [b, a];
  const ratio = quotientInterval(intervalOf(over), intervalOf(under));
  if (!ratio) return undefined;
  const less = op === 'division' ? 0 : -1;
  return { value: (over.value / under.value + less) * scale, interval: scaled(shifted(ratio, less), scale), scale };
}

/** The scale at which a relation holds; undefined where it holds at none. */
export function holdsAt(relation: StatedBreak, figure: FigureOf): number | undefined {
  const target = figure(relation.target);
  if (!target) return undefined;
  const scales = relation.op === 'division' || relation.op === 'relative_change' ? [100, 1] : [1];
  return scales.find((scale) => {
    const asked = askedOf(relation, figure, scale);
    return asked !== undefined && meets(intervalOf(target), asked.interval);
  });
}

export function cellsOf({ target, operands }: StatedBreak): Position[] {
  return [target, ...operands];
}

export function isAt(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column;
}
