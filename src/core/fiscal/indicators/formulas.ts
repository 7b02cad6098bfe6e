import { meets } from '../../numbers/interval';
import { elapsedShare } from '../../numbers/period';
import { NATIONAL_PACK } from '../national-pack';
import { LIVELIHOOD_SETS } from '../subjects';
import { standingOf } from '../treasury-series';
import { amount, graded, growth, halfYear, inTenThousands, notAbove, percent, progress, sumOf } from './building-blocks';
import type { Formula, IndicatorContext, Inquiry, Outcome } from './indicator';

const MAIN_LAND_TAXES = ['deedTax', 'landAppreciationTax', 'farmlandTax'];

/** Half a 万元 in yuan: the coarsest that such tables print. */
const HALF = 5_000;

/** Two ways to one amount: told apart by more than their printing explains, the indicator fails. */
function tie(whole: number, parts: number): Outcome {
  const verdict = meets({ low: whole - HALF, high: whole + HALF }, { low: parts - HALF, high: parts + HALF }) ? 'pass' : 'fail';
  return { value: whole / 10_000, verdict, ...graded(verdict), target: { id: 'tie', numbers: { bound: parts / 10_000 } } };
}

function livelihood(ask: Inquiry): number {
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
  return { series, last };
}

/** How each indicator that can be computed is computed. Those that are not here say what they would need. */
export const FORMULAS: Readonly<Record<string, Formula>> = {
  T01: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: asOf, verdict: 'pass' }),
  T02: (_ask, { asOf }) => (asOf === undefined ? undefined : { value: elapsedShare(asOf) * 100, verdict: 'pass' }),
  T03: (ask, { asOf }) => halfYear(ask.yuan('localRevenue', 'ytd'), ask.yuan('localRevenue', 'budget_initial'), asOf),
  T05: (ask) => inTenThousands(ask.yuan('localRevenue', 'ytd') - ask.yuan('localRevenue', 'prior')),
  T06: (ask) => growth(ask.yuan('localRevenue', 'ytd'), ask.yuan('localRevenue', 'prior')),
  T07: (ask) => percent(ask.yuan('localRevenue', 'ytd'), ask.yuan('localRevenue', 'budget_initial')),

  R01: amount('totalRevenue'),
  R02: (ask, { asOf }) => progress(ask.yuan('totalRevenue', 'ytd'), ask.yuan('totalRevenue', 'budget_initial'), asOf),
  R03: (ask) => tie(ask.yuan('localRevenue', 'ytd'), sumOf(ask, ['tax', 'nonTax'], 'ytd')),
  R04: amount('tax'),
  R05: amount('nonTax'),
  R06: (ask) => notAbove(ask.yuan('nonTax', 'ytd'), ask.yuan('localRevenue', 'ytd'), NATIONAL_PACK.nonTaxShare),
  R07: (ask) => percent(ask.yuan('tax', 'ytd'), ask.yuan('localRevenue', 'ytd')),
  R08: (ask, { asOf }) => progress(ask.yuan('localRevenue', 'ytd'), ask.yuan('localRevenue', 'budget_initial'), asOf),
  R09: (ask) => tie(ask.yuan('localRevenue', 'ytd') - ask.yuan('localRevenue', 'prior'), sumOf(ask, ['tax', 'nonTax'], 'ytd') - sumOf(ask, ['tax', 'nonTax'], 'prior')),
  R10: (ask) => {
    const { value, source } = NATIONAL_PACK.landTaxShare;
    return notAbove(sumOf(ask, MAIN_LAND_TAXES, 'ytd'), ask.yuan('tax', 'ytd'), { warn: value, fail: Infinity, source });
  },
  R12: (ask) => tie(ask.yuan('localRevenue', 'ytd'), sumOf(ask, ['taxOffice', 'financeOffice'], 'ytd')),
  R16: (ask) => tie(ask.yuan('transfers', 'ytd'), sumOf(ask, ['returned', 'general', 'special'], 'ytd')),
  R17: amount('returned'),
  R18: amount('general'),
  R19: amount('equalisation'),
  R20: amount('ethnic'),
  R21: amount('basicFinance'),
  R22: amount('ecology'),
  R23: amount('oldBases'),
  R24: amount('settlement'),
  R25: (ask) => percent(ask.yuan('transfers', 'ytd'), ask.yuan('expenditure', 'ytd')),
  R27: (ask) => percent(ask.yuan('localRevenue', 'ytd'), ask.yuan('expenditure', 'ytd')),
  R28: (ask, { asOf }) => {
    const [done, budget] = [ask.yuan('fundRevenue', 'ytd'), ask.yuan('fundRevenue', 'budget_initial')];
    const { value, source } = NATIONAL_PACK.fundBehind;
    const behind = asOf !== undefined && elapsedShare(asOf) - done / budget > value;
    return { value: done / 10_000, verdict: behind ? 'fail' : 'pass', ...graded(behind ? 'fail' : 'pass'), target: { id: 'fundSchedule', numbers: { bound: value * 100 } }, source };
  },
  R29: (ask) => percent(ask.yuan('fundTransferOut', 'ytd'), ask.yuan('fundTransferOut', 'budget_initial')),

  E01: amount('expenditure'),
  E02: (ask) => growth(ask.yuan('expenditure', 'ytd'), ask.yuan('expenditure', 'prior')),
  E03: (ask, { asOf }) => progress(ask.yuan('expenditure', 'ytd'), ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial'), asOf),
  E04: (ask) => inTenThousands(livelihood(ask)),
  E05: (ask) => {
    const [part, whole] = [livelihood(ask), ask.yuan('expenditure', 'ytd')];
    const { value, source } = NATIONAL_PACK.livelihoodShare;
    const verdict = part / whole < value ? 'warn' : 'pass';
    const share = percent(part, whole);
    return share && { ...share, verdict, ...graded(verdict), target: { id: 'atLeast', numbers: { bound: value * 100 } }, source };
  },
  E06: (ask) => percent(livelihood(ask), ask.yuan('expenditure', 'ytd') + ask.yuan('fundExpenditure', 'ytd')),
  E07: amount('education', 'budget_initial'),
  E08: (ask, { asOf }) => progress(ask.yuan('education', 'ytd'), ask.firstOf('education', 'budget_adjusted', 'budget_initial'), asOf),
  E18: amount('science', 'budget_initial'),
  E24: (ask) => {
    const [part, whole] = [ask.yuan('reserve', 'budget_initial'), ask.yuan('expenditure', 'budget_initial')];
    const { low, high, source } = NATIONAL_PACK.reserve;
    const verdict = part / whole < low || part / whole > high ? 'fail' : 'pass';
    const share = percent(part, whole);
    return share && { ...share, verdict, ...graded(verdict), target: { id: 'between', numbers: { low: low * 100, high: high * 100 } }, source };
  },

  C01: (ask, context) => {
    const found = latestTreasury(ask, context);
    if (!found) return undefined;
    const band = NATIONAL_PACK.treasury;
    const { standing } = standingOf(found.series.months, band);
    const verdict = standing === 'normal' || standing === 'high' ? 'pass' : standing === 'low' ? 'warn' : 'fail';
    return { value: found.last.value, verdict, ...graded(verdict), target: { id: 'between', numbers: { low: band.low.value, high: band.high.value } }, source: band.low.source };
  },
  C03: (ask, context) => {
    const found = latestTreasury(ask, context);
    if (!found) return undefined;
    const { warn, fail, source } = NATIONAL_PACK.cashDays;
    const days = found.last.value * 30;
    const verdict = days < fail ? 'fail' : days < warn ? 'warn' : 'pass';
    return { value: days, verdict, ...graded(verdict), target: { id: 'atLeast', numbers: { bound: warn } }, source };
  },
  C05: (ask, context) => {
    const found = latestTreasury(ask, context);
    const [done, budget] = [ask.yuan('expenditure', 'ytd'), ask.firstOf('expenditure', 'budget_adjusted', 'budget_initial')];
    if (!found || context.asOf === undefined) return undefined;
    const behind = elapsedShare(context.asOf) - done / budget > NATIONAL_PACK.behindSchedule.warn;
    const held = found.last.value >= NATIONAL_PACK.treasury.alarm.value;
    const verdict = behind && held && found.last.value < NATIONAL_PACK.treasury.high.value ? 'warn' : 'pass';
    return { value: found.last.value, verdict, ...graded(verdict), source: NATIONAL_PACK.behindSchedule.source };
  },
  D08: (ask) => {
    const { value, source } = NATIONAL_PACK.interestShare;
    return notAbove(ask.yuan('interest', 'ytd'), ask.yuan('expenditure', 'ytd'), { warn: value, fail: value, source });
  },
};
