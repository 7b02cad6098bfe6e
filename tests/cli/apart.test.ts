import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Apart, EndedEarly } from '../../src/cli/apart';
import { run } from '../../src/cli/program';

const root = join(__dirname, '../..');
let folder: string;
let script: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-apart-'));
  script = join(folder, 'cli.mjs');
  // The real command, in an engine that a file of a certain name ends.
  writeFileSync(
    script,
    `const { register } = await import(${JSON.stringify(join(root, 'node_modules/tsx/dist/esm/api/index.mjs'))});
    register();
    const on = process.on;
    process.on = (event, listener) => on.call(process, event, event !== 'message' ? listener : (request) => {
      const { task } = request;
      const file = task?.file ?? String(task?.args?.[0] ?? '');
      if (file.includes('aborts')) process.abort();
      if (file.includes('exits')) process.exit(3);
      if (file.includes('fills')) { const all = []; for (;;) all.push(new Array(1e5).fill({})); }
      if (file.includes('hangs')) for (;;);
      listener(request);
    });
    await import(${JSON.stringify(join(root, 'src/cli.ts'))});`,
  );
  for (const name of ['a-good', 'b-aborts', 'c-good', 'd-exits', 'e-good'])
    writeFileSync(join(folder, `${name}.csv`), '项目,金额\n甲,1\n乙,2\n合计,3\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function gouji(...argv: string[]): Promise<{ code: number; out: string; err: string[] }> {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    interactive: false,
  };
  const code = await run(argv, io, '0.0.0', script);
  return { code, out, err: err.split('\n').filter((line) => line !== '') };
}

const files = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(folder, name));
const names = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => /([a-e])-good/.exec(line)?.[1]);

describe('a file that ends its process ends nothing else', () => {
  test.each([['check', '--jobs', '1'], ['check', '--jobs', '2'], ['check', '--alone'], ['tables'], ['relations']])(
    '%s %s %s',
    async (...command) => {
      const { code, out, err } = await gouji(...command, '--format', 'ndjson', ...files());
      expect([code, names(out)]).toEqual([2, ['a', 'c', 'e']]);
      expect(err).toEqual([expect.stringContaining('b-aborts'), expect.stringContaining('d-exits')]);
    },
  );

  test('indicators are computed of the others', async () => {
    const { code, out, err } = await gouji('indicators', '--format', 'json', ...files());
    expect([code, (JSON.parse(out) as unknown[]).length, err.length]).toEqual([2, 148, 2]);
  });

  test('a single file is told as well', async () => {
    const { code, out, err } = await gouji('check', join(folder, 'b-aborts.csv'));
    expect([code, out.trim()]).toEqual([2, '']);
    expect(err).toEqual([expect.stringMatching(/b-aborts.*内存/)]);
  });
});

describe('reports are read apart, too', () => {
  const text = () => {
    const path = join(folder, 'report.txt');
    writeFileSync(path, '税收收入完成21480万元，同比增收1480万元，增长9.1%。');
    return path;
  };

  test('and checked', async () => {
    const { code, out } = await gouji('report', 'check', text(), '--workbook', join(folder, 'a-good.csv'));
    expect([code, out.includes('9.1%')]).toEqual([1, true]);
  });

  test('what ends its process is named, and nothing is written', async () => {
    const draft = join(folder, 'f-aborts.txt');
    writeFileSync(draft, '税收收入完成*万元。');
    const out = join(folder, 'out.txt');
    const { code, err } = await gouji('report', 'fill', draft, '--out', out, '--workbook', join(folder, 'a-good.csv'));
    expect([code, err]).toEqual([2, [expect.stringMatching(/f-aborts.*内存/)]]);
    expect(readdirSync(folder).some((name) => name.startsWith('out.txt'))).toBe(false);
  });
});

describe('limits hold', () => {
  const ask = async (file: string) => {
    const apart = new Apart(script, { language: 'zh-CN' }, false, {
      megabytes: 100,
      ms: 8000,
      msPerMegabyte: 0,
      times: 1,
    });
    try {
      return await apart.ask({ kind: 'open', file, settings: {} }, 0).catch((error: unknown) => error);
    } finally {
      apart.end();
    }
  };

  test.each([
    ['hangs', 'takesTooLong'],
    ['fills', 'needsTooMuch'],
    ['exits', 'internal'],
  ])('what %s is %s', async (file, fault) => {
    const error = await ask(file);
    expect(error).toBeInstanceOf(EndedEarly);
    expect(error).toMatchObject({ fault });
  });

  /** A process that says every 0.3 s that it goes on, and answers after 1.5 s. */
  const slow = async (times: number) => {
    const path = join(folder, 'slow.mjs');
    writeFileSync(
      path,
      `process.on('message', () => {
        setInterval(() => process.send({ alive: true }), 300);
        setTimeout(() => process.send({ code: 0 }), 1500);
      });`,
    );
    const apart = new Apart(path, { language: 'zh-CN' }, false, { megabytes: 100, ms: 1000, msPerMegabyte: 0, times });
    try {
      return await apart.ask({ kind: 'open', file: 'a', settings: {} }, 0).catch((error: unknown) => error);
    } finally {
      apart.end();
    }
  };

  test('what goes on is given more time, but not for ever', async () => {
    expect(await slow(5)).toEqual({ code: 0 });
    expect(await slow(1)).toMatchObject({ fault: 'takesTooLong' });
  });
});
