import { officeReady } from '../../../src/hosts/excel/office-ready';

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

test('office.js that never gets ready is not waited for', async () => {
  officeThat(() => new Promise(() => undefined));
  await expect(officeReady(20)).rejects.toMatchObject({ fault: 'officeUnavailable', detail: 'timeout' });
});
