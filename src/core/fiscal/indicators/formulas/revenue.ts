import { monthNumber } from '../../../numbers/period';
import { roundHalfUp } from '../../../numbers/decimal';
import {
  amount,
  bounded,
  doneAndBudget,
  judged,
  notAbove,
  percent,
  progress,
  stated,
  sumOf,
  tie,
} from '../building-blocks';
import { growthOf, minus, plus, type Figure } from '../figure';
import type { CalibreId, Formulas, Inquiry } from '../indicator';
import { schedule } from '../../schedule';
import type { PlacedTable } from '../lookup';
import type { SubjectId } from '../../subjects';

const MAIN_LAND_TAXES = ['deedTax', 'landAppreciationTax', 'farmlandTax'] as const;

/** 一般公共预算总收入 in the chosen definition; what a table prints under that name where it does. */
function totalRevenue(ask: Inquiry, phase: 'ytd' | 'budget_initial'): Figure {
  if (ask.has('totalRevenue', phase)) return ask.figure('totalRevenue', phase);
  const others =
    ask.pack.calibres.totalRevenue === 'withTransfers'
      ? (['transfers'] as const)
      : (['centralShare', 'provinceShare'] as const);
  return sumOf(ask, ['localRevenue', ...others], phase);
}

const calibreOfTotal = (ask: Inquiry): CalibreId =>
  ask.has('totalRevenue', 'ytd') ? 'totalRevenue.printed' : `totalRevenue.${ask.pack.calibres.totalRevenue}`;

/** A tax that falls, by how much. */
function decline(ask: Inquiry, subject: SubjectId) {
  const now = stated(ask.figure(subject, 'ytd'));
  if (!ask.has(subject, 'prior')) return now;
  const change = growthOf(ask.figure(subject, 'ytd'), ask.figure(subject, 'prior')).value / 100;
  const { warn, fail, source } = ask.pack.taxDecline;
  return judged(
    now,
    -change > fail ? 'fail' : -change > warn ? 'warn' : 'pass',
    { id: 'declineAtMost', numbers: { bound: roundHalfUp(warn * 100, 4), held: change * 100 } },
    source,
  );
}

