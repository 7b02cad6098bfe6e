import type { NamedIndicator } from '../../../src/core/findings/rule';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { CORRECTIONS } from '../../../src/app/kept/corrections';
import { fromKept, toKeep } from '../../../src/app/kept/kind';
import { LAST_CHECK } from '../../../src/app/kept/last-check';
import { OWN_RULES } from '../../../src/app/kept/own-rules';
import { REASONS } from '../../../src/app/kept/reasons';
import { STANDARDS } from '../../../src/app/kept/standards';
import { addSheets } from '../../../src/hosts/file/add-sheets';
import { FileHost } from '../../../src/hosts/file/file-host';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { openZip, textPart, type Zip } from '../../../src/hosts/file/zip';
import { sampleBytes } from '../../support/sample-files';

const clean = sampleBytes('county-2023-05.xlsx');
const said = [{ sheet: '收入执行表 ', title: '青禾县“一般公共预算”收入 & <支出>\n执行情况表', unit: '亿元' as const }];

function withKept(kept: Readonly<Record<string, unknown>>, into = clean): Uint8Array {
  return addSheets(into, [], new Map(Object.entries(kept).map(([name, value]) => [name, JSON.stringify(value)]))).bytes;
}

function textsOf(zip: Zip): Map<string, string | undefined> {
  return new Map([...zip.entries.keys()].map((name) => [name, textPart(zip, name)]));
}

test('one part of our namespace is added, with its relationship and its type; every other part stays', () => {
  const [before, after] = [clean, withKept({ corrections: said })].map((bytes) => textsOf(openZip(bytes)));
  if (!before || !after) throw new RangeError('no archive');
  const changed = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
  expect(changed.sort()).toEqual(['[Content_Types].xml', 'customXml/gouji.xml', 'xl/_rels/workbook.xml.rels']);
});

test('what is kept is read back, and kept again beside what another version keeps there', async () => {
  const once = withKept({ corrections: toKeep(CORRECTIONS, said), future: { version: 9 } });
  const twice = withKept({ corrections: toKeep(CORRECTIONS, []) }, once);
  expect([...openZip(twice).entries.keys()].filter((name) => name.startsWith('customXml/'))).toEqual([
    'customXml/gouji.xml',
  ]);
  const { kept = {} } = await readWorkbook(twice, 'a.xlsx');
  expect(Object.keys(kept)).toEqual(['corrections', 'future']);
  expect(kept['future']).toBe('{"version":9}');
  expect((await readWorkbook(once, 'a.xlsx')).kept?.['corrections']).toBe(JSON.stringify(toKeep(CORRECTIONS, said)));
});

test('what lies in a workbook counts in its check: how tables are read, and what it is judged by', async () => {
  const pack = {
    name: '本表',
    level: 'county',
    bounds: { nonTaxShare: { warn: 0.9, fail: 0.95, source: { document: '县政府会议纪要', verified: true } } },
  };
  const bytes = withKept({
    corrections: toKeep(CORRECTIONS, [
      { sheet: '收入执行表 ', title: '青禾县2023年5月一般公共预算收入完成情况表', unit: '亿元' },
    ]),
    standards: { version: 1, value: pack },
  });
  const [plain, kept] = await Promise.all(
    [clean, bytes].map(async (each) => checkWorkbook(await readWorkbook(each, 'county-2023-05.xlsx'))),
  );
  const told = (result: typeof plain) =>
    result?.outcome.findings.map(({ data }) => (data['name'] as NamedIndicator | undefined)?.indicator) ?? [];
  expect([told(plain).includes('R06'), told(kept).includes('R06')]).toEqual([true, false]);
  const unit = (result: typeof plain) =>
    result?.context.sheets.find(({ sheet }) => sheet.name === '收入执行表 ')?.tables[0]?.unit;
  expect([unit(plain), unit(kept)]).toEqual(['万元', '亿元']);
  expect(kept?.context.pack.nonTaxShare.warn).toBe(0.9);
});

test('a page keeps what is said there; where nothing was, what lies in the file is given', async () => {
  const host = new FileHost(withKept({ corrections: said }), 'a.xlsx');
  await host.read();
  expect(await host.store.get('corrections')).toEqual(said);
  await host.store.set('corrections', []);
  expect(await host.store.get('corrections')).toEqual([]);
});

describe('a reader never throws', () => {
  const kinds = [CORRECTIONS, REASONS, OWN_RULES, LAST_CHECK];
  test.each([undefined, null, 7, 'x', {}, { version: 1 }, { version: 1, value: 'x' }, { version: 99, value: said }])(
    'of %j nothing is read',
    (stored) => {
      for (const kind of kinds) expect(fromKept<readonly unknown[]>(kind, stored)).toEqual([]);
      expect(fromKept(STANDARDS, stored)).toBeUndefined();
    },
  );
  test('one bad entry does not cost the others', () => {
    const good = { fingerprint: 'a1', text: '退库造成', by: '张三', on: '2023-06-02', valueThen: 12.5 };
    expect(fromKept(REASONS, toKeep(REASONS, [good, { fingerprint: '' }, 3] as never))).toEqual([good]);
    const rule = { code: 'U601', text: '税收收入 + 非税收入 = 地方收入' };
    expect(fromKept(OWN_RULES, { version: 1, value: [{ ...rule, code: 'A101' }, rule] })).toEqual([rule]);
  });
});
