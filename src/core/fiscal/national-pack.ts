import type { Pack, Source } from './pack';

const MONITORING: Source = { document: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）', verified: false };
const PRACTICE: Source = { document: 'Gouji 默认值', verified: false, isDefault: true };
const BUDGET_LAW: Source = { document: '中华人民共和国预算法', article: '第四十条', verified: false };
const DEBT_EMERGENCY: Source = { document: '国办函〔2016〕88号', verified: false };
const COUNTY_REPORTS: Source = { document: '各地财政运行通报常用口径', verified: false };

/** National defaults; province, county and year packs lay over them. */
export const NATIONAL_PACK: Pack = {
  treasury: {
    low: { value: 0.3, source: MONITORING },
    high: { value: 0.8, source: MONITORING },
    alarm: { value: 0.2, source: PRACTICE },
    monthsBelow: { value: 2, source: PRACTICE },
  },
  cashDays: { warn: 20, fail: 10, source: PRACTICE },
  behindSchedule: { warn: 0.05, fail: 0.1, source: PRACTICE },
  halfYear: { value: 0.5, source: COUNTY_REPORTS },
  nonTaxShare: { warn: 0.3, fail: 0.4, source: COUNTY_REPORTS },
  landTaxShare: { value: 0.4, source: PRACTICE },
  livelihoodShare: { value: 0.7, source: COUNTY_REPORTS },
  reserve: { low: 0.01, high: 0.03, source: BUDGET_LAW },
  interestShare: { value: 0.1, source: DEBT_EMERGENCY },
  fundBehind: { value: 0.2, source: PRACTICE },
};
