import { FAR, SIZES, TELLING } from '../weights';
import type { AxisView } from '../view/axis-view';
import { type CandidatePool, sequence } from './candidates';
import { NOISE } from '../noise';
import { filledIn } from './filled';
import { Votes } from './votes';

/** Target = a whole block that stands somewhere else. */
export function scanBlocks(view: AxisView, into: CandidatePool): void {
  if (view.size > SIZES.blocks) return;
  const { value, half, step, crossStep } = view;
  const lines = view.informative.subarray(0, TELLING.pairs);
  const votes = new Votes(view.size);
  for (const line of lines) {
    const base = line * crossStep;
    const present = filledIn(view, line, true);
    const grows = view.neverNegative[line] === 1;
    for (const target of present) {
      const result = value[target * step + base] ?? 0;
      if (result === 0) continue;
      const own = half[target * step + base] ?? 0;
      for (let x = 0; x < present.length; x++) {
        const first = present[x] ?? 0;
        if (first === target) continue;
        let sum = 0;
        let slack = own;
        for (let y = x; y < present.length; y++) {
          const last = present[y] ?? 0;
          if (last === target) break;
          sum += value[last * step + base] ?? 0;
          slack += half[last * step + base] ?? 0;
          const tolerance = slack + NOISE * Math.max(1, Math.abs(sum));
          if (y > x && Math.abs(sum - result) <= tolerance) votes.add(target, first, last);
          else if (grows && sum - result > 2 * tolerance) break;
        }
      }
    }
  }
  for (const [target, first, last] of votes.atLeast(Math.max(FAR.fewest, lines.length * FAR.blockShare))) {
    const nearest = Math.min(Math.abs(target - first), Math.abs(target - last));
    into.add('sum', target, sequence(first, last), 'block', FAR.block + Math.log2(1 + nearest));
  }
}
