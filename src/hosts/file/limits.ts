/**
 * What a file may cost. Real county workbooks stay two orders of magnitude below; a crafted file
 * meets a sentence instead of the machine's memory.
 */
export const LIMITS = {
  fileBytes: 512 * 2 ** 20,
  /** One part, unpacked: six million cells. */
  partBytes: 320 * 2 ** 20,
  /** All parts that are read: as much as a check can hold beside what it makes of them. */
  allBytes: 640 * 2 ** 20,
  /**
   * Unpacked to packed, of a part above `ratioFrom`. Sheets come to 30, formatted blanks to 60; what was made to fill
   * a memory to 1,000.
   */
  ratio: 250,
  ratioFrom: 16 * 2 ** 20,
  entries: 20_000,
  /** Of all sheets together, as are merges and hidden columns. */
  cells: 6_000_000,
  merges: 100_000,
  hiddenColumns: 2_000_000,
  sheets: 1_000,
  names: 100_000,
  relationships: 50_000,
  /** More than Excel opens. */
  cellFormats: 65_535,
  fonts: 65_535,
  strings: 6_000_000,
  /** Excel ends at 8,192 characters and 64 levels; other programs go somewhat further. */
  formulaLength: 32_768,
  formulaDepth: 256,
} as const;

/** What is left of the limits that all sheets share. */
export interface Budget {
  cells: number;
  merges: number;
  columns: number;
}

export function wholeBudget(): Budget {
  return { cells: LIMITS.cells, merges: LIMITS.merges, columns: LIMITS.hiddenColumns };
}
