import { cellName, quoteSheet } from '../../grid/address';
import { yuanPer } from '../../numbers/unit';
import type { Measure } from '../measures';

/** An amount in 万元, with the Excel expression that computes it from the source cells; undefined where it cannot. */
export interface Figure {
  readonly value: number;
  readonly live: string | undefined;
}

const TEN_THOUSAND = 10_000;

export function figureOf({ yuan, unit = '元', isLive, cell }: Measure): Figure {
  const reference = `${quoteSheet(cell.sheet)}!${cellName(cell)}`;
  const factor = yuanPer(unit) / TEN_THOUSAND;
  const live = factor === 1 ? reference : factor > 1 ? `${reference}*${factor}` : `${reference}/${1 / factor}`;
  return { value: yuan / TEN_THOUSAND, live: isLive ? live : undefined };
}

export const NOTHING: Figure = { value: NaN, live: undefined };

export function plus(...figures: readonly Figure[]): Figure {
  return { value: figures.reduce((sum, { value }) => sum + value, 0), live: joined(figures, '+') };
}

export function minus(a: Figure, b: Figure): Figure {
  return { value: a.value - b.value, live: a.live !== undefined && b.live !== undefined ? `(${a.live})-(${b.live})` : undefined };
}

/** a ÷ b in percent. */
export function percentOf(a: Figure, b: Figure): Figure {
  return { value: (a.value / b.value) * 100, live: a.live !== undefined && b.live !== undefined ? `(${a.live})/(${b.live})*100` : undefined };
}

/** How much a is above b, in percent of b. */
export function growthOf(a: Figure, b: Figure): Figure {
  return { value: (a.value / b.value - 1) * 100, live: a.live !== undefined && b.live !== undefined ? `((${a.live})/(${b.live})-1)*100` : undefined };
}

function joined(figures: readonly Figure[], operator: string): string | undefined {
  return figures.some(({ live }) => live === undefined) ? undefined : figures.map(({ live }) => live).join(operator);
}
