import type { Position } from '../grid/address';
import type { Relation, RelationOp } from './relation';

/** Which way a relation runs: `rows`: a target row is made of other rows, in every crossing column. */
export type Axis = 'rows' | 'columns';

/**
 * What the table reader already knows: a total with its parts, which the engine tries first and
 * trusts more. It is never believed against the figures.
 */
export interface TotalHint {
  readonly axis: Axis;
  readonly target: number;
  readonly parts: readonly number[];
  readonly source: 'code' | 'numbering' | 'indent' | 'label' | 'ofWhich';
  /** False for 其中: the parts come to the total at most. */
  readonly exhaustive: boolean;
  /** Crossing lines, inclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * What the figures of a row or a column are. Amounts and counts add up, and changes as what they are taken from; rates and averages do not; shares add up to
 * their whole alone; a rate on its own basis follows from nothing in the sheet; what the months of a year bring makes the year,
 * but for stocks; a ledger ties its stocks (opening, closing) and flows (inflow, outflow) by one identity.
 */
export type LineKind =
  | 'amount'
  | 'month'
  | 'count'
  | 'change'
  | 'rate'
  | 'ownBasis'
  | 'share'
  | 'average'
  | 'opening'
  | 'closing'
  | 'inflow'
  | 'outflow';

/**
 * A sum with factors that the form itself states, by signs before its rows, the numbers of its columns or two
 * units: target = Σ factor × line.
 */
export interface StatedSum {
  readonly axis: Axis;
  readonly target: number;
  readonly terms: readonly StatedTerm[];
  readonly source: 'signs' | 'columnNumbers' | 'rowNumbers' | 'balance' | 'units';
  /** Crossing lines that have a rounding of their own: totals of figures that were rounded one by one. */
  readonly except?: ReadonlySet<number>;
  /** Crossing lines, inclusive. */
  readonly from: number;
  readonly to: number;
}

export interface StatedTerm {
  readonly line: number;
  /** 1 or −1; the ratio of two units where one and the same figure is given in both. */
  readonly factor: number;
}

/** Columns of one of several tables that stand side by side, inclusive: their rows have nothing to do with each other. */
export interface Side {
  readonly from: number;
  readonly to: number;
}

export interface SheetHints {
  readonly totals: readonly TotalHint[];
  /** Of several for one target the one that comes out is meant. */
  readonly stated?: readonly StatedSum[];
  /** Headers, codes, serial numbers, years: never operands. */
  readonly skipRows: ReadonlySet<number>;
  readonly skipColumns: ReadonlySet<number>;
  /** Cells of figures in which nothing could be read: what they are part of is neither right nor wrong. */
  readonly unread?: readonly Position[];
  /** Where all tables of the sheet stand side by side. */
  readonly sides?: readonly Side[];
  /** Rows of amounts for certain, though 2,000 and 1,900 look like years. */
  readonly amountRows?: ReadonlySet<number>;
  /** Kinds by sheet row and by column: what they do not name is an amount. Without them only the labels tell. */
  readonly kinds?: Readonly<Record<Axis, ReadonlyMap<number, LineKind>>>;
  /** By sheet row the row that it is part of, or −1; only rows of tables with levels. A total lacks none but siblings of its parts. */
  readonly parents?: ReadonlyMap<number, number>;
}

/** Why a pattern is believed. Machine ids; the words stand in src/messages. */
export type Evidence =
  | 'repeated'
  | 'exact'
  | 'totalLabel'
  | 'differenceLabel'
  | 'averageLabel'
  | 'ratioLabel'
  | 'changeLabel'
  | 'adjacent'
  | 'skipsExplained'
  | 'sameShape'
  | 'indent'
  | 'hint'
  | 'stated'
  | 'signed'
  | 'formula';

/** One relation repeated over many lines: the same target line from the same operand lines. */
export interface RelationPattern {
  /** Its index in {@link SheetArithmetic.patterns}. */
  readonly id: number;
  readonly op: RelationOp;
  readonly axis: Axis;
  /** Sheet row, or column, of the result. */
  readonly target: number;
  /** Sheet rows, or columns: the order is that of {@link Relation.operands}. */
  readonly operands: readonly number[];
  /** The factor that the result is printed with: 100 for a division printed as 0–100; else 1. */
  readonly scale: number;
  readonly evidence: readonly Evidence[];
  /** How unlikely it is that the figures agree by chance, in bits. */
  readonly bits: number;
  /** Bits and context together; candidates were chosen by it. */
  readonly score: number;
  /** Crossing columns (or rows) in which the relation is listed, ascending. */
  readonly lines: readonly number[];
  /** Among {@link lines}: how many hold (exactly or within rounding), and how many are broken. */
  readonly holding: number;
  readonly broken: number;
  /** Those that hold, ascending. */
  readonly held: readonly number[];
}

/** What went wrong, as far as the figures prove it. */
export type Cause =
  | Slip
  | { readonly kind: 'omitted'; readonly cell: Position; readonly shouldBe: number }
  | { readonly kind: 'countedTwice'; readonly cell: Position; readonly was: number }
  /** Two figures that stand in each other's place: `cell` holds what belongs into `other`, and the reverse. */
  | { readonly kind: 'exchanged'; readonly cell: Position; readonly other: Position }
  /** A row that was filled with the figures of the row beside it. */
  | { readonly kind: 'copiedRow'; readonly cells: readonly Position[] }
  /** A SUM that begins in the header, where a year stands. */
  | { readonly kind: 'headerCounted'; readonly cell: Position; readonly was: number }
  | { readonly kind: 'leftOut'; readonly cells: readonly Position[] }
  | { readonly kind: 'stale'; readonly cell: Position; readonly was: number; readonly shouldBe: number }
  | { readonly kind: 'textNumber'; readonly cell: Position; readonly value: number; readonly skipped: boolean }
  /** A SUM that does not reach the parts beside it: its cell, and what it misses. */
  | (WrongFormula & { readonly kind: 'sumStopsShort'; readonly cells: readonly Position[] })
  /** A number typed where the formulas around it compute. */
  | (WrongFormula & { readonly kind: 'typedOver' })
  /** A formula that differs from those around it. */
  | (WrongFormula & { readonly kind: 'otherFormula' })
  | { readonly kind: 'undetermined' };

/** A cell, and the formula that belongs there where its neighbours or its range tell it; without `=`. */
interface WrongFormula {
  readonly cell: Position;
  readonly formula?: string;
}

/** A single typing slip that repairs everything it broke. */
export type Slip =
  | SlipOf<'transposed'>
  | SlipOf<'wrongDigit'>
  | SlipOf<'droppedDigit'>
  | SlipOf<'extraDigit'>
  | SlipOf<'sign'>
  | (SlipOf<'scale'> & { /** was ÷ shouldBe: 10, 0.1, 10000 … */ readonly factor: number });

interface SlipOf<Kind extends string> {
  readonly kind: Kind;
  readonly cell: Position;
  readonly was: number;
  readonly shouldBe: number;
}

/** One root cause; the relations that it breaks are folded under it. */
export interface Suspicion {
  /** Most suspicious first. */
  readonly cells: readonly Position[];
  /** All broken ones that it explains, the most telling first. */
  readonly relations: readonly Relation[];
  readonly cause: Cause;
  /** `label`: that the target is a total is said by its label alone; no other figure proves it. */
  readonly ground: 'figures' | 'label';
  /** What the target of the leading relation should be, what it is, and actual − expected. */
  readonly expected: number;
  readonly actual: number;
  readonly difference: number;
  /** 0–1: how sure it is that something is wrong here. */
  readonly confidence: number;
}

export interface SheetArithmetic {
  readonly patterns: readonly RelationPattern[];
  readonly relations: readonly Relation[];
  readonly suspicions: readonly Suspicion[];
}
