import type { Grade } from '../fiscal/grade';
import type { IndicatorId } from '../fiscal/indicators/catalogue';
import type { Source } from '../fiscal/pack';
import type { Position } from '../grid/address';
import type { Unit } from '../numbers/unit';
import type { Dossier } from '../reading/dossier';
import type { RelationOp } from '../relations/relation';
import type { Cause } from '../relations/types';

export type Level = 'error' | 'warning' | 'hint';

/** An amount to be printed in a message: with its decimals, and its unit where the table has one. */
export interface Amount {
  readonly amount: number;
  readonly decimals: number;
  readonly unit?: Unit;
}

/** An indicator, to be called by its name in the language of the reader. */
export interface NamedIndicator {
  readonly indicator: IndicatorId;
}

/** A value for a placeholder of a message. */
export type Datum = string | number | Amount | NamedIndicator | readonly string[];

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
  readonly check: (dossier: Dossier) => Judgement<MessageId>;
}

/** Ties the message ids of a rule to its reports, so that a misspelt one does not compile. */
export function defineRule<const MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}
