import { cellName, quoteSheet, type Position } from '../../grid/address';
import { cellIndex, CellKind, type Sheet } from '../../grid/sheet';
import { roundHalfUp } from '../../numbers/decimal';
import { meets } from '../../numbers/interval';
import { elapsedShare } from '../../numbers/period';
import { NATIONAL_PACK } from '../national-pack';
import { LIVELIHOOD_SETS } from '../subjects';
import { standingOf, type Coverage } from '../treasury-series';
import { amount, growth, halfYear, judged, notAbove, percent, progress, stated, sumOf } from './building-blocks';
import { minus, plus, type Figure } from './figure';
import type { Formula, IndicatorContext, Inquiry, Outcome } from './indicator';

/** Days of a month in the reckoning of how long the cash lasts. */
const DAYS_OF_MONTH = 30;
const MAIN_LAND_TAXES = ['deedTax', 'landAppreciationTax', 'farmlandTax'];

/** Half a 万元: the coarsest that such tables print. */
const HALF = 0.5;

/** Two ways to one amount: told apart by more than their printing explains, the indicator fails. */
function tie(whole: Figure, parts: Figure): Outcome | undefined {
  const interval = ({ value }: Figure) => ({ low: value - HALF, high: value + HALF });
  return judged(stated(whole), meets(interval(whole), interval(parts)) ? 'pass' : 'fail', { id: 'tie', numbers: { bound: roundHalfUp(parts.value, 2) } }, undefined);
}

function livelihood(ask: Inquiry): Figure {
  return sumOf(ask, LIVELIHOOD_SETS.default14, 'ytd');
}

/** The treasury table of the latest month, with its cells put on record. */
function latestTreasury(ask: Inquiry, { treasury }: IndicatorContext) {
  const [series] = treasury;
  const last = series?.months.at(-1);
  if (!series || !last) {
    ask.missing.push({ subject: 'treasury', phase: 'month' });
    return undefined;
  }
  for (const cell of [last.balanceCell, ...last.outflowCells]) ask.cells.push({ file: series.file, sheet: series.sheet.name, ...cell });
  return { last, months: series.months, live: coverageLive(series.sheet, last) };
}

/** 库款系数 as an Excel expression on the treasury table. */
function coverageLive(sheet: Sheet, { balanceCell, outflowCells, month }: Coverage): string | undefined {
  const isNumber = ({ row, column }: Position) => sheet.cells.kind[cellIndex(sheet.cells, row, column)] === CellKind.number;
  if (![balanceCell, ...outflowCells].every(isNumber)) return undefined;
  const reference = (cell: Position) => `${quoteSheet(sheet.name)}!${cellName(cell)}`;
  return `${reference(balanceCell)}/((${outflowCells.map(reference).join('+')})/${month})`;
}

