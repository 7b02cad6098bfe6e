import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface F1 {
  readonly micro: number;
  readonly macro: number;
}

export type Operation = 'sum' | 'average' | 'division' | 'relative_change' | 'all';

/** Exact F1 per operation on a set (a folder of the shared benchmark), from the shared scorer. */
export function scoreRelations(
  set: string,
  predictions: string,
  out: string,
  ids?: readonly string[],
): Record<Operation, F1> {
  const filter = ids ? ['--ids', `^(${ids.join('|')})$`] : [];
  run(set, 'score.mjs', [join(set, 'tables.jsonl.gz'), predictions, '--json', out, '--quiet', ...filter]);
  const { ops } = JSON.parse(readFileSync(out, 'utf8')) as {
    ops: Record<Operation, { micro: { exact: { F1: number } }; macro: { exact: { F1: number } } }>;
  };
  const entries = Object.entries(ops).map(
    ([op, s]) => [op, { micro: s.micro.exact.F1, macro: s.macro.exact.F1 }] as const,
  );
  return Object.fromEntries(entries) as Record<Operation, F1>;
}

export interface InjectedShares {
  readonly n: number;
  readonly detected_new: number;
  readonly top1: number;
  readonly top3: number;
}

export interface InjectedScore {
  readonly all: InjectedShares;
  readonly kind: Record<string, InjectedShares>;
  readonly clean: { readonly perTable: number; readonly withFinding: number; readonly tables: number };
}

export function scoreInjected(set: string, predictions: string, out: string): InjectedScore {
  run(set, 'score_inject.mjs', [set, predictions, '--json', out]);
  return JSON.parse(readFileSync(out, 'utf8')) as InjectedScore;
}

/** The scorers stand beside the sets. */
function run(set: string, script: string, args: readonly string[]): void {
  execFileSync(process.execPath, [join(set, '..', script), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    maxBuffer: 1 << 26,
  });
}
