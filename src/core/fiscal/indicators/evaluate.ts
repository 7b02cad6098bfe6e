import { INDICATORS, isUnsupported, type IndicatorEntry } from './catalogue';
import { FORMULAS } from './formulas';
import { COUNTS } from './formulas/counts';
import {
  Inquiry,
  type Checks,
  type Computed,
  type CountFormulas,
  type Formulas,
  type IndicatorBasis,
  type MissingMeasure,
  type Outcome,
} from './indicator';

/** An indicator with its value, or with what is missing; never a pass by silence. */
export interface Evaluated extends IndicatorEntry {
  readonly computed?: Computed;
  /** Measures that were asked for and are not in the workbooks. */
  readonly missing: readonly MissingMeasure[];
  /** True when Gouji has no formula for it yet; its tables say what it would be taken from. */
  readonly noFormula: boolean;
  /** True when all was there and the indicator still does not apply: 双过半 in May. */
  readonly notApplicable: boolean;
}

/**
 * All 148, in the order of the catalogue. Those that count what rules found are left open: rules judge
 * by the others, and these come after the rules ({@link withChecks}).
 */
export function evaluateIndicators(basis: IndicatorBasis): readonly Evaluated[] {
  return INDICATORS.map((entry) => {
    const formula = (FORMULAS as Formulas)[entry.id];
    if (!formula) return { ...entry, missing: [], noFormula: isUnsupported(entry.id), notApplicable: false };
    const ask = new Inquiry(basis);
    return evaluated(entry, ask, formula(ask, basis));
  });
}

/** The same indicators, and those that count what rules found. */
export function withChecks(
  indicators: readonly Evaluated[],
  basis: IndicatorBasis,
  checks: Checks,
): readonly Evaluated[] {
  return indicators.map((indicator) => {
    const count = (COUNTS as CountFormulas)[indicator.id];
    if (!count) return indicator;
    const ask = new Inquiry(basis);
    return evaluated(indicator, ask, count.compute(ask, checks));
  });
}

function evaluated(entry: IndicatorEntry, ask: Inquiry, outcome: Outcome | undefined): Evaluated {
  const missing = uniqueMissing(ask.missing);
  const isValue = outcome !== undefined && (typeof outcome.value === 'string' || Number.isFinite(outcome.value));
  const state = { missing, noFormula: false, notApplicable: !isValue && missing.length === 0 };
  return missing.length > 0 || !isValue
    ? { ...entry, ...state }
    : { ...entry, ...state, computed: { ...outcome, cells: uniqueCells(ask) } };
}

function uniqueMissing(missing: readonly MissingMeasure[]): MissingMeasure[] {
  return [
    ...new Map(
      missing.map((one) => ['table' in one ? `${one.table}|${one.item}` : `${one.subject}|${one.phase}`, one]),
    ).values(),
  ];
}

function uniqueCells({ cells }: Inquiry): Computed['cells'] {
  return [...new Map(cells.map((cell) => [`${cell.book}|${cell.sheet}|${cell.row}|${cell.column}`, cell])).values()];
}
