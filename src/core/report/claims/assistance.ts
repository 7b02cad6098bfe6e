import { quotientInterval } from '../../numbers/interval';
import { monthNumber } from '../../numbers/period';
import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import { times } from './judge';
import { periodAt } from './progress';
import type { ReadText } from './reading';

const MONTHS = 12;
/** 特困 is to be kept at 1.3 times 低保 (国发〔2016〕14号). */
export const LEAST_MULTIPLE = 1.3;

/** What the standards and the payments of social assistance say of each other. */
export function assistanceClaims(read: ReadText): Claim[] {
  return [...destitute(read), ...heads(read)];
}

/** 农村特困6600元／年 beside 农村低保5040元／年; before they were raised as well. */
function destitute({ entries }: ReadText): Claim[] {
  const prices = entries.filter(({ level }) => level.unit.kind === 'price');
  return prices.flatMap((kept): Claim[] => {
    const place = /^(城市|农村)特困/.exec(kept.subject)?.[1];
    if (place === undefined || !isYearly(kept)) return [];
    const allowances = prices.filter(({ subject }) => subject.startsWith(`${place}低保`));
    const allowance = allowances.find(isYearly) ?? allowances.find(isMonthly);
    if (!allowance) return [];
    const [before, then] = [kept, allowance].map(({ said }) => said.find(({ role }) => role.is === 'from'));
    const factor = isYearly(allowance) ? 1 : MONTHS;
    return [
      multiple(kept.level, allowance.level, factor),
      ...(before && then && factor === 1 ? [multiple(before, then, factor)] : []),
    ];
  });
}

function isYearly({ level }: Entry): boolean {
  return level.unit.thing.includes('/年');
}

function isMonthly({ level }: Entry): boolean {
  return level.unit.thing.includes('/月');
}

function multiple(stated: Figure, allowance: Figure, factor: number): Claim {
  const least = times(allowance.interval, LEAST_MULTIPLE * factor);
  return {
    kind: 'multiple',
    stated,
    operands: [allowance],
    computed: least,
    verdict: stated.interval.high >= least.low ? 'holds' : 'broken',
    grounds: 'said',
  };
}

/** 1－6月发放农村低保金786万元 at 420元 a month: for so many persons, which only a roster can prove. */
function heads(read: ReadText): Claim[] {
  return read.entries.flatMap((paid): Claim[] => {
    const benefit = /^(?:城市|农村)低保/.exec(paid.subject)?.[0];
    const until = periodAt(read, paid.level)?.period;
    if (benefit === undefined || paid.level.unit.kind !== 'money' || !until) return [];
    const rate = read.entries.find(
      ({ subject, ...one }) => subject.startsWith(benefit) && isMonthly({ subject, ...one }),
    );
    if (!rate || paid.level.isBlank) return [];
    const months = until.from.endsWith('-01-01') ? monthNumber(until.to) : 1;
    const computed = quotientInterval(times(paid.level.interval, 1 / months), rate.level.interval);
    if (!computed) return [];
    return [
      { kind: 'heads', stated: paid.level, operands: [rate.level], computed, verdict: 'unclear', grounds: 'guess' },
    ];
  });
}
