import { INDICATORS, type IndicatorEntry } from './catalogue';
import { FORMULAS } from './formulas';
import { Inquiry, type Computed, type IndicatorContext, type MissingMeasure } from './indicator';

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

/** All 148, in the order of the catalogue. */
export function evaluateIndicators(context: IndicatorContext): Evaluated[] {
  return INDICATORS.map((entry) => {
    const formula = FORMULAS[entry.id];
    if (!formula) return { ...entry, missing: [], noFormula: true, notApplicable: false };
    const ask = new Inquiry(context);
    const outcome = formula(ask, context);
    const missing = uniqueMissing(ask.missing);
    const isValue = outcome !== undefined && (typeof outcome.value === 'string' || Number.isFinite(outcome.value));
    if (missing.length > 0 || !isValue)
      return { ...entry, missing, noFormula: false, notApplicable: missing.length === 0 };
    return {
      ...entry,
      missing: [],
      noFormula: false,
      notApplicable: false,
      computed: { ...outcome, cells: uniqueCells(ask) },
    };
  });
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
