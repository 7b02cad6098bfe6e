/** `npm run validate`: checks manifest.xml without a network. Exit 1 when something is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pngSize } from './manifest/icons';
import { checkManifest } from './manifest/rules';

const file = path.resolve(process.argv[2] ?? 'manifest.xml');
if (!existsSync(file)) {
  console.error(`There is no ${file}.`);
  process.exit(2);
}
const problems = checkManifest(readFileSync(file, 'utf8'), (name) => {
  const asset = path.join(path.dirname(file), name);
  return existsSync(asset) ? pngSize(readFileSync(asset)) : undefined;
});
for (const { line, sentence } of problems) console.log(line > 0 ? `line ${line}: ${sentence}` : sentence);
console.log(
  problems.length === 0 ? 'The manifest is valid, as far as can be told offline.' : `${problems.length} problem(s).`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
