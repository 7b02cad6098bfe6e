import type { Position } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { exactDifference, exactSum } from '../numbers/decimal';
import { figureAt } from '../tables/printed';
import { type Column, isFigureRole, type Table } from '../tables/table';
import type { ArithmeticFault } from './find-faults';

/** One column could be a chance. */
const LEAST_COLUMNS = 2;
/** A sum over the header stands below the first block of the table, not far down. */
const MOST_PARTS = 60;

/**
 * Totals that hold the number of their header as well: a SUM from the row of years down gives 2,023 too much. Told
 * where all columns with a number above them are too big by just that, whatever the row is called.
 */
export function headersCounted(sheet: Sheet, table: Table): ArithmeticFault[] {
  const headers = table.columns.flatMap((column) => headerOf(sheet, table, column) ?? []);
  if (headers.length < LEAST_COLUMNS) return [];
  const rows = table.rows.filter(({ row }) => row > table.headerRows[1]).slice(0, MOST_PARTS);
  return rows.flatMap(({ row }, i) => {
    const parts = rows.slice(0, i).map((part) => part.row);
    return (parts.length >= 2 && faultOf(sheet, row, parts, headers)) || [];
  });
}

interface Header {
  readonly at: Position;
  readonly value: number;
}

function headerOf({ cells }: Sheet, { headerRows }: Table, { column, role }: Column): Header | undefined {
  const at = cellIndex(cells, headerRows[1], column);
  const value = at >= 0 && cells.kind[at] === CellKind.number ? (cells.number[at] ?? 0) : 0;
  return value !== 0 && isFigureRole(role) ? { at: { row: headerRows[1], column }, value } : undefined;
}

function faultOf(
  sheet: Sheet,
  row: number,
  parts: readonly number[],
  headers: readonly Header[],
): ArithmeticFault | undefined {
  const totals = headers.flatMap(({ at, value }) => {
    const total = figureAt(sheet, row, at.column);
    const figures = parts.flatMap((part) => {
      const figure = figureAt(sheet, part, at.column);
      return figure ? [{ at: { row: part, column: at.column }, value: figure.value }] : [];
    });
    if (!total || figures.length < 2 || total.value === 0) return [];
    const expected = exactSum(figures.map((figure) => figure.value));
    const target = { row, column: at.column };
    return [{ at, value, target, actual: total.value, expected, operands: figures.map((figure) => figure.at) }];
  });
  const [first] = totals;
  if (
    !first ||
    totals.length < LEAST_COLUMNS ||
    totals.some(({ actual, expected, value }) => exactDifference(actual, expected) !== value)
  )
    return undefined;
  return {
    kind: 'total',
    cells: totals.map(({ target }) => target),
    relations: totals.map(({ target, operands }) => ({ op: 'sum', target, operands })),
    cause: { kind: 'headerCounted', cell: first.at, was: first.value },
    expected: first.expected,
    actual: first.actual,
    difference: first.value,
    scale: 1,
  };
}
