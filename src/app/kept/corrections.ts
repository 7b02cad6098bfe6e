import { readCorrections } from '../readings-file';
import { readable, type KeptKind } from './kind';
import type { KeptCorrection } from './said-of-tables';

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
