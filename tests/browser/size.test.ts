import { FIRST_LOAD_LIMIT, firstLoad, PAGES } from '../../scripts/page-size.mjs';
import { DIST, requireBuild } from './support/build';

beforeAll(requireBuild);

test('a page stands before engine, file formats and rarer controls are loaded', () => {
  for (const page of PAGES) {
    const parts = firstLoad(DIST, page);
    expect(parts.map(({ name }) => name)).toEqual([`${page}.html`, `${page}.js`]);
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  }
});
