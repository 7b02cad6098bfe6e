/**
 * `npm run bench:relations`: how well the relation engine finds arithmetic and names broken cells on
 * the shared development set and, beside it, on the validation set, and how its time and memory grow.
 * Prints; asserts nothing. With `-- --ablate` it prints instead what is lost without each step.
 */
import { performance } from 'node:perf_hooks';
import { findFormulaFaults } from '../../src/core/formulas/find-formula-faults';
import { FormulaGrid } from '../../src/core/formulas/formula-grid';
import { findArithmetic } from '../../src/core/relations/find-arithmetic';
import { printAblation } from './relations/ablate';
import { benchFolder } from './relations/dataset';
import { fiscalSheet } from './relations/fiscal-sheet';
import { type BenchSet, readSet, scoreSet, SETS, type SetName, type SetScore } from './relations/score-set';
import type { Operation } from './relations/scorers';

const share = (x: number): string => x.toFixed(3);
const OPERATIONS: readonly Operation[] = ['sum', 'average', 'division', 'relative_change', 'all'];

/** Prints a table of one row per name and one group of columns per set. */
function printBeside(
  head: string,
  columns: readonly string[],
  names: readonly string[],
  cellsOf: (set: SetName, name: string) => readonly string[],
): void {
  const group = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(8)).join('');
  console.log(`${head.padEnd(26)}${SETS.map((set) => set.padStart(8 * columns.length)).join('  |')}`);
  console.log(`${' '.repeat(26)}${SETS.map(() => group(columns)).join('  |')}`);
  for (const name of names) {
    console.log(`  ${name.padEnd(24)}${SETS.map((set) => group(cellsOf(set, name))).join('  |')}`);
  }
}

function printQuality(sets: readonly BenchSet[]): void {
  const scored = new Map(sets.map((set) => [set.name, scoreSet(set)]));
  const of = (set: SetName): SetScore => {
    const score = scored.get(set);
    if (!score) throw new RangeError(set);
    return score;
  };
  printBeside('relations, exact F1', ['micro', 'macro'], OPERATIONS, (set, op) => {
    const { micro, macro } = of(set).relations[op as Operation];
    return [share(micro), share(macro)];
  });
  printBeside('by a split of the tables', ['micro', 'macro'], ['held out', 'the rest'], (set, half) => {
    const { micro, macro } = half === 'held out' ? of(set).heldOut : of(set).rest;
    return [share(micro), share(macro)];
  });
  const kinds = Object.keys(of('dev').injected.kind).sort();
  printBeside('injected errors', ['n', 'newly', 'top-1', 'top-3'], [...kinds, 'all'], (set, kind) => {
    const { injected } = of(set);
    const shares = kind === 'all' ? injected.all : injected.kind[kind];
    return shares
      ? [String(shares.n), share(shares.detected_new), share(shares.top1), share(shares.top3)]
      : ['0', '', '', ''];
  });
  printBeside('tables without error', ['each', 'with', 'of'], ['findings'], (set) => {
    const { perTable, withFinding, tables } = of(set).injected.clean;
    return [share(perTable), String(withFinding), String(tables)];
  });
  printBeside('time on one thread', ['ms'], ['all tables'], (set) => [String(Math.round(of(set).wall))]);
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
  findFormulaFaults(new FormulaGrid(sheet));
  console.log(
    `  with ${formulas} formulas among ${sheet.cells.kind.length} cells: arithmetic ${Math.round(found - start)} ms, formulas ${Math.round(performance.now() - found)} ms`,
  );
}

const bench = benchFolder();
if (!bench) console.log('skipped: ../shared/bench/relations is not there, so nothing was scored');
const sets = bench ? SETS.map((name) => readSet(bench, name)) : [];
if (process.argv.includes('--ablate')) printAblation(sets);
else {
  if (sets.length > 0) printQuality(sets);
  benchScale();
  benchFormulas();
}
