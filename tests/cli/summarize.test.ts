import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../src/cli/program';
import { formulaAt, valueAt, type Sheet } from '../../src/core/grid/sheet';
import { readWorkbook } from '../../src/hosts/file/read-file';

const SAMPLES = join(__dirname, '../../assets/samples');
const MAY = join(SAMPLES, 'county-2023-05.xlsx');
const JUNE = join(SAMPLES, 'county-2023-06.xlsx');
const TREASURY = join(SAMPLES, 'treasury-2023-06.xlsx');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-summarize-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), interactive: false };
  const code = await run(argv, io, '0');
  return { code, out, err };
}

async function sheetsOf(file: string): Promise<readonly Sheet[]> {
  return (await readWorkbook(new Uint8Array(readFileSync(file)), 'x.xlsx')).sheets;
}

test('--list says which sheets can be made and what is missing for the others, and writes nothing', async () => {
  const { code, out } = await gouji('summarize', MAY, '--list');
  expect(code).toBe(0);
  expect(out).toContain('revenue\t收入汇总\t可以写入');
  expect(out).toContain('debt\t债务汇总\t缺少：债务台账');
});

test('--sheets writes those alone; one that cannot be made is told, one that there is not is refused', async () => {
  const out = join(folder, 'out.xlsx');
  const { code, err } = await gouji('summarize', MAY, '--out', out, '--sheets', 'revenue,debt');
  expect(code).toBe(0);
  expect(err).toContain('写入的表：收入汇总');
  expect(err).toContain('缺少：债务台账');
  const names = (await sheetsOf(out)).map(({ name }) => name);
  expect(names).toContain('收入汇总');
  expect(names).not.toContain('校验结果');
  const wrong = await gouji('summarize', MAY, '--out', join(folder, 'b.xlsx'), '--sheets', 'income');
  expect([wrong.code, existsSync(join(folder, 'b.xlsx'))]).toEqual([2, false]);
  expect(wrong.err).toContain('income');
  expect(wrong.err).toContain('overview');
});

test('the first file gets the sheets; what others lend is a value, and named', async () => {
  const out = join(folder, 'out.xlsx');
  const { code } = await gouji('summarize', JUNE, TREASURY, '--out', out, '--sheets', 'treasury,revenue');
  expect(code).toBeLessThan(2);
  const sheets = await sheetsOf(out);
  const cash = sheets.find(({ name }) => name === '库款汇总');
  const revenue = sheets.find(({ name }) => name === '收入汇总');
  if (!cash || !revenue) throw new Error('no sheet');
  expect(formulaAt(cash, 3, 1)).toBeUndefined();
  expect(typeof valueAt(cash, 3, 1)).toBe('number');
  expect(formulaAt(cash, 3, 6)).toBeDefined();
  expect(formulaAt(revenue, 3, 1)).toBe('收入完成!C31');
  const texts = cash.cells.texts.join('\n');
  expect(texts).toContain('取自其他工作簿，不随源表变动：《treasury-2023-06.xlsx》');
});

test('--remove gives back what there was, part by part', async () => {
  const [out, back] = [join(folder, 'out.xlsx'), join(folder, 'back.xlsx')];
  await gouji('summarize', MAY, '--out', out);
  const { code, err } = await gouji('summarize', out, '--remove', '--out', back);
  expect([code, err.includes('已移除：一页纸')]).toEqual([0, true]);
  const [before, after] = [MAY, back].map((file) => unzipSync(new Uint8Array(readFileSync(file))));
  expect(after).toEqual(before);
  const again = await gouji('summarize', back, '--remove', '--out', join(folder, 'again.xlsx'));
  expect([again.code, again.err.includes('没有 Gouji 写入的表')]).toEqual([0, true]);
});

test('without --out nothing is done', async () => {
  const { code, err } = await gouji('summarize', MAY);
  expect(code).toBe(2);
  expect(err).toContain('--out');
});

test('no table that is known: the findings alone, and a sentence for each wanted sheet', async () => {
  const plain = join(folder, 'plain.csv');
  writeFileSync(plain, '项目,数\n合计,9\na,3\nb,5\n');
  const out = join(folder, 'out.xlsx');
  const { err } = await gouji('summarize', plain, '--out', out, '--sheets', 'overview,findings');
  expect((await sheetsOf(out)).map(({ name }) => name)).toEqual(['plain', '校验结果']);
  expect(err).toContain('缺少：一般公共预算收入执行情况表');
});

test('a lender that cannot be read: one sentence, and nothing written', async () => {
  const broken = join(folder, 'broken.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 no workbook');
  const out = join(folder, 'out.xlsx');
  const { code, err } = await gouji('summarize', MAY, broken, '--out', out);
  expect([code, existsSync(out)]).toEqual([2, false]);
  expect(err.trim().split('\n')).toHaveLength(1);
});
