import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { bundle } from './support/bundle';
import { DIST, requireBuild } from './support/build';
import { launch, visit } from './support/chromium';

let browser: Browser;
let url: string;
let ear: string;

beforeAll(async () => {
  requireBuild();
  // Alone in a folder: nothing beside it can help.
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'gouji-one-file-')), 'gouji.html');
  copyFileSync(path.join(DIST, 'gouji.html'), file);
  url = pathToFileURL(file).href;
  [browser, ear] = await Promise.all([launch(), bundle('engine-ear')]);
});
afterAll(() => browser?.close());

test('gouji.html works from a double click: a worker from a Blob, the sample, the summary', async () => {
  const { page, requests, complaints, close } = await visit(browser);
  await page.addInitScript(ear);
  await page.goto(url);
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  expect(
    await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth +
        document.documentElement.scrollHeight -
        document.documentElement.clientHeight,
    ),
  ).toBe(0);
  expect(await page.evaluate(() => window.workersMade)).toBe(1);
  expect(JSON.parse(await page.evaluate(() => window.plainFindings('zh-CN')))).toHaveProperty(
    'findings.0.code',
    'I401',
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '写入汇总表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('county-2023-05.gouji.xlsx');
  expect(requests.filter((asked) => asked !== url && !asked.startsWith('blob:') && !asked.startsWith('data:'))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
  await close();
});

test('an .xls is read as well: what the worker loads later stands behind it', async () => {
  const { page, requests, complaints, close } = await visit(browser);
  await page.goto(url);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(path.join(__dirname, '../hosts/file/fixtures/county-2023-05.xls'));
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  expect(requests.filter((asked) => asked !== url && !asked.startsWith('blob:') && !asked.startsWith('data:'))).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
  await close();
});

test('where no worker can be made the page does the work itself', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.addInitScript(() => {
    window.Worker = new Proxy(window.Worker, {
      construct() {
        throw new DOMException('forbidden by policy', 'SecurityError');
      },
    });
  });
  await page.goto(url);
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '写入汇总表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('county-2023-05.gouji.xlsx');
  expect(complaints).toEqual([]);
  await close();
});
