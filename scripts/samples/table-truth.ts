/** What a column of a sample holds. */
export type SampleRole =
  | 'item'
  | 'code'
  | 'serial'
  | 'remark'
  | 'text'
  | 'date'
  | 'id_number'
  | 'budget_initial'
  | 'budget_adjusted'
  | 'month'
  | 'month_prior'
  | 'month_delta'
  | 'month_pct_yoy'
  | 'ytd'
  | 'prior'
  | 'delta'
  | 'pct_yoy'
  | 'pct_budget'
  | 'share'
  | 'opening'
  | 'inflow'
  | 'outflow'
  | 'closing'
  | 'limit'
  | 'demand'
  | 'standard'
  | 'persons'
  | 'months'
  | 'count'
  | 'area'
  | 'rate'
  | 'due'
  | 'paid'
  | 'amount';

export type SampleUnit = '元' | '千元' | '万元' | '亿元';

export interface SamplePeriod {
  readonly from: string;
  readonly to: string;
}

/** One table as a careful auditor reads it; rows and columns are 0-based. */
export interface TableTruth {
  readonly sheet: string;
  readonly kind: string;
  readonly unit: SampleUnit | null;
  readonly period: SamplePeriod | null;
  readonly columns: readonly { readonly c: number; readonly role: SampleRole }[];
  /** First header row. */
  readonly top: number;
}

/** A month by itself: what a title 2023年6月 says. */
export function inMonth(year: number, month: number): SamplePeriod {
  return { from: `${year}-${two(month)}-01`, to: upTo(year, month).to };
}

/** From January on: 1–6月, 上半年, 截至6月底. */
export function upTo(year: number, month: number, day = new Date(Date.UTC(year, month, 0)).getUTCDate()): SamplePeriod {
  return { from: `${year}-01-01`, to: `${year}-${two(month)}-${two(day)}` };
}

export function wholeYear(year: number): SamplePeriod {
  return upTo(year, 12);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
