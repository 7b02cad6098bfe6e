/** @jest-environment-options {"globalsCleanup": "off"} */
import { sheetFromRows } from '../../../src/core/grid/build';
import type { Workbook } from '../../../src/core/grid/sheet';
import { KEPT_NAMESPACE } from '../../../src/hosts/kept-part';
import { expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

const book: Workbook = { sheets: [sheetFromRows('收入', [['合计', 1]])], names: [] };
const said = [{ sheet: '收入', title: '收入 & <支出>\n表', unit: '亿元' }];

test('what is kept lies in the workbook as one part of our namespace, and is given back', async () => {
  const { host, excel } = openInExcel(book);
  expect(await host.store.get('corrections')).toBeUndefined();
  await host.store.set('corrections', said);
  await host.store.set('reasons', ['因']);
  expect(excel.workbook.xmlParts.map(({ xml }) => xml.includes(`xmlns="${KEPT_NAMESPACE}"`))).toEqual([true]);
  expect(await host.store.get('corrections')).toEqual(said);
  expect((await host.read()).kept).toEqual({ corrections: JSON.stringify(said), reasons: '["因"]' });
  await host.store.set('corrections', []);
  expect([await host.store.get('corrections'), await host.store.get('reasons')]).toEqual([[], ['因']]);
});

test('keeping touches our part and no sheet', async () => {
  const { host, excel } = openInExcel(book);
  await host.store.set('corrections', said);
  await host.store.set('corrections', []);
  const touched = excel.work.flatMap((work) => work.touched);
  expect(touched.filter((member) => !/^CustomXmlPart.*\.(?:Get|Id)/.test(member))).toEqual([
    'CustomXmlPartCollection.Add',
    'CustomXmlPart.SetXml',
  ]);
});

test.each([
  ['a part of somebody else', '<other xmlns="urn:other"><entry name="corrections">[1]</entry></other>', undefined],
  ['no JSON', `<kept xmlns="${KEPT_NAMESPACE}"><entry name="corrections">{</entry></kept>`, undefined],
  ['with a prefix', `<g:kept xmlns:g="${KEPT_NAMESPACE}"><g:entry name="corrections">[2]</g:entry></g:kept>`, [2]],
])('%s', async (_what, xml, value) => {
  const { host, excel } = openInExcel(book);
  excel.workbook.xmlParts.push({ id: '{1}', xml });
  expect(await host.store.get('corrections')).toEqual(value);
});

test('an Excel that refuses is told', async () => {
  const { host } = openInExcel(book, { excelApi: '1.4' });
  await expect(host.store.set('corrections', said)).rejects.toMatchObject({ code: 'ApiNotFound' });
});
