import { readFileSync } from 'node:fs';
import { mends } from '../../src/app/fix-preview';
import { mendAll } from '../../src/app/mend-all';
import { Session } from '../../src/app/session';
import { cellName } from '../../src/core/grid/address';
import { textAmount } from '../../src/core/numbers/amount-text';
import { formulaAt, valueAt, type Workbook } from '../../src/core/grid/sheet';
import { FileHost } from '../../src/hosts/file/file-host';
import { openZip, unpackAll } from '../../src/hosts/file/zip';
import { CLEAN_SAMPLES } from '../support/sample-files';
import { workbooksOf } from '../support/text-table';

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

async function opened(file: string) {
  const host = new FileHost(bytesOf(file), 'a.xlsx');
  const session = new Session();
  const book = session.open(await host.read());
  return { host, session, book };
}

const holding = ({ sheets }: Workbook, sheet: string, row: number, column: number) => {
  const found = sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error('no sheet');
  const value = valueAt(found, row, column);
  return {
    value: typeof value === 'string' ? textAmount(value)?.value : value,
    formula: formulaAt(found, row, column),
  };
};

describe.each(CLEAN_SAMPLES)('%s with planted errors', (name) => {
  const [dirty, clean] = [`assets/samples/dirty/${name}`, `assets/samples/${name}`];

  test('what is put right is what stood there before', async () => {
    const { session, book } = await opened(dirty);
    const original = await new FileHost(bytesOf(clean), name).read();
    const { mended } = await mendAll(session, book);
    for (const { finding, preview } of mended)
      for (const { at, after } of preview.writes) {
        const was = holding(original, at.sheet, at.row, at.column);
        const place = `${finding.code} ${at.sheet}!${cellName(at)}`;
        if (after.formula !== undefined) expect([place, after.formula]).toEqual([place, was.formula]);
        // A digit that a slip lost comes back only as far as the total tells it.
        else expect(Math.abs(Number(after.value) - Number(was.value))).toBeLessThan(0.05);
      }
  });

  test('only the cells that were named change, and taking all back gives the first file', async () => {
    const { host, session, book } = await opened(dirty);
    const { change } = await mendAll(session, book);
    if (change.writes.length === 0) return;
    const before = unpackAll(openZip(bytesOf(dirty)));
    const { file } = await host.writeCells(change);
    if (!file) throw new Error('no file');
    const after = unpackAll(openZip(file.bytes));
    const changed = [...before].filter(([part, bytes]) => Buffer.compare(bytes, after.get(part) ?? bytes) !== 0);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(changed.every(([part]) => part.includes('worksheets/'))).toBe(true);

    const [was, is] = [
      await new FileHost(bytesOf(dirty), 'a.xlsx').read(),
      await new FileHost(file.bytes, 'a.xlsx').read(),
    ];
    const named = new Set(
      [...change.writes.map(({ at }) => at), ...change.results].map((at) => `${at.sheet}!${cellName(at)}`),
    );
    for (const sheet of was.sheets)
      for (let row = 0; row < sheet.cells.rowCount; row++)
        for (let column = 0; column < sheet.cells.columnCount; column++)
          if (!named.has(`${sheet.name}!${cellName({ row, column })}`))
            expect(holding(is, sheet.name, row, column)).toEqual(holding(was, sheet.name, row, column));
  });

  test('a repair that is made takes its finding away', async () => {
    const { session, book } = await opened(dirty);
    const { mended } = await mendAll(session, book);
    const { outcome } = await session.check(book);
    const left = outcome.findings.map(({ fingerprint }) => fingerprint);
    for (const { finding, preview } of mended) {
      expect(mends(preview, finding)).toBe(true);
      expect(left).not.toContain(finding.fingerprint);
    }
  });
});

const SUMS = `
| 项目 | 一季度 | 二季度 | 合计 |
| 税收收入 | 120 | 130 | =B2+C2 → 250 |
| 非税收入 | 60 | 70 | =B3+C3 → 130 |
| 上级补助收入 | 300 | 310 | 610 |
| 债务转贷收入 | 80 | 20 | =B5+C5 → 100 |
| 调入资金 | 15 | 25 | =B6+C6 → 40 |
`;

test('without being asked nothing is done that a person must decide; asked for by its rule it is', async () => {
  const [workbook] = workbooksOf(SUMS.replace('610', '=B4+C3 → 370'));
  if (!workbook) throw new Error('no workbook');
  const session = new Session();
  const book = session.open({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, protected: true })) });
  const { mended, left } = await mendAll(session, book);
  expect(mended).toEqual([]);
  expect(left.map(({ why, finding }) => [finding.code, why])).toEqual([['F205', 'protected']]);
});

test('a total follows what was put right, across sheets, and a second preview starts from the workbook as it is', async () => {
  const [workbook] = workbooksOf(SUMS);
  if (!workbook) throw new Error('no workbook');
  const session = new Session();
  const book = session.open(workbook);
  const at = { book, sheet: workbook.sheets[0]?.name ?? '', row: 1, column: 1 };
  const writes = [{ at, before: { value: 120 }, after: { value: 125 } }];
  const { results } = await session.preview(book, writes);
  expect(results.map(({ row, column, before, after }) => [cellName({ row, column }), before, after])).toEqual([
    ['D2', 250, 255],
  ]);
  expect((await session.preview(book, writes)).results).toEqual(results);
});
