import { version } from '../package.json';
import { EXIT } from './cli/console';
import { run } from './cli/program';

/** The command `gouji`. Exit codes are part of the contract: 0 fine, 1 errors found, 2 could not run. */
// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : EXIT.couldNotRun));

run(process.argv.slice(2), { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text), interactive: process.stderr.isTTY === true }, version).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`gouji: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT.couldNotRun;
  },
);
