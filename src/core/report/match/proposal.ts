import type { CellPlace } from '../../grid/place';
import type { Interval } from '../../numbers/interval';

/** How a figure comes about from cells. */
export interface Computation {
  readonly op:
    | 'cell'
    | 'difference'
    | 'sum'
    /** a ÷ months that have passed. */
    | 'average'
    | 'growth'
    | 'share'
    /** a ÷ b − c ÷ d, in points: the share of now less that of the year before. */
    | 'points'
    /** a ÷ b less the part of the year that has passed, in points. */
    | 'pace'
    /** Cash at the end of a month ÷ the average outflow of the months so far: 库款系数 (K1). */
    | 'coverage';
  readonly cells: readonly CellPlace[];
  /** Months that have passed, of an average, a pace or a coverage. */
  readonly months?: number;
}

/** What a figure of prose may be, by the workbooks. */
export interface Proposal {
  readonly computation: Computation;
  /** In yuan, percent, points or pieces; signed. */
  readonly size: number;
  readonly interval: Interval;
  readonly score: number;
  readonly isCertain: boolean;
  /** Names of row and column, for whoever chooses. */
  readonly path: readonly string[];
  readonly header: string;
}

/** noBase: a rate over a base of zero or less, which nobody can print. */
export type Proposed = readonly Proposal[] | 'noBase';
