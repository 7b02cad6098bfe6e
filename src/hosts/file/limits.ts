/**
 * What a file may cost. Real county workbooks stay two orders of magnitude below; a crafted file
 * meets a sentence instead of the machine's memory.
 */
export const LIMITS = {
  fileBytes: 512 * 2 ** 20,
  /** One part, unpacked. */
  partBytes: 400 * 2 ** 20,
  entries: 20_000,
  cells: 6_000_000,
  merges: 100_000,
  sheets: 1_000,
} as const;
