import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
let server: ChildProcess;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-serve-'));
  writeFileSync(join(folder, 'standalone.html'), 'the page');
  writeFileSync(join(folder, 'cli.cjs'), 'not for the page');
  writeFileSync(join(folder, '月报.xlsx'), 'the workbook');
  const module = join(__dirname, '../../scripts/serve-page.mjs');
  server = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { servePage } = await import(${JSON.stringify(module)});
    await servePage(${JSON.stringify(folder)}, ${JSON.stringify(join(folder, '月报.xlsx'))}, 18765);`,
  ]);
  const url = await new Promise<string>((resolve) =>
    server.stdout?.once('data', (text: Buffer) => resolve(/http:\S+/.exec(text.toString())?.[0] ?? '')),
  );
  port = Number(new URL(url).port);
});
afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** What the server answers to a request that no client would write. */
function ask(target: string, host = `127.0.0.1:${port}`, method = 'GET'): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

const page = () => ask('/standalone.html');

test('the page and the workbook are served', async () => {
  expect(await page()).toMatch(/^HTTP\/1.1 200[^]*the page/);
  expect(await ask(`/${encodeURIComponent('月报.xlsx')}`)).toMatch(/200[^]*the workbook/);
});

test.each([
  '/%',
  '//',
  '///x',
  'http://[x/',
  '/%c0%af',
  '*',
  '/\u0000',
  '/cli.cjs',
  '/../standalone.html',
  '/standalone.html/',
])('%j ends nothing and gives nothing', async (target) => {
  expect(await ask(target)).not.toContain('200 OK');
  expect(await page()).toContain('the page');
});

test.each(['evil.example', 'evil.example:18765', '127.0.0.1', 'localhost:1', ''])(
  'a page that calls itself %j gets nothing',
  async (host) => expect(await ask('/standalone.html', host)).not.toContain('the page'),
);

test('nothing is read through a link that came later', async () => {
  writeFileSync(join(folder, 'secret'), 'the secret');
  renameSync(join(folder, '月报.xlsx'), join(folder, 'old.xlsx'));
  symlinkSync(join(folder, 'secret'), join(folder, '月报.xlsx'));
  symlinkSync(join(folder, 'secret'), join(folder, 'sample.xlsx'));
  expect(await ask(`/${encodeURIComponent('月报.xlsx')}`)).toContain('the workbook');
  expect(await ask('/sample.xlsx')).not.toContain('the secret');
});
