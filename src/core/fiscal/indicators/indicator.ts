import type { Grade } from '../../check/rule';
import type { Source } from '../pack';
import type { Measure, MeasureIndex, Phase } from '../measures';
import { figureOf, NOTHING, type Figure } from './figure';
import type { TreasurySeries } from '../treasury-series';

/** How an indicator stands: `pass` also where there is no bound to break. */
export type IndicatorVerdict = 'pass' | 'warn' | 'fail';

export interface Computed {
  /** In the unit of the catalogue. */
  readonly value: number | string;
  /** The Excel expression of the value, where every cell that it rests on holds a number. */
  readonly live?: string;
  readonly verdict: IndicatorVerdict;
  readonly grade?: Grade;
  /** Id of the words for the bound in `messages`, with its numbers. */
  readonly target?: { readonly id: string; readonly numbers: Readonly<Record<string, number>> };
  readonly source?: Source;
  readonly cells: readonly Measure['cell'][];
}

/** A measure that is not there: what would have to be in the workbook. */
export interface MissingMeasure {
  readonly subject: string;
  readonly phase: Phase;
}

/** What an indicator is computed from. */
export interface IndicatorContext {
  readonly measures: MeasureIndex;
  readonly treasury: readonly (TreasurySeries & { readonly file: string })[];
  /** ISO date; undefined: no table says of when it is. */
  readonly asOf: string | undefined;
}

/** Asks for measures; those that are missing are remembered, and the indicator is then not computed. */
export class Inquiry {
  readonly missing: MissingMeasure[] = [];
  readonly cells: Measure['cell'][] = [];

  constructor(private readonly measures: MeasureIndex) {}

  /** In 万元; NaN when it is missing. */
  figure(subject: string, phase: Phase): Figure {
    const measure = this.measures.get(subject, phase);
    if (!measure) {
      this.missing.push({ subject, phase });
      return NOTHING;
    }
    this.cells.push(measure.cell);
    return figureOf(measure);
  }

  /** The first of the phases that there is; missing means all of them are. */
  firstOf(subject: string, ...phases: readonly Phase[]): Figure {
    const phase = phases.find((candidate) => this.measures.get(subject, candidate)) ?? phases[0];
    return phase === undefined ? NOTHING : this.figure(subject, phase);
  }
}

export type Outcome = Omit<Computed, 'cells'>;

/** Computes from measures; whatever it asks for and does not find makes it "not computed". */
export type Formula = (ask: Inquiry, context: IndicatorContext) => Outcome | undefined;
