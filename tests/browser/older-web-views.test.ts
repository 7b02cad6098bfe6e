import path from 'node:path';
import type { Browser } from 'playwright-core';
import { requireBuild, ROOT } from './support/build';
import { launch, visit } from './support/chromium';
import { serveBuild, type Served } from './support/serve';

const SAMPLE = path.join(ROOT, 'assets/samples/dirty/county-2023-05.xlsx');

let browser: Browser;
let served: Served;

beforeAll(async () => {
  requireBuild();
  [browser, served] = await Promise.all([launch(), serveBuild()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What a web view of 2020 does not have; without workers the engine runs in the page, so it is without them too. */
const OLDER = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']) {
    delete Array.prototype[name];
    delete Object.getPrototypeOf(Uint8Array.prototype)[name];
  }
  delete String.prototype.at;
  delete String.prototype.replaceAll;
  delete Object.hasOwn;
  delete Object.groupBy;
  delete Map.groupBy;
  delete window.structuredClone;
  delete Crypto.prototype.randomUUID;
  delete window.Worker;
`;

test('a web view of a few years ago checks, repairs and shows the indicators', async () => {
  const { page, complaints, close } = await visit(browser, { viewport: { width: 320, height: 640 } });
  await page.addInitScript(OLDER);
  await page.goto(`${served.origin}/standalone.html`);
  await page.locator('input[type=file]').first().setInputFiles(SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  await page
    .getByRole('button', { name: /税收收入/ })
    .first()
    .click();
  await page.getByRole('button', { name: '返回结果' }).click();
  await page.keyboard.press('f');
  await page.getByRole('button', { name: '应用修改' }).click();
  await page.getByText('已改 1 个单元格。', { exact: false }).first().waitFor();
  await page.getByRole('tab', { name: '指标' }).click();
  await page.getByRole('region', { name: '红线' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
