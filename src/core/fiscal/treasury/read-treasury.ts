import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import type { Printed } from '../../numbers/interval';
import { yuanPer, type Unit } from '../../numbers/unit';
import { plainText } from '../../tables/label';
import { figureAt } from '../../tables/printed';
import type { Table } from '../../tables/table';
import { totalFlow } from './total-flows';
import { calendarsOf, type Calendar, type CalendarMonth, type Line } from './calendar';

/** Month-end cash of one month and the outflow that it is measured by, in the unit of the balance. */
export interface TreasuryMonth extends CalendarMonth {
  readonly balance: number;
  /** What flowed out in `over` months. */
  readonly outflow: number;
  /** As many months as have passed of the year, or 1 where the table gives the average. */
  readonly over: number;
  readonly balanceCell: Position;
  readonly outflowCells: readonly Position[];
  /** False where balance and outflow stand in different units: no plain formula divides one by the other. */
  readonly isOneUnit: boolean;
}

/** A 库款系数 that the table itself prints. */
export interface PrintedCoverage extends CalendarMonth {
  /** A plain ratio, also where the cell shows percent. */
  readonly value: number;
  /** As printed, with the factor that makes the ratio a printed figure: 1, 100 of percent, 30 of days. */
  readonly printed: Printed;
  readonly scale: number;
  readonly cell: Position;
}

/** All that one place's treasury table says, by month. */
export interface TreasuryReading {
  readonly place: string;
  readonly unit: Unit | undefined;
  readonly months: readonly TreasuryMonth[];
  readonly printed: readonly PrintedCoverage[];
  /** Outflow of single months, where the table has it: other definitions are computed from it. */
  readonly calendar: Calendar;
}

