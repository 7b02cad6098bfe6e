import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { METHOD, type Method } from '../../../src/core/relations/find-arithmetic';
import { type BenchTable, isHeldOut, readTables } from './dataset';
import { predict } from './predict';
import { type F1, type InjectedScore, type Operation, scoreInjected, scoreRelations } from './scorers';

/** The sets of the shared benchmark: ideas are tuned on the first, and must hold on the second. */
export const SETS = ['dev', 'validation'] as const;
export type SetName = (typeof SETS)[number];

export interface BenchSet {
  readonly name: SetName;
  readonly folder: string;
  readonly tables: readonly BenchTable[];
  /** Copies of them with one error each. */
  readonly altered: readonly BenchTable[];
}

export function readSet(bench: string, name: SetName): BenchSet {
  const folder = join(bench, name);
  return {
    name,
    folder,
    tables: readTables(join(folder, 'input.jsonl.gz')),
    altered: readTables(join(folder, 'inject.jsonl.gz')),
  };
}

export interface SetScore {
  readonly relations: Record<Operation, F1>;
  readonly injected: InjectedScore;
  readonly heldOut: F1;
  readonly rest: F1;
  /** Milliseconds for all unaltered tables. */
  readonly wall: number;
}

/** `split`: whether the held out tables are scored by themselves, too. */
export function scoreSet({ folder, tables, altered }: BenchSet, method: Method = METHOD, split = true): SetScore {
  const scratch = mkdtempSync(join(tmpdir(), 'gouji-relations-'));
  try {
    const start = performance.now();
    const clean = tables.map((table) => predict(table, method));
    const wall = performance.now() - start;
    const relationsFile = join(scratch, 'relations.jsonl');
    writeLines(
      relationsFile,
      clean.map(({ id, relations, ms }) => ({ id, relations, ms })),
    );
    const score = (ids?: readonly string[]) => scoreRelations(folder, relationsFile, join(scratch, 'score.json'), ids);
    const half = (held: boolean): F1 => score(tables.map((t) => t.id).filter((id) => isHeldOut(id) === held)).all;
    const findingsFile = join(scratch, 'findings.jsonl');
    const all = [...clean, ...altered.map((table) => predict(table, method))];
    writeLines(
      findingsFile,
      all.map(({ id, findings, ms }) => ({ id, findings, ms })),
    );
    const relations = score();
    return {
      relations,
      injected: scoreInjected(folder, findingsFile, join(scratch, 'inject.json')),
      heldOut: split ? half(true) : relations.all,
      rest: split ? half(false) : relations.all,
      wall,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function writeLines(file: string, records: readonly unknown[]): void {
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
}
