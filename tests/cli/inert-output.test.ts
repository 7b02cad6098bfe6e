import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from '../../src/cli/program';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-inert-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    interactive: false,
  };
  await run(argv, io, '0.0.0');
  return { out, err };
}

/** A table whose labels hold all that a terminal would obey. */
const MARKS = ['\u001b[2J', '\u0007', '\u009b31m', '\u202e', '\u2066', '\u200f', '\u2028'];
const label = `甲${MARKS.join('')}`;
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function table(): string {
  const file = join(folder, 'a.jsonl');
  const rows = [
    [label, '金额'],
    [label, 1],
    ['乙', 2],
    [`合计${label}`, 4],
  ];
  writeFileSync(file, `${JSON.stringify({ rows })}\n`);
  return file;
}

describe('a terminal shows what a workbook holds and obeys nothing', () => {
  test.each([
    ['check', '--format', 'text'],
    ['check', '--format', 'json'],
    ['check', '--format', 'ndjson'],
    ['check', '--format', 'sarif'],
    ['tables', '--format', 'text'],
    ['tables', '--format', 'ndjson'],
    ['relations', '--format', 'text'],
    ['indicators', '--format', 'json'],
  ])('%s %s %s', async (command, ...format) => {
    const { out } = await gouji(command, ...format, table());
    expect(out).not.toBe('');
    expect(out).not.toMatch(OBEYED);
  });

  test('text shows a symbol for each, json says the same as before', async () => {
    expect((await gouji('tables', table())).out).toContain('甲␛[2J␇<U+009B>31m<U+202E><U+2066><U+200F>');
    const { tables } = JSON.parse((await gouji('tables', '--format', 'ndjson', table())).out) as {
      tables: { rows: { label: string }[] }[];
    };
    expect(tables[0]?.rows[0]?.label).toContain('\u001b[2J');
  });

  test('the name of a file is on one line', async () => {
    const { err } = await gouji('check', join(folder, 'a\n\u001b[2J已写入.xlsx'));
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(OBEYED);
  });
});

test('addresses in SARIF are URIs', async () => {
  const file = join(folder, '50% a#b?c [x] 月报.xlsx');
  copyFileSync(join(__dirname, '../../assets/samples/dirty/county-2023-05.xlsx'), file);
  const uriOf = async (path: string) =>
    (
      JSON.parse((await gouji('check', '--format', 'sarif', path)).out) as {
        runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
      }
    ).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
  const uri = await uriOf(file);
  expect(decodeURIComponent(new URL(uri).pathname)).toBe(file);
  expect(new URL(uri).protocol).toBe('file:');
  const own = await uriOf(relative(process.cwd(), file));
  expect(decodeURIComponent(new URL(own, `file://${process.cwd()}/`).pathname)).toBe(file);
});
