import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOOKS } from '../../scripts/samples/books';
import { sampleFiles } from '../../scripts/samples/sample-files';

const folder = join(__dirname, '../../assets/samples');
const written = sampleFiles(BOOKS);

test.each([...written])('%s is what the script writes', (path, content) => {
  expect(readFileSync(join(folder, path)).toString('base64')).toBe(Buffer.from(content).toString('base64'));
});

test('nothing else lies there', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort()).toEqual(
    [...written.keys()].sort(),
  );
});
