import type { Sheet } from '../grid/sheet';
import { isWholeYear, months, type Period } from '../numbers/period';
import { figureAt } from './printed';
import { isFigureRole, type Column, type TableRow } from './table';

const MONTH = /^(?:(?:19|20)\d{2}年)?(\d{1,2})月份?$/;
/** Fewer months in a row are no calendar of a year. */
const LEAST_MONTHS = 6;

/** A month of a form for the whole year, and the cells that are filled in when it is over. */
interface MonthLine {
  readonly month: number;
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/**
 * A form for the whole year that is filled up to May is of the time up to May: the months after it are blank, or
 * nothing but the zeros that formulas leave. A plan is of the year.
 */
export function filledUpTo(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly TableRow[],
  title: string,
  period: Period | undefined,
): Period | undefined {
  if (!period || !isWholeYear(period) || isPlan(title)) return period;
  const lines = monthLines(columns, rows);
  if (new Set(lines.map(({ month }) => month)).size < LEAST_MONTHS) return period;
  const filled = lines
    .filter(({ cells }) => cells.some(([row, column]) => (figureAt(sheet, row, column)?.value ?? 0) !== 0))
    .map(({ month }) => month);
  const last = Math.max(...filled);
  return filled.length > 0 && last < 12 ? (months(Number(period.to.slice(0, 4)), 1, last) ?? period) : period;
}

/** 一般公共预算收入完成情况 is no plan. */
function isPlan(title: string): boolean {
  return (
    /计划|任务分解/.test(title) ||
    (/预算(?!执行|收入|收支|支出)|预算(?:收入|支出)预算/.test(title) && !/完成|执行|入库/.test(title))
  );
}

/** The months across, or down the rows. */
function monthLines(columns: readonly Column[], rows: readonly TableRow[]): MonthLine[] {
  const across = columns.flatMap(({ column, path }): MonthLine[] => {
    const month = monthOf(path.find((text) => MONTH.test(text)) ?? '');
    return month === undefined ? [] : [{ month, cells: rows.map(({ row }) => [row, column] as const) }];
  });
  if (across.length > 0) return across;
  const figures = columns.filter(({ role }) => isFigureRole(role));
  return rows.flatMap(({ row, name }): MonthLine[] => {
    const month = monthOf(name);
    return month === undefined ? [] : [{ month, cells: figures.map(({ column }) => [row, column] as const) }];
  });
}

function monthOf(text: string): number | undefined {
  const month = Number(MONTH.exec(text)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}
