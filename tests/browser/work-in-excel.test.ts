import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundle } from './support/bundle';
import { requireBuild, ROOT } from './support/build';
import { launch } from './support/chromium';
import { visitInExcel } from './support/excel-page';
import { serveBuild, type Served } from './support/serve';

const SAMPLE = path.join(ROOT, 'assets/samples/dirty/county-2023-05.xlsx');

let browser: Browser;
let served: Served;
let simulated: string;

beforeAll(async () => {
  requireBuild();
  [browser, served, simulated] = await Promise.all([launch(), serveBuild(), bundle('simulated-excel')]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The pane in Excel after its first check. */
async function checked() {
  const open = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await open.page.getByRole('button', { name: '一键校验' }).click();
  await open.page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  return open;
}

const cell = (page: Page, sheet: string, row: number, column: number) =>
  page.evaluate(
    ([name, r, c]) => {
      const { value, formula } = window.excel.workbook.find(name)?.cell(r, c) ?? {};
      return { value, formula };
    },
    [sheet, row, column] as const,
  );

const silent = (page: Page) => page.evaluate(() => [...window.excel.notSimulated.keys()]);

test('a repair is looked at, made with Enter, and taken back with U', async () => {
  const { page, complaints, close } = await checked();
  await page
    .getByRole('button', { name: /税收收入/ })
    .first()
    .click();
  expect(await cell(page, '收入执行表 ', 6, 7)).toEqual({ value: 6467.11, formula: undefined });
  await page.keyboard.press('f');
  await page.getByText('收入执行表!H7：6,467.11 → 4,667.11').waitFor();
  await page.getByText('随之重算：').waitFor();
  await page.getByRole('button', { name: '应用修改' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('已改 1 个单元格。', { exact: false }).first().waitFor();
  expect(await cell(page, '收入执行表 ', 6, 7)).toEqual({ value: 4667.11, formula: undefined });
  await page.getByText('改好 1 条', { exact: false }).first().waitFor();
  await page.keyboard.press('u');
  await page.getByText('已撤销', { exact: false }).first().waitFor();
  expect(await cell(page, '收入执行表 ', 6, 7)).toEqual({ value: 6467.11, formula: undefined });
  expect(await silent(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('what the user types in Excel is checked a moment later, and says what changed', async () => {
  const { page, close } = await checked();
  const found = page.getByRole('list', { name: '校验结果' });
  await found
    .getByRole('button', { name: /税收收入/ })
    .first()
    .waitFor();
  await page.evaluate(() => window.excel.type('收入执行表 ', 'H7', '4667.11'));
  await page.getByText('改好 1 条，新增 0 条。').first().waitFor();
  await page.evaluate(() => window.excel.type('收入执行表 ', 'H7', '6467.11'));
  await page.getByText('改好 0 条，新增 1 条。').first().waitFor();
  expect(await silent(page)).toEqual([]);
  await close();
});

test('the selected cell is explained: where it stands, what it adds up to, what was found', async () => {
  const { page, close } = await checked();
  await page.evaluate(() => window.excel.select('收入执行表 ', 'H7'));
  await page.getByRole('button', { name: '说明所选单元格' }).click();
  await page.getByRole('button', { name: '所选单元格 收入执行表!H7' }).waitFor();
  await page.getByText('已核对，不符').waitFor();
  await page.evaluate(() => window.excel.select('收入执行表 ', 'H8'));
  await page.getByText('已核对，相符').waitFor();
  expect(await silent(page)).toEqual([]);
  await close();
});

test('the keys 1 to 5 open the pages; the indicators begin with the red line and lead to its cells', async () => {
  const { page, close } = await checked();
  await page.keyboard.press('2');
  const redLines = page.getByRole('region', { name: '红线' });
  await redLines.getByText('库款系数').first().waitFor();
  await redLines.getByRole('button', { name: '库款月报!E9' }).first().click();
  await page.waitForFunction(() => window.excel.workbook.activeSheet?.name === '库款月报');
  await page.keyboard.press('5');
  await page.getByRole('combobox', { name: '库款系数' }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('list', { name: '校验结果' }).waitFor();
  await close();
});

test('Esc closes what is open, and then goes back to where the user was in Excel', async () => {
  const { page, close } = await checked();
  await page.evaluate(() => window.excel.select('支出执行表', 'C4:D6'));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.excel.workbook.activeSheet?.name === '库款月报');
  await page.keyboard.press('e');
  await page.getByRole('region', { name: '说明' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: '说明' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => window.excel.workbook.activeSheet?.name)).toBe('库款月报');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.excel.workbook.activeSheet?.name === '支出执行表');
  expect(await page.evaluate(() => ({ ...window.excel.workbook.selection }))).toEqual({
    top: 3,
    left: 2,
    bottom: 5,
    right: 3,
  });
  expect(await silent(page)).toEqual([]);
  await close();
});

test('在表中标出 makes the listed cells stand out in Excel, and takes every mark away again', async () => {
  const { page, complaints, close } = await checked();
  const marks = () =>
    page.evaluate(() => window.excel.workbook.sheets.flatMap(({ conditionals }) => conditionals).length);
  await page.keyboard.press('/');
  const button = page.getByRole('button', { name: '在表中标出', exact: false });
  await button.click();
  await page.getByText(/^已标出 \d+ 个单元格/).waitFor();
  expect(await marks()).toBeGreaterThan(1);
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await button.click();
  await page.getByText(/^已标出/).waitFor({ state: 'detached' });
  expect(await marks()).toBe(0);
  expect(await silent(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
