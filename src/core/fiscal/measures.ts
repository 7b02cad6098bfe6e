import type { BookId } from '../grid/book-id';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { significant } from '../numbers/decimal';
import { intervalOf, scaled } from '../numbers/interval';
import { monthNumber, months, type Period, periodIn } from '../numbers/period';
import { yuanPer } from '../numbers/unit';
import { isRateName } from '../tables/label';
import { figureAt, shownText } from '../tables/printed';
import type { Column, Table, TableRow } from '../tables/table';
import { moneyUnitOf } from '../tables/unit-of-cell';
import { disposalIncome } from './ledgers/disposals';
import { hasTimesDown } from './meanings/cash-figures';
import { tiersAcross } from './meanings/tiers-across';
import { meanings } from './meanings/meanings';
import { type Meant, PLANS } from './meanings/meant';
import type { Measure, Phase } from './measure';
import { flowLines, readTreasury } from './treasury/read-treasury';
import { DEBT_PARTS, debtPart, placeOf, scopeOf } from './whose-figure';

/** A sheet as it was read, with the book it is of. */
export interface MeasuredSheet {
  readonly book: BookId;
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
}

/** Every figure of the workbooks whose phase is known, in tables whose kind is. */
export function indexMeasures(sheets: readonly MeasuredSheet[]): Measure[] {
  return sheets.flatMap(({ book, sheet, tables }) =>
    tables.flatMap((table) => [
      ...measuresOf(book, sheet, table),
      ...monthsOfTreasury(book, sheet, table),
      ...disposals(book, sheet, table),
      ...coverages(book, sheet, table),
    ]),
  );
}

/** What an asset ledger brought in, as one figure: it is to be found again among the revenue. */
function disposals(book: BookId, sheet: Sheet, table: Table): Measure[] {
  const income = disposalIncome(sheet, table);
  const [row] = income?.rows ?? [];
  if (!income || !row) return [];
  const meant: Meant = {
    row,
    column: income.column,
    phase: 'ytd',
    subject: 'disposals',
    side: 'revenue',
    name: '资产处置收入',
    scope: 'assets',
  };
  const measure = measured(book, sheet, table, meant);
  return measure ? [{ ...measure, yuan: income.yuan, interval: { low: income.yuan, high: income.yuan } }] : [];
}

/** 库款系数 wherever one is printed: two tables of one month must print the same. */
function coverages(book: BookId, sheet: Sheet, table: Table): Measure[] {
  return readTreasury(sheet, table).flatMap(({ place, printed }) =>
    printed.flatMap(({ year, month, value, printed: figure, scale, cell }): Measure[] => {
      const period = year === undefined || month === undefined ? undefined : months(year, month, month);
      return [
        {
          subject: 'coverage',
          name: '库款系数',
          side: 'cash',
          phase: 'closing',
          scope: place,
          place: placeOf(table, book),
          tier: table.tier,
          from: period?.from,
          asOf: period?.to,
          yuan: value,
          interval: scaled(intervalOf({ ...figure, exact: false }), 1 / scale),
          unit: undefined,
          isLive: sheet.cells.kind[cellIndex(sheet.cells, cell.row, cell.column)] === CellKind.number,
          kind: table.kind,
          header: '库款系数',
          depth: 0,
          isTotal: false,
          table: tableKey(book, sheet, table),
          cell: { book, sheet: sheet.name, ...cell },
        },
      ];
    }),
  );
}

/** Cash and its flows month by month, where the months do not stand down the rows. */
function monthsOfTreasury(book: BookId, sheet: Sheet, table: Table): Measure[] {
  if (table.kind !== '库款月报' || hasTimesDown(table)) return [];
  const columns = new Map(table.columns.map((column) => [column.column, column]));
  return readTreasury(sheet, table).flatMap(({ place, calendar }) =>
    flowLines(calendar).flatMap(([phase, { text, cells }]) =>
      calendar.months.flatMap(({ year, month }, i) => {
        const cell = cells[i];
        const period = year === undefined || month === undefined ? undefined : months(year, month, month);
        const row = table.rows.find((line) => line.row === cell?.row);
        const column = columns.get(cell?.column ?? -1);
        if (!period || !row || !column) return [];
        return (
          measured(book, sheet, table, {
            row,
            column,
            phase,
            period,
            subject: 'cash',
            side: 'cash',
            name: '库款',
            scope: place,
            header: text,
          }) ?? []
        );
      }),
    ),
  );
}

