import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundle } from './support/bundle';
import { DIST, requireBuild, ROOT } from './support/build';
import { launch, visit } from './support/chromium';
import { visitInExcel } from './support/excel-page';
import { serveBuild, type Served } from './support/serve';

const SAMPLES = ['county-2023-05.xlsx', 'dirty/county-2023-05.xlsx'].map((name) =>
  path.join(ROOT, 'assets/samples', name),
);

let browser: Browser;
let served: Served;
let scripts: { readonly ear: string; readonly simulated: string };

beforeAll(async () => {
  requireBuild();
  const [started, server, ear, simulated] = await Promise.all([
    launch(),
    serveBuild(),
    bundle('engine-ear'),
    bundle('simulated-excel'),
  ]);
  browser = started;
  served = server;
  scripts = { ear, simulated };
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What the built command line prints of a file, without the file's name. */
function fromCommandLine(file: string): string {
  let output: string;
  try {
    output = execFileSync(process.execPath, [path.join(DIST, 'cli.cjs'), 'check', '--format', 'json', file], {
      encoding: 'utf8',
    });
  } catch (error) {
    // Exit 1 says that something was found; the findings are on stdout all the same.
    output = (error as { readonly stdout: string }).stdout;
  }
  const [check] = JSON.parse(output) as [Record<string, unknown>];
  return JSON.stringify(Object.fromEntries(Object.entries(check).filter(([name]) => name !== 'file')));
}

async function checked(page: Page): Promise<string> {
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  return page.evaluate(() => window.plainFindings('zh-CN'));
}

describe.each(SAMPLES)('%s', (file) => {
  test('the page in Chromium finds what the command line finds, byte for byte', async () => {
    const { page, close } = await visit(browser);
    await page.addInitScript(scripts.ear);
    await page.goto(`${served.origin}/standalone.html`);
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('已读入', { exact: false }).first().waitFor();
    expect(await checked(page)).toBe(fromCommandLine(file));
    await close();
  });

  test('so does the task pane on office.js in the simulated Excel', async () => {
    const { page, close } = await visitInExcel(browser, served.origin, scripts.simulated, file);
    expect(await checked(page)).toBe(fromCommandLine(file));
    await close();
  });
});
