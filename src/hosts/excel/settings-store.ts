import type { Store } from '../host';
import { STORE_PREFIX, valueOf } from '../page-store';
import { inExcel } from './session';

/** Keeps values in the workbook itself, so that they go where it goes; no cell knows of them. */
export const settingsStore: Store = {
  get: (key) =>
    inExcel(async (session) => {
      const setting = session.workbook.settings.getItemOrNullObject(STORE_PREFIX + key).load('value');
      await session.sync();
      return setting.isNullObject ? undefined : valueOf(setting.value);
    }),
  set: (key, value) =>
    inExcel(async (session) => {
      // As text: what Excel makes of an object differs between its platforms.
      session.workbook.settings.add(STORE_PREFIX + key, JSON.stringify(value));
      await session.sync();
    }),
};
