import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, requireBuild } from './support/build';
import { launch, visit } from './support/chromium';
import { serveBuild } from './support/serve';

/** A web view may keep a script for months: after an update it must not take the old one for the new. */
test('every script is asked for with a hash of its content, those that are loaded later too', async () => {
  requireBuild();
  const [browser, served] = await Promise.all([launch(), serveBuild()]);
  const open = await visit(browser, {});
  try {
    await open.page.goto(`${served.origin}/standalone.html`);
    await open.page.getByRole('button', { name: '用示例试一试' }).click();
    await open.page.getByRole('button', { name: '一键校验' }).click();
    await open.page.getByRole('list', { name: '校验结果' }).getByRole('listitem').first().waitFor();
    const scripts = open.requests.filter((url) => new URL(url).pathname.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((url) => !/\?[0-9a-f]{12}$/.test(url))).toEqual([]);
  } finally {
    await open.close();
    await browser.close();
    await served.close();
  }
});

test.each(['taskpane.html', 'standalone.html'])('%s names the engine by what it is now', (page) => {
  requireBuild();
  const engine = createHash('sha256')
    .update(readFileSync(path.join(DIST, 'engine-worker.js')))
    .digest('hex');
  expect(readFileSync(path.join(DIST, page), 'utf8')).toContain(`engine-worker.js?${engine.slice(0, 12)}`);
});
