import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { monthNumber } from '../numbers/period';
import { figureAt } from '../tables/printed';
import { plainText } from '../tables/label';
import type { Table } from '../tables/table';

/** Month-end cash of one month and what flowed out since January; in the unit of its table. */
export interface TreasuryMonth {
  /** 1–12. */
  readonly month: number;
  readonly balance: number;
  readonly outflowToDate: number;
  readonly balanceCell: Position;
  readonly outflowCells: readonly Position[];
}

const BALANCE = /(?:月末|期末|月底)[^|]*余额|余额[^|]*(?:月末|期末)/;
const OUTFLOW = /流出|库款支出|支出合计/;
const TO_DATE = /累计|年初至今|当年/;
const MONTH_LABEL = /^(\d{1,2})月/;

/**
 * 库款系数 needs the balance at month end and the outflow of the year. They stand as columns with a
 * row for each month, or as rows of one month's report.
 */
export function readTreasury(sheet: Sheet, table: Table): TreasuryMonth[] {
  const monthly = byMonthRows(sheet, table);
  return monthly.length > 0 ? monthly : byItemRows(sheet, table);
}

function byMonthRows(sheet: Sheet, table: Table): TreasuryMonth[] {
  const column = (test: (header: string) => boolean) => table.columns.find(({ path }) => test(path.join('|')))?.column;
  const balance = column((header) => BALANCE.test(header));
  const toDate = column((header) => OUTFLOW.test(header) && TO_DATE.test(header));
  const inMonth = column((header) => OUTFLOW.test(header) && !TO_DATE.test(header));
  if (balance === undefined || (toDate === undefined && inMonth === undefined)) return [];
  const months: TreasuryMonth[] = [];
  let sum = 0;
  let cells: Position[] = [];
  for (const row of table.rows) {
    const month = Number(MONTH_LABEL.exec(plainText(row.label))?.[1]);
    if (!(month >= 1 && month <= 12)) continue;
    const cash = figureAt(sheet, row.row, balance);
    const flow = figureAt(sheet, row.row, toDate ?? inMonth ?? 0);
    if (!cash || !flow) continue;
    const flowCell = { row: row.row, column: toDate ?? inMonth ?? 0 };
    sum = toDate === undefined ? sum + flow.value : flow.value;
    cells = toDate === undefined ? [...cells, flowCell] : [flowCell];
    // Without January the year's outflow is unknown.
    if (toDate === undefined && months.length + 1 !== month) return [];
    months.push({
      month,
      balance: cash.value,
      outflowToDate: sum,
      balanceCell: { row: row.row, column: balance },
      outflowCells: cells,
    });
  }
  return months;
}

function byItemRows(sheet: Sheet, table: Table): TreasuryMonth[] {
  if (!table.period) return [];
  const toDateColumns = table.columns.filter(({ role }) => role === 'ytd');
  const columns =
    toDateColumns.length > 0
      ? toDateColumns
      : table.columns.filter(({ role }) => role === 'amount' || role === 'month');
  const rowOf = (test: (label: string) => boolean) => table.rows.find(({ label }) => test(plainText(label)));
  const balance = rowOf((label) => BALANCE.test(label) || /^库款余额$/.test(label));
  // An outflow of the month alone says nothing of the year, unless its column is the one to date.
  const outflow =
    rowOf((label) => OUTFLOW.test(label) && TO_DATE.test(label)) ??
    (toDateColumns.length > 0 ? rowOf((label) => OUTFLOW.test(label)) : undefined);
  const balanceFigure = balance && firstFigure(sheet, balance.row, columns);
  const outflowFigure = outflow && firstFigure(sheet, outflow.row, columns);
  if (!balanceFigure || !outflowFigure) return [];
  return [
    {
      month: monthNumber(table.period.to),
      balance: balanceFigure.value,
      outflowToDate: outflowFigure.value,
      balanceCell: balanceFigure.at,
      outflowCells: [outflowFigure.at],
    },
  ];
}

function firstFigure(
  sheet: Sheet,
  row: number,
  columns: Table['columns'],
): { value: number; at: Position } | undefined {
  for (const { column } of columns) {
    const figure = figureAt(sheet, row, column);
    if (figure) return { value: figure.value, at: { row, column } };
  }
  return undefined;
}

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
export function treasuryCoverage({ balance, outflowToDate, month }: TreasuryMonth): number | undefined {
  return outflowToDate > 0 ? balance / (outflowToDate / month) : undefined;
}
