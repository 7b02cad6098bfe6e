import type { Position, Rect } from '../grid/address';

/** What is wrong with a formula, or with a cell where a formula belongs. */
export type FormulaFault =
  /** Its pattern differs from that of the formulas around it. */
  | (OutOfLine & { readonly kind: 'unlikeNeighbours'; readonly formula: string })
  /** One reference stands one row or column off what the neighbours' stand at. */
  | (OutOfLine & {
      readonly kind: 'offByOne';
      readonly formula: string;
      readonly written: string;
      readonly proper: string;
    })
  /** One reference is absolute where the neighbours' is relative, or the reverse. */
  | (OutOfLine & {
      readonly kind: 'mixedReference';
      readonly formula: string;
      readonly written: string;
      readonly proper: string;
    })
  /** A typed number among formulas of one pattern. */
  | (OutOfLine & {
      readonly kind: 'constantInFormulaRegion';
      /** Names the row or column whose typed cells are one finding; the line of its neighbours where absent. */
      readonly line?: string;
    })
  /** A total that leaves out numbers between its range and itself, or what the totals beside it add up; then `usual` is how they would add up here. */
  | {
      readonly kind: 'sumMissesAdjacent';
      readonly cell: Position;
      readonly formula: string;
      readonly range: Rect;
      readonly missed: readonly Position[];
      readonly usual?: string;
      readonly region?: readonly Position[];
    }
  /** A SUM adds a subtotal and also what the subtotal adds. */
  | {
      readonly kind: 'sumIncludesSubtotal';
      readonly cell: Position;
      readonly formula: string;
      readonly subtotal: Position;
    }
  /** A reference that drifted out of the table. */
  | { readonly kind: 'referenceToBlank'; readonly cell: Position; readonly formula: string; readonly blank: Position }
  /** Arithmetic on a cell that holds text which is no number. */
  | { readonly kind: 'referenceToText'; readonly cell: Position; readonly formula: string; readonly text: Position }
  /** An error value that no cell it refers to already has. `dependents` show it as a consequence. */
  | {
      readonly kind: 'errorValue';
      readonly cell: Position;
      readonly formula?: string;
      readonly error: string;
      readonly dependents: number;
    }
  | { readonly kind: 'numberStoredAsText'; readonly cell: Position; readonly value: number }
  /**
   * The stored result is not what the formula gives with the stored values of its cells. Where
   * nothing was ever calculated, every formula of the sheet has 0 as its result.
   */
  | {
      readonly kind: 'cachedValueDisagrees';
      readonly cell: Position;
      readonly formula: string;
      readonly expected: number;
      readonly actual: number;
      readonly isCalculated: boolean;
    };

/** A cell that is not what the formulas around it would make of it. */
interface OutOfLine {
  readonly cell: Position;
  /** Their formula as it would read in this cell, in A1 notation. */
  readonly usual: string;
  /** Nearest first. */
  readonly neighbours: readonly Position[];
  /** The region that disagrees with it, where neither is wrong for certain: both are shown. */
  readonly region?: readonly Position[];
  /** Neighbours of the pattern stand on both sides of it, not only where their run ends. */
  readonly bothSides: boolean;
  /** What their formula would give here; undefined when it uses what is not computed. */
  readonly expected?: number;
  readonly actual?: number;
}

export type FormulaFaultKind = FormulaFault['kind'];
