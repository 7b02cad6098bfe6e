import { isSlow, officeReady } from '../../../src/hosts/excel/office-ready';

const scope = globalThis as { Office?: unknown };

afterEach(() => {
  delete scope.Office;
});

function officeThat(onReady: () => Promise<{ readonly host: string | null }>): void {
  scope.Office = { HostType: { Excel: 'Excel' }, onReady };
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
