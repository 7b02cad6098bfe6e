import { cellName, quoteSheet, type Address } from '../../core/grid/address';
import { SUMMARY_LOOKS, type SummaryCell, type SummarySheet } from '../../core/summary/summary-sheet';

/** A summary sheet as Excel takes it: rectangular grids. */
export interface SummaryGrid {
  readonly columns: number;
  readonly formats: readonly (readonly string[])[];
  /** For `Range.formulas`. */
  readonly contents: readonly (readonly (string | number)[])[];
  /** Target of a click by row and column; undefined: none. */
  readonly links: readonly (readonly (string | undefined)[])[];
}

/** Excel keeps what is entered into a cell of this format as text, whatever it begins with. */
export const TEXT_FORMAT = '@';

export function summaryGrid(summary: SummarySheet): SummaryGrid {
  const columns = Math.max(1, summary.widths.length, ...summary.rows.map((row) => row.cells.length));
  const grid = <T>(of: (cell: SummaryCell | undefined) => T): T[][] =>
    summary.rows.map((row) => Array.from({ length: columns }, (_, column) => of(row.cells[column])));
  return {
    columns,
    formats: grid(formatOf),
    contents: grid((cell) => (cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`)),
    links: grid((cell) => cell?.link && reference(cell.link)),
  };
}

/** Every text gets the text format: `=1+1`, `-—` and `2023-05` are what they are, not entries. */
function formatOf(cell: SummaryCell | undefined): string {
  if (!cell) return 'General';
  const own = SUMMARY_LOOKS[cell.style].format ?? 'General';
  if (cell.formula !== undefined || typeof cell.value !== 'string') return own === TEXT_FORMAT ? 'General' : own;
  return TEXT_FORMAT;
}

function reference(address: Address): string {
  return `${quoteSheet(address.sheet)}!${cellName(address)}`;
}
