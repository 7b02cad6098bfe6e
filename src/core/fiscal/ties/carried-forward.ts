import type { Sheet } from '../../grid/sheet';
import type { Table } from '../../tables/table';
import { noiseOf } from '../../relations/noise';
import { allFlows } from './all-flows';
import { chains, netFlows, rollForwards, type RollForward } from './roll-forward';
import { runningBalances } from './running-balance';
import { timeBalances } from './time-balances';
import { chainsAcross, wordedBalances } from './worded-balance';

/** Of lines that only their words or their order join, this many must hold for each that does not. */
const JOINED_HOLDING = 2;

/**
 * All balances of a table that carry forward, each once: by the roles of its columns, line by line, or by its words.
 * What hardly ever carries forward was misread (other flows, other funds) and is left out.
 */
export function carriedForward(sheet: Sheet, table: Table): RollForward[] {
  const several = shown(allFlows(sheet, table));
  const seen = new Set(several.map(keyOf));
  const within = withoutTotals([
    ...several,
    ...believed(rollForwards(sheet, table), 1).filter((roll) => !seen.has(keyOf(roll))),
  ]);
  const rolled = new Set(within.map(keyOf));
  const byRole = [
    ...within,
    ...withoutTotals(believed(netFlows(sheet, table), 1)).filter((roll) => !rolled.has(keyOf(roll))),
    ...believed(chains(sheet, table), within.length > 0 ? 1 : JOINED_HOLDING),
    ...believed(runningBalances(sheet, table), 1),
    ...timeBalances(sheet, table),
  ];
  const known = new Set(byRole.map(keyOf));
  const worded = believed([...wordedBalances(sheet, table), ...chainsAcross(sheet, table)], JOINED_HOLDING);
  return [...byRole, ...worded.filter((roll) => !known.has(keyOf(roll)))];
}

/** Which columns flow is only guessed: two rows must come out, and two for each that does not. */
function shown(rolls: readonly RollForward[]): readonly RollForward[] {
  const holding = rolls.filter(({ holds }) => holds).length;
  return holding >= 2 && holding >= JOINED_HOLDING * (rolls.length - holding) ? rolls : [];
}

function believed(rolls: readonly RollForward[], times: number): readonly RollForward[] {
  const holding = rolls.filter(({ holds }) => holds);
  // What is wrong in an item is wrong in its total as well.
  const items = rolls.filter(({ row }) => row.role === 'item');
  const broken = (items.length > 0 ? items : rolls).filter(({ holds }) => !holds).length;
  // A single year that comes out is worth listing, whatever a limit beside it does.
  if (times * broken <= holding.length) return rolls;
  return times === 1 ? [] : holding;
}

/** A total misses by what its items miss together, rounded or wrong: that is told of them. */
function withoutTotals(rolls: readonly RollForward[]): readonly RollForward[] {
  return rolls.map((total) => {
    if (total.holds || total.row.role !== 'total') return total;
    const items = rolls.filter(({ row, target }) => row.role === 'item' && target.column === total.target.column);
    const missed = items.reduce((sum, { actual, expected }) => sum + actual - expected, 0);
    const isTheirs = Math.abs(missed - (total.actual - total.expected)) <= noiseOf(total.actual);
    return items.length >= 2 && isTheirs ? { ...total, holds: true } : total;
  });
}

function keyOf({ target }: RollForward): string {
  return `${target.row},${target.column}`;
}
