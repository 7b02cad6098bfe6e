import { keptEntries } from '../../src/hosts/kept-part';
import type { Browser, Locator, Page } from 'playwright-core';
import path from 'node:path';
import { bundle } from './support/bundle';
import { requireBuild, ROOT } from './support/build';
import { launch, visit, type Visit } from './support/chromium';
import { visitInExcel } from './support/excel-page';
import { serveBuild, type Served } from './support/serve';

const SAMPLE = path.join(ROOT, 'assets/samples/dirty/county-2023-05.xlsx');

let browser: Browser;
let served: Served;
let open: Visit;

beforeAll(async () => {
  requireBuild();
  [browser, served] = await Promise.all([launch(), serveBuild()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
});

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('button', { name: /^读表结果/ }).waitFor();
}

const lineOf = (page: Page, sheet: string): Locator =>
  page.getByRole('heading', { level: 3 }).getByRole('button', { name: new RegExp(`^${sheet}`) });

async function unfold(page: Page, sheet: string): Promise<Locator> {
  await page.getByRole('button', { name: /^读表结果/ }).click();
  await lineOf(page, sheet).click();
  return lineOf(page, sheet);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a unit and a kind that are corrected count at once, after a reload, and until they are taken back', async () => {
  open = await visit(browser, { viewport: { width: 320, height: 640 } });
  const { page } = open;
  await page.goto(`${served.origin}/standalone.html?file=sample.xlsx`);
  await check(page);
  const line = await unfold(page, '收入执行表');
  expect(await line.textContent()).toBe('收入执行表 · 一般公共预算收入执行情况表 · 万元 · 2023年5月');
  await choose(page, '单位', '亿元');
  await choose(page, '表的种类', '不识别');
  await page.getByRole('button', { name: '按更正重新核对' }).click();
  const corrected = '收入执行表 · 不识别 · 亿元 · 2023年5月已更正';
  await page.getByText('已更正', { exact: true }).waitFor();
  expect(await line.textContent()).toBe(corrected);
  // The findings are of the new reading, and the keyboard is where it was.
  await page.getByRole('list', { name: '校验结果' }).getByText('亿元', { exact: false }).first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('按更正重新核对');

  await page.reload();
  await check(page);
  await unfold(page, '收入执行表');
  expect(await line.textContent()).toBe(corrected);
  await page.getByRole('button', { name: '恢复自动识别' }).click();
  await page.getByText('已更正', { exact: true }).waitFor({ state: 'detached' });
  expect(await line.textContent()).toBe('收入执行表 · 一般公共预算收入执行情况表 · 万元 · 2023年5月');
});

test('by keyboard alone on a small laptop, and nothing is wider than the pane', async () => {
  open = await visit(browser, { viewport: { width: 320, height: 378 } });
  const { page } = open;
  await page.goto(`${served.origin}/standalone.html?file=sample.xlsx`);
  await check(page);
  await page.getByRole('button', { name: /^读表结果/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '单位', exact: true }).focus();
  // The list of findings must not hear these.
  for (const key of ['e', 'Escape', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  expect(await page.getByRole('region', { name: '说明' }).count()).toBe(0);
  expect(await page.getByRole('combobox', { name: '单位', exact: true }).textContent()).not.toBe('万元');
  expect(
    await page
      .getByRole('combobox', { name: '单位', exact: true })
      .evaluate((element) => element === document.activeElement),
  ).toBe(true);
  const apply = page.getByRole('button', { name: '按更正重新核对' });
  await apply.focus();
  await page.keyboard.press('Enter');
  await page.getByText('已更正', { exact: true }).waitFor();
  const [box, footer] = await Promise.all([
    apply.boundingBox(),
    page.getByRole('button', { name: '快捷键' }).boundingBox(),
  ]);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('in Excel a correction stays in the workbook, and no cell is touched', async () => {
  open = await visitInExcel(browser, served.origin, await bundle('simulated-excel'), SAMPLE);
  const { page } = open;
  await check(page);
  await unfold(page, '收入执行表');
  await choose(page, '单位', '亿元');
  await page.getByRole('button', { name: '按更正重新核对' }).click();
  await page.getByText('已更正', { exact: true }).waitFor();
  const [part] = await page.evaluate(() => window.excel.workbook.xmlParts.map(({ xml }) => xml));
  const kept = JSON.parse(keptEntries(part).get('corrections') ?? '{}') as { value?: unknown };
  expect(kept).toMatchObject({ version: 1, value: [{ sheet: '收入执行表 ', unit: '亿元' }] });
  expect(
    await page.evaluate(() =>
      window.excel.work.flatMap(({ touched }) => touched).filter((member) => member.endsWith('=')),
    ),
  ).toEqual([]);
  expect(await page.evaluate(() => [...window.excel.notSimulated.keys()])).toEqual([]);
});
