/**
 * `npm run validate`: checks the manifest and the one that was built, without a network; a path checks that one.
 * Exit 1 when something is wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pngSize } from './manifest/icons';
import { checkManifest } from './manifest/rules';

const [given] = process.argv.slice(2);
const files = (given === undefined ? ['manifest.xml', 'dist/manifest.xml'] : [given])
  .map((file) => path.resolve(file))
  .filter((file) => file === path.resolve(given ?? 'manifest.xml') || existsSync(file));
for (const file of files) validate(file);

function validate(file: string): void {
  if (!existsSync(file)) {
    console.error(`There is no ${file}.`);
    process.exit(2);
  }
  const problems = checkManifest(readFileSync(file, 'utf8'), (name) => {
    const asset = path.join(path.dirname(file), name);
    return existsSync(asset) ? pngSize(readFileSync(asset)) : undefined;
  });
  const name = path.relative('', file);
  for (const { line, sentence } of problems)
    console.log(line > 0 ? `${name}, line ${line}: ${sentence}` : `${name}: ${sentence}`);
  console.log(
    problems.length === 0
      ? `${name} is valid, as far as can be told offline.`
      : `${name}: ${problems.length} problem(s).`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
