import { sourceText } from './source-text';
import { isCounted, type IndicatorId } from '../core/fiscal/indicators/catalogue';
import type { Evaluated } from '../core/fiscal/indicators/evaluate';
import type { Computed, Target } from '../core/fiscal/indicators/indicator';
import { knownCoverages, latestSeries } from '../core/fiscal/treasury/treasury-series';
import type { CellPlace } from '../core/grid/place';
import { roundHalfUp } from '../core/numbers/decimal';
import type { Dossier } from '../core/reading/dossier';
import type { Translator } from '../messages/translator';
import type { CheckResult } from './check-workbook';
import { calibreText, indicatorName, indicatorsOf, missingTexts, targetText } from './indicators';
import { unitWord } from './indicator-unit';

/** The indicators of a checked workbook as a screen shows them: red lines, what is out of bounds, the rest, the missing. */
export interface IndicatorBoard {
  /** ISO date the figures are of; absent: no table tells. */
  readonly asOf?: string;
  readonly tiles: readonly IndicatorTile[];
  readonly missing: readonly MissingIndicator[];
  /** All that are defined. */
  readonly defined: number;
}

/** How an indicator stands; `none`: there is no bound to break. */
export type Light = 'red' | 'yellow' | 'green' | 'none';

export interface IndicatorTile {
  readonly id: IndicatorId;
  readonly name: string;
  readonly value: string;
  /** Empty: a ratio, or the value has its % already. */
  readonly unit: string;
  readonly light: Light;
  readonly isRedLine: boolean;
  readonly target?: string;
  /** How far it is from its bound, in its own unit: 还差 4.20 个百分点. */
  readonly gap?: string;
  /** The definition in use. */
  readonly calibre?: string;
  readonly source?: string;
  readonly cells: readonly CellPlace[];
  /** One point a month, where months are known. */
  readonly trend?: readonly TrendPoint[];
}

export interface TrendPoint {
  /** 2023-05, or the month alone. */
  readonly label: string;
  readonly value: number;
}

export interface MissingIndicator {
  readonly id: IndicatorId;
  readonly name: string;
  /** What it needs, in words. */
  readonly needs: readonly string[];
}

const WEIGHT: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2, none: 3 };

export function indicatorBoard(result: CheckResult, translate: Translator): IndicatorBoard {
  const { context } = result;
  const all = indicatorsOf(result);
  const redLines = new Set<IndicatorId>(context.pack.redLines);
  const tiles = all.flatMap((indicator) =>
    indicator.computed ? [tile(indicator, indicator.computed, redLines.has(indicator.id), context, translate)] : [],
  );
  return {
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
    tiles: tiles
      .filter(({ id }) => id !== 'T01')
      .sort((a, b) => Number(b.isRedLine) - Number(a.isRedLine) || WEIGHT[a.light] - WEIGHT[b.light]),
    missing: all
      .filter(({ computed }) => !computed)
      .map((indicator) => ({
        id: indicator.id,
        name: indicatorName(indicator.id, translate),
        needs: missingTexts(indicator, translate),
      })),
    defined: all.length,
  };
}

function tile(
  { id, unit }: Evaluated,
  computed: Computed,
  isRedLine: boolean,
  context: Dossier,
  translate: Translator,
): IndicatorTile {
  const { value, target, calibre, source, cells } = computed;
  const gap = target && typeof value === 'number' ? gapText(value, unit, target, translate) : undefined;
  const trend = id === 'C01' ? coverageTrend(context) : [];
  return {
    id,
    name: indicatorName(id, translate),
    value: valueText(value, unit, translate),
    unit: unit === '%' ? '' : unitWord(unit, translate),
    light: lightOf(computed),
    isRedLine,
    ...(target ? { target: targetText(target, translate) } : {}),
    ...(gap === undefined ? {} : { gap }),
    ...(calibre === undefined ? {} : { calibre: calibreText(calibre, translate) }),
    ...(source === undefined ? {} : { source: sourceText(source, translate) }),
    cells,
    ...(trend.length > 1 ? { trend } : {}),
  };
}

function lightOf({ verdict, grade, target }: Computed): Light {
  if (!target) return 'none';
  if (verdict === 'pass') return 'green';
  return grade ?? (verdict === 'fail' ? 'red' : 'yellow');
}

function valueText(value: number | string, unit: string, translate: Translator): string {
  if (typeof value === 'string') return value;
  const decimals = decimalsOf(unit);
  return `${translate.amount(roundHalfUp(value, decimals), decimals)}${unit === '%' ? '%' : ''}`;
}

/** Ratios are told to the third decimal, as the bureaus do with 库款系数. */
function decimalsOf(unit: string): number {
  return isCounted(unit) ? 0 : unit === '' ? 3 : 2;
}

/** Only where the value itself is held against the bound: a share of it would be told in the wrong unit. */
function gapText(value: number, unit: string, { id, numbers }: Target, translate: Translator): string | undefined {
  if (numbers.held !== undefined) return undefined;
  const { bound, low = id === 'atLeast' ? bound : undefined, high = id === 'atMost' ? bound : undefined } = numbers;
  const short = low === undefined ? 0 : roundHalfUp(low - value, decimalsOf(unit));
  const over = high === undefined ? 0 : roundHalfUp(value - high, decimalsOf(unit));
  if (short <= 0 && over <= 0) return undefined;
  const [messageId, by] = short > 0 ? (['indicator.gapShort', short] as const) : (['indicator.gapOver', over] as const);
  return translate.text(messageId, {
    gap: translate.amount(by, decimalsOf(unit)),
    unit: unitWord(unit === '%' ? '个百分点' : unit, translate),
  });
}

function coverageTrend({ basis: { treasury }, pack }: Dossier): TrendPoint[] {
  const series = latestSeries(treasury);
  if (!series || pack.calibres.coverage !== 'K1') return [];
  return knownCoverages(series).flatMap(({ year, month, value }) =>
    month === undefined
      ? []
      : [{ label: year === undefined ? String(month) : `${year}-${String(month).padStart(2, '0')}`, value }],
  );
}
