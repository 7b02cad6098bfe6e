import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { summarySheets } from '../../../src/app/write-summary';
import type { SummarySheet } from '../../../src/core/summary/summary-sheet';
import { addSheets, removeSheets } from '../../../src/hosts/file/add-sheets';
import { readWorkbook } from '../../../src/hosts/file/read-file';
import { HostError } from '../../../src/hosts/host';
import { FileHost } from '../../../src/hosts/file/file-host';
import { translator } from '../../../src/messages/translator';
import { describeWithShared, sharedFile } from '../../support/shared-folder';
import { sampleBytes } from '../../support/sample-files';

const MONTH = 'county-2023-05.xlsx';

async function sheetsOf(bytes: Uint8Array, name = MONTH): Promise<SummarySheet[]> {
  return summarySheets(await checkWorkbook(await readWorkbook(bytes, name)), translator('zh-CN'));
}

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** Names of the parts that differ. */
function differing(a: Uint8Array, b: Uint8Array): string[] {
  const [before, after] = [partsOf(a), partsOf(b)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

/** The package with one part changed by hand, as a user's own edit in Excel would. */
function edited(bytes: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[name];
  if (!part) throw new Error(name);
  const after = edit(strFromU8(part));
  if (after === strFromU8(part)) throw new Error(`nothing to edit in ${name}`);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

const REVENUE = 'xl/worksheets/gouji-revenue.xml';
const OVERVIEW = 'xl/worksheets/gouji-overview.xml';

describe('written twice', () => {
  test('one of each, in the same order, and no chart is doubled', async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const twice = addSheets(once, sheets).bytes;
    const names = async (file: Uint8Array) => (await readWorkbook(file, MONTH)).sheets.map(({ name }) => name);
    expect(await names(twice)).toEqual(await names(once));
    expect([...partsOf(twice).keys()].filter((name) => /charts|drawings/.test(name)).sort()).toEqual([
      'xl/charts/gouji-overview-coverage.xml',
      'xl/charts/gouji-overview-progress.xml',
      'xl/charts/gouji-overview-structure.xml',
      'xl/charts/gouji-treasury-coverage.xml',
      'xl/drawings/_rels/gouji-overview.xml.rels',
      'xl/drawings/_rels/gouji-treasury.xml.rels',
      'xl/drawings/gouji-overview.xml',
      'xl/drawings/gouji-treasury.xml',
    ]);
    expect(differing(once, twice)).toEqual(['xl/workbook.xml']);
  });

  test('widths, heights and formats that the user gave our sheet stay where its lines are the same', async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const changed = edited(once, REVENUE, (xml) =>
      xml
        .replace(/<col min="2" max="2" width="[^"]*"/, '<col min="2" max="2" width="37.5"')
        .replace(/(<c r="B5") s="\d+"/, '$1 s="1"')
        .replace('<row r="5">', '<row r="5" ht="40" customHeight="1">'),
    );
    const again = partsOf(addSheets(changed, sheets).bytes).get(REVENUE) ?? '';
    expect(again).toContain('<col min="2" max="2" width="37.5"');
    expect(again).toContain('<c r="B5" s="1"><f>');
    expect(again).toContain('<row r="5" ht="40" customHeight="1">');
  });

  test('a light follows its figure, whatever it looked like', async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const style = /<c r="E4" s="(\d+)"/.exec(partsOf(once).get(OVERVIEW) ?? '')?.[1];
    const changed = edited(once, OVERVIEW, (xml) => xml.replace(/(<c r="E4") s="\d+"/, '$1 s="1"'));
    expect(partsOf(addSheets(changed, sheets).bytes).get(OVERVIEW)).toContain(`<c r="E4" s="${style}"`);
  });

  test('with another line the sheet is written as ours looks', async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const changed = edited(once, REVENUE, (xml) =>
      xml.replace(/<col min="2" max="2" width="[^"]*"/, '<col min="2" max="2" width="37.5"'),
    );
    const shorter = sheets.map((sheet) =>
      sheet.id === 'revenue' ? { ...sheet, rows: sheet.rows.filter((_, i) => i !== 8) } : sheet,
    );
    expect(partsOf(addSheets(changed, shorter).bytes).get(REVENUE)).not.toContain('width="37.5"');
  });

  test('what the user put beside our charts stays', async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const theirs =
      '<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="90" name="我的批注"/></xdr:nvSpPr></xdr:sp></xdr:oneCellAnchor>';
    const changed = edited(once, 'xl/drawings/gouji-overview.xml', (xml) =>
      xml.replace('</xdr:wsDr>', `${theirs}</xdr:wsDr>`),
    );
    const shorter = sheets.map((sheet) =>
      sheet.id === 'overview' ? { ...sheet, charts: sheet.charts?.slice(0, 1) ?? [] } : sheet,
    );
    const again = partsOf(addSheets(changed, shorter).bytes).get('xl/drawings/gouji-overview.xml') ?? '';
    expect(again).toContain('我的批注');
    expect(again.match(/name="gouji-/g)).toHaveLength(1);
  });
});

