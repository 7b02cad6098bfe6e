import type { Pack, Source } from './pack';

const MONITORING: Source = { document: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）', verified: false };
const PRACTICE: Source = { document: 'Gouji 默认值', verified: false, isDefault: true };
/** The Budget Law as amended in 2018, and the rules for it (State Council order 729), as in force in April 2025. */
const BUDGET_LAW: Source = { document: '中华人民共和国预算法', verified: true };
const BUDGET_RULES: Source = { document: '中华人民共和国预算法实施条例（国务院令第729号）', verified: true };
const RESERVE: Source = { ...BUDGET_LAW, article: '第四十条' };
const TURNOVER: Source = { ...BUDGET_RULES, article: '第四十九条' };
const DEBT_LIMITS: Source = { ...BUDGET_LAW, article: '第三十五条' };
const DEBT_EMERGENCY: Source = { document: '国办函〔2016〕88号', verified: false };
const COUNTY_REPORTS: Source = { document: '各地财政运行通报常用口径', verified: false };
const GUARANTEE_FIRST: Source = { document: '“三保”预算编制要求：国家标准和省定标准足额安排', verified: false };
const DEBT_RISK: Source = { document: '地方政府法定债务风险评估常用分档', verified: false };
const POOREST: Source = { document: '国发〔2016〕14号', verified: false };
const SCHOOLS: Source = { document: '城乡义务教育生均公用经费基准定额', verified: false };
const HEALTH: Source = { document: '基本公共卫生服务经费人均财政补助标准', verified: false };
const REVENUE_PLAN: Source = { document: '县级财源建设工程目标', verified: false };
const AUDIT: Source = { document: '审计方法库默认参数', verified: false };
const DIRECT: Source = { document: '直达资金管理要求：接到后三十日内分配下达', verified: false };

/** Of one calendar year. */
const year = (source: Source, number: number): Source => ({
  ...source,
  from: `${number}-01-01`,
  to: `${number}-12-31`,
});
const since = (source: Source, from: string): Source => ({ ...source, from });

/** National defaults; province, county and year packs lay over them. Those that the law itself gives are verified; the others are quoted from practice, or defaults of ours. */
export const NATIONAL_PACK: Pack = {
  treasury: {
    low: { value: 0.3, source: MONITORING },
    high: { value: 0.8, source: MONITORING },
    alarm: { value: 0.2, source: PRACTICE },
    monthsBelow: { value: 2, source: PRACTICE },
  },
  cashDays: { warn: 20, fail: 10, source: PRACTICE },
  cashToGuarantee: { value: 1, source: PRACTICE },
  dispatchShare: { value: 0.5, source: PRACTICE },
  behindSchedule: { warn: 0.05, fail: 0.1, source: PRACTICE },
  halfYear: { value: 0.5, source: COUNTY_REPORTS },
  nonTaxShare: { warn: 0.3, fail: 0.4, source: COUNTY_REPORTS },
  taxShare: { value: 0.6, source: PRACTICE },
  taxDecline: { warn: 0.1, fail: 0.2, source: PRACTICE },
  nonTaxGrowth: { value: 0.3, source: PRACTICE },
  landTaxShare: { value: 0.4, source: PRACTICE },
  oneOffShare: { warn: 0.15, fail: 0.3, source: PRACTICE },
  settlementShare: { value: 0.2, source: PRACTICE },
  livelihoodShare: { value: 0.7, source: COUNTY_REPORTS },
  reserve: { low: 0.01, high: 0.03, source: RESERVE },
  turnover: { value: 0.01, source: TURNOVER },
  stabilisation: { value: 0.05, source: PRACTICE },
  surplusShare: { value: 0.09, source: PRACTICE },
  suspenseShare: { value: 0.05, source: PRACTICE },
  directAllocated: { value: 1, source: DIRECT },
  interestShare: { value: 0.1, source: DEBT_EMERGENCY },
  fundBehind: { value: 0.2, source: PRACTICE },
  transferBegun: { warn: 5, fail: 10, source: PRACTICE },
  guaranteeCoverage: { value: 1, source: GUARANTEE_FIRST },
  debtCover: { value: 1, source: PRACTICE },
  debtLimit: { value: 1, source: DEBT_LIMITS },
  debtRatio: { yellow: 1.2, orange: 2, red: 3, source: DEBT_RISK },
  repaymentShare: { warn: 0.1, fail: 0.2, source: PRACTICE },
  extremePoverty: { value: 1.3, source: POOREST },
  primaryPupil: [
    { value: 650, source: { ...SCHOOLS, to: '2022-12-31' } },
    { value: 720, source: since(SCHOOLS, '2023-01-01') },
  ],
  juniorPupil: [
    { value: 850, source: { ...SCHOOLS, to: '2022-12-31' } },
    { value: 940, source: since(SCHOOLS, '2023-01-01') },
  ],
  publicHealth: [
    { value: 84, source: year(HEALTH, 2022) },
    { value: 89, source: year(HEALTH, 2023) },
    { value: 94, source: year(HEALTH, 2024) },
    { value: 99, source: year(HEALTH, 2025) },
  ],
  firms: [
    { from: 100, count: { value: 150, source: REVENUE_PLAN } },
    { from: 500, count: { value: 30, source: REVENUE_PLAN } },
    { from: 1000, count: { value: 15, source: REVENUE_PLAN } },
  ],
  nearThreshold: { value: 0.1, source: PRACTICE },
  taxConcentration: { value: 0.4, source: PRACTICE },
  parkTaxPerMu: { value: 15, source: REVENUE_PLAN },
  parkTaxShare: { value: 0.5, source: REVENUE_PLAN },
  smallFirmsShare: { value: 0.3, source: PRACTICE },
  openTender: { value: 200, source: PRACTICE },
  spike: { low: -0.8, high: 2, source: PRACTICE },
  yearEndShare: { value: 0.25, source: PRACTICE },
  lateSpending: { value: 0.5, source: AUDIT },
  lowExecution: { value: 0.2, source: AUDIT },
  otherShare: { value: 0.2, source: AUDIT },
  oldAge: { value: 80, source: PRACTICE },
  payday: { value: 10, source: PRACTICE },
  headcountJump: { value: 0.05, source: PRACTICE },
  calibres: {
    coverage: 'K1',
    totalRevenue: 'withTransfers',
    livelihood: 'default14',
    directFunds: 'issued',
    schedule: 'month',
  },
  // 库款系数, 双过半, 基金调入, 三保预算保障, 新增隐性债务.
  redLines: ['C01', 'T03', 'R29', 'B01', 'D01'],
  classification: [],
};
