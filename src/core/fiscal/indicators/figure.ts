import { cellName, quoteSheet, type Position } from '../../grid/address';
import { yuanPer } from '../../numbers/unit';
import type { Measure } from '../measure';

/** An amount in 万元, with the Excel expression that computes it from the source cells; undefined where it cannot. */
export interface Figure {
  readonly value: number;
  readonly live: string | undefined;
}

const TEN_THOUSAND = 10_000;

export function figureOf({ yuan, unit = '元', isLive, cell }: Measure): Figure {
  return {
    value: yuan / TEN_THOUSAND,
    live: isLive ? cellText(cell.sheet, cell, yuanPer(unit) / TEN_THOUSAND) : undefined,
  };
}

/** A cell as an Excel expression, multiplied where it stands in another unit. */
export function cellText(sheet: string, cell: Position, factor: number): string {
  const reference = `${quoteSheet(sheet)}!${cellName(cell)}`;
  return factor === 1 ? reference : factor > 1 ? `${reference}*${factor}` : `${reference}/${Math.round(1 / factor)}`;
}

/** A figure that a formula knows without any cell. */
export function given(value: number): Figure {
  return { value, live: String(value) };
}

/** a ÷ b, plain. */
export function ratioOf(a: Figure, b: Figure): Figure {
  return {
    value: a.value / b.value,
    live: a.live !== undefined && b.live !== undefined ? `(${a.live})/(${b.live})` : undefined,
  };
}

export function times(a: Figure, b: Figure): Figure {
  return {
    value: a.value * b.value,
    live: a.live !== undefined && b.live !== undefined ? `(${a.live})*(${b.live})` : undefined,
  };
}

export const NOTHING: Figure = { value: NaN, live: undefined };

export function plus(...figures: readonly Figure[]): Figure {
  return { value: figures.reduce((sum, { value }) => sum + value, 0), live: joined(figures, '+') };
}

export function minus(a: Figure, b: Figure): Figure {
  return {
    value: a.value - b.value,
    live: a.live !== undefined && b.live !== undefined ? `(${a.live})-(${b.live})` : undefined,
  };
}

/** a ÷ b in percent. */
export function percentOf(a: Figure, b: Figure): Figure {
  return {
    value: (a.value / b.value) * 100,
    live: a.live !== undefined && b.live !== undefined ? `(${a.live})/(${b.live})*100` : undefined,
  };
}

/** How much a is above b, in percent of b. */
export function growthOf(a: Figure, b: Figure): Figure {
  return {
    value: (a.value / b.value - 1) * 100,
    live: a.live !== undefined && b.live !== undefined ? `((${a.live})/(${b.live})-1)*100` : undefined,
  };
}

/** As many terms as a formula of a summary sheet may have and still be read. */
const MOST_TERMS = 40;

function joined(figures: readonly Figure[], operator: string): string | undefined {
  return figures.length > MOST_TERMS || figures.some(({ live }) => live === undefined)
    ? undefined
    : figures.map(({ live }) => live).join(operator);
}