function tableKey(book: BookId, { name }: Sheet, { headerRows, at }: Table): string {
  return `${book}|${name}|${headerRows[0]}|${at.left}`;
}

function measuresOf(book: BookId, sheet: Sheet, table: Table): Measure[] {
  return sumsOfRounded(meanings(table).flatMap((meant) => measured(book, sheet, table, meant) ?? []));
}

const HUNDRED_MILLION = 1e8;

/** A total that adds up what was rounded to 亿元 is as far off as all its parts may be. */
function sumsOfRounded(measures: readonly Measure[]): Measure[] {
  return measures.map((total) => {
    const { unit, isTotal, cell, phase } = total;
    if (!isTotal || unit === undefined || yuanPer(unit) < HUNDRED_MILLION) return total;
    const inColumn = measures.filter((one) => !one.isTotal && one.cell.column === cell.column && one.phase === phase);
    // Below a total may stand what it is held against: 债务限额, 限额空间.
    const parts = [
      inColumn,
      inColumn.filter((one) => one.cell.row < cell.row),
      inColumn.filter((one) => one.cell.row > cell.row),
    ].find(
      (some) =>
        some.length >= 2 && significant(some.reduce((all, { yuan }) => all + yuan, 0)) === significant(total.yuan),
    );
    if (!parts) return total;
    const low = parts.reduce((all, { interval }) => all + interval.low, 0);
    const high = parts.reduce((all, { interval }) => all + interval.high, 0);
    return { ...total, interval: { low, high } };
  });
}

/** 2025年预算数 in a table of 2026 is last year's plan, not what last year came to. */
function isPlan(header: string): boolean {
  return /预算|计划|任务/.test(header) && !/执行|完成|决算|实际|累计|%/.test(header.split('|').at(-1) ?? '');
}

/** 目标年度 2026年: a goal for a year to come is no budget of this one. */
function isForLater(sheet: Sheet, { columns, period }: Table, { row }: TableRow): boolean {
  const column = columns.find(({ path }) => /目标年[度份]/.test(path.at(-1) ?? ''));
  const year = column && periodIn(shownText(sheet, row, column.column));
  return year !== undefined && period !== undefined && year.to > `${period.to.slice(0, 4)}-12-31`;
}

const BY_MONTH = /(?:截[至止]到?|1\s*[-—–~～至]\s*)(\d{1,2})月/;

/** 截至5月 in a table of June is what was done by May, 1-6月 is of June whatever the title says, and 本月 of its last month. */
function timeOfColumn({ period }: Table, { path }: Column, phase: Phase): Period | undefined {
  if (!period) return undefined;
  const [year, last] = [Number(period.to.slice(0, 4)), monthNumber(period.to)];
  if (phase === 'month') return months(year, last, last);
  const month = Number(BY_MONTH.exec(path.at(-1) ?? '')?.[1]);
  return phase === 'ytd' && month !== last ? months(year, 1, month) : undefined;
}

function measured(
  book: BookId,
  sheet: Sheet,
  table: Table,
  {
    row,
    column,
    phase,
    subject,
    side,
    name,
    scope,
    period = timeOfColumn(table, column, phase) ?? table.period,
    header = column.path.join('|'),
    isAside,
  }: Meant,
): Measure | undefined {
  const figure = figureAt(sheet, row.row, column.column);
  if (!figure || isRateName(row.name) || (PLANS.includes(phase) && isForLater(sheet, table, row))) return undefined;
  const unit = moneyUnitOf(table, row, column);
  const factor = unit === undefined ? 1 : yuanPer(unit);
  return {
    subject: subject === 'debt' ? (DEBT_PARTS[debtPart(table, column) ?? ''] ?? subject) : subject,
    name,
    side,
    phase: phase === 'prior' && isPlan(header) ? 'budget_prior' : phase,
    scope: scopeOf(table, column, scope),
    place: placeOf(table, book),
    tier: column.tier ?? table.tier,
    from: period?.from,
    asOf: period?.to,
    yuan: figure.value * factor,
    // Another table may keep more places of what this one computes from rounded figures.
    interval: scaled(intervalOf({ ...figure, exact: false }), factor),
    unit,
    isLive: sheet.cells.kind[cellIndex(sheet.cells, row.row, column.column)] === CellKind.number,
    kind: table.kind,
    header,
    depth: row.level,
    isTotal: row.role === 'total',
    ...(isAside === true || tiersAcross(table).wholes.has(column) ? { isAside: true } : {}),
    table: tableKey(book, sheet, table),
    cell: { book, sheet: sheet.name, row: row.row, column: column.column },
  };
}
