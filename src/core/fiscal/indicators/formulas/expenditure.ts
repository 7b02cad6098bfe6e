import { roundHalfUp } from '../../../numbers/decimal';
import { figureAt } from '../../../tables/printed';
import type { Column, Table, TableRow } from '../../../tables/table';
import type { TableKind } from '../../../tables/table-kinds';
import { inForce, type Bound } from '../../pack';
import { livelihoodSubjects } from '../../subjects';
import {
  against,
  amount,
  bounded,
  brokenRolls,
  doneAndBudget,
  growth,
  judged,
  none,
  percent,
  progress,
  stated,
  sumOf,
  tie,
} from '../building-blocks';
import { given, minus, plus, ratioOf, times, type Figure } from '../figure';
import type { MissingItem } from '../items';
import type { CalibreId, Formula, Formulas, Inquiry, Outcome } from '../indicator';
import { columnFor, figureIn, itemsOf, type PlacedTable } from '../lookup';
import { wordsAt } from '../../../tables/cells';

/** The functional classes that the pack counts as 民生. */
function livelihood(ask: Inquiry): Figure {
  return sumOf(ask, livelihoodSubjects(ask.pack.calibres.livelihood), 'ytd');
}

function calibreOfLivelihood({ pack }: Inquiry): CalibreId {
  return typeof pack.calibres.livelihood === 'string' ? `livelihood.${pack.calibres.livelihood}` : 'livelihood.chosen';
}

/** 生均公用经费: the lowest standard of a stage of school, against the one in force. */
function pupil(ask: Inquiry, stage: RegExp, bounds: readonly Bound[], item: MissingItem): Outcome | undefined {
  const lowest = lowestStandard(ask, '义务教育公用经费测算表', (placed, row) => {
    const stageColumn = placed.table.columns.find(({ path }) => /学段|类别|阶段/.test(path.join('|')));
    return stage.test(stageColumn ? wordsAt(placed.sheet, row.row, stageColumn) : row.name);
  });
  if (!lowest) return void ask.lacking('义务教育公用经费测算表', item);
  const bound = inForce(bounds, ask.asOf);
  return bound ? against(lowest, bound, 'atLeast', 'fail') : stated(lowest);
}

/** 半年标准, 2025年春季学期: the standard in force is that of a year. */
function isOfHalfYear({ title }: Table, { path }: Column): boolean {
  const header = path.join('|');
  return /半年|学期/.test(header) || (/学期/.test(title) && !/年/.test(header));
}

/** The lowest standard in the rows of the first table that has any, put on record. */
function lowestStandard(
  ask: Inquiry,
  kind: TableKind,
  which: (placed: PlacedTable, row: TableRow) => boolean,
): Figure | undefined {
  for (const placed of ask.tables(kind, 'standard')) {
    const column = columnFor(placed.table, 'standard');
    const found = column
      ? itemsOf(placed.table)
          .filter((row) => which(placed, row) && figureAt(placed.sheet, row.row, column.column))
          .map((row) => ({ row, figure: figureIn(placed, row, column, 'number') }))
      : [];
    const lowest = found.reduce<(typeof found)[number] | undefined>(
      (low, one) => (!low || one.figure.value < low.figure.value ? one : low),
      undefined,
    );
    if (!lowest || !column) continue;
    ask.note(placed, lowest.row, column);
    return isOfHalfYear(placed.table, column) ? times(lowest.figure, given(2)) : lowest.figure;
  }
  return undefined;
}

/** 只减不增 holds for each kind of 三公, too: the first that is above last year. */
function risenPart(ask: Inquiry): Outcome | undefined {
  for (const placed of ask.tables('三公', 'threePublicParts')) {
    const [now, before] = [columnFor(placed.table, 'ytd'), columnFor(placed.table, 'prior')];
    if (!now || !before) continue;
    for (const row of placed.table.rows) {
      const [spent, last] = [now, before].map((column) => figureIn(placed, row, column, 'money'));
      if (!spent || !last || !(spent.value > last.value)) continue;
      ask.note(placed, row, now);
      return judged(stated(spent), 'warn', { id: 'atMost', numbers: { bound: roundHalfUp(last.value, 2) } }, undefined);
    }
  }
  return undefined;
}

/** Money for people seen, by head. */
const unitCost =
  (row: RegExp, item: 'womenScreening'): Formula =>
  (ask) => {
    const paid = ask.money('公共卫生', row, /资金|金额|拨付|补助(?!标准)/, `${item}.means`);
    const persons = ask.number('公共卫生', row, 'persons', `${item}.persons`);
    return stated(ratioOf(times(paid, given(10_000)), persons));
  };