/** R: general public budget revenue, transfers, funds. */
export const REVENUE = {
  R01: (ask) => ({ ...stated(totalRevenue(ask, 'ytd')), calibre: calibreOfTotal(ask) }),
  R02: (ask) => {
    const outcome = progress(ask, totalRevenue(ask, 'ytd'), totalRevenue(ask, 'budget_initial'));
    return outcome && { ...outcome, calibre: calibreOfTotal(ask) };
  },
  R03: (ask) => tie(ask.figure('localRevenue', 'ytd'), sumOf(ask, ['tax', 'nonTax'], 'ytd')),
  R04: (ask) => decline(ask, 'tax'),
  R05: (ask) => {
    const now = stated(ask.figure('nonTax', 'ytd'));
    if (!ask.has('nonTax', 'prior') || !ask.has('tax', 'prior') || !ask.has('tax', 'ytd')) return now;
    const [rise, tax] = [
      growthOf(ask.figure('nonTax', 'ytd'), ask.figure('nonTax', 'prior')).value / 100,
      growthOf(ask.figure('tax', 'ytd'), ask.figure('tax', 'prior')).value,
    ];
    const { value, source } = ask.pack.nonTaxGrowth;
    return judged(
      now,
      rise > value && tax < 0 ? 'warn' : 'pass',
      { id: 'growthAtMost', numbers: { bound: value * 100, held: rise * 100 } },
      source,
    );
  },
  R06: (ask) => notAbove(ask.figure('nonTax', 'ytd'), ask.figure('localRevenue', 'ytd'), ask.pack.nonTaxShare),
  R07: (ask) =>
    bounded(ask.figure('tax', 'ytd'), ask.figure('localRevenue', 'ytd'), ask.pack.taxShare, 'atLeast', 'warn'),
  R08: (ask) => progress(ask, ...doneAndBudget(ask, 'localRevenue')),
  R09: (ask) =>
    tie(
      minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'prior')),
      minus(sumOf(ask, ['tax', 'nonTax'], 'ytd'), sumOf(ask, ['tax', 'nonTax'], 'prior')),
    ),
  R10: (ask) =>
    bounded(sumOf(ask, MAIN_LAND_TAXES, 'ytd'), ask.figure('tax', 'ytd'), ask.pack.landTaxShare, 'atMost', 'warn'),
  R11: (ask) => notAbove(ask.figure('assetDisposal', 'ytd'), ask.figure('localRevenue', 'ytd'), ask.pack.oneOffShare),
  R12: (ask) => tie(ask.figure('localRevenue', 'ytd'), sumOf(ask, ['taxOffice', 'financeOffice'], 'ytd')),
  R13: (ask) => {
    const whole = ask.whole('国库收入分级表', /合计/, 'total');
    const levels = [/中央/, /省/, /市/, /县/, /乡/].map((level) => ask.whole('国库收入分级表', level, 'levelRevenue'));
    return tie(whole, plus(...levels));
  },
  R14: (ask) => {
    // Goals for years to come have their own pace.
    const ofYear = ({ table }: PlacedTable) => !table.columns.some(({ path }) => /目标年度/.test(path.join('|')));
    const [done, budget] = [
      ask.whole('任务分解', 'ytd', 'task.done', 'money', ofYear),
      ask.whole('任务分解', 'budget_initial', 'task.year', 'money', ofYear),
    ];
    return progress(ask, done, budget);
  },
  R15: (ask) => {
    // Only a year's last month tells what was pushed into it.
    if (ask.asOf === undefined || monthNumber(ask.asOf) !== 12) return undefined;
    return bounded(ask.figure('nonTax', 'month'), ask.figure('nonTax', 'ytd'), ask.pack.yearEndShare, 'atMost', 'fail');
  },
  R16: (ask) => tie(ask.figure('transfers', 'ytd'), sumOf(ask, ['returned', 'general', 'special'], 'ytd')),
  R17: amount('returned'),
  R18: amount('general'),
  R19: amount('equalisation'),
  R20: amount('ethnic'),
  R21: amount('basicFinance'),
  R22: amount('ecology'),
  R23: amount('oldBases'),
  R24: (ask) => {
    const [part, whole] = [ask.figure('settlement', 'ytd'), ask.figure('general', 'ytd')];
    const { value, source } = ask.pack.settlementShare;
    const share = part.value / whole.value;
    return judged(
      stated(part),
      share > value ? 'warn' : 'pass',
      { id: 'shareAtMost', numbers: { bound: value * 100, held: share * 100 } },
      source,
    );
  },
  R25: (ask) => percent(ask.figure('transfers', 'ytd'), ask.figure('expenditure', 'ytd')),
  R26: (ask) =>
    tie(ask.figure('transfers', 'budget_initial'), ask.money(undefined, /提前下达/, 'amount', 'issuedInAdvance')),
  R27: (ask) => percent(ask.figure('localRevenue', 'ytd'), ask.figure('expenditure', 'ytd')),
  R28: (ask) => {
    const [done, budget] = [ask.figure('fundRevenue', 'ytd'), ask.figure('fundRevenue', 'budget_initial')];
    const { value, source } = ask.pack.fundBehind;
    const behind = ask.asOf !== undefined && schedule(ask.pack, ask.asOf) - done.value / budget.value > value;
    return judged(
      Number.isNaN(budget.value) ? undefined : stated(done),
      behind ? 'fail' : 'pass',
      { id: 'fundSchedule', numbers: { bound: value * 100, held: (done.value / budget.value) * 100 } },
      source,
    );
  },
  R29: (ask) => {
    const [done, plan] = [ask.figure('fundTransferOut', 'ytd'), ask.figure('fundTransferOut', 'budget_initial')];
    const share = percent(done, plan);
    const { warn, fail, source } = ask.pack.transferBegun;
    const month = ask.asOf === undefined ? 0 : monthNumber(ask.asOf);
    if (done.value > 0) return judged(share, 'pass', { id: 'transferBegun', numbers: {} }, source);
    // In the first months nothing is asked; later 三保 rests on it.
    if (month < warn) return share;
    return judged(share, month < fail ? 'warn' : 'fail', { id: 'transferBegun', numbers: {} }, source);
  },
  R30: (ask) => {
    const need = ask.figure('guarantee', 'demand');
    const means = ask.money(undefined, /可用财力/, /预算|金额|合计|可用/, 'availableMeans');
    const late = minus(ask.figure('fundTransferOut', 'budget_initial'), ask.figure('fundTransferOut', 'ytd'));
    const gap = minus(need, minus(means, late));
    return judged(stated(gap), gap.value > 0 ? 'fail' : 'pass', { id: 'atMost', numbers: { bound: 0 } }, undefined);
  },
  R31: (ask) =>
    ask.asOf !== undefined && monthNumber(ask.asOf) === 12
      ? stated(minus(ask.figure('localRevenue', 'ytd'), ask.figure('localRevenue', 'budget_initial')))
      : undefined,
} satisfies Formulas;
