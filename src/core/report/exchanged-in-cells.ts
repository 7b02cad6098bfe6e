import { slipTwins, type Standing } from '../fiscal/ties/same-figures/slip-twins';
import { nameKey } from '../fiscal/ties/same-figures/name-keys';
import type { Named, NamedFigure, NamedTable } from '../fiscal/ties/same-figures/named-table';
import type { CellPlace } from '../grid/place';
import { significant } from '../numbers/decimal';
import { isMoney, type AnyUnit } from '../numbers/unit';
import type { ToldFigure } from './told-in-cells';

/** A figure of a sentence that nothing is called like, and one of a table that it is but for two digits exchanged. */
export interface ExchangedInCell {
  readonly told: ToldFigure;
  readonly other: Standing;
}

/** The figures of a sheet's sentences that no table confirms under their name, beside those of all tables; `asOf` is their day. */
export function exchangedInCells(
  told: readonly ToldFigure[],
  { book, sheet }: Pick<CellPlace, 'book' | 'sheet'>,
  asOf: string | undefined,
  tables: readonly NamedTable[],
): ExchangedInCell[] {
  const open = told.filter(({ match: { verdict, figure } }) => verdict === 'none' && figure.bound === undefined);
  if (open.length === 0) return [];
  const page: NamedTable = {
    book,
    sheet,
    title: '',
    tier: undefined,
    place: '',
    county: '',
    period: asOf === undefined ? undefined : { from: `${asOf.slice(0, 4)}-01-01`, to: asOf },
    scope: [],
    rows: open.map(({ cell, match: { figure } }) => called(figure.placed.lead, cell.row)),
    // Each in its own, since two of one sentence stand in one cell.
    columns: open.map(({ cell }) => called('', cell.column)),
    figures: open.flatMap((one, i) => figureOf(one, i) ?? []),
  };
  return slipTwins([page], tables, () => []).flatMap(({ one, other }) => {
    const figure = open[one.figure.row];
    return figure ? [{ told: figure, other }] : [];
  });
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
  const digits = String(Math.round(significant(Math.abs(value) * 10 ** decimals))).replace(/0+$/, '').length;
  return {
    row: index,
    column: index,
    yuan: figure.size,
    interval: figure.interval,
    digits,
    factor: unit.factor,
    unit: called,
  };
}
