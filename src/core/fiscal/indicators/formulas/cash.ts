import { cellName, quoteSheet, type Position } from '../../../grid/address';
import { cellIndex, CellKind, type Sheet } from '../../../grid/sheet';
import { roundHalfUp } from '../../../numbers/decimal';
import { monthNumber } from '../../../numbers/period';
import {
  judgeCoverage,
  knownCoverages,
  latestSeries,
  type CoverageStanding,
  type KnownCoverage,
} from '../../treasury/treasury-series';
import { against, bounded, brokenRolls, graded, judged, stated } from '../building-blocks';
import { given, ratioOf, times, type Figure } from '../figure';
import type { CalibreId, Formulas, IndicatorBasis, IndicatorVerdict, Inquiry } from '../indicator';
import { schedule } from '../../schedule';

/** Days of a month in the reckoning of how long the cash lasts. */
const DAYS_OF_MONTH = 30;
const MONTHS = 12;

/** Cash that may lie idle misses its band, too; the rule tells of it as a hint. */
const VERDICTS: Readonly<Record<CoverageStanding, IndicatorVerdict>> = {
  alarm: 'fail',
  monthsBelow: 'fail',
  low: 'warn',
  normal: 'pass',
  high: 'warn',
};

/** The treasury table of the latest month, with its cells put on record. */
function latestTreasury(ask: Inquiry, { treasury }: IndicatorBasis) {
  const series = latestSeries(treasury);
  const last = series && knownCoverages(series).at(-1);
  if (!series || !last) return void ask.lacking('库款月报', 'cashAndOutflow');
  const { computed, printed } = last;
  const cells = computed ? [computed.balanceCell, ...computed.outflowCells] : printed ? [printed.cell] : [];
  for (const cell of cells) ask.cells.push({ book: series.book, sheet: series.sheet.name, ...cell });
  return { last, series, live: coverageLive(series.sheet, last) };
}

/** 库款系数 as an Excel expression on the treasury table. */
function coverageLive(sheet: Sheet, { computed, printed }: KnownCoverage): string | undefined {
  const isNumber = ({ row, column }: Position) =>
    sheet.cells.kind[cellIndex(sheet.cells, row, column)] === CellKind.number;
  const reference = (cell: Position) => `${quoteSheet(sheet.name)}!${cellName(cell)}`;
  if (!computed)
    return printed && isNumber(printed.cell)
      ? `${reference(printed.cell)}${printed.scale === 1 ? '' : `/${printed.scale}`}`
      : undefined;
  const { balanceCell, outflowCells, over, isOneUnit } = computed;
  if (!isOneUnit || ![balanceCell, ...outflowCells].every(isNumber)) return undefined;
  return `${reference(balanceCell)}/((${outflowCells.map(reference).join('+')})/${over})`;
}

/** The cash of the latest month in 万元. */
export function balance(ask: Inquiry): Figure {
  return ask.figure('cash', 'closing');
}

/** 库款系数 by the definition that the pack chooses: see `Calibres`. */
function coverage(ask: Inquiry, basis: IndicatorBasis): Figure | undefined {
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
      const found = latestTreasury(ask, basis);
      return found && { value: found.last.value * DAYS_OF_MONTH, live: found.live && `${found.live}*${DAYS_OF_MONTH}` };
    }
    default: {
      const found = latestTreasury(ask, basis);
      return found && { value: found.last.value, live: found.live };
    }
  }
}

/** C: treasury cash. */
export const CASH = {
  C01: (ask, basis) => {
    const value = coverage(ask, basis);
    const { treasury: band, calibres } = ask.pack;
    const calibre: CalibreId = `coverage.${calibres.coverage}`;
    if (!value) return undefined;
    const found = calibres.coverage === 'K1' ? latestTreasury(ask, basis) : undefined;
    const judgement = found && judgeCoverage(found.series, ask.pack);
    if (!judgement) return { ...stated(value), calibre };
    const outcome = judged(
      stated(value),
      VERDICTS[judgement.standing],
      { id: 'between', numbers: { low: band.low.value, high: band.high.value } },
      band.low.source,
    );
    return outcome && { ...outcome, calibre };
  },
  C02: (ask) => brokenRolls(ask, '库款月报', 'rollForward'),
  C03: (ask, basis) => {
    const found = latestTreasury(ask, basis);
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
  C05: (ask, basis) => {
    const found = latestTreasury(ask, basis);
    const [done, budget] = [
      ask.figure('expenditure', 'ytd'),
      ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'),
    ];
    if (!found || ask.asOf === undefined) return undefined;
    const { behindSchedule, treasury } = ask.pack;
    const [elapsed, share] = [schedule(ask.pack, ask.asOf), done.value / budget.value];
    const behind = elapsed - share > behindSchedule.warn;
    const held = found.last.value >= treasury.alarm.value && found.last.value < treasury.high.value;
    const verdict = behind && held ? 'warn' : 'pass';
    return {
      ...stated({ value: found.last.value, live: found.live }),
      verdict,
      ...graded(verdict),
      target: {
        id: 'notHeldBack',
        numbers: { bound: roundHalfUp(elapsed * 100, 2), held: roundHalfUp(share * 100, 2) },
      },
      source: behindSchedule.source,
    };
  },
  C06: (ask) =>
    bounded(
      ask.whole('库款月报', /调度/, 'dispatched'),
      ask.whole('库款月报', /流入(?!.*调度)/, 'cashInflow', 'money', ({ table }) =>
        table.columns.some(({ path }) => /调度/.test(path.join('|'))),
      ),
      ask.pack.dispatchShare,
      'atMost',
      'warn',
    ),
  C07: (ask) => stated(ask.money('库款月报', /财政专户/, 'closing', 'specialAccounts')),
} satisfies Formulas;
