import { NATIONAL_PACK } from '../../../src/core/fiscal/national-pack';
import type { Source } from '../../../src/core/fiscal/pack';

const LAW = '中华人民共和国预算法';
const RULES = '中华人民共和国预算法实施条例（国务院令第729号）';
const PRACTICE = 'Gouji 默认值';
const MONITORING = '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）';
const REPORTS = '各地财政运行通报常用口径';
const DEBT = '地方政府法定债务风险评估常用分档';
const SCHOOLS = '城乡义务教育生均公用经费基准定额';
const HEALTH = '基本公共卫生服务经费人均财政补助标准';
const REVENUE = '县级财源建设工程目标';
const AUDIT = '审计方法库默认参数';

/** Every bound of the national pack: where it stands in the pack, its value, its source, and why it is what it is. */
const BOUNDS: readonly (readonly [path: string, value: number, source: string, why: string])[] = [
  ['treasury.low', 0.3, MONITORING, '库款保障不足十天（0.3 个月）为低'],
  ['treasury.high', 0.8, MONITORING, '库款够付二十多天以上，可能闲置'],
  ['treasury.alarm', 0.2, PRACTICE, '不足六天，随时断付'],
  ['treasury.monthsBelow', 2, PRACTICE, '连续两个月偏低，不是一时周转'],
  ['cashDays.warn', 20, PRACTICE, '可支付天数少于二十天先预警'],
  ['cashDays.fail', 10, PRACTICE, '少于十天为红'],
  ['cashToGuarantee', 1, PRACTICE, '库款至少付得起一个月的“三保”'],
  ['dispatchShare', 0.5, PRACTICE, '一半以上的流入靠上级调度'],
  ['behindSchedule.warn', 0.05, PRACTICE, '慢于序时进度五个百分点'],
  ['behindSchedule.fail', 0.1, PRACTICE, '慢于序时进度十个百分点'],
  ['halfYear', 0.5, REPORTS, '双过半：六月底过一半'],
  ['nonTaxShare.warn', 0.3, REPORTS, '非税占比过三成'],
  ['nonTaxShare.fail', 0.4, REPORTS, '非税占比过四成'],
  ['taxShare', 0.6, PRACTICE, '税收占比应达六成'],
  ['taxDecline.warn', 0.1, PRACTICE, '税收同比降一成'],
  ['taxDecline.fail', 0.2, PRACTICE, '税收同比降两成'],
  ['nonTaxGrowth', 0.3, PRACTICE, '税收下降时非税增三成以上'],
  ['landTaxShare', 0.4, PRACTICE, '与土地房产有关的税占四成'],
  ['oneOffShare.warn', 0.15, PRACTICE, '一次性收入占一成半'],
  ['oneOffShare.fail', 0.3, PRACTICE, '一次性收入占三成'],
  ['settlementShare', 0.2, PRACTICE, '结算补助占两成'],
  ['livelihoodShare', 0.7, REPORTS, '民生支出占七成以上'],
  ['reserve.low', 0.01, `${LAW}第四十条`, '预备费不少于一般公共预算支出的百分之一'],
  ['reserve.high', 0.03, `${LAW}第四十条`, '预备费不多于百分之三'],
  ['turnover', 0.01, `${RULES}第四十九条`, '预算周转金不超过支出的百分之一'],
  ['stabilisation', 0.05, PRACTICE, '稳定调节基金达支出的百分之五'],
  ['surplusShare', 0.09, PRACTICE, '结转结余不超过支出的百分之九'],
  ['suspenseShare', 0.05, PRACTICE, '暂付款不超过支出的百分之五'],
  ['directAllocated', 1, '直达资金管理要求：接到后三十日内分配下达', '直达资金全部分配'],
  ['interestShare', 0.1, '国办函〔2016〕88号', '付息超过支出的一成要财政重整'],
  ['fundBehind', 0.2, PRACTICE, '基金收入慢于序时进度二十个百分点'],
  ['transferBegun.warn', 5, PRACTICE, '五月还没有调入'],
  ['transferBegun.fail', 10, PRACTICE, '十月还没有调入'],
  ['guaranteeCoverage', 1, '“三保”预算编制要求：国家标准和省定标准足额安排', '“三保”足额安排'],
  ['debtCover', 1, PRACTICE, '可用财力至少抵得上一年内到期的债'],
  ['debtLimit', 1, `${LAW}第三十五条`, '余额不得超过限额'],
  ['debtRatio.yellow', 1.2, DEBT, '债务率 120% 起为黄'],
  ['debtRatio.orange', 2, DEBT, '债务率 200% 起为橙'],
  ['debtRatio.red', 3, DEBT, '债务率 300% 起为红'],
  ['repaymentShare.warn', 0.1, PRACTICE, '偿债占财力一成'],
  ['repaymentShare.fail', 0.2, PRACTICE, '偿债占财力两成'],
  ['extremePoverty', 1.3, '国发〔2016〕14号', '特困标准为低保的 1.3 倍'],
  ['primaryPupil.0', 650, `${SCHOOLS} ~2022-12-31`, '小学每生每年 650 元'],
  ['primaryPupil.1', 720, `${SCHOOLS} 2023-01-01~`, '2023 年起 720 元'],
  ['juniorPupil.0', 850, `${SCHOOLS} ~2022-12-31`, '初中每生每年 850 元'],
  ['juniorPupil.1', 940, `${SCHOOLS} 2023-01-01~`, '2023 年起 940 元'],
  ['publicHealth.0', 84, `${HEALTH} 2022-01-01~2022-12-31`, '2022 年人均 84 元'],
  ['publicHealth.1', 89, `${HEALTH} 2023-01-01~2023-12-31`, '2023 年人均 89 元'],
  ['publicHealth.2', 94, `${HEALTH} 2024-01-01~2024-12-31`, '2024 年人均 94 元'],
  ['publicHealth.3', 99, `${HEALTH} 2025-01-01~2025-12-31`, '2025 年人均 99 元'],
  ['firms.0.from', 100, '', '纳税百万元的企业'],
  ['firms.0.count', 150, REVENUE, '应有 150 户'],
  ['firms.1.from', 500, '', '纳税五百万元的企业'],
  ['firms.1.count', 30, REVENUE, '应有 30 户'],
  ['firms.2.from', 1000, '', '纳税千万元的企业'],
  ['firms.2.count', 15, REVENUE, '应有 15 户'],
  ['openTender', 200, PRACTICE, '公开招标数额标准由省定，未装省参数包时按二百万元'],
  ['nearThreshold', 0.1, PRACTICE, '离门槛一成以内为临界'],
  ['taxConcentration', 0.4, PRACTICE, '前几户纳税占四成，税源过于集中'],
  ['parkTaxPerMu', 15, REVENUE, '园区亩均税收 15 万元'],
  ['parkTaxShare', 0.5, REVENUE, '园区税收占一半'],
  ['smallFirmsShare', 0.3, PRACTICE, '小户税收占三成'],
  ['spike.low', -0.8, PRACTICE, '单月收入比前几月均数低八成'],
  ['spike.high', 2, PRACTICE, '单月收入达前几月均数的三倍'],
  ['yearEndShare', 0.25, PRACTICE, '十二月非税占全年四分之一'],
  ['lateSpending', 0.5, AUDIT, '最后两月支出占全年一半'],
  ['lowExecution', 0.2, AUDIT, '项目执行不到两成'],
  ['otherShare', 0.2, AUDIT, '“其他”占项目支出两成'],
  ['oldAge', 80, PRACTICE, '高龄从 80 周岁起'],
  ['payday', 10, PRACTICE, '每月十日前发放'],
  ['headcountJump', 0.05, PRACTICE, '人数月际变动百分之五'],
];

