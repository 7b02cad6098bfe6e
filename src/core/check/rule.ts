import type { Position } from '../grid/address';
import type { Sheet, Workbook } from '../grid/sheet';
import type { Unit } from '../numbers/unit';
import type { Cause, SheetArithmetic } from '../relations/types';
import type { RelationOp } from '../relations/relation';
import type { Table } from '../tables/table';
import type { Measure } from '../fiscal/measures';
import type { Pack, Source } from '../fiscal/pack';
import type { FormulaFault } from '../formulas';
import type { ArithmeticFault } from './faults';

export type Level = 'error' | 'warning' | 'hint';
/** How grave a red line is: the bureau's own colours, always said in words too. */
export type Grade = 'red' | 'yellow';

/** An amount to be printed in a message: with its decimals, and its unit where the table has one. */
export interface Amount {
  readonly amount: number;
  readonly decimals: number;
  readonly unit?: Unit;
}

/** A value for a placeholder of a message. */
export type Datum = string | number | Amount | readonly string[];

export interface StatedRelation {
  readonly op: RelationOp;
  readonly target: Position;
  readonly range: readonly Position[];
}

/** What a rule yields. The one exit adds fingerprint, order and folding. */
export interface Report<MessageId extends string = string> {
  readonly level: Level;
  readonly grade?: Grade;
  readonly sheet: string;
  /** The cell to look at first, first. */
  readonly cells: readonly Position[];
  readonly relation?: StatedRelation;
  /** Other relations that the same cause breaks. */
  readonly consequences?: readonly StatedRelation[];
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly cause?: Cause;
  /** Where a bound comes from. */
  readonly source?: Source;
}

/** A rule that could not be judged says so: silence is never a pass. */
export interface Skip {
  /** Message id of the reason, for example `skip.noTreasuryTable`. */
  readonly why: string;
  readonly data?: Readonly<Record<string, Datum>>;
}

/** One sheet with all that was understood of it. */
export interface SheetReading {
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
  readonly arithmetic: SheetArithmetic;
  /** Broken arithmetic, each by its root cause. */
  readonly faults: readonly ArithmeticFault[];
  /** Faults of its formulas that its broken arithmetic does not already name. */
  readonly formulaFaults: readonly FormulaFault[];
  /** Figures that are known by subject, phase and period. */
  readonly measures: readonly Measure[];
}

/** What every rule sees. */
export interface CheckContext {
  readonly workbook: Workbook;
  readonly sheets: readonly SheetReading[];
  /** ISO date to which dates are compared; undefined: no date was given and none is in the files. */
  readonly asOf?: string;
  /** Figures of the other workbooks that were given at once: last month's, last year's. */
  readonly siblings: readonly Measure[];
  /** The bounds and definitions by which the county is judged. */
  readonly pack: Pack;
}

export interface Judgement<MessageId extends string = string> {
  /** How many things were looked at and found right. */
  readonly passed: number;
  readonly reports: readonly Report<MessageId>[];
  readonly skipped?: Skip;
}

export interface Rule<MessageId extends string = string> {
  /** A1xx arithmetic, F2xx formulas, T3xx ties, I4xx indicators, R5xx report text, X9xx reading. */
  readonly code: string;
  readonly name: string;
  /** Levels it may report at. */
  readonly levels: readonly Level[];
  /** Message ids; each stands in every language as `<code>.<id>`. */
  readonly messageIds: readonly MessageId[];
  /** Pure and synchronous; knows no other rule. */
  readonly check: (context: CheckContext) => Judgement<MessageId>;
}

/** Ties the message ids of a rule to its reports, so that a misspelt one does not compile. */
export function defineRule<const MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}
