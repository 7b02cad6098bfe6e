import { HostError } from '../../../src/hosts/host';
import { isSlow, officeReady } from '../../../src/hosts/excel/office-ready';

const scope = globalThis as { Office?: unknown };

afterEach(() => {
  delete scope.Office;
});

function officeThat(onReady: () => Promise<{ readonly host: string | null }>, newest = 14): void {
  const isSetSupported = (_: string, version: string) => Number(version.split('.')[1]) <= newest;
  scope.Office = { HostType: { Excel: 'Excel' }, onReady, context: { requirements: { isSetSupported } } };
}

test('inside Excel it resolves', async () => {
  officeThat(() => Promise.resolve({ host: 'Excel' }));
  await expect(officeReady()).resolves.toBeUndefined();
});

test.each([
  ['null', null],
  ['Word', 'Word'],
])('with the host %s it is not our place', async (_, host) => {
  officeThat(() => Promise.resolve({ host }));
  await expect(officeReady()).rejects.toMatchObject({ fault: 'officeUnavailable' });
});

test.each([
  [9, undefined],
  [8, 'excelTooOld'],
])('an Excel of ExcelApi 1.%i: %s', async (newest, fault) => {
  officeThat(() => Promise.resolve({ host: 'Excel' }), newest);
  const said: unknown = await officeReady().catch((error: unknown) => error);
  expect(said instanceof HostError ? said.fault : said).toBe(fault);
});

test('without office.js it says so at once', async () => {
  await expect(officeReady()).rejects.toMatchObject({ fault: 'officeUnavailable' });
});

test('a slow Excel is said to be slow, and is ready all the same when it comes', async () => {
  let come: (got: { readonly host: string }) => void = () => undefined;
  officeThat(() => new Promise((resolve) => (come = resolve)));
  const ready = officeReady();
  expect(await isSlow(ready, 20)).toBe(true);
  come({ host: 'Excel' });
  await expect(ready).resolves.toBeUndefined();
  expect(await isSlow(ready, 20)).toBe(false);
});

test('what cannot be reached is not waited for', async () => {
  expect(await isSlow(officeReady(), 10_000)).toBe(false);
});
