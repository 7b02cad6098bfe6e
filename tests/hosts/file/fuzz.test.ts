import fc from 'fast-check';
import { mutated } from '../../fuzz/mutate';
import { SOURCES } from '../../fuzz/sources';
import { tryFile } from '../../fuzz/try-file';

// What the library of the older formats says of broken files is for nobody.
beforeAll(() => {
  for (const method of ['error', 'log', 'warn'] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

test.each(SOURCES.map(({ name, bytes }) => [name, bytes] as const))(
  '%s, broken anywhere, is read or refused in a sentence',
  async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        expect(['read', 'refused']).toContain(await tryFile(mutated(bytes, seed), name));
      }),
      { numRuns: 25 },
    );
  },
  60_000,
);
