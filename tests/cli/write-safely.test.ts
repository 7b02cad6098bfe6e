import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program';

const root = join(__dirname, '../..');
let folder: string;
let source: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-out-'));
  source = join(folder, '月报.xlsx');
  writeFileSync(source, readFileSync(join(root, 'assets/samples/county-2023-05.xlsx')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ code: number; err: string }> {
  let err = '';
  const io = { out: () => undefined, err: (text: string) => void (err += text), interactive: false };
  return { code: await run(argv, io, '0.0.0'), err: err.trim() };
}

/** Each makes a place that must not be written to, and says why in the sentence. */
const PLACES: readonly (readonly [string, () => string, string])[] = [
  ['the source', () => source, '源文件'],
  ['the source by another way', () => join(folder, '.', '..', folder.split('/').pop() ?? '', '月报.xlsx'), '源文件'],
  [
    'a link to the source',
    () => {
      symlinkSync(source, join(folder, 'link.xlsx'));
      return join(folder, 'link.xlsx');
    },
    '源文件',
  ],
  [
    'another name of the same file',
    () => {
      linkSync(source, join(folder, 'hard.xlsx'));
      return join(folder, 'hard.xlsx');
    },
    '源文件',
  ],
  [
    'a link to another file',
    () => {
      writeFileSync(join(folder, 'other.xlsx'), 'theirs');
      symlinkSync(join(folder, 'other.xlsx'), join(folder, 'link.xlsx'));
      return join(folder, 'link.xlsx');
    },
    '链接',
  ],
  [
    'a link that leads nowhere',
    () => {
      symlinkSync(join(folder, 'none.xlsx'), join(folder, 'link.xlsx'));
      return join(folder, 'link.xlsx');
    },
    '链接',
  ],
  [
    'a folder',
    () => {
      mkdirSync(join(folder, 'folder.xlsx'));
      return join(folder, 'folder.xlsx');
    },
    '文件夹',
  ],
  [
    'a read-only file',
    () => {
      writeFileSync(join(folder, 'locked.xlsx'), 'theirs');
      chmodSync(join(folder, 'locked.xlsx'), 0o444);
      return join(folder, 'locked.xlsx');
    },
    '只读',
  ],
  ['a folder that is not there', () => join(folder, 'none/copy.xlsx'), '没有这个文件夹'],
];

describe.each(PLACES)('%s is not written to', (_, make, why) => {
  test.each([
    ['summarize', []],
    ['check', ['--format', 'json']],
  ])('by %s', async (command, more) => {
    const out = make();
    const before = readdirSync(folder).map((name) => [name, contentOf(join(folder, name))]);
    const { code, err } = await gouji(command, source, '--out', out, ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    expect(err.split('\n')).toHaveLength(1);
    expect(readdirSync(folder).map((name) => [name, contentOf(join(folder, name))])).toEqual(before);
  });
});

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'base64');
  } catch {
    return 'no file';
  }
}

describe('macros', () => {
  const withMacros = () => {
    const parts = unzipSync(new Uint8Array(readFileSync(source)));
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    // Its name tells nothing: the contents do.
    writeFileSync(source, zipSync({ ...parts, '[Content_Types].xml': strToU8(types) }));
  };

  test('stay in .xlsm', async () => {
    withMacros();
    const refused = await gouji('summarize', source, '--out', join(folder, 'copy.xlsx'));
    expect([refused.code, refused.err, existsSync(join(folder, 'copy.xlsx'))]).toEqual([
      2,
      expect.stringContaining('.xlsm'),
      false,
    ]);
    expect((await gouji('summarize', source, '--out', join(folder, 'copy.xlsm'))).code).toBeLessThan(2);
  });

  test('are not claimed where there are none', async () => {
    const { code, err } = await gouji('summarize', source, '--out', join(folder, 'copy.xlsm'));
    expect([code, err, existsSync(join(folder, 'copy.xlsm'))]).toEqual([2, expect.stringContaining('.xlsx'), false]);
  });
});

test('a folder is no file, in words', async () => {
  const { code, err } = await gouji('tables', folder);
  expect([code, err]).toEqual([2, expect.stringContaining('这是文件夹')]);
});

test('an interrupted write leaves the old file and nothing beside it', () => {
  const out = join(folder, 'report.json');
  writeFileSync(out, 'old');
  const script = join(folder, 'write.cjs');
  // The signal comes while the contents are on their way to the disk.
  writeFileSync(
    script,
    `require(${JSON.stringify(join(root, 'node_modules/tsx/dist/cjs/index.cjs'))});
    const { writeWhole } = require(${JSON.stringify(join(root, 'src/cli/write-whole.ts'))});
    void writeWhole(${JSON.stringify(out)}, new Uint8Array(3e8), undefined);
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), 5);`,
  );
  const { signal } = spawnSync(process.execPath, [script]);
  rmSync(script);
  expect([signal, readFileSync(out, 'utf8')]).toEqual(['SIGTERM', 'old']);
  expect(readdirSync(folder).sort()).toEqual(['report.json', '月报.xlsx'].sort());
});

test.each(['summarize', 'fix'])('%s of a signed workbook says that the copy loses the signature', async (command) => {
  const signed = join(folder, '已签名.xlsx');
  const parts = unzipSync(new Uint8Array(readFileSync(source)));
  writeFileSync(signed, zipSync({ ...parts, '_xmlsignatures/sig1.xml': strToU8('<Signature/>') }));
  const out = join(folder, '副本.xlsx');
  const said = await gouji(command, signed, '--out', out);
  expect(said.err).toContain('签名在副本里失效');
  expect(existsSync(out)).toBe(true);
  const plain = await gouji(command, source, '--out', join(folder, '另一副本.xlsx'));
  expect(plain.err).not.toContain('签名');
});
