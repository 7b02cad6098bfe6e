import { type Sheet, formulaAt, textAt } from '../grid/sheet';
import { exactSum } from '../numbers/decimal';
import { intervalOf, meets, sumInterval } from '../numbers/interval';
import { Word, wordsIn } from '../relations/read/vocabulary';
import type { SheetArithmetic, TotalHint } from '../relations/types';
import { arithmeticHints } from '../tables/hints';
import { figureAt } from '../tables/printed';
import { type Column, isAmountRole, type Table } from '../tables/table';
import type { StatedBreak } from './find-faults';

/** A total in one column of amounts, against the sum of its parts. */
export interface TriedTotal extends StatedBreak {
  readonly op: 'sum';
  readonly holds: boolean;
  /** At least two parts that are not nothing: that it holds says something. */
  readonly isTelling: boolean;
  readonly expected: number;
  readonly actual: number;
}

/** A total with its parts, tried in every column of amounts in which it was typed. */
export interface NamedTotal {
  readonly source: TotalHint['source'] | 'figures';
  readonly tried: readonly TriedTotal[];
}

/** The totals of a table that may be believed: those that its codes, numberings and labels name, and those that its figures show in some column. */
export function namedTotals(sheet: Sheet, table: Table, { patterns }: SheetArithmetic): NamedTotal[] {
  const columns = table.columns.filter(isAdditive).map(({ column }) => column);
  const within = (row: number) => row >= table.bodyRows[0] && row <= table.bodyRows[1];
  const hinted = arithmeticHints([table]).totals.filter(({ axis, exhaustive }) => axis === 'rows' && exhaustive);
  const named = new Set([
    ...hinted.map(({ target }) => target),
    ...table.rows.filter(({ role }) => role === 'total' || role === 'subtotal').map(({ row }) => row),
  ]);
  const shown = patterns.filter(
    ({ op, axis, target, operands, holding, broken }) =>
      op === 'sum' && axis === 'rows' && holding > broken && named.has(target) && [target, ...operands].every(within),
  );
  const known = new Set<string>();
  return [
    ...hinted.map(({ source, target, parts }) => ({ source, target, parts })),
    ...shown.map(({ target, operands }) => ({ source: 'figures' as const, target, parts: operands })),
  ].flatMap(({ source, target, parts }) => {
    const key = `${target}:${[...parts].sort((a, b) => a - b).join()}`;
    if (known.has(key)) return [];
    known.add(key);
    return [{ source, tried: columns.flatMap((column) => tryTotal(sheet, target, parts, column) ?? []) }];
  });
}

/** Amounts that add up down a column; no balances of one day after another, no rates by any name. */
function isAdditive({ role, path }: Column): boolean {
  return (
    isAmountRole(role) &&
    role !== 'opening' &&
    role !== 'closing' &&
    (wordsIn(path.join(' ')) & (Word.ratio | Word.change | Word.average)) === 0
  );
}

/** Undefined where the total is not typed: what a formula gives, its formula explains. */
function tryTotal(sheet: Sheet, row: number, parts: readonly number[], column: number): TriedTotal | undefined {
  const total = figureAt(sheet, row, column);
  const figures = parts.map((part) => figureAt(sheet, part, column));
  const known = figures.filter((figure) => figure !== undefined);
  if (
    !total ||
    known.length === 0 ||
    parts.some((part) => isText(sheet, part, column)) ||
    formulaAt(sheet, row, column) !== undefined
  )
    return undefined;
  return {
    op: 'sum',
    target: { row, column },
    operands: parts.filter((_, i) => figures[i] !== undefined).map((part) => ({ row: part, column })),
    holds: meets(intervalOf(total), sumInterval(known)),
    isTelling: known.filter(({ value }) => value !== 0).length >= 2,
    expected: exactSum(known.map(({ value }) => value)),
    actual: total.value,
  };
}

/** Something stands there that is no number: the total may hold it. */
function isText(sheet: Sheet, row: number, column: number): boolean {
  return figureAt(sheet, row, column) === undefined && /\d/.test(textAt(sheet, row, column));
}
