import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import { judgeAmount, times } from './judge';
import type { ReadText } from './reading';

const MONTHS = 12;
/** So many characters at the beginning of two names say that they are of one benefit. */
const COMMON = 4;

/** 农村低保标准5040元／年, 人均救助水平420元／月: a yearly standard is twelve monthly ones. */
export function standardClaims({ entries }: ReadText): Claim[] {
  const prices = entries.filter(({ level }) => level.unit.kind === 'price');
  const yearly = prices.filter(({ level }) => level.unit.thing.includes('/年'));
  const monthly = prices.filter(({ level }) => level.unit.thing.includes('/月'));
  return monthly.flatMap((month) => {
    const year = yearly.find((one) => isOfOneBenefit(one.subject, month.subject));
    if (!year) return [];
    return [twelfth(month.level, year.level), ...both(fromOf(month), fromOf(year))];
  });
}

function isOfOneBenefit(a: string, b: string): boolean {
  return a.length >= COMMON && a.slice(0, COMMON) === b.slice(0, COMMON);
}

function fromOf({ said }: Entry): Figure | undefined {
  return said.find(({ role }) => role.is === 'from');
}

function both(month: Figure | undefined, year: Figure | undefined): Claim[] {
  return month && year ? [twelfth(month, year)] : [];
}

function twelfth(month: Figure, year: Figure): Claim {
  const computed = times(year.interval, 1 / MONTHS);
  return {
    kind: 'monthly',
    stated: month,
    operands: [year],
    computed,
    verdict: judgeAmount(month, computed),
    grounds: 'said',
    repairs: [
      { figure: month, wanted: computed },
      { figure: year, wanted: times(month.interval, MONTHS) },
    ],
  };
}
