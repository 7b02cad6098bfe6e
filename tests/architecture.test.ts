import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

/** Reads every import; the arrows that must not be drawn are the sentences of .dependency-cruiser.mjs. */
function cruise(folder: string): Cruise['summary'] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = execFileSync(
    process.execPath,
    [program, folder, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', '--no-progress'],
    { cwd: root, maxBuffer: 2 ** 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return (JSON.parse(output) as Cruise).summary;
}

test('every arrow points one way', () => {
  const { totalCruised, violations } = cruise('src');
  expect(totalCruised).toBeGreaterThan(80);
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});
