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
    const isRate = ({ unit, placed }: Figure): boolean =>
      unit.kind === 'percent' && placed.sentence === stated.placed.sentence;
    const behind = figures[at + 1];
    const rates = [
      ...(behind && isRate(behind) && behind.placed.brackets === '(' ? [behind] : []),
      ...figures.slice(0, at).filter(isRate).slice(-REACH).reverse(),
    ];
    const sign = stated.role.sign ?? 1;
    const claims = rates.flatMap((a, i) =>
      rates.slice(i + 1).flatMap((b) => [difference(stated, a, b, sign), difference(stated, b, a, sign)]),
    );
    const holding = claims.find(({ verdict }) => verdict !== 'broken');
    // Only where no third rate can be meant is a difference that fails wrong.
    const isSure =
      rates.length === 2 && /比|较|高于|低于/.test(stated.placed.lead.replace(/同比|环比|占比|比重|比例/g, ''));
    return holding ? [holding] : claims.slice(0, 1).map((claim) => ({ ...claim, grounds: isSure ? 'said' : 'guess' }));
  });
}

function difference(stated: Figure, a: Figure, b: Figure, sign: 1 | -1): Claim {
  const computed = times(minus(signedRate(a), signedRate(b)), sign);
  return {
    kind: 'points',
    stated,
    operands: [a, b],
    computed,
    verdict: judgeRate(stated, computed),
    grounds: 'guess',
    repairs: [{ figure: stated, wanted: computed }],
  };
}

function signedRate({ role, interval }: Figure): Figure['interval'] {
  return role.is === 'growth' && role.sign < 0 ? times(interval, -1) : interval;
}
