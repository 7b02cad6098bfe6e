import { sameTier } from '../../../tables/tier';
import { causesOf, MOST_DIFFERING, type SameLine } from './compare-lines';
import { mayBeOne, shareWords } from './same-quantity';

/** Digits by which the lines of a block agree, all together. */
const LEAST_DIGITS = 16;
/** Figures by which a line of it agrees. */
const LEAST_FIGURES = 2;

/**
 * Lines of two tables of which none agrees by enough digits to be told by itself, though together they do: kinds of debt
 * in 亿元 with what came and went, each of them two digits long.
 */
export function ofOneBlock(few: readonly SameLine[], enough: readonly SameLine[]): SameLine[] {
  // Of a table that says its tier and one that does not most figures may agree by chance of the year.
  const some = few.filter(
    (tie) => agreeingOf(tie) >= LEAST_FIGURES && sameTier(tie.one.tier, tie.other.tier) && mayBeOne(tie, shareWords),
  );
  return AXES.flatMap(([one, other]) => {
    const isOfAxes = (tie: SameLine) => tie.one.axis === one && tie.other.axis === other;
    const lines = oneToOne([...enough.filter(isOfAxes), ...some.filter(isOfAxes)]);
    return isOne(lines) ? lines.filter((tie) => !enough.includes(tie)) : [];
  });
}

const AXES = [
  ['row', 'row'],
  ['column', 'column'],
  ['row', 'column'],
  ['column', 'row'],
] as const;

function isOne(lines: readonly SameLine[]): boolean {
  if (lines.length < LEAST_FIGURES) return false;
  const digits = lines.reduce((sum, tie) => sum + tie.digits, 0);
  const differing = lines.flatMap((tie) => tie.differing);
  const compared = lines.reduce((sum, { agreeing }) => sum + agreeing.length, differing.length);
  return digits >= LEAST_DIGITS && causesOf(differing) <= Math.max(1, Math.floor(compared * MOST_DIFFERING));
}

/** 0 of both is no agreement. */
function agreeingOf({ agreeing }: SameLine): number {
  return agreeing.filter(({ one }) => one.figure.yuan !== 0).length;
}

/** Each line in one pair: that which agrees by most digits. */
function oneToOne(ties: readonly SameLine[]): SameLine[] {
  const taken = new Set<unknown>();
  return [...ties]
    .sort((a, b) => b.digits - a.digits || a.differing.length - b.differing.length)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}
