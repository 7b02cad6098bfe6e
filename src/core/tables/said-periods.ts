import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { isWholeYear, periodIn, periodWithin, type Period } from '../numbers/period';
import { ISSUED } from './heading-period';
import { isNote } from './label';
import { shownText } from './printed';
import type { Table } from './table';

/** A part of a year that a table says it is about, and where it says so. */
export interface SaidPeriod {
  readonly where: 'title' | 'header' | 'sheet';
  readonly text: string;
  readonly period: Period;
  /** Undefined: the sheet's name. */
  readonly cell?: Position;
}

/** When a table was made says nothing of when its figures are of. */
const STAMP = /(?:编制|填报|制表|填表|打印|报出|报送|上报|印发)(?:日期|时间)?[:：]/;
/** A day that stands alone may be the day of printing. */
const BARE_DAY = /^\(?(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?\)?$/;
/** Headers that are of another time by their words, or of no time that has passed. */
const OTHER_TIME =
  /上年|去年|同期|同月|上月|上期|年初|月初|期初|下年|下月|下半年|目标|计划|任务|预算|预计|到期|以后|时间|日期/;

/**
 * What title, headers and the sheet's name say of the part of the year: each may be wrong when last month's form was
 * taken. A table with several months side by side says nothing by its headers.
 */
export function saidPeriods(sheet: Sheet, table: Table): SaidPeriod[] {
  const year = Number(table.period?.to.slice(0, 4));
  if (!Number.isFinite(year)) return [];
  const ofText = (where: SaidPeriod['where'], text: string, cell?: Position): SaidPeriod[] => {
    const period = periodIn(text) ?? periodWithin(text, year);
    const isPart = period !== undefined && !isWholeYear(period);
    return isPart && period.to.startsWith(String(year)) ? [{ where, text, period, ...(cell ? { cell } : {}) }] : [];
  };
  const titles = cellsOf(sheet, table, table.at.top, table.headerRows[0] - 1)
    .filter(
      ({ text }) =>
        !STAMP.test(text) && !ISSUED.test(text) && !BARE_DAY.test(text) && !isNote(text) && !/[。;；]/.test(text),
    )
    .flatMap(({ text, cell }) => ofText('title', text, cell));
  const headers = cellsOf(sheet, table, ...table.headerRows)
    .filter(({ text }) => !OTHER_TIME.test(text))
    .flatMap(({ text, cell }) => ofText('header', text, cell));
  const isSeries = new Set(headers.map(({ period }) => period.to)).size > 1;
  return [...titles, ...(isSeries ? [] : headers), ...ofText('sheet', sheet.name)];
}

function cellsOf(sheet: Sheet, { at }: Table, top: number, bottom: number): { text: string; cell: Position }[] {
  const cells: { text: string; cell: Position }[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = at.left; column <= at.right; column++) {
      const text = shownText(sheet, row, column);
      if (/[一-龥]/.test(text)) cells.push({ text, cell: { row, column } });
    }
  return cells;
}
