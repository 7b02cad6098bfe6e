import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutated } from './mutate';
import { SOURCES } from './sources';
import { tryFile } from './try-file';

/**
 * npm run fuzz -- --seconds 600 [--from 1]: breaks workbooks and reads them, seed after seed, in a process that may
 * hang or die. What is found is written to out/fuzz; kept, it goes to tests/hosts/file/fixtures.
 */
const MOST_MS = 20_000;
const self = fileURLToPath(import.meta.url);

const numberAfter = (flag: string, otherwise: number) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

interface Outcome {
  readonly seed: number;
  readonly became: string;
}

function sourceOf(seed: number) {
  const source = SOURCES[seed % SOURCES.length];
  if (!source) throw new Error('no source');
  return source;
}

function child(): ChildProcess {
  return fork(self, ['--child'], {
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Tries a seed in the process; what it became, or how the process ended. */
function attempt(worker: ChildProcess, seed: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (became: string) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve({ seed, became });
    };
    const timer = setTimeout(() => {
      settle('hang');
      worker.kill('SIGKILL');
    }, MOST_MS);
    worker.once('message', (became) => settle(String(became)));
    worker.once('exit', (code, signal) => settle(`died (${code ?? signal})`));
    worker.send(seed);
  });
}

async function main(): Promise<void> {
  const until = performance.now() + 1000 * numberAfter('--seconds', 60);
  const folder = join(process.cwd(), 'out/fuzz');
  const tally = new Map<string, number>();
  let worker = child();
  let seed = numberAfter('--from', 1);
  for (; performance.now() < until; seed++) {
    const { became } = await attempt(worker, seed);
    const isFine = became === 'read' || became === 'refused';
    tally.set(isFine ? became : 'found', (tally.get(isFine ? became : 'found') ?? 0) + 1);
    if (isFine) continue;
    const { name, bytes } = sourceOf(seed);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}-${name}`), mutated(bytes, seed));
    process.stdout.write(`seed ${seed} ${name}: ${became}\n`);
    if (!worker.connected || became === 'hang') worker = child();
  }
  worker.kill();
  process.stdout.write(`${JSON.stringify({ upTo: seed, ...Object.fromEntries(tally) })}\n`);
  process.exitCode = tally.has('found') ? 1 : 0;
}

if (process.argv.includes('--child'))
  process.on('message', (seed: number) => {
    const { name, bytes } = sourceOf(seed);
    tryFile(mutated(bytes, seed), name).then(
      (became) => process.send?.(became),
      (error: unknown) => process.send?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  });
else void main();
