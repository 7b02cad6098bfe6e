import type { Figure } from '../text/entries';
import type { Claim } from './claim';
import { judgeRate, minus, times } from './judge';
import type { ReadText } from './reading';

const COMPARES = /(?:比|较|高|低|快|慢|相差)/;
/** Rates before a difference among which the two are looked for. */
const REACH = 4;

/** 增幅9.8%，比全省（6.5%）高3.3个百分点: the difference of two rates of the sentence. */
export function pointsClaims({ figures }: ReadText): Claim[] {
  return figures.flatMap((stated, at): Claim[] => {
    if (stated.role.is !== 'points' || !COMPARES.test(stated.placed.clauses.join(','))) return [];
    const rates = figures
      .slice(0, at)
      .filter(({ unit, placed }) => unit.kind === 'percent' && placed.sentence === stated.placed.sentence)
      .slice(-REACH)
      .reverse();
    const sign = stated.role.sign ?? 1;
    const claims = rates.flatMap((a, i) =>
      rates.slice(i + 1).flatMap((b) => [difference(stated, a, b, sign), difference(stated, b, a, sign)]),
    );
    const holding = claims.find(({ verdict }) => verdict !== 'broken');
    return holding ? [holding] : claims.slice(0, 1);
  });
}

function difference(stated: Figure, a: Figure, b: Figure, sign: 1 | -1): Claim {
  const computed = times(minus(signedRate(a), signedRate(b)), sign);
  return { kind: 'points', stated, operands: [a, b], computed, verdict: judgeRate(stated, computed), grounds: 'guess' };
}

function signedRate({ role, interval }: Figure): Figure['interval'] {
  return role.is === 'growth' && role.sign < 0 ? times(interval, -1) : interval;
}