/** E: general public budget expenditure and the plans of its parts. */
export const EXPENDITURE = {
  E01: amount('expenditure'),
  E02: (ask) => growth(ask.figure('expenditure', 'ytd'), ask.figure('expenditure', 'prior')),
  E03: (ask) => progress(ask, ...doneAndBudget(ask, 'expenditure')),
  E04: (ask) => ({ ...stated(livelihood(ask)), calibre: calibreOfLivelihood(ask) }),
  E05: (ask) => {
    const outcome = bounded(
      livelihood(ask),
      ask.figure('expenditure', 'ytd'),
      ask.pack.livelihoodShare,
      'atLeast',
      'warn',
    );
    return outcome && { ...outcome, calibre: calibreOfLivelihood(ask) };
  },
  E06: (ask) => {
    const outcome = percent(
      livelihood(ask),
      plus(ask.figure('expenditure', 'ytd'), ask.figure('fundExpenditure', 'ytd')),
    );
    return outcome && { ...outcome, calibre: calibreOfLivelihood(ask) };
  },
  E07: amount('education', 'budget_initial'),
  E08: (ask) =>
    progress(ask, ask.figure('education', 'ytd'), ask.firstOf('education', 'budget_adjusted', 'budget_initial')),
  E09: (ask) => pupil(ask, /小学/, ask.pack.primaryPupil, 'primaryPupilStandard'),
  E10: (ask) => pupil(ask, /初中/, ask.pack.juniorPupil, 'juniorPupilStandard'),
  E11: (ask) =>
    bounded(
      ask.whole('义务教育公用经费测算表', 'paid', 'halfYearPaid'),
      ask.whole('义务教育公用经费测算表', 'demand', 'yearDemand'),
      ask.pack.halfYear,
      'atLeast',
      'warn',
    ),
  E12: (ask) => stated(ask.money(undefined, /课后服务/, 'budget_initial', 'afterSchool')),
  E13: (ask) => {
    const bound = inForce(ask.pack.publicHealth, ask.asOf);
    const [means, persons] = [
      ask.whole('公共卫生', /需求|补助(?:资金|金额)|合计/, 'publicHealth.means'),
      ask.whole('公共卫生', 'persons', 'publicHealth.persons', 'number', ({ table }) =>
        table.columns.some(({ role }) => role === 'standard'),
      ),
    ];
    const head = ratioOf(times(means, given(10_000)), persons);
    const lowest = lowestStandard(ask, '公共卫生', () => true);
    if (bound && lowest && lowest.value < bound.value) return against(lowest, bound, 'atLeast', 'fail');
    return bound ? against({ ...head, value: roundHalfUp(head.value, 2) }, bound, 'atLeast', 'fail') : stated(head);
  },
  E14: (ask) => stated(ask.money('公共卫生', /基药|基本药物/, /资金|金额|拨付/, 'basicDrugs')),
  E15: (ask) => {
    const [screened, helped] = [
      ask.number('公共卫生', /产前筛查/, 'persons', 'prenatalScreening'),
      ask.number('公共卫生', /高危/, 'persons', 'highRisk'),
    ];
    return judged(
      stated(screened),
      helped.value > screened.value ? 'fail' : 'pass',
      { id: 'atLeast', numbers: { bound: helped.value } },
      undefined,
    );
  },
  E16: unitCost(/两癌|宫颈癌|乳腺癌/, 'womenScreening'),
  E17: (ask) =>
    stated(
      plus(
        ask.number('公共卫生', /先(?:天性)?心(?:脏)?病/, 'persons', 'heartScreening'),
        ask.number('公共卫生', /新生儿/, 'persons', 'newbornScreening'),
      ),
    ),
  E18: amount('science', 'budget_initial'),
  E19: (ask) => {
    const plan = ask.money(undefined, /文(?:化)?旅(?:游)?产业发展/, 'budget_initial', 'culturalTourism');
    return judged(stated(plan), plan.value > 0 ? 'pass' : 'warn', { id: 'begun', numbers: {} }, undefined);
  },
  E20: (ask) => {
    const plan = ask.whole('涉农整合', /合计|整合资金(?:规模|总额)|总额/, 'ruralFunds.plan');
    return tie(
      plan,
      plus(...[/中央/, /省/, /市/, /县/].map((level) => ask.whole('涉农整合', level, 'ruralFunds.levels'))),
    );
  },
  E21: (ask) => {
    const [placed] = ask.tables('环保投入', 'environmentInvestment');
    const column = placed && (columnFor(placed.table, 'budget_initial') ?? columnFor(placed.table, 'amount'));
    if (!placed || !column) return void ask.lacking('环保投入', 'expectedInvestment');
    const parts = itemsOf(placed.table)
      .map((row) => figureIn(placed, row, column, 'money'))
      .filter(({ value }) => Number.isFinite(value));
    return tie(ask.whole('环保投入', column.role, 'expectedInvestment'), plus(...parts));
  },
  E22: (ask) => {
    const now = ask.figure('threePublic', 'ytd');
    const before = ask.firstOf('threePublic', 'prior', 'budget_prior', 'budget_initial');
    const total = judged(
      stated(now),
      now.value > before.value ? 'fail' : 'pass',
      { id: 'atMost', numbers: { bound: roundHalfUp(before.value, 2) } },
      undefined,
    );
    const risen = risenPart(ask);
    return total?.verdict === 'pass' ? (risen ?? total) : total;
  },
  E23: (ask) => {
    const [now, before] = [
      ask.money(undefined, /^一般性支出/, 'budget_initial', 'generalExpenditure.budget'),
      ask.money(undefined, /^一般性支出/, 'prior', 'generalExpenditure.prior'),
    ];
    const cut = minus(before, now);
    return judged(percent(cut, before), cut.value > 0 ? 'pass' : 'warn', { id: 'begun', numbers: {} }, undefined);
  },
  E24: (ask) => {
    const [part, whole] = [ask.figure('reserve', 'budget_initial'), ask.figure('expenditure', 'budget_initial')];
    const { low, high, source } = ask.pack.reserve;
    const share = part.value / whole.value;
    return judged(
      percent(part, whole),
      share < low || share > high ? 'fail' : 'pass',
      { id: 'between', numbers: { low: low * 100, high: high * 100 } },
      source,
    );
  },
  E25: (ask) =>
    bounded(
      ask.money(undefined, /预算周转金/, 'closing', 'turnoverFund'),
      ask.figure('expenditure', 'budget_initial'),
      ask.pack.turnover,
      'atMost',
      'warn',
    ),
  E26: (ask) =>
    bounded(
      ask.money(undefined, /预算稳定调节基金/, 'closing', 'stabilisationFund'),
      ask.figure('expenditure', 'budget_initial'),
      ask.pack.stabilisation,
      'atMost',
      'warn',
    ),
  E27: (ask) =>
    bounded(
      ask.money(undefined, /结转结余/, 'closing', 'carriedOver'),
      ask.figure('expenditure', 'budget_initial'),
      ask.pack.surplusShare,
      'atMost',
      'warn',
    ),
  E28: (ask) =>
    bounded(
      ask.figure('suspense', 'closing'),
      plus(ask.figure('expenditure', 'budget_initial'), ask.figure('fundExpenditure', 'budget_initial')),
      ask.pack.suspenseShare,
      'atMost',
      'fail',
    ),
  E29: (ask) => brokenRolls(ask, '暂付款', 'suspenseRollForward'),
  E30: (ask) => {
    const { directFunds } = ask.pack.calibres;
    const base =
      directFunds === 'issued' ? ask.whole('直达资金', /下达/, 'issued') : ask.whole('直达资金', /到位/, 'arrived');
    const outcome = progress(ask, ask.whole('直达资金', 'ytd', 'directSpent'), base);
    const calibre: CalibreId = `directFunds.${directFunds}`;
    return outcome && { ...outcome, calibre };
  },
  E31: (ask) => {
    const late = ask.whole('部门决算', /11[-—~至－]12月/, 'lateSpending');
    return bounded(
      late,
      ask.whole(
        '部门决算',
        /全年(?:决算|支出)|决算数/,
        'yearSpending',
        'money',
        ({ table }) => columnFor(table, /11[-—~至－]12月/) !== undefined,
      ),
      ask.pack.lateSpending,
      'atMost',
      'warn',
    );
  },
  E32: (ask) => {
    const [placed] = ask.tables(
      '部门决算',
      'projectExecution',
      ({ table }) => columnFor(table, 'pct_budget') !== undefined && /项目/.test(table.title),
    );
    const column = placed && columnFor(placed.table, 'pct_budget');
    if (!placed || !column) return void ask.lacking('部门决算', 'projectExecution');
    const { value, source } = ask.pack.lowExecution;
    const low = itemsOf(placed.table).filter(
      ({ row }) => (figureAt(placed.sheet, row, column.column)?.value ?? 100) < value * 100,
    ).length;
    return none(low, 'warn', source);
  },
  E33: (ask) =>
    bounded(
      ask.whole('部门决算', /其他支出/, 'otherSpending'),
      ask.whole(
        '部门决算',
        /全年(?:决算|支出)|决算数/,
        'yearSpending',
        'money',
        ({ table }) => columnFor(table, /其他支出/) !== undefined,
      ),
      ask.pack.otherShare,
      'atMost',
      'warn',
    ),
  E34: (ask) => {
    const [levied, paid] = [
      ask.money(undefined, /收缴|应缴/, 'ytd', 'levied'),
      ask.money(undefined, /^(?:已)?入库|缴库/, 'ytd', 'paidIn'),
    ];
    return tie(levied, paid);
  },
} satisfies Formulas;
