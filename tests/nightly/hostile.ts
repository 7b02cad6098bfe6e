import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { requireBuild } from '../browser/support/build';
import { launch, visit } from '../browser/support/chromium';
import { serveBuild, type Served } from '../browser/support/serve';

/**
 * npm run nightly:hostile [-- folder]: opens and checks every file of a folder of hostile inputs on the stand-alone page in
 * Chromium. Each must end in content or in one sentence within 20 s and 1 GB of its renderer.
 */
const folder = process.argv[2] ?? '../shared/attack';
const SECONDS = 20;
const GIGABYTES = 1;
const CHECK = '一键校验';

type Ending = 'content' | 'sentence' | 'crash' | 'hang';

/** The most resident memory that any process of these had, in GB. */
function peakOf(processes: readonly number[]): number {
  return Math.max(
    0,
    ...processes.map((pid) => {
      const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1048576;
    }),
  );
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

async function tryFile(browser: Browser, served: Served, file: string) {
  const { page, complaints, close } = await visit(browser, { viewport: { width: 320, height: 600 } });
  const begun = Date.now();
  let peak = 0;
  const watch = setInterval(() => void renderers(browser).then((pids) => (peak = Math.max(peak, peakOf(pids)))), 200);
  const crashed = new Promise<Ending>((resolve) => page.once('crash', () => resolve('crash')));
  const hung = new Promise<Ending>((resolve) => setTimeout(() => resolve('hang'), SECONDS * 1000));
  const work = async (): Promise<Ending> => {
    await page.goto(`${served.origin}/standalone.html`);
    await page.locator('input[type=file]').first().setInputFiles(join(folder, file));
    const button = page.getByRole('button', { name: CHECK, disabled: false });
    const fault = page.locator('.fui-MessageBar');
    await button.or(fault).first().waitFor({ timeout: 0, state: 'attached' });
    if ((await fault.count()) > 0) return 'sentence';
    await button.click();
    await page
      .getByText(/^核对完成|^没有|^未发现|^全部相符/)
      .or(fault)
      .first()
      .waitFor({ timeout: 0, state: 'attached' });
    return (await fault.count()) > 0 ? 'sentence' : 'content';
  };
  const ending = await Promise.race([work().catch((): Ending => 'crash'), crashed, hung]);
  const said =
    ending === 'sentence'
      ? await page
          .locator('.fui-MessageBar')
          .first()
          .innerText()
          .catch(() => '')
      : '';
  peak = Math.max(peak, peakOf(await renderers(browser)));
  clearInterval(watch);
  const seconds = (Date.now() - begun) / 1000;
  await close().catch(() => undefined);
  return { ending, said: said.replaceAll('\n', ' '), seconds, peak, complaints };
}

if (!existsSync(folder)) {
  process.stdout.write(`${folder}: not here\n`);
  process.exit(0);
}
requireBuild();
const [browser, served] = await Promise.all([launch(), serveBuild()]);
const tally = new Map<Ending | 'fat', number>();
const count = (what: Ending | 'fat') => tally.set(what, (tally.get(what) ?? 0) + 1);
try {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:xlsx|xlsm|xls|csv|jsonl)$/.test(name))
    .sort();
  for (const file of files) {
    const { ending, said, seconds, peak, complaints } = await tryFile(browser, served, file);
    count(ending);
    const isFat = peak > GIGABYTES;
    if (isFat) count('fat');
    const isBad = isFat || ending === 'crash' || ending === 'hang' || complaints.length > 0;
    process.stdout.write(
      `${isBad ? '!' : ' '} ${file.padEnd(36)} ${ending.padEnd(8)} ${seconds.toFixed(1)} s ${peak.toFixed(2)} GB ${said.slice(0, 70)} ${complaints.join(' ').slice(0, 120)}\n`,
    );
  }
  process.stdout.write(`${files.length} files: ${[...tally].map(([what, n]) => `${what} ${n}`).join(', ')}\n`);
} finally {
  await browser.close();
  await served.close();
}
