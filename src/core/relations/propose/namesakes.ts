import { NAMESAKES, SIZES } from '../weights';
import type { AxisView } from '../view/axis-view';
import type { CandidatePool } from './candidates';
import { holdsSomewhere } from './shapes';

/**
 * Target = the other lines that share a word of its name: the men of all districts, the quarters of a
 * year, the columns of numbers between columns of percentages.
 */
export function scanNamesakes(view: AxisView, into: CandidatePool): void {
  if (view.size > SIZES.names) return;
  const groups = groupsByWord(view.names);
  // The more names there are to choose from, the sooner one adds up by chance.
  const cost = Math.log2(1 + groups.reduce((sum, { length }) => sum + length, 0));
  for (const group of groups) {
    for (const target of group) {
      for (const side of [1, -1, 0]) {
        const parts = group.filter((i) => i !== target && (side === 0 || Math.sign(i - target) === side));
        if (
          parts.length < 2 ||
          parts.length > NAMESAKES.most ||
          (side === 0 && (parts[0] ?? 0) > target) ||
          (side === 0 && (parts.at(-1) ?? 0) < target)
        )
          continue;
        const candidate = Int32Array.from(parts);
        if (holdsSomewhere(view, target, candidate)) into.add('sum', target, candidate, 'named', cost);
      }
    }
  }
}

/** Lines that share a word, each set of lines once. */
function groupsByWord(names: readonly string[]): number[][] {
  const byWord = new Map<string, Set<number>>();
  names.forEach((name, i) => {
    for (const word of name.toLowerCase().match(/\p{L}+/gu) ?? []) {
      const lines = byWord.get(word);
      if (lines) lines.add(i);
      else byWord.set(word, new Set([i]));
    }
  });
  const groups = new Map<string, number[]>();
  for (const lines of byWord.values()) {
    if (lines.size < NAMESAKES.fewest || lines.size === names.length) continue;
    const group = [...lines];
    groups.set(group.join(), group);
  }
  return [...groups.values()];
}
