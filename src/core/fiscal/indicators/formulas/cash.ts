import { cellName, quoteSheet, type Position } from '../../../grid/address';
import { cellIndex, CellKind, type Sheet } from '../../../grid/sheet';
import { monthNumber } from '../../../numbers/period';
import { standingOf, type Coverage } from '../../treasury-series';
import { against, bounded, brokenRolls, graded, judged, stated } from '../building-blocks';
import { given, ratioOf, times, type Figure } from '../figure';
import type { Formulas, IndicatorContext, Inquiry } from '../indicator';
import { schedule } from '../../schedule';

/** Days of a month in the reckoning of how long the cash lasts. */
const DAYS_OF_MONTH = 30;
const MONTHS = 12;

/** The treasury table of the latest month, with its cells put on record. */
function latestTreasury(ask: Inquiry, { treasury }: IndicatorContext) {
  const series = treasury.reduce<(typeof treasury)[number] | undefined>(
    (latest, one) => (!latest || (one.table.period?.to ?? '') > (latest.table.period?.to ?? '') ? one : latest),
    undefined,
  );
  const last = series?.months.at(-1);
  if (!series || !last) return void ask.lacking('库款月报', '月末库款余额和库款流出');
  for (const cell of [last.balanceCell, ...last.outflowCells])
    ask.cells.push({ file: series.file, sheet: series.sheet.name, ...cell });
  return { last, months: series.months, live: coverageLive(series.sheet, last) };
}

/** 库款系数 as an Excel expression on the treasury table. */
function coverageLive(sheet: Sheet, { balanceCell, outflowCells, month }: Coverage): string | undefined {
  const isNumber = ({ row, column }: Position) =>
    sheet.cells.kind[cellIndex(sheet.cells, row, column)] === CellKind.number;
  if (![balanceCell, ...outflowCells].every(isNumber)) return undefined;
  const reference = (cell: Position) => `${quoteSheet(sheet.name)}!${cellName(cell)}`;
  return `${reference(balanceCell)}/((${outflowCells.map(reference).join('+')})/${month})`;
}

/** The cash of the latest month in 万元. */
export function balance(ask: Inquiry): Figure {
  return ask.figure('cash', 'closing');
}

/** 库款系数 by the definition that the pack chooses: see `Calibres`. */
function coverage(ask: Inquiry, context: IndicatorContext): Figure | undefined {
  const month = ask.asOf === undefined ? MONTHS : monthNumber(ask.asOf);
  switch (ask.pack.calibres.coverage) {
    case 'K2':
      return ratioOf(balance(ask), times(ask.figure('expenditure', 'ytd'), given(1 / month)));
    case 'K3':
      return ratioOf(
        balance(ask),
        times(ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'), given(1 / MONTHS)),
      );
    case 'K4':
      return ratioOf(
        balance(ask),
        times(ask.firstOf('guaranteeWages', 'budget_adjusted', 'budget_initial'), given(1 / MONTHS)),
      );
    case 'K5': {
      const found = latestTreasury(ask, context);
      return found && { value: found.last.value * DAYS_OF_MONTH, live: found.live && `${found.live}*${DAYS_OF_MONTH}` };
    }
    default: {
      const found = latestTreasury(ask, context);
      return found && { value: found.last.value, live: found.live };
    }
  }
}

/** C: treasury cash. */
export const CASH: Formulas = {
  C01: (ask, context) => {
    const value = coverage(ask, context);
    const { treasury: band, calibres } = ask.pack;
    const calibre = `coverage.${calibres.coverage}`;
    if (!value) return undefined;
    // The band is that of K1; by another definition the value is shown without a verdict.
    if (calibres.coverage !== 'K1') return { ...stated(value), calibre };
    const { standing } = standingOf(latestTreasury(ask, context)?.months ?? [], band);
    const verdict = standing === 'normal' || standing === 'high' ? 'pass' : standing === 'low' ? 'warn' : 'fail';
    const outcome = judged(
      stated(value),
      verdict,
      { id: 'between', numbers: { low: band.low.value, high: band.high.value } },
      band.low.source,
    );
    return outcome && { ...outcome, calibre };
  },
  C02: (ask) => brokenRolls(ask, '库款月报', '期初、流入、流出、期末'),
  C03: (ask, context) => {
    const found = latestTreasury(ask, context);
    if (!found) return undefined;
    const { warn, fail, source } = ask.pack.cashDays;
    const days = found.last.value * DAYS_OF_MONTH;
    const verdict = days < fail ? 'fail' : days < warn ? 'warn' : 'pass';
    return judged(
      stated({ value: days, live: found.live && `${found.live}*${DAYS_OF_MONTH}` }),
      verdict,
      { id: 'atLeast', numbers: { bound: warn } },
      source,
    );
  },
  C04: (ask) =>
    against(
      ratioOf(balance(ask), times(ask.firstOf('guarantee', 'budget_adjusted', 'budget_initial'), given(1 / MONTHS))),
      ask.pack.cashToGuarantee,
      'atLeast',
      'fail',
    ),
  C05: (ask, context) => {
    const found = latestTreasury(ask, context);
    const [done, budget] = [
      ask.figure('expenditure', 'ytd'),
      ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'),
    ];
    if (!found || ask.asOf === undefined) return undefined;
    const { behindSchedule, treasury } = ask.pack;
    const behind = schedule(ask.pack, ask.asOf) - done.value / budget.value > behindSchedule.warn;
    const held = found.last.value >= treasury.alarm.value && found.last.value < treasury.high.value;
    const verdict = behind && held ? 'warn' : 'pass';
    return {
      ...stated({ value: found.last.value, live: found.live }),
      verdict,
      ...graded(verdict),
      target: { id: 'notHeldBack', numbers: {} },
      source: behindSchedule.source,
    };
  },
  C06: (ask) =>
    bounded(
      ask.whole('库款月报', /调度/, '上级调度款'),
      ask.whole('库款月报', /流入(?!.*调度)/, '库款流入', 'money', ({ table }) =>
        table.columns.some(({ path }) => /调度/.test(path.join('|'))),
      ),
      ask.pack.dispatchShare,
      'atMost',
      'warn',
    ),
  C07: (ask) => stated(ask.money('库款月报', /财政专户/, 'closing', '财政专户余额')),
};
