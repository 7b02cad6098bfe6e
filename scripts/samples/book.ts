import type { Plan } from './planted-errors';
import type { SheetDraft } from './sheet-draft';

/** A workbook of the sample county: how it is laid out, and what goes wrong in its dirty twin. */
export interface SampleBook {
  /** File name without ending. */
  readonly name: string;
  readonly sheets: () => SheetDraft[];
  readonly errors: readonly Plan[];
  /** Bounds that the clean workbook misses on purpose. */
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly sheet: string;
  readonly code: string;
  readonly why: string;
}
