import type { SampleBook } from '../book';
import { countyMonth } from '../county-month';
import { MONTH_PLAN } from '../planted-errors';
import type { SheetDraft } from '../sheet-draft';
import { inMonth, upTo, type SampleRole, type TableTruth } from '../table-truth';

/** The first sample: it is laid out cell by cell, so its truth is written down here. */
const truth = (
  sheet: string,
  kind: string,
  unit: '元' | '万元',
  period: TableTruth['period'],
  roles: readonly SampleRole[],
  left = 0,
): TableTruth => ({ sheet, kind, unit, period, columns: roles.map((role, i) => ({ c: left + i, role })), top: 3 });

const TRUTH: readonly TableTruth[] = [
  truth('收入执行表 ', '一般公共预算收入执行情况表', '万元', inMonth(2023, 5), [
    'item',
    'budget_initial',
    'budget_adjusted',
    'month',
    'month_prior',
    'month_delta',
    'month_pct_yoy',
    'ytd',
    'prior',
    'delta',
    'pct_yoy',
    'pct_budget',
    'remark',
  ]),
  truth('支出执行表', '支出执行表', '万元', upTo(2023, 5), [
    'code',
    'item',
    'budget_initial',
    'budget_adjusted',
    'month',
    'ytd',
    'prior',
    'delta',
    'pct_yoy',
    'pct_budget',
  ]),
  truth('上级补助表', '转移支付表', '万元', upTo(2023, 5), [
    'item',
    'budget_initial',
    'ytd',
    'prior',
    'delta',
    'pct_yoy',
  ]),
  truth('库款月报', '库款月报', '元', inMonth(2023, 5), ['item', 'opening', 'inflow', 'outflow', 'closing', 'remark']),
  truth('政府性基金表', '政府性基金', '万元', upTo(2023, 5), ['item', 'budget_initial', 'ytd']),
  truth('政府性基金表', '政府性基金', '万元', upTo(2023, 5), ['item', 'budget_initial', 'ytd'], 4),
  truth('补助发放表', '低保/补贴发放表', '元', upTo(2023, 5), [
    'item',
    'count',
    'standard',
    'months',
    'due',
    'paid',
    'amount',
    'amount',
  ]),
];

function sheets(): SheetDraft[] {
  const drafts = countyMonth();
  for (const draft of drafts) draft.tables.push(...TRUTH.filter(({ sheet }) => sheet === draft.name));
  return drafts;
}

export const COUNTY_MAY: SampleBook = {
  name: 'county-2023-05',
  sheets,
  facts: [
    { sheet: '库款月报', code: 'I405', why: '支出慢于序时，库款系数勉强保住' },
    { sheet: '库款月报', code: 'I401', why: '库款保障水平连续两个月低于0.3' },
    { sheet: '收入执行表 ', code: 'I402', why: '非税占比高于30%' },
    { sheet: '支出执行表', code: 'I402', why: '支出进度35.26%，低于序时进度6.4个百分点；预备费2.9%' },
    {
      sheet: '政府性基金表',
      code: 'I402',
      why: '土地出让收入完成预算的19.7%，低于序时进度；调出资金计划3500万元，未调出',
    },
    { sheet: '补助发放表', code: 'T308', why: '白水乡、南河乡欠发上期补助，列在未发金额' },
  ],
  errors: MONTH_PLAN,
};
