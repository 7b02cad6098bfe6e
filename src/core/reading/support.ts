import type { Measure } from '../fiscal/measure';
import type { TwoSources } from '../fiscal/ties/two-sources';
import { meets } from '../numbers/interval';
import type { Dossier } from './dossier';

/** How much speaks for a figure: third sources that agree, and the arithmetic of its own sheet. */
export class Support {
  private readonly own: ReadonlySet<string>;
  private readonly all: readonly Measure[];

  constructor(readonly dossier: Dossier) {
    this.own = new Set(dossier.measures.map(({ table }) => table));
    this.all = [...dossier.measures, ...dossier.lent];
  }

  /** The worse supported first; a figure of another workbook is never the worse, for it is not checked here. */
  order(one: Measure, other: Measure): [worse: Measure, better: Measure] {
    if (!this.own.has(one.table)) return [other, one];
    if (!this.own.has(other.table)) return [one, other];
    return this.of(one) > this.of(other) ? [other, one] : [one, other];
  }

  /** Whether anything tells which of the two is wrong, or at least that one is. */
  tells({ one, other }: TwoSources): boolean {
    return (
      this.of(one) !== this.of(other) ||
      !this.own.has(one.table) ||
      !this.own.has(other.table) ||
      (this.of(one) > 0 && this.of(other) > 0)
    );
  }

  /** Agreeing tables count twice, arithmetic that holds once; arithmetic that is broken speaks against it. */
  of(measure: Measure): number {
    const agreeing = this.all.filter(
      (third) =>
        third.table !== measure.table &&
        third.subject === measure.subject &&
        third.side === measure.side &&
        third.phase === measure.phase &&
        third.asOf === measure.asOf &&
        third.scope === measure.scope &&
        meets(third.interval, measure.interval),
    ).length;
    return agreeing * 2 + this.arithmetic(measure);
  }

  private arithmetic({ cell }: Measure): number {
    const reading = this.dossier.sheets.find(({ sheet }) => sheet.name === cell.sheet);
    if (!reading) return 0;
    const touches = reading.arithmetic.relations.filter(({ target, operands }) =>
      [target, ...operands].some(({ row, column }) => row === cell.row && column === cell.column),
    );
    const broken = touches.some(({ verdict }) => verdict === 'broken');
    return broken ? -1 : touches.some(({ verdict }) => verdict === 'holds' || verdict === 'rounding') ? 1 : 0;
  }
}
