import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { bundle } from './support/bundle';
import { requireBuild, ROOT } from './support/build';
import { launch } from './support/chromium';
import { visitInExcel, type Arrival } from './support/excel-page';
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

/** Sizes of Fluent's text at 100 %, in pixels: the pane uses no others. */
const FONT_SIZES = { 100: 10, 200: 12, 300: 14, 400: 16, 500: 20, 600: 24 };
const LINE_HEIGHTS = { 100: 14, 200: 16, 300: 20, 400: 22, 500: 28, 600: 32 };

/** Text alone at 200 %, as Windows scales it; boxes stay as wide as they are. */
function doubledText(): string {
  const doubled = (name: string, sizes: Readonly<Record<string, number>>) =>
    Object.entries(sizes).map(([step, pixels]) => `--${name}Base${step}: ${pixels * 2}px !important;`);
  return `.fui-FluentProvider { ${[...doubled('fontSize', FONT_SIZES), ...doubled('lineHeight', LINE_HEIGHTS)].join(' ')} }`;
}

/** Texts that nobody can read to their end: beyond the edge, or cut off without a title that says them whole. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const scrolls = (element: Element): boolean => {
      for (let outer = element.parentElement; outer; outer = outer.parentElement)
        if (/auto|scroll/.test(getComputedStyle(outer).overflowX) && outer.scrollWidth > outer.clientWidth) return true;
      return false;
    };
    for (const element of document.querySelectorAll('main *, [role=dialog] *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // What only a screen reader is told is a pixel large.
      if (!own || box.width <= 2 || box.height <= 2 || style.visibility === 'hidden') continue;
      const text = (element.textContent ?? '').trim().slice(0, 40);
      if ((box.right > width + 1 || box.left < -1) && !scrolls(element)) found.push(`beyond the edge: ${text}`);
      const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      if (isCut && !/auto|scroll/.test(style.overflowX) && !element.closest('[title]')) found.push(`cut off: ${text}`);
    }
    if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
    return found;
  });
}

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Opens a page and waits for what stands on it: it is loaded when it is first opened. */
async function openTab(page: Page, index: number, content: Locator): Promise<void> {
  await page.getByRole('tab').nth(index).click();
  await content.waitFor();
}

/** The pages of the pane after a check, one after the other. */
const STATES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  [
    'checked',
    async (page) => {
      await page.getByRole('button', { name: /^(一键校验|Check now)$/ }).click();
      await page.getByRole('button', { name: /^(写入汇总表|Write summary)/, disabled: false }).waitFor();
    },
  ],
  [
    'explained',
    async (page) => {
      for (let i = 0; i < 3; i++) await page.keyboard.press('j');
      await page.keyboard.press('f');
      await page.getByRole('button', { name: /^(应用修改|Apply)/ }).waitFor();
    },
  ],
  [
    'marked',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.getByRole('button', { name: /^(在表中标出|Mark in the sheets)/ }).click();
      await page
        .getByText(/已标出|cells marked/)
        .first()
        .waitFor();
    },
  ],
  ['indicators', (page) => openTab(page, 1, page.getByRole('region').first())],
  ['summary', (page) => openTab(page, 2, page.getByRole('checkbox').first())],
  ['report', (page) => openTab(page, 3, page.getByRole('textbox').first())],
  ['settings', (page) => openTab(page, 4, page.getByRole('combobox').first())],
];

/** Walks through the pages; gives what is cut off and, where asked, what axe finds serious. */
async function walk(arrival: Arrival, style: string | undefined, withAxe: boolean) {
  const { page, close } = await visitInExcel(browser, served.origin, simulated, SAMPLE, arrival);
  await page.getByRole('button', { name: /^(一键校验|Check now)$/ }).waitFor();
  if (style !== undefined) await page.addStyleTag({ content: style });
  if (arrival.forcedColors) await page.emulateMedia({ forcedColors: 'active' });
  const found: string[] = [];
  for (const [name, arrive] of STATES) {
    await arrive(page);
    await page.waitForTimeout(150);
    const folder = process.env['GOUJI_PICTURES'];
    const label = `${arrival.width ?? 320}${style === undefined ? '' : '-200'}${arrival.forcedColors ? '-forced' : ''}${arrival.locale ?? ''}-${name}`;
    if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${label}.png`) });
    const problems = [...(await cutOff(page)), ...(withAxe ? await serious(page) : [])];
    found.push(...problems.map((problem) => `${name}: ${problem}`));
  }
  await close();
  return found;
}

test.each([
  [270, 'zh-CN'],
  [270, 'en-US'],
  [450, 'zh-CN'],
])('at %i px in %s every text can be read to its end', async (width, locale) => {
  expect(await walk({ width, locale }, undefined, true)).toEqual([]);
});

test('with text at 200 % every text can be read to its end', async () => {
  expect(await walk({ width: 320 }, doubledText(), true)).toEqual([]);
});

test('with forced colours nothing serious stands in the way', async () => {
  expect(await walk({ width: 320, forcedColors: true }, undefined, true)).toEqual([]);
});
