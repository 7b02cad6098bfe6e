import type { Candidate } from '../propose/candidates';
import type { LineKind } from '../types';
import type { AxisView } from './axis-view';

const RATES: readonly LineKind[] = ['rate', 'ownBasis', 'share', 'average'];
const STOCKS: readonly LineKind[] = ['opening', 'closing'];
const FLOWS: readonly LineKind[] = ['inflow', 'outflow'];

/** Whether figures of that kind are quotients of others: they add up to no total, but for shares. */
export function isRate(kind: LineKind | undefined): boolean {
  return kind !== undefined && RATES.includes(kind);
}

/** Whether figures of that kind are what there is on a day: those of several days add up to nothing. */
export function isStock(kind: LineKind | undefined): boolean {
  return kind !== undefined && STOCKS.includes(kind);
}

/**
 * Whether lines of such kinds may make up a sum at all. Amounts and rates are not added to each other. A ledger
 * ties its balances and its flows in one way, opening + inflow − outflow = closing, which has a rule of its own:
 * whatever else the figures of its rows seem to say is the chance of many zeros.
 */
export function mayAdd({ kind }: Pick<AxisView, 'kind'>, { op, target, parts }: Candidate): boolean {
  if (!kind || op !== 'sum') return true;
  const own = [target, ...parts].map((line) => kind[line] ?? 'amount');
  const rates = own.filter(isRate).length;
  if (rates > 0 && rates < own.length) return false;
  const mixed = own.some((k) => STOCKS.includes(k)) && own.some((k) => FLOWS.includes(k));
  return !(mixed && [...STOCKS, ...FLOWS].every((needed) => kind.includes(needed)));
}
