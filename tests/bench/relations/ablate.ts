import { METHOD, type Method } from '../../../src/core/relations/find-arithmetic';
import { withoutDiagnosis, withoutExplanation, withoutStep } from '../../core/relations/lesser-methods';
import { type BenchSet, scoreSet, type SetScore } from './score-set';

/** What dev and validation lose, in thousandths, when one step, diagnosis or explanation is left out. */
export function printAblation(sets: readonly BenchSet[]): void {
  const whole = sets.map((set) => scoreSet(set, METHOD, false));
  console.log(
    'Lost without it, in thousandths: F1 micro, macro; injected newly detected, top-1; findings per clean table',
  );
  console.log(`${' '.repeat(36)}${sets.map(({ name }) => name.padStart(36)).join('  |')}`);
  const print = (name: string, method: Method): void => {
    const columns = sets.map((set, k) => {
      const full = whole[k];
      return full ? lost(full, scoreSet(set, method, false)) : [];
    });
    console.log(`${name.padEnd(36)}${columns.map((c) => c.map((x) => x.padStart(7)).join(' ')).join('  |')}`);
  };
  for (const { name } of METHOD.steps) print(name, withoutStep(name));
  for (const { name } of METHOD.diagnoses) print(name, withoutDiagnosis(name));
  for (const { name } of METHOD.explanations) print(name, withoutExplanation(name));
}

function lost(full: SetScore, less: SetScore): string[] {
  const of = ({ relations, injected }: SetScore): number[] => [
    relations.all.micro,
    relations.all.macro,
    injected.all.detected_new,
    injected.all.top1,
    injected.clean.perTable,
  ];
  const after = of(less);
  return of(full).map((x, k) => (1000 * (x - (after[k] ?? 0))).toFixed(1));
}
