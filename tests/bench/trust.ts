import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DESK_SETS, judgeDesks, misreadColumns, misreadTables } from '../desks/desk-set';

/**
 * npm run bench:trust: how right Gouji is on what others laid out, by the built command and the judges that
 * lie with the sets: the desks of the project itself, the small cases, the county, errors put into tables, the formulas and the published workbooks.
 * `-- cases county` runs only those parts; `--list` names what is missed.
 */
const cli = resolve('dist/cli.cjs');
const sharedFile = (path: string): string => resolve('../shared', path);
const args = process.argv.slice(2);
const listed = args.includes('--list');
const chosen = args.filter((arg) => !arg.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'gouji-trust-'));

function node(...command: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return stdout + stderr;
}

function gouji(out: string, ...command: readonly string[]): string {
  const { stdout } = spawnSync(process.execPath, [cli, ...command, '--format', 'ndjson'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  writeFileSync(join(folder, out), stdout);
  return join(folder, out);
}

function filesIn(path: string): string[] {
  return readdirSync(sharedFile(path))
    .sort()
    .map((name) => sharedFile(join(path, name)));
}

const PARTS: Readonly<Record<string, () => string>> = {
  cases: () => node(sharedFile('cases/judge-cases.mjs'), cli, ...(listed ? [] : ['--json'])).trim(),
  county: () => {
    const checked = join(folder, 'county.ndjson');
    execFileSync(process.execPath, [sharedFile('bench/county/run.mjs'), cli, sharedFile('bench/county'), checked]);
    const tables = gouji('county.tables.ndjson', 'tables', ...filesIn('bench/county/clean'));
    const judge = sharedFile('bench/county/judge.mjs');
    const flags = listed ? ['--list'] : [];
    return [node(judge, checked, ...flags), node(judge, '--tables', tables, ...flags)].join('\n');
  },
  injected: () =>
    ['dev', 'validation']
      .map((set) => {
        const predictions = ['inject', 'input'].map((part) => {
          const lines = gunzipSync(readFileSync(sharedFile(`bench/relations/${set}/${part}.jsonl.gz`)));
          const input = join(folder, `${set}.${part}.jsonl`);
          writeFileSync(input, lines);
          return readFileSync(gouji(`${set}.${part}.ndjson`, 'check', input), 'utf8');
        });
        const all = join(folder, `${set}.preds.jsonl`);
        writeFileSync(all, predictions.join(''));
        const scored = node(sharedFile('bench/relations/score_inject.mjs'), sharedFile(`bench/relations/${set}`), all);
        const told = scored.split('\n').filter((line) => listed || /^(?:ALL|clean)/.test(line));
        return [`  ${set}`, ...told.map((line) => `  ${line}`)].join('\n');
      })
      .join('\n'),
  formulas: () => {
    const workbooks = filesIn('bench/formulas/workbooks').filter((name) => name.endsWith('.xlsx'));
    return node(sharedFile('bench/formulas/score.mjs'), gouji('formulas.ndjson', 'check', '--alone', ...workbooks));
  },
  real: () => {
    const [checks, relations] = ['checks', 'relations'].map((name) => join(folder, name));
    if (!checks || !relations) return '';
    for (const path of [checks, relations]) mkdirSync(path);
    for (const file of filesIn('workbooks/real/files')) {
      gouji(join('checks', `${basename(file)}.check.ndjson`), 'check', file);
      gouji(join('relations', `${basename(file)}.relations.ndjson`), 'relations', file);
    }
    return [
      node(sharedFile('workbooks/real/judge.mjs'), checks),
      node(sharedFile('workbooks/real/recall.mjs'), relations),
    ].join('\n');
  },
};

/** Which kinds of cases are not right yet, and how many of each. */
function casesByKind(json: string): string {
  try {
    const { right, total, failed } = JSON.parse(json) as { right: number; total: number; failed: { kind: string }[] };
    const kinds = new Map<string, number>();
    for (const { kind } of failed) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const lines = [...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => `  ${kind.padEnd(28)} ${count} not right`);
    return [`  ${right} of ${total} right`, ...lines].join('\n');
  } catch {
    return json;
  }
}

/** The desks that stand in the project itself, checked in this process. */
async function desks(): Promise<string> {
  const lines = await Promise.all(
    DESK_SETS.map(async (set) => {
      const { planted, missed, falseErrors, warnings } = await judgeDesks(set);
      const { tables, misses } = await misreadTables(set);
      const { columns, misses: otherwise } = await misreadColumns(set);
      const told = [
        ...missed.map(
          ({ file, error }) => `    missed ${file} ${error.sheet}!${error.cell} ${error.kind}: ${error.why}`,
        ),
        ...falseErrors.map(({ file, finding }) => `    false ${file} ${finding.code} ${finding.message}`),
        ...[...misses, ...otherwise].map((miss) => `    misread ${miss}`),
      ];
      const line = `  ${set.padEnd(14)} found ${planted - missed.length} of ${planted}, false errors ${falseErrors.length}, warnings ${warnings}; units and periods of ${tables - misses.length} of ${tables} tables${columns === 0 ? '' : `, ${columns - otherwise.length} of ${columns} columns`}`;
      return [line, ...(listed ? told : [])].join('\n');
    }),
  );
  return lines.join('\n');
}

if (chosen.length === 0 || chosen.includes('desks')) process.stdout.write(`── desks\n${await desks()}\n`);
const others = Object.entries(PARTS).filter(([name]) => chosen.length === 0 || chosen.includes(name));
if (others.length > 0 && !existsSync(sharedFile(''))) {
  process.stderr.write('skipped: the other parts of bench:trust need ../shared, which is not here\n');
} else if (others.length > 0 && !existsSync(cli)) {
  process.stderr.write('bench:trust runs the built command: npm run build first\n');
  process.exitCode = 2;
} else {
  for (const [name, part] of others) {
    const text = part();
    process.stdout.write(`── ${name}\n${name === 'cases' && !listed ? casesByKind(text) : text}\n`);
  }
}
rmSync(folder, { recursive: true, force: true });
