import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

/** What axe finds serious on the page as it stands. */
async function serious(page: Page, onlyColours: boolean): Promise<string[]> {
  // A colour on its way from one state to the next is of neither.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  // Fluent UI's own marks at the ends of a group: whoever comes to one is sent on at once.
  const axe = new AxeBuilder({ page }).exclude('[data-tabster-dummy]');
  const { violations } = await (onlyColours ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['light', 'dark'] as const)('in a %s pane of 320 px', (colorScheme) => {
  test('nothing serious stands in the way of anybody, on any page and in any state', async () => {
    const { page, close } = await visit(browser, { viewport: { width: 320, height: 640 }, colorScheme });
    await page.goto(`${served.origin}/standalone.html`);
    const states: [string, () => Promise<unknown>][] = [
      ['nothing open', () => page.getByRole('button', { name: '打开工作簿' }).first().waitFor()],
      [
        'checked',
        async () => {
          await page.locator('input[type=file]').first().setInputFiles(SAMPLE);
          await page.getByRole('button', { name: '一键校验' }).click();
          await page.getByRole('button', { name: '写入汇总表', disabled: false }).waitFor();
        },
      ],
      ['explained, with a repair looked at', () => explain(page)],
      [
        'filtered',
        async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
          await page.keyboard.press('/');
          await page.getByRole('searchbox').waitFor();
        },
      ],
      ['indicators', () => page.getByRole('tab', { name: '指标' }).click()],
      ['settings', () => openBounds(page)],
      ['keys', () => page.keyboard.press('?')],
    ];
    for (const [name, arrive] of states) {
      await arrive();
      expect([name, await serious(page, colorScheme === 'dark')]).toEqual([name, []]);
    }
    await close();
  });
});

async function explain(page: Page): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('j');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: '应用修改' }).waitFor();
}

async function openBounds(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '设置' }).click();
  await page.getByRole('button', { name: '标准', exact: true }).click();
  await page.getByRole('searchbox', { name: '查找标准' }).waitFor();
}
