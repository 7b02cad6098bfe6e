import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export function launch(): Promise<Browser> {
  // As root in a container Chromium refuses its own sandbox.
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

export interface Visit {
  readonly page: Page;
  /** Addresses of everything that the page asked for. */
  readonly requests: readonly string[];
  /** What the page complained of; a test that ends with any has failed. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A fresh page that notes what it asks for and what goes wrong in it. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, requests, complaints, close: () => context.close() };
}
