import type { Standing } from '../fiscal/ties/same-figures/figure-field';
import { slipTwins } from '../fiscal/ties/same-figures/slip-twins';
import { nameKey } from '../fiscal/ties/same-figures/name-keys';
import { type Named, type NamedFigure, type NamedTable, printedDigits } from '../fiscal/ties/same-figures/named-table';
import type { BookId } from '../grid/book-id';
import type { CellPlace } from '../grid/place';
import type { Period } from '../numbers/period';
import { isMoney, type AnyUnit } from '../numbers/unit';
import type { ToldFigure } from './told-in-cells';

/** What the sentences of a sheet tell. */
export interface ToldOnSheet {
  readonly sheet: string;
  readonly figures: readonly ToldFigure[];
}

/** A figure of a sentence that nothing is called like, and one of a table that it is but for two digits exchanged. */
export interface ExchangedInCell {
  readonly sheet: string;
  readonly told: ToldFigure;
  readonly other: Standing;
}

/** The figures of a workbook's sentences that no table confirms under their name, beside those of all tables; `asOf` is their day. */
export function exchangedInCells(
  told: readonly ToldOnSheet[],
  book: BookId,
  asOf: string | undefined,
  tables: readonly NamedTable[],
): ExchangedInCell[] {
  const period = asOf === undefined ? undefined : { from: `${asOf.slice(0, 4)}-01-01`, to: asOf };
  const pages = new Map<NamedTable, readonly ToldFigure[]>();
  for (const { sheet, figures } of told) {
    const open = figures.filter(({ match: { verdict, figure } }) => verdict === 'none' && figure.bound === undefined);
    if (open.length > 0) pages.set(pageOf(open, { book, sheet }, period), open);
  }
  if (pages.size === 0) return [];
  return slipTwins([...pages.keys()], tables, () => []).flatMap(({ one, other }) => {
    const figure = pages.get(one.table)?.[one.figure.row];
    return figure ? [{ sheet: one.cell.sheet, told: figure, other }] : [];
  });
}

/** The figures of sentences as a table: each in a row and a column of its own, since two of one sentence stand in one cell. */
function pageOf(
  figures: readonly ToldFigure[],
  place: Pick<CellPlace, 'book' | 'sheet'>,
  period: Period | undefined,
): NamedTable {
  return {
    ...place,
    title: '',
    tier: undefined,
    place: '',
    county: '',
    period,
    scope: [],
    rows: figures.map(({ cell, match: { figure } }) => called(figure.placed.lead, cell.row)),
    columns: figures.map(({ cell }) => called('', cell.column)),
    figures: figures.flatMap((one, i) => figureOf(one, i) ?? []),
  };
}

function called(label: string, at: number): Named {
  const key = nameKey(label);
  return {
    at,
    label,
    keys: key === '' ? [] : [key],
    depth: INNERMOST,
    part: '',
    role: undefined,
    tier: undefined,
    scope: [],
  };
}

const INNERMOST = 2;

function figureOf({ match: { figure } }: ToldFigure, index: number): NamedFigure | undefined {
  const { value, decimals, unit, unitText } = figure.placed.mention;
  const called = unitText as AnyUnit;
  if (!isMoney(called)) return undefined;
  return {
    row: index,
    column: index,
    yuan: figure.size,
    interval: figure.interval,
    digits: printedDigits(value, decimals),
    factor: unit.factor,
    unit: called,
  };
}
