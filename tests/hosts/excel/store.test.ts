/** @jest-environment-options {"globalsCleanup": "off"} */
import { sheetFromRows } from '../../../src/core/grid/build';
import type { Workbook } from '../../../src/core/grid/sheet';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

const book: Workbook = { sheets: [sheetFromRows('收入', [['合计', 1]])], names: [] };
const said = [{ sheet: '收入', title: '收入表', unit: '亿元' }];

test('what is kept lies in the workbook under our name, and is given back', async () => {
  const { host, excel } = openInExcel(book);
  expect(await host.store.get('corrections')).toBeUndefined();
  await host.store.set('corrections', said);
  expect([...excel.workbook.settings.keys()]).toEqual(['gouji.corrections']);
  expect(await host.store.get('corrections')).toEqual(said);
  await host.store.set('corrections', []);
  expect(await host.store.get('corrections')).toEqual([]);
});

test('keeping touches the settings and no sheet', async () => {
  const { host, excel } = openInExcel(book);
  await host.store.set('corrections', said);
  expect(excel.work.flatMap(({ touched }) => touched)).toEqual(['SettingCollection.Add']);
});

test('what another has put there is not believed', async () => {
  const { host, excel } = openInExcel(book);
  excel.workbook.settings.set('gouji.corrections', '{');
  expect(await host.store.get('corrections')).toBeUndefined();
});

test('an Excel that refuses is told', async () => {
  const { host } = openInExcel(book, { excelApi: '1.3' });
  await expect(host.store.set('corrections', said)).rejects.toMatchObject({ code: 'ApiNotFound' });
});
