import { readCorrections } from './readings-file';
import type { Correction } from '../core/tables/corrections';

/** The name under which a host's store keeps them. */
export const KEPT_CORRECTIONS = 'corrections';

/** A correction as it is kept: with the file that its period is of, for no other month has that period. */
export type KeptCorrection = Correction & { readonly file?: string };

/** Reads what a store gave; what is no correction (another version wrote it) is left out. */
export function keptCorrections(stored: unknown): readonly KeptCorrection[] {
  return Array.isArray(stored) ? stored.flatMap(keptCorrection) : [];
}

function keptCorrection(one: unknown): readonly KeptCorrection[] {
  if (typeof one !== 'object' || one === null) return [];
  const { file, ...said } = one as Readonly<Record<string, unknown>>;
  try {
    return readCorrections(JSON.stringify([said])).map((correction) =>
      typeof file === 'string' ? { ...correction, file } : correction,
    );
  } catch {
    return [];
  }
}

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
