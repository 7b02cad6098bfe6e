import { defineRule, type Datum, type Report } from '../core/findings/rule';
import type { Bound, TreasuryBand } from '../core/fiscal/pack';
import { statusAlarms, type StatusAlarm } from '../core/fiscal/treasury/status';
import type { CalendarMonth } from '../core/fiscal/treasury/calendar';
import { fittingDefinition, type RecomputedCoverage } from '../core/fiscal/treasury/definitions';
import { obsoleteScore } from '../core/fiscal/treasury/read-treasury';
import {
  judgeCoverage,
  treasurySeries,
  type JudgedCoverage,
  type KnownCoverage,
  type TreasurySeries,
} from '../core/fiscal/treasury/treasury-series';
import type { Position } from '../core/grid/address';
import { roundHalfUp } from '../core/numbers/decimal';
import type { SheetReading } from '../core/reading/sheet-reading';
import { readable } from './readable';
import { amount, eachTable } from './row-report';

type LowMessage = 'alarm' | 'monthsBelow' | 'low' | 'printedLow' | 'earlier' | 'high';
type MessageId = LowMessage | 'misprinted' | 'otherDefinition' | 'status' | 'obsolete';

/**
 * Indicator C01: the treasury coverage (库款系数, K1) of every month that a table has or prints against its band, where
 * the pack's definition is K1; and what the table prints against what its balance and outflow come to.
 */
export const treasuryCoverageRule = defineRule<MessageId>({
  code: 'I401',
  name: 'treasury-coverage',
  reach: 'sheet',
  levels: ['error', 'warning', 'hint'],
  messageIds: [
    'alarm',
    'monthsBelow',
    'low',
    'printedLow',
    'earlier',
    'high',
    'misprinted',
    'otherDefinition',
    'status',
    'obsolete',
  ],
  degrees: [['alarm', 'monthsBelow', 'low', 'printedLow', 'earlier']],
  check: ({ sheets, pack }) => {
    const treasury = treasurySeries(sheets);
    const judged = treasury.flatMap((series) => {
      const judgement = judgeCoverage(series, pack);
      return judgement ? [judge(series, judgement, pack.treasury)] : [];
    });
    const recomputed = treasury.map(printedReports);
    const status = statusReports(sheets, treasury);
    const reports = [...judged.flatMap((report) => report ?? []), ...recomputed.flat(), ...status];
    const why = treasury.length === 0 ? 'noTreasuryTable' : 'otherCoverage';
    return {
      passed: judged.filter((report) => report === undefined).length,
      reports: [...reports, ...obsoleteScores(sheets)],
      ...(judged.length === 0 && status.length === 0 ? { skipped: { why } } : {}),
    };
  },
});

/** The score of 2015–2018 is recognised so that nobody takes it for the coverage. */
function obsoleteScores(sheets: readonly SheetReading[]): Report<MessageId>[] {
  return eachTable(sheets).flatMap(({ reading, table }) => {
    const cell = obsoleteScore(table);
    return cell
      ? [{ level: 'hint' as const, sheet: reading.sheet.name, cells: [cell], messageId: 'obsolete' as const, data: {} }]
      : [];
  });
}

/** A table that says of itself that cash is short, without a figure that would tell how short. */
function statusReports(sheets: readonly SheetReading[], treasury: readonly TreasurySeries[]): Report<MessageId>[] {
  return eachTable(sheets)
    .filter(({ table }) => !treasury.some((series) => series.table === table))
    .flatMap(({ reading, table }) =>
      statusAlarms(reading.sheet, table).map(({ cell, text, row }: StatusAlarm): Report<MessageId> => ({
        level: 'warning',
        grade: 'yellow',
        sheet: reading.sheet.name,
        cells: [cell],
        indicator: 'C01',
        messageId: 'status',
        data: { row, status: text },
      })),
    );
}

const ROUNDED = 3;

/** Who and when, as the sentences ask for it. */
function whoAndWhen({ place, calendar }: TreasurySeries, { year, month }: CalendarMonth): Record<string, Datum> {
  const years = new Set(calendar.months.map((one) => one.year));
  return {
    place: place === '' ? 'none' : place,
    year: years.size > 1 && year !== undefined ? String(year) : 'none',
    month: month === undefined ? 'none' : String(month),
  };
}

