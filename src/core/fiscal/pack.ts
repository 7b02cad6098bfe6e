import type { IndicatorId } from './indicators/catalogue';
import type { FunctionCode } from './subjects';

/** Where a bound comes from. `verified`: read in the document; false: quoted from practice, the document was not at hand. */
export interface Source {
  readonly document: string;
  readonly article?: string;
  /** ISO dates between which it holds. */
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

/** What lies outside is red. */
export interface Band {
  readonly low: number;
  readonly high: number;
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

/** Colours of 债务率, plain ratios: from here on yellow, orange, red. */
export interface DebtColours {
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
  readonly source: Source;
}

/** Every bound that a judgement rests on. Province, county and year packs lay over the national one. */
export interface Bounds {
  readonly treasury: TreasuryBand;
  /** Days that the cash lasts. */
  readonly cashDays: TwoBounds;
  /** 库款 ÷ 三保 or wages of a month. */
  readonly cashToGuarantee: Bound;
  /** 上级调度款 ÷ 流入. */
  readonly dispatchShare: Bound;
  /** How far progress may stay behind the elapsed share of the year. */
  readonly behindSchedule: TwoBounds;
  /** 双过半: half of the year's task by the end of June. */
  readonly halfYear: Bound;
  readonly nonTaxShare: TwoBounds;
  readonly taxShare: Bound;
  /** How far tax may fall on the year before. */
  readonly taxDecline: TwoBounds;
  /** Growth of non-tax revenue while tax falls. */
  readonly nonTaxGrowth: Bound;
  readonly landTaxShare: Bound;
  readonly oneOffShare: TwoBounds;
  readonly settlementShare: Bound;
  readonly livelihoodShare: Bound;
  /** 预备费 ÷ 一般公共预算支出. */
  readonly reserve: Band;
  readonly turnover: Bound;
  readonly stabilisation: Bound;
  readonly surplusShare: Bound;
  readonly suspenseShare: Bound;
  readonly directAllocated: Bound;
  readonly interestShare: Bound;
  readonly fundBehind: Bound;
  /** Months from which transfers out of the funds must have begun. */
  readonly transferBegun: TwoBounds;
  readonly guaranteeCoverage: Bound;
  /** Money at hand ÷ debt that falls due within a year. */
  readonly debtCover: Bound;
  readonly debtLimit: Bound;
  readonly debtRatio: DebtColours;
  readonly repaymentShare: TwoBounds;
  /** 特困 ÷ 低保. */
  readonly extremePoverty: Bound;
  /** 元 a pupil a year; a later one takes over from its `from`. */
  readonly primaryPupil: readonly Bound[];
  readonly juniorPupil: readonly Bound[];
  /** 元 a head a year. */
  readonly publicHealth: readonly Bound[];
  /** Tax paid in 万元, and how many firms are to reach it. */
  readonly firms: readonly { readonly from: number; readonly count: Bound }[];
  /** A firm this close below or above a threshold is named, as a share of it. */
  readonly nearThreshold: Bound;
  readonly taxConcentration: Bound;
  /** 万元 a 亩. */
  readonly parkTaxPerMu: Bound;
  readonly parkTaxShare: Bound;
  readonly smallFirmsShare: Bound;
  /** 万元 from which goods and services are bought by open tender; set by the province. */
  readonly openTender: Bound;
  /** A month's revenue over the average of the months before, less one. */
  readonly spike: Band;
  /** December's share of the year's non-tax revenue. */
  readonly yearEndShare: Bound;
  /** November and December of the year's spending. */
  readonly lateSpending: Bound;
  /** Spending of a project over its budget. */
  readonly lowExecution: Bound;
  /** 其他 of a project's spending. */
  readonly otherShare: Bound;
  /** Full years from which 高龄 counts where no age is written. */
  readonly oldAge: Bound;
  /** Day of the month by which benefits are paid. */
  readonly payday: Bound;
  /** Change of heads from one month to the next. */
  readonly headcountJump: Bound;
}

/** How an indicator is defined where several definitions are in use. Said beside the value. */
export interface Calibres {
  /** 库款系数: K1 ÷ average monthly outflow, K2 ÷ average monthly expenditure, K3 ÷ 三保 of a month, K4 ÷ wages of a month, K5 days. */
  readonly coverage: 'K1' | 'K2' | 'K3' | 'K4' | 'K5';
  /** 一般公共预算总收入: local revenue with transfers from above, or with what goes up to centre and province. */
  readonly totalRevenue: 'withTransfers' | 'withUpperShares';
  /** A named set, or the codes of the functional classes. */
  readonly livelihood: 'default14' | 'core5' | readonly FunctionCode[];
  /** Denominator of 直达资金 spending. */
  readonly directFunds: 'issued' | 'arrived';
  /** 序时进度 by whole months or by days. */
  readonly schedule: 'month' | 'day';
}

/** What a later edition of 政府收支分类科目 calls a code, from a year on: a new line, or one that was renamed. */
export interface RevisedLine {
  readonly code: string;
  readonly name: string;
  /** First year of the name. */
  readonly from: number;
  readonly source: Source;
}

/** Bounds and definitions by which a county is judged. */
export interface Pack extends Bounds {
  readonly calibres: Calibres;
  /** Indicators whose red warning is told before everything else. */
  readonly redLines: readonly IndicatorId[];
  /** What editions of the classification after the built-in one changed. */
  readonly classification: readonly RevisedLine[];
}

/** How near a pack is to the county: the nearest wins. */
export const PACK_LEVELS = ['national', 'province', 'county', 'year', 'workbook'] as const;
export type PackLevel = (typeof PACK_LEVELS)[number];

/** Part of a pack, to be laid over another. */
export interface PackLayer {
  readonly name: string;
  readonly level: PackLevel;
  readonly bounds?: Partial<Bounds>;
  readonly calibres?: Partial<Calibres>;
  readonly redLines?: readonly IndicatorId[];
  /** Added to what farther layers bring. */
  readonly classification?: readonly RevisedLine[];
}

/** The base with the layers over it, whatever order they came in. Of two of one level the later counts. */
export function layered(base: Pack, layers: readonly PackLayer[]): Pack {
  // One and the same pack stays one and the same: what was judged by it is remembered.
  if (layers.length === 0) return base;
  const nearestLast = [...layers].sort((a, b) => PACK_LEVELS.indexOf(a.level) - PACK_LEVELS.indexOf(b.level));
  return nearestLast.reduce<Pack>(
    (pack, { bounds = {}, calibres = {}, redLines = pack.redLines, classification = [] }) => ({
      ...pack,
      ...bounds,
      calibres: { ...pack.calibres, ...calibres },
      redLines,
      classification: classification.length > 0 ? [...pack.classification, ...classification] : pack.classification,
    }),
    base,
  );
}

/** The bound in force on a day: the latest that had begun; without a day the latest of all. */
export function inForce(bounds: readonly Bound[], asOf: string | undefined): Bound | undefined {
  return bounds
    .filter(({ source: { from = '', to = '9' } }) => asOf === undefined || (from <= asOf && asOf <= to))
    .reduce<Bound | undefined>(
      (latest, bound) => (!latest || (bound.source.from ?? '') >= (latest.source.from ?? '') ? bound : latest),
      undefined,
    );
}
