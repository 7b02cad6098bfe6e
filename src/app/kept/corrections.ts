import type { Correction } from '../../core/tables/corrections';
import { readCorrections } from '../readings-file';
import { readable, type KeptKind } from './kind';

/** A correction as it is kept: with the file that its period is of, for no other month has that period. */
export type KeptCorrection = Correction & { readonly file?: string };

/** How the user said that tables are to be read. */
export const CORRECTIONS: KeptKind<readonly KeptCorrection[]> = {
  name: 'corrections',
  version: 1,
  read: (value) => readable(value, keptCorrection),
};

function keptCorrection(one: unknown): KeptCorrection | undefined {
  if (typeof one !== 'object' || one === null) return undefined;
  const { file, ...said } = one as Readonly<Record<string, unknown>>;
  const [correction] = readCorrections(JSON.stringify([said]));
  return correction && { ...correction, ...(typeof file === 'string' ? { file } : {}) };
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
