import { METHOD } from '../../../src/core/relations/find-arithmetic';
import {
  BLAME,
  CHANCE,
  ENOUGH,
  EVIDENCE,
  FIGURES,
  LABELS,
  RANK,
  SHAPES,
  SLIPS,
} from '../../../src/core/relations/weights';
import { withoutDiagnosis, withoutExplanation, withoutStep } from '../../core/relations/lesser-methods';
import { type BenchSet, scoreSet, type SetScore } from './score-set';

/** A group of weights that stands for an idea, and the values that switch the idea off. */
interface Idea {
  readonly name: string;
  readonly group: object;
  readonly off: Readonly<Record<string, number>>;
}

const IDEAS: readonly Idea[] = [
  { name: 'labels of totals', group: LABELS, off: { total: 0, hundred: 0, difference: 0, totalInside: 0 } },
  { name: 'labels against sums', group: LABELS, off: { notSum: 0, rateParts: 0 } },
  { name: 'labels of quotients', group: LABELS, off: { ratio: 0, change: 0, inverted: 0 } },
  { name: 'averages need a label', group: LABELS, off: { unnamedAverage: 0, doubtfulAverage: 0 } },
  { name: 'copies prove little', group: EVIDENCE, off: { copy: 1, scaledCopy: 1 } },
  { name: 'rates do not add up', group: EVIDENCE, off: { rateLine: 1 } },
  { name: 'parts that take turns', group: EVIDENCE, off: { mixedSingle: 0 } },
  { name: 'strangers that fit', group: CHANCE, off: { fewest: Infinity } },
  { name: 'long lists pay', group: CHANCE, off: { perDoubling: 0 } },
  { name: 'round figures', group: FIGURES, off: { round: Infinity } },
  { name: 'far sums need more', group: ENOUGH, off: { farSum: ENOUGH.sum, farCost: 1 } },
  { name: 'rank by agreement', group: RANK, off: { agreement: 0 } },
  { name: 'rank by nearness', group: RANK, off: { apart: 1, perPart: 0 } },
  { name: 'support by shape', group: SHAPES, off: { each: 0, quotientEach: 0 } },
  { name: 'blame: slips', group: BLAME, off: { slip: 0 } },
  { name: 'blame: intact relations', group: BLAME, off: { intact: 0 } },
  { name: 'blame: agreeing repairs', group: BLAME, off: { agreeing: 0 } },
  { name: 'blame: kinds of slips', group: SLIPS, off: { droppedDigit: 1, extraDigit: 1, wrongDigit: 1 } },
];

/** What dev and validation lose, in thousandths, when one step, diagnosis, explanation or idea is left out. */
export function printAblation(sets: readonly BenchSet[]): void {
  const whole = sets.map((set) => scoreSet(set, METHOD, false));
  const print = (name: string, method = METHOD): void => {
    const columns = sets.map((set, k) => {
      const full = whole[k];
      return full ? lost(full, scoreSet(set, method, false)) : [];
    });
    console.log(`${name.padEnd(48)}${columns.map((c) => c.map((x) => x.padStart(9)).join('')).join('  |')}`);
  };
  console.log('lost without it, in thousandths; findings: more per clean table');
  const heads = ['micro', 'macro', 'newly', 'top-1', 'findings'].map((head) => head.padStart(9)).join('');
  console.log(`${' '.repeat(48)}${sets.map(({ name }) => name.padStart(45)).join('  |')}`);
  console.log(`${' '.repeat(48)}${sets.map(() => heads).join('  |')}`);
  for (const { name } of METHOD.steps) print(`step: ${name}`, withoutStep(name));
  for (const { name } of METHOD.diagnoses) print(`diagnosis: ${name}`, withoutDiagnosis(name));
  for (const { name } of METHOD.explanations) print(`explanation: ${name}`, withoutExplanation(name));
  for (const { name, group, off } of IDEAS) {
    const on = { ...group };
    Object.assign(group, off);
    print(`weights: ${name}`);
    Object.assign(group, on);
  }
}

function lost(full: SetScore, less: SetScore): string[] {
  const of = ({ relations, injected }: SetScore): number[] => [
    relations.all.micro,
    relations.all.macro,
    injected.all.detected_new,
    injected.all.top1,
    -injected.clean.perTable,
  ];
  const after = of(less);
  return of(full).map((x, k) => (1000 * (x - (after[k] ?? 0))).toFixed(1));
}
