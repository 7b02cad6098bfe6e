import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, requireBuild } from './support/build';

/** Addresses that stand in the built files although nothing is ever fetched from them, and why. */
const KNOWN: readonly (readonly [start: string, why: string])[] = [
  ['http://schemas.openxmlformats.org/', 'namespaces of the .xlsx that is read and written'],
  ['http://www.w3.org/', 'namespaces of XML, SVG, MathML and XLink, in React and in .xlsx'],
  ['http://purl.oclc.org/', 'namespaces of strict Open XML, in the reader of older formats'],
  ['http://schemas.microsoft.com/', 'namespaces of Office, in the reader of older formats'],
  ['http://sheetjs.openxmlformats.org/', 'a namespace of the reader of older formats'],
  ['https://chevrotain.io/docs/', 'pages that error messages about a grammar name, in the reader of reports'],
  ['https://github.com/chevrotain/chevrotain/issues', 'the same'],
  ['https://en.wikipedia.org/wiki/LL_parser', 'the same'],
  ['https://github.com/zloirock/core-js', 'licence and source that core-js carries'],
  ['https://react.dev/', 'the page that an error message of React names'],
  ['https://json-schema.org/', 'identifiers of JSON Schema drafts, in zod'],
  ['http://json-schema.org/', 'identifiers of JSON Schema drafts, in zod'],
];

/** Only the task pane, and only from the address that OFFICE_JS_URL names at build time. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Libraries whose addresses are names of XML namespaces by the dozen; what a page requests is watched below. */
const NAMING_ONLY = /^office-js-helpers\.chunk\.js$|older-formats\.chunk\.js$/;

const built = (): string[] =>
  readdirSync(DIST).filter((name) => /\.(?:js|html)$/.test(name) && !NAMING_ONLY.test(name));

beforeAll(requireBuild);

test('the built pages name no foreign address but those listed', () => {
  const foreign = built().flatMap((name) =>
    [...readFileSync(path.join(DIST, name), 'utf8').matchAll(/(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`\\)<>]*/gi)]
      .map(([url]) => url)
      .filter(
        (url) => !KNOWN.some(([start]) => url.startsWith(start)) && !(name === 'taskpane.html' && url === OFFICE_JS),
      )
      .map((url) => `${name}: ${url}`),
  );
  expect([...new Set(foreign)]).toEqual([]);
});

test('the list of addresses holds none that is gone', () => {
  const all = built().map((name) => readFileSync(path.join(DIST, name), 'utf8'));
  expect(KNOWN.filter(([start]) => !all.some((text) => text.includes(start)))).toEqual([]);
});

test('nothing in them reports to anyone', () => {
  const tell = /sendBeacon|google-?analytics|applicationinsights|sentry\.io|telemetry|OneDSLogger|new EventSource/i;
  expect(built().filter((name) => tell.test(readFileSync(path.join(DIST, name), 'utf8')))).toEqual([]);
});

test('only the task pane loads Office.js', () => {
  const naming = built().filter((name) => readFileSync(path.join(DIST, name), 'utf8').includes('office.js'));
  expect(naming.filter((name) => name !== 'taskpane.html')).toEqual([]);
});

test('the stand-alone pages carry their policy', () => {
  expect(readFileSync(path.join(DIST, 'standalone.html'), 'utf8')).toContain("script-src 'self'");
  const [, policy = ''] =
    /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(path.join(DIST, 'gouji.html'), 'utf8')) ?? [];
  expect(policy).toMatch(/default-src 'none'; script-src 'sha256-[\w+/=]+' blob:;.*connect-src 'none'/);
});
