import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { run } from '../../src/cli/program';

/**
 * npm run bench:reports: how the texts of reports are read, by the judge that lies with them. Every sixth text, by its
 * place in the list, was never looked at: its figures stand beside those of the rest.
 */
const shared = resolve('../shared/reports');
const HELD_OUT = 6;

interface Pair {
  readonly text_id: string;
  readonly table: string;
  readonly value_offset: number;
  readonly holds: boolean;
}

interface Predicted {
  readonly file: string;
  readonly matches: readonly { readonly start: number; readonly end: number; readonly verdict: string }[];
}

async function gouji(...argv: readonly string[]): Promise<string> {
  let out = '';
  await run(argv, { out: (text) => (out += text), err: () => undefined, interactive: false }, '0.0.0');
  return out;
}

function lines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(shared, folder))
    .sort()
    .map((name) => join(shared, folder, name));
}

/** The judge with the gold of some texts only. */
function scored(texts: ReadonlySet<string>, predictions: string, temporary: string, name: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  for (const file of ['gold.jsonl', 'injected.jsonl']) {
    const kept = readFileSync(join(shared, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && texts.has((JSON.parse(line) as { text_id: string }).text_id));
    writeFileSync(join(folder, file), `${kept.join('\n')}\n`);
  }
  for (const part of ['texts', 'injected']) symlinkSync(join(shared, part), join(folder, part));
  return execFileSync(process.execPath, [join(shared, 'score.mjs'), folder, predictions], { encoding: 'utf8' });
}

/** Each pair of a figure of a text and a cell: whether the verdict over the table that the text names is the right one. */
async function pairsRight(): Promise<string> {
  const pairs = lines<Pair>(readFileSync(join(shared, 'pairs.jsonl'), 'utf8'));
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${pair.text_id}|${pair.table}`;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  let right = 0;
  for (const [key, group] of groups) {
    const [text = '', table = ''] = key.split('|');
    const out = await gouji(
      'report',
      'check',
      '--format',
      'ndjson',
      '--workbook',
      join(shared, table),
      join(shared, 'texts', `${text}.txt`),
    );
    const [predicted] = lines<Predicted>(out);
    for (const { value_offset, holds } of group) {
      const verdict = predicted?.matches.find(({ start, end }) => start <= value_offset && value_offset < end)?.verdict;
      if (holds ? verdict === 'equal' || verdict === 'rounding' : verdict === 'wrong') right += 1;
    }
  }
  return `${right} of ${pairs.length} (${((100 * right) / pairs.length).toFixed(1)} %)`;
}

if (!existsSync(shared)) {
  console.log('The texts of reports are not here (../shared/reports); nothing was measured.');
} else {
  const temporary = mkdtempSync(join(tmpdir(), 'gouji-reports-'));
  try {
    const predictions = join(temporary, 'predictions.ndjson');
    writeFileSync(
      predictions,
      await gouji('report', 'check', '--format', 'ndjson', ...filesIn('texts'), ...filesIn('injected')),
    );
    const ids = filesIn('texts').map((file) => basename(file, '.txt'));
    const isHeld = (_: string, i: number) => i % HELD_OUT === HELD_OUT - 1;
    const held = new Set(ids.filter(isHeld));
    const rest = new Set(ids.filter((id) => !held.has(id)));
    for (const [name, texts] of Object.entries({ all: new Set(ids), worked: rest, held })) {
      console.log(`== ${name} (${texts.size} texts)`);
      console.log(scored(texts, predictions, temporary, name).trimEnd());
    }
    console.log(`== text against table\nright verdicts ${await pairsRight()}`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
