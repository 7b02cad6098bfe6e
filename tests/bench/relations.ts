/**
 * `npm run bench:relations`: how well the relation engine finds arithmetic and names broken cells on
 * the shared development set, and how its time and memory grow. Prints; asserts nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { findFormulaFaults } from '../../src/core/formulas/find-formula-faults';
import { findArithmetic } from '../../src/core/relations/find-arithmetic';
import { benchFolder, isHeldOut, readTables } from './relations/dataset';
import { fiscalSheet } from './relations/fiscal-sheet';
import { predict, type Prediction } from './relations/predict';
import { type Operation, scoreInjected, scoreRelations } from './relations/scorers';

const share = (x: number): string => x.toFixed(3);
const OPERATIONS: readonly Operation[] = ['sum', 'average', 'division', 'relative_change', 'all'];

function benchQuality(bench: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-relations-'));
  try {
    const tables = readTables(join(bench, 'dev/input.jsonl.gz'));
    const start = performance.now();
    const predictions = tables.map(predict);
    const wall = performance.now() - start;
    const relationsFile = join(folder, 'relations.jsonl');
    writeLines(
      relationsFile,
      predictions.map(({ id, relations, ms }) => ({ id, relations, ms })),
    );
    const out = join(folder, 'score.json');
    const scores = scoreRelations(bench, relationsFile, out);
    console.log('relations, exact F1      micro  macro');
    for (const op of OPERATIONS)
      console.log(`  ${op.padEnd(22)} ${share(scores[op].micro)}  ${share(scores[op].macro)}`);
    for (const held of [true, false]) {
      const ids = tables.map((t) => t.id).filter((id) => isHeldOut(id) === held);
      const { all } = scoreRelations(bench, relationsFile, out, ids);
      console.log(
        `  ${`${held ? 'held out' : 'the rest'} (${ids.length} tables)`.padEnd(22)} ${share(all.micro)}  ${share(all.macro)}`,
      );
    }
    console.log(`  ${tables.length} tables on one thread: ${(wall / 1000).toFixed(2)} s`);
    benchInjected(bench, folder, predictions);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchInjected(bench: string, folder: string, clean: readonly Prediction[]): void {
  const all = [...clean, ...readTables(join(bench, 'dev/inject.jsonl.gz')).map(predict)];
  const file = join(folder, 'findings.jsonl');
  writeLines(
    file,
    all.map(({ id, findings, ms }) => ({ id, findings, ms })),
  );
  const score = scoreInjected(bench, file, join(folder, 'inject.json'));
  console.log('injected errors            n   newly detected  top-1  top-3');
  for (const [kind, s] of [...Object.entries(score.kind).sort(), ['all', score.all] as const]) {
    console.log(
      `  ${kind.padEnd(20)} ${String(s.n).padStart(6)}        ${share(s.detected_new)}    ${share(s.top1)}  ${share(s.top3)}`,
    );
  }
  console.log(
    `  findings per clean table: ${share(score.clean.perTable)} (${score.clean.withFinding} of ${score.clean.tables} tables have one)`,
  );
}

function benchScale(): void {
  console.log('generated fiscal sheet       cells       ms  patterns  relations   heap MB');
  for (const cells of [10_000, 100_000, 1_000_000]) {
    const sheet = fiscalSheet(cells);
    const start = performance.now();
    const arithmetic = findArithmetic(sheet);
    const found = performance.now() - start;
    const { length } = arithmetic.relations;
    const listed = performance.now() - start;
    const heap = process.memoryUsage().rss / 1e6;
    const columns = [sheet.cells.kind.length, Math.round(found), arithmetic.patterns.length, length, Math.round(heap)];
    console.log(
      `  ${columns.map((c) => String(c).padStart(10)).join('')}   (${Math.round(listed)} ms with every relation listed)`,
    );
  }
}

/** A sheet in which all that is computed is a formula: both engines go over it. */
function benchFormulas(): void {
  const sheet = fiscalSheet(1_000_000, 10, true);
  const formulas = sheet.cells.formula.reduce((n, text) => n + (text === 0 ? 0 : 1), 0);
  const start = performance.now();
  findArithmetic(sheet);
  const found = performance.now();
  findFormulaFaults(sheet);
  console.log(
    `  with ${formulas} formulas among ${sheet.cells.kind.length} cells: arithmetic ${Math.round(found - start)} ms, formulas ${Math.round(performance.now() - found)} ms`,
  );
}

function writeLines(file: string, records: readonly unknown[]): void {
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
}

const bench = benchFolder();
if (bench) benchQuality(bench);
else console.log('skipped: ../shared/bench/relations is not there, so nothing was scored');
benchScale();
benchFormulas();
