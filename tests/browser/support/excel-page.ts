import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from './build';
import { visit, type Visit } from './chromium';

/** Where taskpane.html asks for Office.js; the tests answer with Microsoft's own files from node_modules. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const CLIENT = path.join(
  path.dirname(createRequire(path.join(ROOT, 'package.json')).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** How Microsoft's files come, and to which Excel. */
export interface Arrival {
  /** The newest set that it knows; 1.14 is Excel 2021. */
  readonly excelApi?: string;
  readonly locale?: string;
  /** Milliseconds before each answer of Excel. */
  readonly latency?: number;
  readonly width?: number;
  readonly forcedColors?: true;
  /** What is waited for before a file is given, by its name. */
  readonly held?: (name: string) => Promise<void> | undefined;
}

/** The built task pane in a simulated Excel that has `workbook` open; `simulated` is the bundled in-page script. */
export async function visitInExcel(
  browser: Browser,
  origin: string,
  simulated: string,
  workbook: string,
  arrival: Arrival = {},
): Promise<Visit> {
  const open = await visit(browser, { viewport: { width: arrival.width ?? 320, height: 600 } });
  await open.page.route(`${OFFICE_JS}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
    await arrival.held?.(name);
    return route.fulfill({ path: path.join(CLIENT, name), contentType: 'text/javascript; charset=utf-8' });
  });
  const base64 = readFileSync(workbook).toString('base64');
  await open.page.addInitScript(
    `window.openInExcel = ${JSON.stringify({ name: path.basename(workbook), base64, excelApi: arrival.excelApi, locale: arrival.locale, latency: arrival.latency })};\n${simulated}`,
  );
  // Not before it is loaded: what is held would hold that, too.
  await open.page.goto(`${origin}/taskpane.html`, { waitUntil: 'commit' });
  await open.page.evaluate(() => window.excelReady);
  return open;
}
