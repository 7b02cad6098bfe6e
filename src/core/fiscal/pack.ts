/** Where a bound comes from. `verified: false`: quoted from practice; the document was not at hand. */
export interface Source {
  readonly document: string;
  readonly article?: string;
  readonly from?: string;
  readonly to?: string;
  readonly verified: boolean;
}

/** A bound always carries its source: one without does not compile. */
export interface Bound {
  readonly value: number;
  readonly source: Source;
}

/** Bounds of the treasury coverage (库款系数), a plain ratio. */
export interface TreasuryBand {
  readonly low: Bound;
  readonly high: Bound;
  /** Below it the warning is red at once. */
  readonly alarm: Bound;
  /** So many months running below `low` make the warning red. */
  readonly monthsBelow: { readonly value: number; readonly source: Source };
}

export interface Pack {
  readonly treasury: TreasuryBand;
}
