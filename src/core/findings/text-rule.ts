import type { Grade } from '../fiscal/grade';
import type { Pack, Source } from '../fiscal/pack';
import type { CellPlace } from '../grid/place';
import type { ReportReading } from '../report/read-report';
import type { Match } from '../report/match/match';
import type { Span } from '../report/text/mention';
import type { Datum, Level } from './rule';

/** What rules about a text see: the text as it was read, and what workbooks say of its figures. */
export interface TextDossier {
  /** The name by which the text is known: its path. */
  readonly document: string;
  readonly reading: ReportReading;
  /** None where no workbook was given. */
  readonly matches: readonly Match[];
  /** The standards of county, province and nation. */
  readonly pack: Pack;
}

/** What a rule about a text yields; the one exit adds places and fingerprint. */
export interface TextReport<MessageId extends string = string> {
  readonly level: Level;
  readonly grade?: Grade;
  /** The figure to look at first, first. */
  readonly at: readonly Span[];
  /** Cells that the figure should agree with. */
  readonly against?: readonly CellPlace[];
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  /** What it is about, whatever stands where today: the names of its figures. */
  readonly meaning: readonly string[];
  /** Where a bound comes from. */
  readonly source?: Source;
}

/** A rule that judges a text by itself, or against workbooks. Pure and synchronous; knows no other rule. */
export interface TextRule<MessageId extends string = string> {
  /** R5xx */
  readonly code: string;
  readonly name: string;
  readonly levels: readonly Level[];
  readonly messageIds: readonly MessageId[];
  readonly check: (dossier: TextDossier) => readonly TextReport<MessageId>[];
}

/** Ties the message ids of a rule to its reports, so that a misspelt one does not compile. */
export function defineTextRule<const MessageId extends string>(rule: TextRule<MessageId>): TextRule<MessageId> {
  return rule;
}
