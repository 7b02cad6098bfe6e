/** Where a bound comes from. `verified: false`: quoted from practice; the document was not at hand. */
export interface Source {
  readonly document: string;
  readonly article?: string;
  readonly from?: string;
  readonly to?: string;
  readonly verified: boolean;
  /** A choice of ours, for want of any document. */
  readonly isDefault?: true;
}

/** A bound always carries its source: one without does not compile. */
export interface Bound {
  readonly value: number;
  readonly source: Source;
}

/** A bound that is first warned of and then red. Shares are plain ratios: 0.3 is 30 %. */
export interface TwoBounds {
  readonly warn: number;
  readonly fail: number;
  readonly source: Source;
}

/** Bounds of the treasury coverage (库款系数), a plain ratio. */
export interface TreasuryBand {
  readonly low: Bound;
  readonly high: Bound;
  /** Below it the warning is red at once. */
  readonly alarm: Bound;
  /** So many months running below `low` make the warning red. */
  readonly monthsBelow: Bound;
}

/** Every bound that a judgement rests on. Province, county and year packs lay over the national one. */
export interface Pack {
  readonly treasury: TreasuryBand;
  /** Days that the cash lasts. */
  readonly cashDays: TwoBounds;
  /** How far progress may stay behind the elapsed share of the year. */
  readonly behindSchedule: TwoBounds;
  /** 双过半: half of the year's task by the end of June. */
  readonly halfYear: Bound;
  readonly nonTaxShare: TwoBounds;
  readonly landTaxShare: Bound;
  readonly livelihoodShare: Bound;
  /** 预备费 ÷ 一般公共预算支出. */
  readonly reserve: { readonly low: number; readonly high: number; readonly source: Source };
  readonly interestShare: Bound;
  readonly fundBehind: Bound;
}
