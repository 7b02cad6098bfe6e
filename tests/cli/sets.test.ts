import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-sets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  readonly file: string;
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly against?: readonly { readonly file?: string; readonly sheet: string; readonly cell: readonly number[] }[];
    readonly fingerprint: string;
  }[];
  readonly skipped: readonly { readonly rule: string }[];
}

async function check(...argv: string[]): Promise<{ code: number; lines: Line[]; err: string }> {
  let out = '';
  let err = '';
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), interactive: false };
  const code = await run(['check', '--format', 'ndjson', ...argv], io, '0.0.0');
  const lines = out.split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as Line), err };
}

/** A month's table; every item took in 10 each month more than the one before it in the list. */
function month(place: string, number: number, month: number, wrong = 0): string {
  const path = join(folder, place, `${number}.csv`);
  mkdirSync(join(folder, place), { recursive: true });
  const items = ['增值税', '企业所得税', '个人所得税', '资源税', '房产税'].map(
    (name, i) => [name, 110 + 10 * i] as const,
  );
  const rows = items.map(([name, each], i) => `${name},${each + (i === 2 ? wrong : 0)},${each * month}`);
  const sum = items.reduce((total, [, each]) => total + each, 0);
  const table = [
    `某县2023年${month}月税收收入完成情况表`,
    '单位：万元',
    '项目,本月,累计',
    ...rows,
    `合计,${sum + wrong},${sum * month}`,
  ];
  writeFileSync(path, table.join('\n'));
  return path;
}

const isTied = ({ skipped }: Line) => !skipped.some(({ rule }) => rule === 'T305');

test('files given by name are one set, a folder is one of its own, --alone parts them all', async () => {
  month('甲乡', 4, 4);
  const [april, may] = [month('乙乡', 4, 4), month('乙乡', 5, 5)];
  const june = month('丙乡', 6, 6);
  // May is held against April, and April against what May leaves for it.
  expect((await check(april, may)).lines.map(isTied)).toEqual([true, true]);
  expect((await check('--alone', april, may)).lines.map(isTied)).toEqual([false, false]);
  // June lies in another folder than May: no set holds both.
  const all = await check(folder);
  expect(all.lines.map(({ file }) => file)).toEqual([june, april, may, join(folder, '甲乡', '4.csv')]);
  expect(all.lines.map(isTied)).toEqual([false, true, true, false]);
  expect((await check(june, join(folder, '甲乡'), may)).lines.map(isTied)).toEqual([true, true, false]);
});

test('the other side of a tie is an address in its file, and books of one base name are two', async () => {
  const before = month('甲乡', 1, 4);
  const now = month('乙乡', 1, 5, 7);
  const { lines, code } = await check(before, now);
  expect(code).toBe(1);
  const tie = lines[1]?.findings.find(({ code: rule }) => rule === 'T305');
  expect(tie?.message).toContain('《甲乡/1.csv》');
  expect(tie?.against).toEqual([
    { sheet: '1', cell: [5, 2] },
    { file: before, sheet: '1', cell: [5, 2] },
  ]);
});

test('a folder without workbooks is one sentence and exit 2, and locked copies are no workbooks', async () => {
  mkdirSync(join(folder, '空'));
  writeFileSync(join(folder, '空', '~$表.xlsx'), 'lock');
  writeFileSync(join(folder, '空', '说明.docx'), 'letter');
  const { code, lines, err } = await check(join(folder, '空'));
  expect([code, lines]).toEqual([2, []]);
  expect(err).toMatch(/空.*文件夹里没有 Gouji 能读取的表格文件.*\n$/);
});

test('what is said of a table goes with the copy, and the next check of it knows', async () => {
  const readings = join(folder, 'said.json');
  writeFileSync(
    readings,
    JSON.stringify([{ sheet: '支出执行表', title: '2023年1-5月青禾县一般公共预算支出执行情况表', unit: '亿元' }]),
  );
  const copy = join(folder, 'copy.xlsx');
  const sample = join(__dirname, '../../assets/samples/county-2023-05.xlsx');
  const io = { out: () => undefined, err: () => undefined, interactive: false };
  expect(await run(['summarize', sample, '--out', copy, '--readings', readings], io, '0.0.0')).toBe(0);
  const units = async (...argv: string[]) => {
    let out = '';
    await run(['tables', '--format', 'ndjson', ...argv], { ...io, out: (text) => (out += text) }, '0.0.0');
    const sheets = out.split('\n').filter((line) => line !== '');
    const read = sheets.map((line) => JSON.parse(line) as { sheet: string; tables: { unit?: string }[] });
    return read.find(({ sheet }) => sheet === '支出执行表')?.tables[0]?.unit;
  };
  expect([await units(sample), await units(copy)]).toEqual(['万元', '亿元']);
});
