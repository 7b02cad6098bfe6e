import type { PackLayer } from '../../core/fiscal/pack';
import { readPack } from '../pack-file';
import type { KeptKind } from './kind';

/** Bounds and definitions that were chosen for this workbook: the nearest layer of its pack; undefined: none. */
export const STANDARDS: KeptKind<PackLayer | undefined> = {
  name: 'standards',
  version: 1,
  read: (value) => {
    if (value === undefined) return undefined;
    try {
      return { ...readPack(JSON.stringify(value)), level: 'workbook' };
    } catch {
      return undefined;
    }
  },
};
