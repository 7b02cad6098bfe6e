import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of real workbooks beside the project; it is not published. */
const SHARED = join(__dirname, '../../../shared');

/** A file of it. */
export function sharedFile(path: string): string {
  return join(SHARED, path);
}

/** Tests on real workbooks run where the folder is; elsewhere they say so instead of passing silently. */
export function describeWithShared(name: string, tests: () => void): void {
  if (existsSync(SHARED)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: “${name}” needs ../shared, which is not here\n`);
  describe.skip(`${name} (skipped: ../shared is not here)`, tests);
}
