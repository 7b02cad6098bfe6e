import type { Position, Rect } from '../grid/address';

/** What is wrong with a formula, or with a cell where a formula belongs. */
export type FormulaFault =
  /** Its pattern differs from that of the formulas on both sides. `usual` is theirs, in R1C1 relative to the cell. */
  | { readonly kind: 'unlikeNeighbours'; readonly cell: Position; readonly formula: string; readonly usual: string; readonly neighbours: readonly Position[] }
  /** One reference stands one row or column off what the neighbours' stand at. */
  | { readonly kind: 'offByOne'; readonly cell: Position; readonly formula: string; readonly usual: string; readonly neighbours: readonly Position[] }
  /** One reference is absolute where the neighbours' is relative, or the reverse. */
  | { readonly kind: 'mixedReference'; readonly cell: Position; readonly formula: string; readonly usual: string; readonly neighbours: readonly Position[] }
  /** A typed number among formulas of one pattern. */
  | { readonly kind: 'constantInFormulaRegion'; readonly cell: Position; readonly value: number; readonly usual: string; readonly neighbours: readonly Position[] }
  /** Numbers between a SUM and its range. */
  | { readonly kind: 'sumMissesAdjacent'; readonly cell: Position; readonly range: Rect; readonly missed: readonly Position[] }
  /** A SUM adds a subtotal and also what the subtotal adds. */
  | { readonly kind: 'sumIncludesSubtotal'; readonly cell: Position; readonly subtotal: Position }
  /** A reference that drifted out of the table. */
  | { readonly kind: 'referenceToBlank'; readonly cell: Position; readonly blank: Position }
  /** Arithmetic on a cell that holds text. */
  | { readonly kind: 'referenceToText'; readonly cell: Position; readonly text: Position }
  /** An error value that no cell it refers to already has. `dependents` show it as a consequence. */
  | { readonly kind: 'errorValue'; readonly cell: Position; readonly error: string; readonly dependents: number }
  | { readonly kind: 'numberStoredAsText'; readonly cell: Position; readonly value: number }
  /** The stored result is not what the formula gives with the stored values of its cells. */
  | { readonly kind: 'cachedValueDisagrees'; readonly cell: Position; readonly expected: number; readonly actual: number };

export type FormulaFaultKind = FormulaFault['kind'];
