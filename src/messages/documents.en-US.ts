import type { DOCUMENTS_ZH } from './documents.zh-CN';

/** Documents that bounds are taken from, and their articles: in English. */
export const DOCUMENTS_EN = {
  'document.monitoring':
    'Ministry of Finance, monitoring of treasury coverage (cash at month end ÷ average monthly outflow of the year)',
  'document.budgetLaw': 'Budget Law of the People’s Republic of China',
  'document.budgetRules': 'Regulation on the Implementation of the Budget Law (State Council Order 729)',
  'document.procurementRules':
    'Regulation on the Implementation of the Government Procurement Law (State Council Order 658)',
  'document.debtEmergency': 'General Office of the State Council, letter 88 of 2016',
  'document.countyReports': 'measure usual in reports of local finances',
  'document.guaranteeFirst': 'budgeting of the three guarantees: national and provincial standards in full',
  'document.debtRisk': 'usual classes of risk of statutory local debt',
  'document.poorest': 'State Council, document 14 of 2016',
  'document.schools': 'base rate per pupil for running costs of compulsory education',
  'document.health': 'subsidy per head for basic public health services',
  'document.revenuePlan': 'goals of the county revenue programme',
  'document.audit': 'defaults of the library of audit methods',
  'document.direct': 'direct funds: to be shared out within thirty days of their receipt',
  'document.article28': ', Article 28',
  'document.article35': ', Article 35',
  'document.article40': ', Article 40',
  'document.article49': ', Article 49',
} as const satisfies Readonly<Record<keyof typeof DOCUMENTS_ZH, string>>;
