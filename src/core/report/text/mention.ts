import type { Interval } from '../../numbers/interval';
import type { QuantityUnit } from './units';

/** What stands where a figure has been taken out or not yet put in. */
export type BlankKind = 'figure' | 'leadingDigits' | 'name' | 'documentNumber';

/** A stretch of the text, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A figure of a text: its digits lie at `start`–`end`, its unit runs to `unitEnd`. */
export interface Mention extends Span {
  readonly unitEnd: number;
  /** As printed, in its unit; 0 for a blank. */
  readonly value: number;
  readonly decimals: number;
  readonly unit: QuantityUnit;
  /** As it is printed; empty: none. */
  readonly unitText: string;
  readonly blank?: BlankKind;
  /** Separators that parse as no number: 34.568.64; `value` is what was probably meant. */
  readonly broken?: true;
  /** The upper end of a range, whose lower end is the mention before. */
  readonly rangeEnd?: true;
}

/** A figure in the kind's own unit (yuan, percent, piece), and what its printed form may stand for. */
export interface Measured {
  readonly size: number;
  readonly interval: Interval;
}
