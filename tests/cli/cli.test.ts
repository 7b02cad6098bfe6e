import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program';
import { readWorkbook } from '../../src/hosts/file/read-file';

const samples = join(__dirname, '../../assets/samples');
const clean = join(samples, 'county-2023-05.xlsx');
const dirty = join(samples, 'dirty/county-2023-05.xlsx');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(
    argv,
    { out: (text) => (out += text), err: (text) => (err += text), interactive: false },
    '0.0.0',
  );
  return { code, out, err };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('exit codes', () => {
  test('0 when nothing is at level error', async () => expect((await gouji('check', clean)).code).toBe(0));
  test('1 when something is', async () => expect((await gouji('check', dirty)).code).toBe(1));

  test('2 when a file could not be read: its sentence on stderr, the others go on', async () => {
    const { code, out, err } = await gouji(
      'check',
      '--format',
      'ndjson',
      join(folder, 'none.xlsx'),
      clean,
      file('page.xlsx', '<html>'),
    );
    expect(code).toBe(2);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('没有这个文件'),
      expect.stringContaining('不是 Gouji 能读取的表格文件'),
    ]);
  });

  test.each([
    [['check']],
    [['check', clean, '--format', 'pdf']],
    [['check', clean, '--as-of', '31.5.']],
    [['nothing']],
  ])('2 for %j', async (argv) => {
    const { code, out, err } = await gouji(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });
});

describe('check', () => {
  test('ndjson is one line a workbook in the shape of the contract', async () => {
    const { out } = await gouji('check', '--format', 'ndjson', dirty);
    const {
      file: name,
      findings,
      skipped,
      ms,
    } = JSON.parse(out) as Record<string, unknown> & { findings: Record<string, unknown>[] };
    expect([name, Array.isArray(skipped), typeof ms]).toEqual([dirty, true, 'number']);
    // The red line of the county comes first, then the largest difference.
    expect(findings[0]).toMatchObject({ code: 'I401', grade: 'red' });
    expect(findings[1]).toMatchObject({ code: 'A101', difference: -33066, sheet: '上级补助表' });
    expect(findings[2]).toMatchObject({
      code: 'A101',
      level: 'error',
      sheet: '收入执行表 ',
      cells: expect.any(Array),
      relation: { op: 'sum', target: [6 - 1, 7] },
      messageId: 'A101.broken',
      expected: 11915.9,
      actual: 10115.9,
      difference: -1800,
      cause: { kind: 'transposed', cell: [6, 7], was: 6467.11, shouldBe: 4667.11 },
    });
    expect(findings[0]?.['fingerprint']).toMatch(/^[0-9a-f]{16}$/);
  });

  test('json is one array of the same objects without ms', async () => {
    const lines = (await gouji('check', '--format', 'ndjson', dirty, clean)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const array = JSON.parse((await gouji('check', '--format', 'json', dirty, clean)).out) as unknown;
    for (const line of lines) delete line['ms'];
    expect(array).toEqual(lines);
  });

  test('a jsonl file gives a line a grid, with its id', async () => {
    const grids = file(
      'g.jsonl',
      '{"id":"甲","rows":[["项目","数"],["合计",97],["a",36],["b",51]]}\n{"id":"乙","rows":[["项目","数"],["合计",87],["a",36],["b",51]]}\n',
    );
    const { code, out } = await gouji('check', '--format', 'ndjson', grids);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; findings: unknown[] });
    expect([code, lines.map(({ id, findings }) => [id, findings.length])]).toEqual([
      1,
      [
        ['甲', 1],
        ['乙', 0],
      ],
    ]);
  });

  test('text names the cell, says what is wrong, and what was not checked', async () => {
    const { out } = await gouji('check', dirty);
    expect(out).toContain('收入执行表 !H7');
    expect(out).toContain('17 个错误，6 个预警，2 个提示。');
    const { out: english } = await gouji('check', '--lang', 'en-US', clean);
    expect(english).toContain('no errors, 5 warnings, 1 hint.');
  });

  test('sarif and html hold every finding', async () => {
    const sarif = JSON.parse((await gouji('check', '--format', 'sarif', dirty)).out) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    expect([sarif.version, sarif.runs[0]?.results.length]).toEqual(['2.1.0', 25]);
    expect((await gouji('check', '--format', 'html', dirty)).out.match(/<tr><td>/g)).toHaveLength(25);
  });

  test('--out writes the file whole, --rules runs only those', async () => {
    const out = join(folder, 'r.json');
    expect((await gouji('check', '--format', 'json', '--rules', 'I401', '--out', out, dirty)).out).toBe('');
    const [{ findings }] = JSON.parse(readFileSync(out, 'utf8')) as [{ findings: { code: string }[] }];
    expect(findings.map(({ code }) => code)).toEqual(['I401']);
    expect(readdirSync(folder)).toEqual(['r.json']);
  });
});

