import { existsSync } from 'node:fs';
import path from 'node:path';

/** Tests and benchmarks are started there, by npm. */
export const ROOT = process.cwd();
export const DIST = path.join(ROOT, 'dist');

/** The browser tests run on the build; without one they fail with the sentence that says what to do. */
export function requireBuild(): void {
  const missing = ['standalone.html', 'taskpane.html', 'gouji.html', 'engine-worker.js', 'cli.cjs'].filter(
    (name) => !existsSync(path.join(DIST, name)),
  );
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(', ')}: run "npm run build" first`);
}
