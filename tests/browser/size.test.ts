import { DIST, requireBuild } from './support/build';

interface PageSize {
  readonly FIRST_LOAD_LIMIT: number;
  readonly PAGES: readonly string[];
  readonly firstLoad: (dist: string, page: string) => readonly { readonly name: string; readonly bytes: number }[];
}

beforeAll(requireBuild);

test('a page stands before engine, file formats and rarer controls are loaded', async () => {
  const { FIRST_LOAD_LIMIT, PAGES, firstLoad } = (await import('../../scripts/page-size.mjs')) as PageSize;
  for (const page of PAGES) {
    const parts = firstLoad(DIST, page);
    expect(parts.map(({ name }) => name)).toEqual([`${page}.html`, `${page}.js`]);
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  }
});
