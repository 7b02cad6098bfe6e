import { quotientInterval } from '../../numbers/interval';
import { isWholeYear, monthNumber } from '../../numbers/period';
import type { ColumnRole } from '../../tables/table';
import { minus, plus, times } from '../claims/judge';
import type { Figure } from '../text/entries';
import type { Proposal, Proposed } from './proposal';
import { reckoned, type Sized } from './reckoned';
import type { SourceFigure } from './sources';

/** The row of an amount, and the table around it. */
export interface AmountRow {
  readonly level: SourceFigure;
  readonly row: readonly SourceFigure[];
  readonly table: readonly SourceFigure[];
  /** The same amount a year before, of another table. */
  readonly yearBefore: SourceFigure | undefined;
}

/** What is said of an amount, by the columns of its row: 年初预算, 上年同期, 增减额 … or what follows from them. */
export function fromRow({ role, placed: { lead } }: Figure, compared: string, amount: AmountRow): Proposed {
  const { level } = amount;
  const of = (...roles: readonly ColumnRole[]): SourceFigure | undefined => columnOf(amount, roles);
  const budget = /调整/.test(lead) ? of('budget_adjusted') : of('budget_initial', 'budget_adjusted');
  const prior = priorOf(amount, compared);
  const printed = of('pct_budget');
  const done = of('ytd', 'paid');
  switch (role.is) {
    case 'base':
      return budget ? [reckoned('cell', [budget], budget)] : [];
    case 'prior':
    case 'from':
      return prior ? [reckoned('cell', [prior], prior)] : [];
    case 'delta': {
      const base = /[年期]初|上年末/.test(compared) ? openingOf(amount) : prior;
      return base ? [reckoned('difference', [level, base], between(level, base))] : [];
    }
    case 'growth':
      if (!prior) return [];
      return growthOf(level, prior);
    case 'progress':
    case 'rate':
      if (printed && !/年初|调整/.test(lead)) return [reckoned('cell', [printed], printed)];
      if (!done || !budget || (role.is === 'rate' && !/支出|执行|完成|拨付|支付/.test(lead))) return [];
      return shareOf(done, budget);
    case 'pace':
      return done && budget ? paceOf(done, budget) : [];
    default:
      return [];
  }
}

function columnOf({ row }: AmountRow, roles: readonly ColumnRole[]): SourceFigure | undefined {
  return roles.map((one) => row.find((source) => source.role === one)).find((source) => source !== undefined);
}

/** 较上年预算数 is of a table of plans, where 上年 is last year's plan; in one of execution it is what was done. */
export function priorOf(amount: AmountRow, compared: string): SourceFigure | undefined {
  const isPlanned = /预算|计划/.test(compared.replace(/预算(?:收入|支出)/g, ''));
  const printed = columnOf(amount, [amount.level.role === 'month' ? 'month_prior' : 'prior']);
  // 2024年决算 beside 1—8月完成 is of the whole year.
  const isOfYear = /决算|全年/.test(printed?.header ?? '');
  const prior = isOfYear && amount.level.period && !isWholeYear(amount.level.period) ? undefined : printed;
  if (!prior) return isPlanned ? undefined : amount.yearBefore;
  return /预算|计划/.test(prior.header) === isPlanned ? prior : undefined;
}

/** What stood there when the year began, in its row or in that of January. */
function openingOf({ row, table }: AmountRow): SourceFigure | undefined {
  const own = row.find(({ role, isOfTime }) => role === 'opening' && !isOfTime);
  return own ?? table.find(({ role, isOfTime, period }) => role === 'opening' && isOfTime && opensYear(period?.from));
}

function opensYear(from: string | undefined): boolean {
  return from?.endsWith('-01-01') === true;
}

function between(a: Sized, b: Sized): Sized {
  return { size: a.size - b.size, interval: minus(a.interval, b.interval) };
}

export function sumOf(a: SourceFigure, b: SourceFigure): Proposal {
  return reckoned('sum', [a, b], { size: a.size + b.size, interval: plus(a.interval, b.interval) });
}

export function stretchBetween(now: SourceFigure, before: SourceFigure): Proposal {
  return reckoned('difference', [now, before], between(now, before));
}

function growthOf(now: SourceFigure, prior: SourceFigure): Proposed {
  const ratio = quotientInterval(now.interval, prior.interval);
  if (prior.size <= 0 || !ratio) return 'noBase';
  const interval = times({ low: ratio.low - 1, high: ratio.high - 1 }, 100);
  return [reckoned('growth', [now, prior], { size: (100 * (now.size - prior.size)) / prior.size, interval })];
}

export function shareOf(part: SourceFigure, whole: SourceFigure): Proposed {
  const sized = quotient(part, whole);
  return sized ? [reckoned('share', [part, whole], sized)] : 'noBase';
}

/** In percent; undefined: of nothing. */
function quotient(part: Sized, whole: Sized): Sized | undefined {
  const ratio = whole.size > 0 ? quotientInterval(part.interval, whole.interval) : undefined;
  return ratio && { size: (100 * part.size) / whole.size, interval: times(ratio, 100) };
}

/** How many points a share is above that of the year before. */
export function pointsOf(
  part: SourceFigure,
  whole: SourceFigure,
  before: readonly [SourceFigure, SourceFigure],
): Proposed {
  const [now, then] = [quotient(part, whole), quotient(...before)];
  return now && then ? [reckoned('points', [part, whole, ...before], between(now, then))] : 'noBase';
}

const MONTHS = 12;

function paceOf(done: SourceFigure, budget: SourceFigure): Proposed {
  const progress = quotient(done, budget);
  const until = done.period?.to;
  if (!progress || until === undefined) return [];
  const months = monthNumber(until);
  const passed = {
    size: (100 * months) / MONTHS,
    interval: { low: (100 * months) / MONTHS, high: (100 * months) / MONTHS },
  };
  const [one] = [reckoned('pace', [done, budget], between(progress, passed))];
  return [{ ...one, computation: { ...one.computation, months } }];
}