describe('tables and relations', () => {
  test('tables tells how each table was read, and why', async () => {
    const { code, out } = await gouji('tables', '--format', 'ndjson', clean);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { sheet: string; tables: Record<string, unknown>[] });
    expect(code).toBe(0);
    expect(lines.find(({ sheet }) => sheet === '库款月报')?.tables[0]).toMatchObject({
      kind: '库款月报',
      unit: '元',
      period: { from: '2023-05-01', to: '2023-05-31' },
      asOf: '2023-05-31',
      at: [1, 0, 9, 5],
      evidence: expect.arrayContaining(['表名含“库款”']),
    });
    expect((await gouji('tables', clean)).out).toContain('均衡性转移支付收入');
  });

  test('relations lists what holds and what does not', async () => {
    const { out } = await gouji('relations', '--format', 'ndjson', dirty);
    const revenue = out
      .trim()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { sheet: string; relations: { op: string; target: number[]; holds: boolean }[] },
      )
      .find(({ sheet }) => sheet === '收入执行表 ');
    expect(revenue?.relations).toContainEqual(expect.objectContaining({ op: 'sum', target: [5, 7], holds: false }));
    expect(revenue?.relations).toContainEqual(expect.objectContaining({ op: 'sum', target: [5, 1], holds: true }));
  });
});

describe('summarize', () => {
  test('writes a copy with our sheets', async () => {
    const out = join(folder, 'copy.xlsx');
    expect((await gouji('summarize', dirty, '--out', out)).code).toBe(1);
    const { sheets } = await readWorkbook(new Uint8Array(readFileSync(out)), 'copy.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['收入执行表 ', '校验结果', '指标总览']));
  });

  test('of a csv: a new workbook, and says so', async () => {
    const csv = file('a.csv', '项目,数\n合计,9\na,3\nb,5\n');
    const out = join(folder, 'copy.xlsx');
    const { err } = await gouji('summarize', csv, '--out', out);
    expect(err).toContain('新工作簿');
    expect((await readWorkbook(new Uint8Array(readFileSync(out)), 'copy.xlsx')).sheets.map(({ name }) => name)).toEqual(
      ['a', '校验结果'],
    );
  });

  test('nothing is half written', async () => {
    const out = join(folder, 'copy.xlsx');
    expect((await gouji('summarize', file('b.xlsx', 'PK nonsense'), '--out', out)).code).toBe(2);
    expect((await gouji('summarize', dirty, '--out', join(folder, 'no/such/folder/c.xlsx'))).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});

describe('several workbooks at once', () => {
  const june = join(samples, 'county-2023-06.xlsx');
  const findings = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { findings: { code: string; message: string }[] }).findings);

  test('what ties months together is judged, and alone it is said that it could not be', async () => {
    const alone = JSON.parse((await gouji('check', '--format', 'ndjson', june)).out) as { skipped: { rule: string }[] };
    expect(alone.skipped.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['T306']));
    const dirtyJune = join(samples, 'dirty/county-2023-06.xlsx');
    const [first] = findings((await gouji('check', '--format', 'ndjson', '--rules', 'T305', dirtyJune, clean)).out);
    expect(first?.some(({ message }) => message.includes('county-2023-05.xlsx'))).toBe(true);
  });

  test('clean months tie', async () => {
    const { out } = await gouji(
      'check',
      '--format',
      'ndjson',
      '--rules',
      'T303,T305,T306,T307',
      june,
      clean,
      join(samples, 'county-2022-05.xlsx'),
    );
    expect(findings(out).flat()).toEqual([]);
  });
});

describe('files that say how to read and to judge', () => {
  test('a pack moves a bound', async () => {
    const pack = file(
      'county.json',
      JSON.stringify({
        name: '本县',
        level: 'county',
        bounds: { nonTaxShare: { warn: 0.6, fail: 0.7, source: { document: '县政府工作要点', verified: true } } },
      }),
    );
    const nonTax = async (...more: string[]) =>
      (
        JSON.parse((await gouji('indicators', '--format', 'json', clean, ...more)).out) as {
          id: string;
          verdict: string;
          target: string;
        }[]
      ).find(({ id }) => id === 'R06');
    expect(await nonTax()).toMatchObject({ verdict: 'warn' });
    expect(await nonTax('--pack', pack)).toMatchObject({ verdict: 'pass', target: '不高于 60' });
  });

  test('one that cannot be used gets a sentence with its field, and nothing is checked', async () => {
    const { code, out, err } = await gouji(
      'check',
      '--pack',
      file('bad.json', '{"name":"x","level":"county","bounds":{"nonTax":1}}'),
      clean,
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('没有“bounds.nonTax”这个字段');
  });

  test('a correction is how the table is read', async () => {
    const table = file('数.csv', '科目,甲,乙\n大数,100,90\n小数,60,50\n');
    const said = file(
      'said.json',
      JSON.stringify([{ sheet: '数', title: '', unit: '万元', columns: [{ header: '甲', role: 'ytd' }] }]),
    );
    const { out } = await gouji('tables', '--format', 'ndjson', '--readings', said, table);
    expect(JSON.parse(out)).toMatchObject({
      tables: [{ unit: '万元', columns: [{ role: 'item' }, { role: 'ytd' }, { role: 'amount' }] }],
    });
  });
});

test('numbers of persons are masked, and whole where one asks', async () => {
  const lines = [310, 257, 498, 133, 274, 365].map(
    (base, i) => `43129919350707003${i},${base},${91 + 7 * i},${base + 91 + 7 * i}`,
  );
  const roster = file(
    '花名册.csv',
    ['证件号码,基础补贴,高龄补贴,合计', ...lines, '431299194111150020,461,139,660'].join('\n'),
  );
  const said = async (...flags: string[]) => (await gouji('check', '--format', 'json', ...flags, roster)).out;
  expect(await said()).toContain('431299********0020');
  expect(await said()).not.toContain('431299194111150020');
  expect(await said('--show-numbers')).toContain('431299194111150020');
});
