import { SLIPS } from '../../relations/weights';
import { slipBetween, type SlipKind } from '../../relations/slip';
import { significantDigits } from '../../numbers/decimal';
import type { Interval } from '../../numbers/interval';
import type { Figure } from '../text/entries';
import type { Claim } from './claim';

/** One slip of the fingers that would mend a claim. */
export interface Slip {
  readonly figure: Figure;
  readonly kind: SlipKind;
  /** What the figure should be, in its printed unit. */
  readonly shouldBe: number;
  readonly strength: number;
}

/** So many numbers may lie within what rounding leaves open before a slip says nothing. */
const MOST_BY_CHANCE = 0.2;

/** The slips of single figures that would mend a broken claim, likeliest first. */
export function slipsOf({ repairs = [] }: Claim): Slip[] {
  return repairs
    .flatMap(({ figure, wanted }) => {
      const { mention } = figure.placed;
      const middle = (wanted.low + wanted.high) / 2 / mention.unit.factor;
      const half = 0.5 / 10 ** mention.decimals;
      const slack = (wanted.high - wanted.low) / 2 / mention.unit.factor + half;
      const unit = wrongUnit(figure, wanted);
      if (unit) return [unit];
      const slip = middle > 0 ? slipBetween(mention.value, middle, slack) : undefined;
      if (
        !slip ||
        slip.kind === 'sign' ||
        (slip.kind === 'scale' && slip.factor !== 10 && slip.factor !== 0.1) ||
        byChance(slip.chance, mention.value, middle, slack) > MOST_BY_CHANCE ||
        isTooPlain(slip.kind, mention.value)
      )
        return [];
      return [
        { figure, kind: slip.kind, shouldBe: slip.shouldBe, strength: slip.strength - Math.min(1, slip.chance) / 2 },
      ];
    })
    .sort((a, b) => b.strength - a.strength);
}

/** One digit of 30000 is another by chance. */
function isTooPlain(kind: SlipKind, was: number): boolean {
  return kind === 'wrongDigit' && significantDigits(was) < 3;
}

/** A slip is told by how far it leads away as well as by what it leads to. */
function byChance(chance: number, was: number, wanted: number, slack: number): number {
  const digits = String(was).length;
  return Math.min(chance, (SLIPS.variants * digits * 2 * slack) / Math.abs(was - wanted));
}

const MONEY = [1, 1e4, 1e8] as const;

/** 元 for 万元, 万元 for 亿元: the same digits in another unit. */
function wrongUnit(figure: Figure, wanted: Interval): Slip | undefined {
  const { value, decimals, unit } = figure.placed.mention;
  if (unit.kind !== 'money' || value === 0) return undefined;
  for (const factor of MONEY) {
    if (factor === unit.factor) continue;
    const half = (0.5 * factor) / 10 ** decimals;
    const isIt = value * factor + half >= wanted.low && value * factor - half <= wanted.high;
    if (isIt && wanted.high - wanted.low < wanted.high * 0.1)
      return { figure, kind: 'scale', shouldBe: (value * factor) / unit.factor, strength: 1 };
  }
  return undefined;
}