const NOT_OF_NOW = /专户|同比|增[减长幅]|期初|月初|年初|上年|上月|去年|目标|得分|占比|比重|比例|%/;
const PART = /(?:^|\|)(?:#|其中)|三保|工资|调度|债券资金|人员/;
const BALANCE =
  /(?:月末|期末|月底|年末)[^|]*(?:余额|库款|结余)|(?:余额|库款)[^|]*(?:月末|期末)|^(?:国库)?库款(?:净)?(?:余额|净额)$|^(?:库款)?余额$/;
const OUTFLOW = /流出|库款支出|支出合计|支出小计|(?:^|\|)(?:库款|[本当]月)?减少(?:额|数)?$/;
const TO_DATE = /累计|年初至(?:今|本月|\d{1,2}月)?|[1元][-—~至]\d{1,2}月|当年|年内|本年/;
const AVERAGE = /月均|平均/;
const COVERAGE = /库款(?:保障)?(?:系数|水平|倍数)|保障(?:系数|水平)/;
const DAYS = /(?:保障|可支付|可用)天数/;
const NOT_COVERAGE = /得分|同比|目标|标准|下限|上限|区间|增减|排名|三保/;
const DAYS_OF_MONTH = 30;

const TREASURY = /库款|国库|金库|保障系数/;

/** Funds and accounts have balances and outflows, too; only cash in the treasury is measured so. */
function isOfTreasury({ kind, title, sheet, columns, rows }: Table): boolean {
  return (
    kind === '库款月报' ||
    TREASURY.test(`${title}|${sheet}`) ||
    columns.some(({ path }) => TREASURY.test(path.join('|'))) ||
    rows.some(({ label }) => TREASURY.test(label))
  );
}

export function readTreasury(sheet: Sheet, table: Table): TreasuryReading[] {
  if (!isOfTreasury(table)) return [];
  return calendarsOf(sheet, table).flatMap((calendar) => {
    const months = monthsOf(sheet, calendar);
    const printed = printedOf(sheet, calendar);
    const unit = balanceLine(calendar)?.unit;
    return months.length + printed.length === 0 ? [] : [{ place: calendar.place, unit, months, printed, calendar }];
  });
}

/** The line that fits, the whole of its group (小计, 合计) before its parts, what is to date before the month. */
function lineBy({ lines }: Calendar, fits: (line: Line) => boolean): Line | undefined {
  const fitting = lines.filter((line) => fits(line) && !PART.test(line.text));
  return fitting.find(({ text }) => /(?:小计|合计|总额|净额)$/.test(text)) ?? fitting[0];
}

function balanceLine(calendar: Calendar): Line | undefined {
  return lineBy(calendar, ({ text }) => {
    const leaf = text.split('|').at(-1) ?? '';
    // 库款余额 | 期末 is one name on two levels.
    return [text, leaf, text.replaceAll('|', '')].some((name) => BALANCE.test(name)) && !NOT_OF_NOW.test(text);
  });
}

/** Outflow lines of a calendar; `month`: of a single month. */
export function outflowLines(calendar: Calendar): Record<'toDate' | 'month' | 'average', Line | undefined> {
  const isOutflow = ({ text }: Line) =>
    (totalFlow(text) === 'outflow' || OUTFLOW.test(text)) && !NOT_OF_NOW.test(text.replace(TO_DATE, ''));
  const isToDate = (line: Line) => line.toDate || TO_DATE.test(line.text);
  return {
    average: lineBy(calendar, (line) => isOutflow(line) && AVERAGE.test(line.text)),
    toDate: lineBy(calendar, (line) => isOutflow(line) && !AVERAGE.test(line.text) && isToDate(line)),
    month: lineBy(calendar, (line) => isOutflow(line) && !AVERAGE.test(line.text) && !isToDate(line)),
  };
}

/** Of the month: what was there at the beginning of the year is one figure, and no line of months. */
const OPENING = /(?:月初|上月末|上期末)[^|]*(?:余额|库款|库存|结存)/;
const INFLOW = /流入|库款收入|收入合计|收入小计|(?:^|\|)(?:库款|[本当]月)?增加(?:额|数)?$/;

/** The lines of a calendar that tell each month by itself: what was there at its end, what came in and went out. */
export function flowLines(calendar: Calendar): [phase: 'opening' | 'closing' | 'inflow' | 'outflow', line: Line][] {
  const balance = balanceLine(calendar);
  const opening = lineBy(calendar, ({ text, toDate }) => OPENING.test(text) && !toDate && !AVERAGE.test(text));
  const inflow = lineBy(
    calendar,
    ({ text, toDate }) =>
      (totalFlow(text) === 'inflow' || INFLOW.test(text)) &&
      !toDate &&
      !TO_DATE.test(text) &&
      !AVERAGE.test(text) &&
      !NOT_OF_NOW.test(text),
  );
  const outflow = outflowLines(calendar).month;
  return [
    ...(opening ? [['opening', opening] as ['opening', Line]] : []),
    ...(balance ? [['closing', balance] as ['closing', Line]] : []),
    ...(inflow ? [['inflow', inflow] as ['inflow', Line]] : []),
    ...(outflow ? [['outflow', outflow] as ['outflow', Line]] : []),
  ];
}

function monthsOf(sheet: Sheet, calendar: Calendar): TreasuryMonth[] {
  const balance = balanceLine(calendar);
  const { toDate, month: inMonth, average } = outflowLines(calendar);
  const flow = toDate ?? (calendar.months.length > 1 || !average ? inMonth : undefined) ?? average;
  if (!balance || !flow) return [];
  const scale = balance.unit && flow.unit ? yuanPer(flow.unit) / yuanPer(balance.unit) : 1;
  const found: TreasuryMonth[] = [];
  let year = { of: NaN, sum: 0, cells: [] as Position[] };
  calendar.months.forEach((when, i) => {
    const [balanceCell, flowCell] = [balance.cells[i], flow.cells[i]];
    const [cash, out] = [balanceCell, flowCell].map((cell) => cell && figureAt(sheet, cell.row, cell.column));
    const isInMonth = flow === inMonth;
    const month = when.month ?? NaN;
    // The average of a year begins anew in January; without it the year's outflow is unknown.
    if (isInMonth && month === 1) year = { of: when.year ?? 0, sum: 0, cells: [] };
    const follows = isInMonth && year.of === (when.year ?? 0) && year.cells.length + 1 === month;
    if (isInMonth && (!follows || !out || !flowCell)) {
      year = { ...year, of: NaN };
      return;
    }
    if (isInMonth && out && flowCell) year = { ...year, sum: year.sum + out.value, cells: [...year.cells, flowCell] };
    if (!cash || !out || !balanceCell || !flowCell || !(month >= 1 || flow === average)) return;
    found.push({
      ...when,
      balance: cash.value,
      outflow: (isInMonth ? year.sum : out.value) * scale,
      over: flow === average ? 1 : month,
      balanceCell,
      outflowCells: isInMonth ? year.cells : [flowCell],
      isOneUnit: scale === 1,
    });
  });
  return found;
}

function printedOf(sheet: Sheet, calendar: Calendar): PrintedCoverage[] {
  const by = (words: RegExp) => calendar.lines.find(({ text }) => words.test(text) && !NOT_COVERAGE.test(text));
  const ratio = by(COVERAGE);
  const line = ratio ?? by(DAYS);
  return (line?.cells ?? []).flatMap((cell, i): PrintedCoverage[] => {
    const printed = figureAt(sheet, cell.row, cell.column);
    if (!printed || printed.value < 0) return [];
    // Nobody keeps cash for five months: 23 is 23 %.
    const scale = !ratio ? DAYS_OF_MONTH : printed.value > MOST_MONTHS || /%/.test(ratio.text) ? 100 : 1;
    return [{ ...calendar.months[i], value: printed.value / scale, printed, scale, cell }];
  });
}

const MOST_MONTHS = 5;

/** The score of 2015–2018 (K6), by its names. It is out of use: known, never computed. */
const OBSOLETE_SCORE = /库款[^|]{0,8}(?:综合)?得分|余额同比[^|]{0,6}得分|保障水平得分|置换债[^|]{0,6}得分/;

/** Where a table still keeps the obsolete score: a header, or the label of a row. */
export function obsoleteScore({ columns, rows, headerRows }: Table): Position | undefined {
  const column = columns.find(({ path }) => OBSOLETE_SCORE.test(path.join('|')));
  if (column) return { row: headerRows[1], column: column.column };
  const row = rows.find(({ label }) => OBSOLETE_SCORE.test(plainText(label)));
  return row && { row: row.row, column: row.labelColumn };
}

/** K1: balance ÷ average monthly outflow of the year so far. */
export function treasuryCoverage({ balance, outflow, over }: TreasuryMonth): number | undefined {
  return outflow > 0 ? balance / (outflow / over) : undefined;
}
