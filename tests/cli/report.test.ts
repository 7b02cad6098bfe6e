import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { run } from '../../src/cli/program';
import { valueAt } from '../../src/core/grid/sheet';
import { userSheets } from '../../src/core/reading/user-sheets';
import { readFile as readFileOf } from '../../src/hosts/file/read-file';
import { openDocument } from '../../src/hosts/file/docx/read-docx';

const book = join(__dirname, '../../assets/samples/county-2023-05.xlsx');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-report-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(argv, { out: (text) => (out += text), err: (text) => (err += text), interactive: false }, '0');
  return { code, out, err };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const RIGHT = '税收收入完成21480万元，同比增收1480万元，增长7.4%。';
const WRONG = '税收收入完成21480万元，同比增收1480万元，增长9.1%。';

function docx(text: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

describe('report check', () => {
  test('0 where the figures agree, 1 where they do not', async () => {
    expect((await gouji('report', 'check', file('a.txt', RIGHT))).code).toBe(0);
    const { code, out } = await gouji('report', 'check', file('b.txt', WRONG));
    expect(code).toBe(1);
    expect(out).toContain('错误（第 1 行） 税收收入：文中为 9.1%，按 21480万元、1480万元 计算应为 7.4%');
  });

  test('a line of JSON for each text, with the offsets of its figures', async () => {
    const { out } = await gouji('report', 'check', '--format', 'ndjson', file('a.txt', WRONG), file('b.txt', RIGHT));
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.claims).toContainEqual(
      expect.objectContaining({
        kind: 'growth',
        stated: [27, 30],
        operands: [
          [6, 11],
          [18, 22],
        ],
        holds: false,
      }),
    );
    expect(first.findings).toMatchObject([{ start: 27, end: 30, text: '9.1', code: 'R502', level: 'error' }]);
    expect(second.findings).toEqual([]);
  });

  test('a Word document is read as a text is', async () => {
    expect((await gouji('report', 'check', file('a.docx', docx(WRONG)))).code).toBe(1);
  });

  test('figures are found again in a workbook', async () => {
    const text = file('a.txt', '截至2023年5月底，全县税收收入完成10115.9万元。');
    const { out } = await gouji('report', 'check', '--format', 'ndjson', '--workbook', book, text);
    expect(JSON.parse(out).matches).toMatchObject([{ start: 19, end: 26, verdict: 'equal', file: book, cell: [5, 7] }]);
  });

  test.each([
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), '旧版 .doc'],
    ['empty.txt', ' \n', '没有文字'],
    ['words.txt', '各项工作稳步推进。', '没有数字'],
    ['broken.docx', docx(RIGHT).subarray(0, 200), '已损坏'],
    ['page.txt', '<html>12</html>', '不是 Gouji 能读取的报告'],
  ])('%s gets one sentence, exit 2, and the others go on', async (name, content, sentence) => {
    const { code, out, err } = await gouji('report', 'check', file(name, content), file('right.txt', RIGHT));
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(out).toContain('right.txt');
  });
});

test('a workbook that cannot be read gets one sentence', async () => {
  const { code, out, err } = await gouji('report', 'check', file('a.txt', RIGHT), '--workbook', file('b.xlsx', 'PK?'));
  expect([code, out, err.trim().split('\n')]).toEqual([2, '', [expect.stringContaining('b.xlsx')]]);
});

describe('report fill', () => {
  const draft = '截至2023年5月底，全县税收收入完成*万元，完成年初预算*％。';

  test('a filled copy, the draft as it was, and a line for each blank', async () => {
    const path = file('draft.txt', draft);
    const { code, out } = await gouji('report', 'fill', path, '--workbook', book, '--out', join(folder, 'out.txt'));
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(
      '截至2023年5月底，全县税收收入完成10115.9万元，完成年初预算43.51％。',
    );
    expect(readFileSync(path, 'utf8')).toBe(draft);
    expect(out.trim().split('\n').at(-1)).toBe('填写 2 处，留空 0 处；名称和文号 0 处不填。');
  });

  test('Word in, Word out', async () => {
    const out = join(folder, 'out.docx');
    await gouji('report', 'fill', file('draft.docx', docx(draft)), '--workbook', book, '--out', out);
    expect(openDocument(readFileSync(out), 'out.docx').text).toContain('完成10115.9万元');
  });

  test('the basis of each figure stands in a copy of the workbook', async () => {
    const [out, basis] = ['out.txt', 'basis.xlsx'].map((name) => join(folder, name)) as [string, string];
    const argv = ['report', 'fill', file('draft.txt', draft), '--workbook', book, '--out', out, '--basis', basis];
    expect((await gouji(...argv)).code).toBe(0);
    const [line] = await readFileOf(readFileSync(basis), 'basis.xlsx');
    const sheet = line?.workbook.sheets.find(({ name }) => name === '底稿');
    expect(line && userSheets(line.workbook).some(({ name }) => name === '底稿')).toBe(false);
    expect([1, 2, 3, 5, 6].map((column) => sheet && valueAt(sheet, 3, column))).toEqual([
      '截至2023年5月底，全县税收收入完成*万元',
      10115.9,
      '万元',
      '收入执行表!H6',
      "='收入执行表 '!H6",
    ]);
    expect(
      (await gouji('report', 'fill', file('d.txt', draft), '--out', join(folder, 'o.txt'), '--basis', basis)).code,
    ).toBe(2);
  });

  test('nothing is written over a source, nor under the name of another kind', async () => {
    const path = file('draft.txt', draft);
    const { mtimeMs } = statSync(path);
    expect((await gouji('report', 'fill', path, '--workbook', book, '--out', path)).code).toBe(2);
    expect((await gouji('report', 'fill', path, '--workbook', book, '--out', join(folder, 'a.docx'))).code).toBe(2);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });
});

describe('report mask', () => {
  test('a masked copy, and the key fills it again', async () => {
    const path = file('a.txt', RIGHT);
    const [masked, key, again] = ['masked.txt', 'key.json', 'again.txt'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await gouji('report', 'mask', path, '--figures', 'amounts', '--out', masked, '--key', key);
    expect(readFileSync(masked, 'utf8')).toBe('税收收入完成*万元，同比增收*万元，增长7.4%。');
    await gouji('report', 'fill', masked, '--key', key, '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(RIGHT);
  });

  test('the key of another text is refused', async () => {
    const key = file('key.json', '{"gouji":"mask","figures":[{"at":0,"text":"5"}]}');
    const { code, err } = await gouji(
      'report',
      'fill',
      file('a.txt', '税收*万元'),
      '--key',
      key,
      '--out',
      join(folder, 'o.txt'),
    );
    expect([code, err]).toEqual([2, expect.stringContaining('* 的位置不同')]);
  });
});
