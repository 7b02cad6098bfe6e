import type { Correction } from '../../core/tables/corrections';

/** A correction as it is kept: with the file that its period is of, for no other month has that period. */
export type KeptCorrection = Correction & { readonly file?: string };

/** What holds for a workbook of this name: a period that was said of another file does not. */
export function correctionsFor(kept: readonly KeptCorrection[], fileName: string): readonly Correction[] {
  return kept
    .map(({ file, period, ...correction }) => (period && file === fileName ? { ...correction, period } : correction))
    .filter(saysSomething);
}

/** Whether anything is left to correct. */
export function saysSomething({ kind, unit, period, columns = [], rows = [] }: Correction): boolean {
  return kind !== undefined || unit !== undefined || period !== undefined || columns.length + rows.length > 0;
}
