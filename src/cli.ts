import * as nodeModule from 'node:module';
import manifest from '../package.json';
import { EXIT } from './cli/console';
import { ANSWERS, startEarly } from './cli/apart';

/** The command `gouji`. Exit codes are part of the contract: 0 fine, 1 errors found, 2 could not run. */
async function main(): Promise<void> {
  const [, script, command] = process.argv;
  if (script !== undefined && command !== undefined && !command.startsWith('-') && command !== 'help')
    startEarly(script);
  // A reader that has seen enough (`| head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? 0 : EXIT.couldNotRun),
  );
  const console = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
  };
  const { run } = await import(/* webpackChunkName: "program" */ './cli/program');
  run(process.argv.slice(2), console, manifest.version, process.argv[1]).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`gouji: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = EXIT.couldNotRun;
    },
  );
}

// The same file is the process that reads what others made.
// Compiled once, where Node can keep it (22 and later): loading is most of the time that a small file takes.
if ('enableCompileCache' in nodeModule) (nodeModule.enableCompileCache as () => void)();
// Neither loads what only the other needs.
if (process.argv[2] === ANSWERS)
  void import(/* webpackChunkName: "engine" */ './cli/tasks').then(({ answerRequests }) => answerRequests(process));
else void main();
