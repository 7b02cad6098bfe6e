import type { Grade } from '../fiscal/grade';
import type { Source } from '../fiscal/pack';
import type { IndicatorId } from '../fiscal/indicators/catalogue';
import type { Position } from '../grid/address';
import type { CellPlace } from '../grid/place';
import type { AnyUnit } from '../numbers/unit';
import type { Dossier, SheetView } from '../reading/dossier';
import type { RelationOp } from '../relations/relation';
import type { Mend } from '../fix/proven-fix';
import type { Cause } from '../relations/types';
import type { Extent } from './extent';

/** Gravest first. */
export const LEVELS = ['error', 'warning', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** An amount to be printed in a message: with its decimals, and its unit where the table has one. */
export interface Amount {
  readonly amount: number;
  readonly decimals: number;
  readonly unit?: AnyUnit;
}

/** An indicator, to be called by its name in the language of the reader. */
export interface NamedIndicator {
  readonly indicator: IndicatorId;
}

/** A document, to be called in the language of the reader. */
export interface CitedSource {
  readonly cites: Source;
}

/** A value for a placeholder of a message. */
export type Datum = string | number | Amount | NamedIndicator | CitedSource | readonly string[];

export interface StatedRelation {
  readonly op: RelationOp;
  readonly target: Position;
  readonly range: readonly Position[];
}

/** What a rule yields: about cells of one sheet of its own book. The one exit adds fingerprint, order and folding. */
/** What cells should hold together; `safe` where nothing else could be meant. */
export interface Mends {
  readonly cells: readonly Mend[];
  readonly safe: boolean;
}

export interface Report<MessageId extends string = string> {
  readonly level: Level;
  readonly grade?: Grade;
  readonly sheet: string;
  /** The cell to look at first, first. */
  readonly cells: readonly Position[];
  readonly relation?: StatedRelation;
  /** The other side of a tie: cells of other sheets or books, or of this one. */
  readonly against?: readonly CellPlace[];
  /** How much of its place it is about; absent: one cell of one row. */
  readonly extent?: Extent;
  /** Cells of its sheet that explain it where another finding says that they are wrong; it is then folded under that one. */
  readonly follows?: readonly Position[];
  /** Other relations that the same cause breaks. */
  readonly consequences?: readonly StatedRelation[];
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly cause?: Cause;
  /** What its cells should hold, where the rule itself knows. */
  readonly mends?: Mends;
  /** Where a bound comes from. */
  readonly source?: Source;
  /** The indicator whose bound is missed: the finding blames no figure, and may be a red line of the county. */
  readonly indicator?: IndicatorId;
  /** What tells several findings of one rule about one cell apart, beside their message. */
  readonly aspect?: string;
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

interface RuleBase<MessageId extends string> {
  /** A1xx arithmetic, F2xx formulas, T3xx ties, I4xx indicators, R5xx report text, X9xx reading. */
  readonly code: string;
  readonly name: string;
  /** Levels it may report at. */
  readonly levels: readonly Level[];
  /** Message ids; each stands in every language as `<code>.<id>`. */
  readonly messageIds: readonly MessageId[];
  /**
   * Message ids that are degrees of one thing (low, very low; wrong, perhaps wrong): a finding that goes from
   * one to the other stays the same finding. The ids of other things have prints of their own.
   */
  readonly degrees?: readonly (readonly MessageId[])[];
}

/** A rule that judges each sheet by itself, so that an edit re-judges only its sheet. */
export interface SheetRule<MessageId extends string = string> extends RuleBase<MessageId> {
  readonly reach: 'sheet';
  /** Pure and synchronous; knows no other rule. */
  readonly check: (view: SheetView) => Judgement<MessageId>;
}

/** A rule that holds sheets or workbooks against each other. */
export interface SetRule<MessageId extends string = string> extends RuleBase<MessageId> {
  readonly reach: 'set';
  /** Pure and synchronous; knows no other rule. */
  readonly check: (dossier: Dossier) => Judgement<MessageId>;
}

export type Rule<MessageId extends string = string> = SheetRule<MessageId> | SetRule<MessageId>;

/** Ties the message ids of a rule to its reports, so that a misspelt one does not compile. */
export function defineRule<const MessageId extends string>(rule: Rule<MessageId>): Rule<MessageId> {
  return rule;
}
