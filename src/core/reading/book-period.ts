import { CellKind, type Sheet, type Workbook } from '../grid/sheet';
import type { Surroundings } from '../formulas/compute/book';
import { isWholeYear, periodIn, periodWithin, type Period } from '../numbers/period';
import { saysPeriod } from '../tables/heading-period';
import type { ReadingAid } from '../tables/read-tables';
import { userSheets } from './user-sheets';

/** A title stands in the first rows that hold anything. */
const TITLE_ROWS = 3;

/** By the sheets of a workbook as they stand, and the name of its file. */
const KNOWN = new WeakMap<readonly Sheet[], { readonly fileName: string; readonly period: Period | undefined }>();

/** What a workbook says for its sheets that are silent: its name, and the month that the titles of its other sheets agree in. */
export function aidOf(workbook: Pick<Workbook, 'fileName'> & Partial<Surroundings>): ReadingAid {
  const { fileName, sheets, names = [] } = workbook;
  const period = sheets && bookPeriod({ sheets, names, ...(fileName === undefined ? {} : { fileName }) });
  return { ...(fileName === undefined ? {} : { fileName }), ...(period ? { period } : {}) };
}

/** The part of a year that the titles of a workbook name; undefined: they name none, or several. */
export function bookPeriod(workbook: Workbook): Period | undefined {
  const { fileName = '' } = workbook;
  const known = KNOWN.get(workbook.sheets);
  if (known?.fileName === fileName) return known.period;
  const titles = userSheets(workbook).map(titlesOf);
  // 9月资金计划 in a workbook as of August looks ahead.
  const told = titles.filter((texts) => !texts.some(isPlan));
  const named = told.flatMap((texts) => partOfYear(texts) ?? []);
  const [first] = named;
  const said = first && named.every(({ to }) => to === first.to) ? first : undefined;
  const ofRows = userSheets(workbook).flatMap(monthRows);
  const period = said ?? (first ? undefined : monthOfYear([...titles.flat(), ...ofRows], told.flat(), fileName));
  KNOWN.set(workbook.sheets, { fileName, period });
  return period;
}

function isPlan(title: string): boolean {
  return /(?:资金|收支|用款|支出|收入)计划|预计|预测/.test(title);
}

/** 2025年工资统发情况 beside 8月份统发工资分类表, in a file that is called 工资统发8月: one year, and one month. */
function monthOfYear(titles: readonly string[], told: readonly string[], fileName: string): Period | undefined {
  const years = new Set([...titles, fileName].flatMap((text) => periodIn(text)?.to.slice(0, 4) ?? []));
  const [year, more] = years;
  if (year === undefined || more !== undefined) return undefined;
  const months = [...told, fileName].flatMap((text) => periodWithin(text, Number(year)) ?? []);
  const [first] = months;
  return first && months.every(({ to }) => to === first.to) ? first : undefined;
}

const MONTH_ROW = /^(?:19|20)\d{2}(?:年|[-./])(\d{1,2})月?(?:份)?$/;
const LEAST_MONTHS = 3;

/** Rows 2025年1月, 2025年2月 … of a sheet: the months of one year from its first on. */
function monthRows({ cells, visibility }: Sheet): readonly string[] {
  if (visibility !== 'visible') return [];
  const rows = cells.texts.filter((text) => MONTH_ROW.test(text));
  const months = new Set(rows.map((text) => Number(MONTH_ROW.exec(text)?.[1])));
  const isSeries =
    months.size >= LEAST_MONTHS &&
    Array.from({ length: months.size }, (_, i) => i + 1).every((month) => months.has(month)) &&
    new Set(rows.map((text) => text.slice(0, 4))).size === 1;
  return isSeries ? rows : [];
}

function partOfYear(texts: readonly string[]): Period | undefined {
  return texts.map(periodIn).find((period) => period !== undefined && !isWholeYear(period));
}

/** What stands in the first rows of a sheet, and tells of what time it is. */
function titlesOf({ cells, visibility }: Sheet): string[] {
  if (visibility !== 'visible') return [];
  const titles: string[] = [];
  let rows = 0;
  for (let row = 0; row < cells.rowCount && rows < TITLE_ROWS; row++) {
    const [from, to] = [cells.rowStart[row] ?? 0, cells.rowStart[row + 1] ?? 0];
    if (from === to) continue;
    rows++;
    // A row of headers is no title, nor a word and its figure.
    if (to - from > 2 || (to - from === 2 && cells.kind.subarray(from, to).includes(CellKind.number))) break;
    for (let i = from; i < to; i++) {
      const text = cells.kind[i] === CellKind.text ? (cells.texts[cells.text[i] ?? 0] ?? '') : '';
      if (saysPeriod(text)) titles.push(text);
    }
  }
  return titles;
}