/** How each indicator that can be computed is computed. Those that are not here say what they would need. */
export const FORMULAS: Readonly<Record<string, Formula>> = {
  T01: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: asOf, verdict: 'pass' }),
  T02: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: elapsedShare(asOf) * 100, verdict: 'pass' }),
  T03: (ask, { asOf }) => halfYear(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial'), asOf),
  T05: (ask) => stated(minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior'))),
  T06: (ask) => growth(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior')),
  T07: (ask) => percent(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial')),

  R01: amount('totalRevenue'),
  R02: (ask, { asOf }) => progress(ask.figure('totalRevenue', 'ytd'), ask.figure('totalRevenue', 'budget_initial'), asOf),
  R03: (ask) => tie(ask.figure('localRevenue', 'ytd'), sumOf(ask, ['tax', 'nonTax'], 'ytd')),
  R04: amount('tax'),
  R05: amount('nonTax'),
  R06: (ask) => notAbove(ask.figure('nonTax', 'ytd'), ask.figure('localRevenue', 'ytd'), NATIONAL_PACK.nonTaxShare),
  R07: (ask) => percent(ask.figure('tax', 'ytd'), ask.figure('localRevenue', 'ytd')),
  R08: (ask, { asOf }) => progress(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial'), asOf),
  R09: (ask) => tie(minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior')), minus(sumOf(ask, ['tax', 'nonTax'], 'ytd'), sumOf(ask, ['tax', 'nonTax'], 'prior'))),
  R10: (ask) => {
    const { value, source } = NATIONAL_PACK.landTaxShare;
    return notAbove(sumOf(ask, MAIN_LAND_TAXES, 'ytd'), ask.figure('tax', 'ytd'), { warn: value, fail: Infinity, source });
  },
  R12: (ask) => tie(ask.figure('localRevenue', 'ytd'), sumOf(ask, ['taxOffice', 'financeOffice'], 'ytd')),
  R16: (ask) => tie(ask.figure('transfers', 'ytd'), sumOf(ask, ['returned', 'general', 'special'], 'ytd')),
  R17: amount('returned'),
  R18: amount('general'),
  R19: amount('equalisation'),
  R20: amount('ethnic'),
  R21: amount('basicFinance'),
  R22: amount('ecology'),
  R23: amount('oldBases'),
  R24: amount('settlement'),
  R25: (ask) => percent(ask.figure('transfers', 'ytd'), ask.figure('expenditure', 'ytd')),
  R27: (ask) => percent(ask.figure('localRevenue', 'ytd'), ask.figure('expenditure', 'ytd')),
  R28: (ask, { asOf }) => {
    const [done, budget] = [ask.figure('fundRevenue', 'ytd'), ask.figure('fundRevenue', 'budget_initial')];
    const { value, source } = NATIONAL_PACK.fundBehind;
    const behind = asOf !== undefined && elapsedShare(asOf) - done.value / budget.value > value;
    return judged(Number.isNaN(budget.value) ? undefined : stated(done), behind ? 'fail' : 'pass', { id: 'fundSchedule', numbers: { bound: value * 100 } }, source);
  },
  R29: (ask) => percent(ask.figure('fundTransferOut', 'ytd'), ask.figure('fundTransferOut', 'budget_initial')),

  E01: amount('expenditure'),
  E02: (ask) => growth(ask.figure('expenditure', 'ytd'), ask.figure('expenditure', 'prior')),
  E03: (ask, { asOf }) => progress(ask.figure('expenditure', 'ytd'), ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'), asOf),
  E04: (ask) => stated(livelihood(ask)),
  E05: (ask) => {
    const [part, whole] = [livelihood(ask), ask.figure('expenditure', 'ytd')];
    const { value, source } = NATIONAL_PACK.livelihoodShare;
    return judged(percent(part, whole), part.value / whole.value < value ? 'warn' : 'pass', { id: 'atLeast', numbers: { bound: value * 100 } }, source);
  },
  E06: (ask) => percent(livelihood(ask), plus(ask.figure('expenditure', 'ytd'), ask.figure('fundExpenditure', 'ytd'))),
  E07: amount('education', 'budget_initial'),
  E08: (ask, { asOf }) => progress(ask.figure('education', 'ytd'), ask.firstOf('education', 'budget_adjusted', 'budget_initial'), asOf),
  E18: amount('science', 'budget_initial'),
  E24: (ask) => {
    const [part, whole] = [ask.figure('reserve', 'budget_initial'), ask.figure('expenditure', 'budget_initial')];
    const { low, high, source } = NATIONAL_PACK.reserve;
    const share = part.value / whole.value;
    return judged(percent(part, whole), share < low || share > high ? 'fail' : 'pass', { id: 'between', numbers: { low: low * 100, high: high * 100 } }, source);
  },

  C01: (ask, context) => {
    const found = latestTreasury(ask, context);
    if (!found) return undefined;
    const band = NATIONAL_PACK.treasury;
    const { standing } = standingOf(found.months, band);
    const verdict = standing === 'normal' || standing === 'high' ? 'pass' : standing === 'low' ? 'warn' : 'fail';
    return judged(stated({ value: found.last.value, live: found.live }), verdict, { id: 'between', numbers: { low: band.low.value, high: band.high.value } }, band.low.source);
  },
  C03: (ask, context) => {
    const found = latestTreasury(ask, context);
    if (!found) return undefined;
    const { warn, fail, source } = NATIONAL_PACK.cashDays;
    const days = found.last.value * DAYS_OF_MONTH;
    const verdict = days < fail ? 'fail' : days < warn ? 'warn' : 'pass';
    return judged(stated({ value: days, live: found.live && `${found.live}*${DAYS_OF_MONTH}` }), verdict, { id: 'atLeast', numbers: { bound: warn } }, source);
  },
  C05: (ask, context) => {
    const found = latestTreasury(ask, context);
    const [done, budget] = [ask.figure('expenditure', 'ytd'), ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial')];
    if (!found || context.asOf === undefined) return undefined;
    const { behindSchedule, treasury } = NATIONAL_PACK;
    const behind = elapsedShare(context.asOf) - done.value / budget.value > behindSchedule.warn;
    const held = found.last.value >= treasury.alarm.value && found.last.value < treasury.high.value;
    const verdict = behind && held ? 'warn' : 'pass';
    return { ...stated({ value: found.last.value, live: found.live }), verdict, ...(verdict === 'warn' ? { grade: 'yellow' as const } : {}), source: behindSchedule.source };
  },
  D08: (ask) => {
    const { value, source } = NATIONAL_PACK.interestShare;
    return notAbove(ask.figure('interest', 'ytd'), ask.figure('expenditure', 'ytd'), { warn: value, fail: value, source });
  },
};
