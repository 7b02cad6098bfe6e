import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { FileHost } from '../../src/hosts/file/file-host';
import { requireBuild } from './support/build';
import { launch, visit, type Visit } from './support/chromium';
import { serveBuild, type Served } from './support/serve';

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
  const { complaints, requests } = open;
  await open.close();
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(served.origin) && !url.startsWith(`blob:${served.origin}`))).toEqual(
    [],
  );
});

async function start(options: Parameters<typeof visit>[1] = {}, query = ''): Promise<Page> {
  open = await visit(browser, options);
  await open.page.goto(`${served.origin}/standalone.html${query}`);
  return open.page;
}

async function checkSample(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '一键校验' }).click();
  const list = page.getByRole('list', { name: '校验结果' });
  await page
    .getByText(/^已核对 [\d,]+ 项关系/)
    .first()
    .waitFor();
  await list.getByRole('listitem').first().waitFor();
  // While sheets are still being read the first of the list may change.
  await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
  return list;
}

const markedCell = (page: Page): Locator => page.getByRole('gridcell', { selected: true });

test('the sample is checked; J and Enter show the cell, and the focus stays in the list', async () => {
  const page = await start();
  const list = await checkSample(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await markedCell(page).waitFor();
  expect(await markedCell(page).getAttribute('aria-label')).toContain('已标记');
  const focused = list.locator('button[aria-current=true]');
  expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await focused.getAttribute('aria-label')).toMatch(/^红色预警，第1条，共\d+条，库款月报，/);
  await page.keyboard.press('j');
  expect(await list.locator('button[aria-current=true]').getAttribute('aria-label')).toMatch(/第2条/);
  await page.keyboard.press('k');
  expect(await list.locator('button[aria-current=true]').getAttribute('aria-label')).toMatch(/第1条/);
});

test('a cell far down its sheet is scrolled into sight', async () => {
  const page = await start({ viewport: { width: 900, height: 420 } });
  await checkSample(page);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await markedCell(page).waitFor();
  for (const key of ['k', 'k', 'k', 'k']) {
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await markedCell(page).waitFor();
    const [cell, grid] = [await markedCell(page).boundingBox(), await page.getByRole('grid').boundingBox()];
    if (!cell || !grid) throw new Error('nothing is painted');
    expect(cell.y).toBeGreaterThanOrEqual(grid.y);
    expect(cell.y + cell.height).toBeLessThanOrEqual(grid.y + grid.height);
    expect(cell.x).toBeGreaterThanOrEqual(grid.x);
    expect(cell.x + cell.width).toBeLessThanOrEqual(grid.x + grid.width);
  }
});

test('E explains with both numbers, Esc folds it again', async () => {
  const page = await start();
  await checkSample(page);
  // The first is a red line; an error has two numbers.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  const explanation = page.getByRole('region', { name: '说明' });
  await explanation.waitFor();
  for (const word of ['表中数', '应为', '差额', '怎样处理'])
    await explanation.getByText(word, { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await explanation.waitFor({ state: 'detached' });
});

test.each(['j', 'End'])('on a small page an explanation comes into sight with its line (%s, E)', async (key) => {
  const page = await start({ viewport: { width: 320, height: 378 } });
  const list = await checkSample(page);
  await page.keyboard.press(key);
  await page.keyboard.press('e');
  await page.getByRole('region', { name: '说明' }).waitFor();
  const line = list.locator('button[aria-current=true]');
  await page.waitForFunction(() => {
    const [button, region] = [
      document.querySelector('button[aria-current=true]'),
      document.querySelector('section'),
    ].map((element) => element?.getBoundingClientRect());
    return button !== undefined && region !== undefined && button.top >= 0 && region.top + 40 < window.innerHeight - 30;
  });
  expect(await line.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the summary is downloaded as a workbook with 校验结果 in it', async () => {
  const page = await start();
  await checkSample(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '写入汇总表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('county-2023-05.gouji.xlsx');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  const { sheets } = await new FileHost(bytes, 'county.xlsx').read();
  expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['校验结果', '指标总览']));
  await page
    .getByText(/^已写入：一页纸.*校验结果、指标总览/)
    .first()
    .waitFor();
});

test('a broken file that is dropped gives one sentence, and the page goes on', async () => {
  const page = await start();
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9])], '坏.xlsx'));
    document
      .querySelector('main')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await page.getByText('文件已损坏或不完整（坏.xlsx）', { exact: false }).first().waitFor();
  await checkSample(page);
});

test('a file that no table can be read from says what to do', async () => {
  const page = await start();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '备注.csv', mimeType: 'text/csv', buffer: Buffer.from('只有一行文字\n') });
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByText('没有读出任何表格', { exact: false }).first().waitFor();
  await page.getByText('没有找到库款月报', { exact: false }).first().waitFor();
});

test('cancelling ends even a sheet that takes long, and checking can begin again', async () => {
  const page = await start();
  const lines = Array.from(
    { length: 150_000 },
    (_, i) => `${i},项目${i},${(i * 7919) % 99_991},${(i * 104_729) % 99_991},${(i * 31) % 997}`,
  );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '大表.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['编码,项目,年初预算数,完成数,上年同期', ...lines].join('\n')),
    });
  await page.getByText('已读入', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '写入汇总表' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '换一个文件' }).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '小.csv', mimeType: 'text/csv', buffer: Buffer.from('只有一行文字\n') });
  await page.getByRole('button', { name: '一键校验' }).click();
  await page.getByText('没有读出任何表格', { exact: false }).first().waitFor();
});

test('the workbook of the address is opened', async () => {
  const page = await start({}, '?file=sample.xlsx');
  await page.getByRole('navigation', { name: '工作表' }).getByRole('button', { name: '收入执行表' }).waitFor();
});

test('a workbook of the address that is not there gives one sentence', async () => {
  const page = await start({}, '?file=none.xlsx');
  await page.getByText('没有取到文件“none.xlsx”', { exact: false }).first().waitFor();
  open = { ...open, complaints: open.complaints.filter((text) => !text.includes('404')) };
});

test('English and dark are chosen in the settings and remembered', async () => {
  const page = await start();
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Open workbook' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first().waitFor();
  expect(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.style.colorScheme]),
  ).toEqual(['en-US', 'dark']);
});

test.each([
  [320, 378],
  [270, 378],
])(
  'at %d × %d the button of the day is in sight, and a finding shows its cell over the list',
  async (width, height) => {
    const page = await start({ viewport: { width, height } });
    const inSight = async (name: string) => {
      const box = await page.getByRole('button', { name }).boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= height && box.x >= 0 && box.x + box.width <= width;
    };
    expect(await inSight('打开工作簿')).toBe(true);
    expect(await inSight('用示例试一试')).toBe(true);
    await page.getByRole('button', { name: '用示例试一试' }).click();
    await page.getByText('已读入', { exact: false }).first().waitFor();
    expect(await inSight('一键校验')).toBe(true);
    await page.getByRole('button', { name: '一键校验' }).click();
    const list = page.getByRole('list', { name: '校验结果' });
    // A red line that comes late takes the first place: a line is pressed once the check has ended.
    await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
    await list.getByRole('button', { name: /^错误/ }).first().click();
    await markedCell(page).waitFor();
    await page.getByRole('button', { name: '返回结果' }).click();
    await markedCell(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);