function judge(series: TreasurySeries, judgement: JudgedCoverage, band: TreasuryBand): Report<MessageId> | undefined {
  const { last, standing, monthsBelow, lowest, allBelow } = judgement;
  const isRed = standing === 'alarm' || standing === 'monthsBelow';
  const known = (value: number) => ({ amount: roundHalfUp(value, ROUNDED), decimals: ROUNDED });
  const report = (
    messageId: LowMessage,
    of: KnownCoverage,
    grade: 'red' | 'yellow' | undefined,
    bound: Bound,
    data: Record<string, Datum>,
  ): Report<MessageId> => ({
    level: grade === undefined ? 'hint' : 'warning',
    ...(grade ? { grade } : {}),
    sheet: series.sheet.name,
    cells: cellsOf(of),
    ...(series.place === '' ? {} : { aspect: series.place }),
    indicator: 'C01',
    messageId,
    data: { ...whoAndWhen(series, of), value: known(of.value), bound: amount(bound.value), ...data },
    expected: bound.value,
    actual: of.value,
    difference: of.value - bound.value,
    source: bound.source,
  });
  const days = { amount: roundHalfUp(Math.max(0, last.value) * DAYS_OF_MONTH, 0), decimals: 0 };
  const cash = cashOf(series, last);
  if (standing === 'normal' || standing === 'high') {
    if (standing === 'high' && cash) return report('high', last, undefined, band.high, { ...cash.stand });
    if (!lowest) return undefined;
    const grade = lowest.value < band.alarm.value ? 'red' : 'yellow';
    return report('earlier', lowest, grade, band.low, { months: allBelow, now: known(last.value) });
  }
  const bound = standing === 'alarm' ? band.alarm : band.low;
  const grade = isRed ? 'red' : 'yellow';
  if (!cash) return report('printedLow', last, grade, bound, { days, months: monthsBelow });
  const short = readable(Math.max(0, band.low.value * cash.monthly - cash.balance), series.unit);
  return report(standing, last, grade, bound, {
    ...cash.stand,
    low: amount(band.low.value),
    short,
    days,
    ...(standing === 'monthsBelow' ? { months: monthsBelow } : {}),
  });
}

const DAYS_OF_MONTH = 30;

function cellsOf({ computed, printed }: KnownCoverage): readonly Position[] {
  return computed ? [computed.balanceCell, ...computed.outflowCells] : printed ? [printed.cell] : [];
}

function cashOf({ unit }: TreasurySeries, { computed }: KnownCoverage) {
  if (!computed) return undefined;
  const { balance, outflow, over } = computed;
  const monthly = outflow / over;
  return { balance, monthly, stand: { balance: readable(balance, unit), monthly: readable(monthly, unit) } };
}

/** What is printed, recomputed under the definition that most of it follows; and that definition, where it is not K1. */
function printedReports(series: TreasurySeries): Report<MessageId>[] {
  const fitting = fittingDefinition(series);
  if (!fitting) return [];
  const { definition, figures } = fitting;
  const holding = figures.filter(({ holds }) => holds).length;
  const wrong = figures.filter(({ holds }) => !holds);
  const [last] = figures.slice(-1);
  const report = (
    { printed, expected }: RecomputedCoverage,
    messageId: 'misprinted' | 'otherDefinition',
    level: 'error' | 'warning' | 'hint',
  ): Report<MessageId> => {
    const month = series.months.find((one) => one.year === printed.year && one.month === printed.month);
    return {
      level,
      ...(level === 'warning' ? { grade: 'yellow' as const } : {}),
      sheet: series.sheet.name,
      cells: [printed.cell, ...(month ? [month.balanceCell, ...month.outflowCells] : [])],
      ...(series.place === '' ? {} : { aspect: series.place }),
      messageId,
      data: {
        ...whoAndWhen(series, printed),
        printed: amount(printed.value),
        expected: { amount: roundHalfUp(expected, ROUNDED), decimals: ROUNDED },
        definition,
      },
      expected: roundHalfUp(expected, ROUNDED),
      actual: printed.value,
      difference: roundHalfUp(printed.value - expected, ROUNDED),
    };
  };
  // None fits: it may rest on figures that the table does not have.
  if (holding === 0) return figures.length === 1 && last ? [report(last, 'misprinted', 'warning')] : [];
  const slips = wrong.length < holding ? wrong.map((one) => report(one, 'misprinted', 'error')) : [];
  if (definition === 'K1' || !last) return slips;
  const own = series.months.find((one) => one.year === last.printed.year && one.month === last.printed.month);
  return own ? [...slips, report({ ...last, expected: own.value }, 'otherDefinition', 'hint')] : slips;
}