describe('removed', () => {
  test.each(readdirSync(`${__dirname}/../../../assets/samples`).filter((name) => name.endsWith('.xlsx')))(
    '%s is byte for byte what it was',
    async (name) => {
      const bytes = sampleBytes(name);
      const host = new FileHost(bytes, name);
      host.carry('corrections', { version: 1, value: [] });
      await host.writeSummary(await sheetsOf(bytes, name));
      await host.writeSummary((await sheetsOf(bytes, name)).slice(0, 2));
      const { file, sheetNames } = await host.removeSummary();
      expect(sheetNames).toContain('校验结果');
      expect(differing(bytes, file?.bytes ?? new Uint8Array())).toEqual([]);
    },
  );

  test('a style of ours that the user has taken into use stays', async () => {
    const bytes = sampleBytes(MONTH);
    const once = addSheets(bytes, await sheetsOf(bytes)).bytes;
    const [, own] = /<c r="B5" s="(\d+)"/.exec(partsOf(once).get(REVENUE) ?? '') ?? [];
    const used = edited(once, 'xl/worksheets/sheet2.xml', (xml) =>
      xml.replace(/(<c r="[A-Z]+\d+") s="\d+"/, `$1 s="${own}"`),
    );
    const back = removeSheets(used).bytes;
    expect(differing(used, back)).not.toContain('xl/styles.xml');
    expect(partsOf(back).get('xl/styles.xml')).toBe(partsOf(once).get('xl/styles.xml'));
  });

  test("our sheets between the user's: what stands behind moves up, and names keep their sheets", async () => {
    const bytes = sampleBytes(MONTH);
    const sheets = await sheetsOf(bytes);
    const once = addSheets(bytes, sheets).bytes;
    const moved = edited(once, 'xl/workbook.xml', (xml) => {
      const [own = ''] = /<sheet [^>]*name="一页纸"[^>]*\/>/.exec(xml) ?? [];
      return xml
        .replace(own, '')
        .replace('<sheets>', `<sheets>${own}`)
        .replace(/localSheetId="(\d+)"/g, 'localSheetId="$1"');
    });
    const { sheets: left } = await readWorkbook(removeSheets(moved).bytes, MONTH);
    expect(left.map(({ name }) => name)).toEqual((await readWorkbook(bytes, MONTH)).sheets.map(({ name }) => name));
  });

  test("a user's sheet that only carries a mark is none of ours", async () => {
    const bytes = sampleBytes(MONTH);
    const marked = edited(bytes, 'xl/workbook.xml', (xml) =>
      /<definedNames>/.test(xml)
        ? xml.replace(
            '<definedNames>',
            '<definedNames><definedName name="_gouji_summary_revenue" hidden="1">封面!$A$1</definedName>',
          )
        : xml.replace(
            '</sheets>',
            '</sheets><definedNames><definedName name="_gouji_summary_revenue" hidden="1">封面!$A$1</definedName></definedNames>',
          ),
    );
    const { bytes: back, sheetNames } = removeSheets(marked);
    expect(sheetNames).toEqual([]);
    expect(differing(bytes, back)).toEqual([]);
  });

  test('a protected structure is refused', async () => {
    const bytes = edited(sampleBytes(MONTH), 'xl/workbook.xml', (xml) =>
      xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
    );
    expect(() => removeSheets(bytes)).toThrow(new HostError('structureProtected'));
  });

  describeWithShared('real workbooks are byte for byte what they were', () => {
    test.each(['20', '25', '27', 'raw-2023', '财政', 'department_budget_template'])('%s.xlsx', async (name) => {
      const bytes = new Uint8Array(readFileSync(sharedFile(`workbooks/fiscal/${name}.xlsx`)));
      const once = addSheets(bytes, await sheetsOf(bytes, name)).bytes;
      expect(differing(bytes, removeSheets(once).bytes)).toEqual([]);
    });
  });
});

test("a user's sheet of our name stays, and ours gets another", async () => {
  const bytes = edited(sampleBytes(MONTH), 'xl/workbook.xml', (xml) => xml.replace('name="封面"', 'name="收入汇总"'));
  const sheets = await sheetsOf(bytes);
  const { bytes: once, sheetNames } = addSheets(bytes, sheets);
  expect(sheetNames).toContain('收入汇总 (2)');
  expect(differing(bytes, removeSheets(once).bytes)).toEqual([]);
});
