import manifest from '../package.json';
import { EXIT } from './cli/console';
import { ANSWERS } from './cli/apart';
import { run } from './cli/program';
import { answerRequests } from './cli/tasks';

/** The command `gouji`. Exit codes are part of the contract: 0 fine, 1 errors found, 2 could not run. */
function main(): void {
  // A reader that has seen enough (`| head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? 0 : EXIT.couldNotRun),
  );
  const console = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
  };
  run(process.argv.slice(2), console, manifest.version, process.argv[1]).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`gouji: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = EXIT.couldNotRun;
    },
  );
}

// The same file is the process that reads what others made.
if (process.argv[2] === ANSWERS) answerRequests(process);
else main();
