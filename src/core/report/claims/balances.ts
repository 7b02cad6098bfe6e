import { meets, type Interval } from '../../numbers/interval';
import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { judgeAmount, minus, plus } from './judge';
import { isSameKind, type ReadText } from './reading';
import { slipsOf } from './slips';
import { sumClaim } from './sums';

const LEFT = /(?:当年|本年|年终|年末|收支)?结余(?!.*(?:滚存|累计))/;
const SPENT = /支出|安排|使用/;
/** Amounts of one balance that a sentence names. */
const REACH = 8;

/** 收入48210，支出41530，当年结余6680; with 上年结余 and 补助 before the expenditure. */
export function balanceClaims({ entries }: ReadText): Claim[] {
  return entries.flatMap((left): Claim[] => {
    if (!LEFT.test(left.opens.lead) || /上年|滚存|累计|结转/.test(left.opens.lead)) return [];
    const totals = betweenTotals(left, entries);
    if (totals.length > 0) return totals;
    const before = entries
      .slice(Math.max(0, left.index - REACH), left.index)
      .filter((one) => one.opens.sentence === left.opens.sentence && one.opens.depth === left.opens.depth);
    const spent = before.findLastIndex(({ subject, opens }) => SPENT.test(subject) && !/收入/.test(opens.lead));
    const income = before.slice(0, spent);
    const outgo = before.slice(spent);
    if (spent < 1 || ![...before, left].every(({ level }) => isSameKind(level, left.level) && !level.isBlank))
      return [];
    return [...balanced(income, outgo, left), ...unbalanced(income, outgo, left)].slice(0, 1);
  });
}

const CAME_IN = /收入(?:合计|总计|总量|总额)/;
const WENT_OUT = /支出(?:合计|总计|总量|总额)/;

/** 收入合计192496 … 支出合计101788 …；年终结余90708: the totals before it. */
function betweenTotals(left: Entry, entries: readonly Entry[]): Claim[] {
  const before = entries.slice(Math.max(0, left.index - 3 * REACH), left.index);
  const out = before.findLast(({ opens }) => WENT_OUT.test(opens.lead));
  const income = out && before.findLast(({ opens, index }) => CAME_IN.test(opens.lead) && index < out.index);
  if (!income || ![income, out].every(({ level }) => isSameKind(level, left.level) && !level.isBlank)) return [];
  const claim = claimOf([income], [out], left);
  return claim.verdict !== 'broken' || slipsOf(claim).length > 0 ? [claim] : [];
}

/** What came in, from some amount on, is what went out and was left. */
function balanced(income: readonly Entry[], spent: readonly Entry[], left: Entry): Claim[] {
  const out = total([...spent, left]);
  for (let from = 0; from < income.length; from++) {
    const parts = income.slice(from);
    const [first] = parts;
    if (first && meets(total(parts), out)) return [claimOf(parts, spent, left)];
  }
  return [];
}

function unbalanced(income: readonly Entry[], spent: readonly Entry[], left: Entry): Claim[] {
  const [first] = income;
  if (!first || !/收入/.test(first.opens.lead) || income.length + spent.length > 3) return [];
  const claim = claimOf(income, spent, left);
  return slipsOf(claim).length > 0 ? [claim] : [];
}

/** What went out and was left against what came in: as a sum where one amount came in, else as a difference. */
function claimOf(income: readonly Entry[], spent: readonly Entry[], left: Entry): Claim {
  const figures = (entries: readonly Entry[]) => entries.map(({ level }) => level);
  const [only] = income;
  const outgo = [...spent, left];
  if (only && income.length === 1) return sumClaim(only.level, figures(outgo), 'guess');
  const computed = minus(total(income), total(spent));
  return {
    kind: 'delta',
    stated: left.level,
    operands: figures([...income, ...spent]),
    computed,
    verdict: judgeAmount(left.level, computed),
    grounds: 'guess',
    repairs: [{ figure: left.level, wanted: computed }],
  };
}

function total(entries: readonly Entry[]): Interval {
  return entries.reduce<Interval>((sum, { level }) => plus(sum, level.tight), { low: 0, high: 0 });
}