interface Leaf {
  readonly path: string;
  readonly value: number;
  readonly source: string;
}

/** The numbers of a pack, each with the source that stands beside it or above it; a bound is called by its own name. */
function numbersIn(part: object, path = '', above = ''): Leaf[] {
  const source = 'source' in part ? textOf(part.source as Source) : above;
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const inner = name === 'value' ? path : path === '' ? name : `${path}.${name}`;
    if (typeof value === 'number') return [{ path: inner, value, source }];
    return typeof value === 'object' && value !== null && name !== 'source' ? numbersIn(value, inner, source) : [];
  });
}

function textOf({ document, article = '', from, to }: Source): string {
  const period = from === undefined && to === undefined ? '' : ` ${from ?? ''}~${to ?? ''}`;
  return `${document}${article}${period}`;
}

const found = new Map(numbersIn(NATIONAL_PACK).map((leaf) => [leaf.path, leaf]));

test.each(BOUNDS)('%s %d (%s): %s', (path, value, source) => {
  expect(found.get(path)).toEqual({ path, value, source });
});

test('no bound stands in the pack without its line here', () => {
  expect([...found.keys()].sort()).toEqual(BOUNDS.map(([path]) => path).sort());
});

test('what the law itself says was read in it; what is ours says so', () => {
  const { reserve, turnover, debtLimit, cashDays, halfYear } = NATIONAL_PACK;
  expect([reserve, turnover, debtLimit, halfYear].map(({ source }) => source.verified)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([cashDays.source.isDefault, reserve.source.isDefault]).toEqual([true, undefined]);
});

test('the definitions in use', () => {
  expect(NATIONAL_PACK.calibres).toEqual({
    coverage: 'K1',
    totalRevenue: 'withTransfers',
    livelihood: 'default14',
    directFunds: 'issued',
    schedule: 'month',
  });
});
