import { ownDecimals } from '../../numbers/decimal';
import { halfUnit, intervalOf, meets, sumInterval } from '../../numbers/interval';
import { yuanPer } from '../../numbers/unit';
import { figureAt } from '../../tables/printed';
import type { Line } from './calendar';
import { outflowLines, type PrintedCoverage } from './read-treasury';
import type { TreasurySeries } from './treasury-series';

/**
 * What desks divide the month-end cash by: the average monthly outflow of the year so far (K1), the outflow of the
 * month alone, its average over the last twelve months, 三保 (K3) or wages (K4) of the month. Days (K5) are K1 × 30.
 */
export const COVERAGE_DEFINITIONS = ['K1', 'month', 'rolling', 'K3', 'K4'] as const;
export type CoverageDefinition = (typeof COVERAGE_DEFINITIONS)[number];

/** A printed coverage and what its definition makes of the same table. */
export interface RecomputedCoverage {
  readonly printed: PrintedCoverage;
  readonly expected: number;
  readonly holds: boolean;
}

/** The definition that most printed figures of a series follow, and each figure under it. */
export interface FittingDefinition {
  readonly definition: CoverageDefinition;
  readonly figures: readonly RecomputedCoverage[];
}

const TWELVE = 12;

/** Undefined: nothing is printed, or no definition can be computed. K1 is taken where none fits better. */
export function fittingDefinition(series: TreasurySeries): FittingDefinition | undefined {
  let best: (FittingDefinition & { readonly holding: number }) | undefined;
  for (const definition of COVERAGE_DEFINITIONS) {
    const figures = series.printed.flatMap((printed): RecomputedCoverage[] => {
      const expected = computed(series, printed, definition);
      if (expected === undefined || !Number.isFinite(expected)) return [];
      return [{ printed, expected, holds: isPrintedOf(printed, expected) }];
    });
    const holding = figures.filter(({ holds }) => holds).length;
    if (figures.length > 0 && (!best || holding > best.holding)) best = { definition, figures, holding };
  }
  return best;
}

/** Whether a ratio, rounded or cut off as people do, is what is printed. */
function isPrintedOf({ printed, scale }: PrintedCoverage, expected: number): boolean {
  const own = ownDecimals(printed.value);
  // A formula gives all its places, and rests on averages that are rounded.
  const decimals = Math.min(MOST_DECIMALS, printed.exact ? Math.max(own, LEAST_DECIMALS) : printed.decimals);
  const { low, high } = intervalOf({ value: printed.value, decimals, exact: false });
  return meets({ low, high: high + halfUnit(decimals) }, { low: expected * scale, high: expected * scale });
}

const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 3;

function computed(
  series: TreasurySeries,
  printed: PrintedCoverage,
  definition: CoverageDefinition,
): number | undefined {
  const isSame = ({ year, month }: { readonly year?: number; readonly month?: number }) =>
    year === printed.year && month === printed.month;
  const known = series.months.find(isSame);
  if (definition === 'K1') return known?.value;
  if (!known) return undefined;
  const at = series.calendar.months.findIndex(isSame);
  const line = lineOf(series, definition);
  if (!line || at < 0) return undefined;
  const factor = line.unit && series.unit ? yuanPer(line.unit) / yuanPer(series.unit) : 1;
  const from = definition === 'rolling' ? at - TWELVE + 1 : at;
  const figures = line.cells
    .slice(Math.max(0, from), at + 1)
    .map(({ row, column }) => figureAt(series.sheet, row, column));
  if (from < 0 || figures.some((figure) => figure === undefined)) return undefined;
  const sum = sumInterval(figures.flatMap((figure) => (figure ? [{ ...figure, exact: true }] : []))).low;
  return sum > 0 ? known.balance / ((sum / figures.length) * factor) : undefined;
}

function lineOf({ calendar }: TreasurySeries, definition: CoverageDefinition): Line | undefined {
  const spent = ({ text }: Line) => !/累计|年初至今|系数|倍数|%/.test(text);
  if (definition === 'K3') return calendar.lines.find((line) => /三保/.test(line.text) && spent(line));
  if (definition === 'K4') return calendar.lines.find((line) => /工资/.test(line.text) && spent(line));
  return outflowLines(calendar).month;
}
