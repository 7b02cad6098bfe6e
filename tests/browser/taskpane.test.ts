import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundle } from './support/bundle';
import { requireBuild, ROOT } from './support/build';
import { launch, visit } from './support/chromium';
import { OFFICE_JS, visitInExcel } from './support/excel-page';
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

test("on Microsoft's office.js the pane checks the open workbook, shows a cell and writes the summary", async () => {
  const { page, requests, complaints, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).click();
  const list = page.getByRole('list', { name: '校验结果' });
  await list.getByRole('listitem').first().waitFor();
  // While sheets are still being read the first of the list may change.
  await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  expect(await page.getByRole('grid').count()).toBe(0);

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const selection = () =>
    page.evaluate(() => ({ sheet: window.excel.workbook.activeSheet?.name, ...window.excel.workbook.selection }));
  await page.waitForFunction(
    () => window.excel.workbook.activeSheet?.name === '库款月报' && window.excel.workbook.selection.top > 0,
  );
  expect(await selection()).toEqual({ sheet: '库款月报', top: 8, left: 4, bottom: 8, right: 4 });
  expect(
    await list.locator('button[aria-current=true]').evaluate((element) => element === document.activeElement),
  ).toBe(true);

  await page.getByRole('button', { name: '写入汇总表' }).click();
  await page
    .getByText(/^已写入：一页纸.*校验结果、指标总览/)
    .first()
    .waitFor();
  const sheets = await page.evaluate(() => window.excel.workbook.sheets.map(({ name }) => name));
  expect(sheets).toEqual(expect.arrayContaining(['校验结果', '指标总览']));
  expect((await selection()).sheet).toBe('库款月报');

  expect(await page.evaluate(() => [...window.excel.notSimulated.keys()])).toEqual([]);
  expect(
    requests.filter(
      (url) => ![served.origin, `blob:${served.origin}`, OFFICE_JS].some((known) => url.startsWith(known)),
    ),
  ).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

interface Associated {
  readonly _association: { readonly mappings: Readonly<Record<string, (event: { completed(): void }) => void>> };
}

/**
 * What Excel does when a command is pressed: once the page has bound the function it calls it by its name. Gives how
 * often its event completed.
 */
async function press(page: Page, command: string): Promise<number> {
  const bound = command.toUpperCase();
  const actions = await page.waitForFunction((name) => {
    const known = typeof Office === 'undefined' ? undefined : (Office.actions as unknown as Associated | undefined);
    return known?._association.mappings[name] && known;
  }, bound);
  return actions.evaluate((known, name) => {
    let completed = 0;
    (known as Associated)._association.mappings[name]?.({ completed: () => completed++ });
    return completed;
  }, bound);
}

test('the ribbon command checks in the same pane, and completes also where Excel fails', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).waitFor();
  await page.evaluate(() => {
    window.excel.disturbance = (className, member) => {
      throw new Error(`${className}.${member} failed`);
    };
  });
  expect(await press(page, 'quickCheck')).toBe(1);
  await page.getByText('出现意外错误', { exact: false }).first().waitFor();
  await page.evaluate(() => (window.excel.disturbance = undefined));
  expect(await press(page, 'quickCheck')).toBe(1);
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  await close();
});

test('校验选区 shows what was found in the selected cells, and all again when asked', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).waitFor();
  await page.evaluate(() => window.excel.select('库款月报', 'D9:E9'));
  expect(await press(page, 'checkSelection')).toBe(1);
  await page.getByText('选区 库款月报!D9:E9：2 条。').first().waitFor();
  const lines = page.getByRole('list', { name: '校验结果' }).getByRole('listitem');
  expect(await lines.count()).toBe(2);
  await page.getByRole('button', { name: '显示全部' }).click();
  expect(await lines.count()).toBeGreaterThan(5);

  await page.evaluate(() => (window.excel.workbook.selectionIsObject = true));
  expect(await press(page, 'checkSelection')).toBe(1);
  await page.getByText('没有选中一片单元格', { exact: false }).first().waitFor();
  expect(await page.evaluate(() => [...window.excel.notSimulated.keys()])).toEqual([]);
  await close();
});

test('a hidden sheet stays hidden, and the pane says so', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).click();
  // Red lines come first when all sheets are read.
  await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  await page.evaluate(() =>
    window.excel.workbook.sheets.forEach(
      (sheet) => (sheet.visibility = sheet.name.startsWith('库款') ? 'Hidden' : sheet.visibility),
    ),
  );
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('已隐藏，无法定位', { exact: false }).first().waitFor();
  await close();
});

test('where Office never answers the pane stands and says so in one sentence', async () => {
  const { page, close } = await visit(browser, { viewport: { width: 320, height: 378 } });
  await page.route(`${OFFICE_JS}**`, (route) => route.abort());
  await page.goto(`${served.origin}/taskpane.html`);
  await page.getByText('没有连接到 Excel', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: '一键校验' }).waitFor();
  await close();
});

/** Microsoft's file of this name is held until it is let go. */
function holding(name: string) {
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  return { held: (asked: string) => (asked === name ? gone : undefined), letGo };
}

test('while office.js does not come the page says that it loads, and not that the web view is too old', async () => {
  const { held, letGo } = holding('office.js');
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE, { held });
  await page.getByText('正在载入').waitFor();
  expect(await page.locator('#gouji-old').getAttribute('class')).toBeNull();
  letGo();
  await page.getByRole('button', { name: '一键校验' }).waitFor();
  await close();
});

test('a slow start is waited for: the pane says so, a command that was pressed is done when Excel is there', async () => {
  const { held, letGo } = holding('excel-win32-16.01.js');
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE, { held });
  expect(await press(page, 'quickCheck')).toBe(1);
  await page.getByText('正在等待 Excel', { exact: false }).first().waitFor();
  letGo();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  expect(await page.getByText('正在等待 Excel', { exact: false }).count()).toBe(0);
  await close();
});

test('a cell that is being edited is spoken of after a while, and the check goes on when it is left', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).waitFor();
  await page.evaluate(() => window.excel.startCellEdit());
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByText('请在单元格中按回车', { exact: false }).waitFor();
  await page.evaluate(() => window.excel.endCellEdit());
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  await close();
});

test('writing that waits for a cell can be cancelled, and leaves nothing behind', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  const sheets = () => page.evaluate(() => window.excel.workbook.sheets.map(({ name }) => name));
  const before = await sheets();
  await page.evaluate(() => window.excel.startCellEdit());
  await page.getByRole('button', { name: '写入汇总表' }).click();
  await page.getByText('请在单元格中按回车', { exact: false }).waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('已停止写入，工作簿没有改动', { exact: false }).first().waitFor();
  await page.evaluate(() => window.excel.endCellEdit());
  // What comes after goes out behind it.
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
  expect(await sheets()).toEqual(before);
  await close();
});

test('what the workbook was read without is said', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE);
  await page.evaluate(() => (window.excel.workbook.mergesListed = 'never'));
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByText('Excel 没有说明哪些单元格是合并的', { exact: false }).waitFor();
  await close();
});

test('an older Excel gets one plain sentence', async () => {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE, { excelApi: '1.7' });
  await page.getByText('这个版本的 Excel 太旧', { exact: false }).first().waitFor();
  await close();
});

test.each(['1.9', '1.17', '1.21'])(
  'an Excel of ExcelApi %s checks, in English where it is English',
  async (excelApi) => {
    const english = { excelApi, locale: 'en-US' };
    const { page, complaints, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE, english);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first().waitFor();
    expect(await page.evaluate(() => [...window.excel.notSimulated.keys()])).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);
