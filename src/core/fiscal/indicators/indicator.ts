import type { BookId } from '../../grid/book-id';
import type { Grade } from '../grade';
import { isWholeYear } from '../../numbers/period';
import type { Column, ColumnRole, TableRow } from '../../tables/table';
import type { TableKind } from '../../tables/table-kinds';
import type { Measure, Phase } from '../measure';
import type { MeasuredSheet } from '../measures';
import type { MeasureIndex } from '../measure-index';
import type { Calibres, Pack, Source } from '../pack';
import type { SubjectId } from '../subjects';
import type { TreasurySeries } from '../treasury/treasury-series';
import type { IndicatorId } from './catalogue';
import type { MissingItem } from './items';
import { figureOf, NOTHING, type Figure } from './figure';
import { cellOf, columnFor, figureIn, rowFor, tablesOf, wholeIn, type PlacedTable } from './lookup';

/** How an indicator stands: `pass` also where there is no bound to break. */
export type IndicatorVerdict = 'pass' | 'warn' | 'fail';

/** What an indicator is held against: words of `messages` with their numbers. */
export interface Target {
  readonly id:
    | 'atMost'
    | 'atLeast'
    | 'below'
    | 'between'
    | 'tie'
    | 'none'
    | 'begun'
    | 'transferBegun'
    | 'explained'
    | 'onSchedule'
    | 'fundSchedule'
    | 'shareAtMost'
    | 'declineAtMost'
    | 'growthAtMost'
    | 'notHeldBack';
  readonly numbers: {
    readonly bound?: number;
    readonly low?: number;
    readonly high?: number;
    /** How many points progress may stay behind. */
    readonly slack?: number;
    /** The percentage that is held against the bound, where the value is an amount. */
    readonly held?: number;
  };
}

/** A definition in use, of the pack or of the table. */
export type CalibreId =
  | `coverage.${Calibres['coverage']}`
  | `totalRevenue.${Calibres['totalRevenue'] | 'printed'}`
  | `livelihood.${Exclude<Calibres['livelihood'], readonly unknown[]> | 'chosen'}`
  | `directFunds.${Calibres['directFunds']}`
  | `schedule.${Calibres['schedule']}`;

export interface Computed {
  /** In the unit of the catalogue. */
  readonly value: number | string;
  /** The Excel expression of the value, where every cell that it rests on holds a number. */
  readonly live?: string;
  readonly verdict: IndicatorVerdict;
  readonly grade?: Grade;
  /** Its words are `indicator.target.<id>` in messages. */
  readonly target?: Target;
  readonly source?: Source;
  /** Id of the words for the definition in use, where several are: `calibre.<id>`. */
  readonly calibre?: CalibreId;
  readonly cells: readonly Measure['cell'][];
}

/** A measure, or an item of a table, that is not there: what would have to be in the workbook. */
export type MissingMeasure =
  | { readonly subject: SubjectId; readonly phase: Phase }
  | {
      /** Empty: any table. */
      readonly table: TableKind | '';
      readonly item: MissingItem;
      readonly numbers?: Readonly<Record<string, number>>;
    };

/** How a rule came out over all workbooks: ties that hold, and that do not. */
export interface CheckCount {
  readonly passed: number;
  readonly found: number;
}

/** By code of the rule; a rule that could not be judged is not there. */
export type Checks = ReadonlyMap<string, CheckCount>;

/** What indicators are computed from. */
export interface IndicatorBasis {
  readonly measures: MeasureIndex;
  readonly sheets: readonly MeasuredSheet[];
  readonly treasury: readonly (TreasurySeries & { readonly book: BookId })[];
  readonly pack: Pack;
  /** ISO date; undefined: no table says of when it is. */
  readonly asOf: string | undefined;
}

/** Asks for measures; those that are missing are remembered, and the indicator is then not computed. */
export class Inquiry {
  readonly missing: MissingMeasure[] = [];
  readonly cells: Measure['cell'][] = [];
  /** The measures that were found, in the order they were asked for. */
  readonly measures: Measure[] = [];

  private day: string | undefined;

  constructor(private readonly basis: IndicatorBasis) {}

  get pack(): Pack {
    return this.basis.pack;
  }

  /** The latest day of the figures that were asked for; before any, that of the workbooks. */
  get asOf(): string | undefined {
    return this.day ?? this.basis.asOf;
  }

  /** In 万元; NaN when it is missing. */
  figure(subject: SubjectId, phase: Phase): Figure {
    const measure = this.basis.measures.get(subject, phase);
    if (!measure) {
      this.missing.push({ subject, phase });
      return NOTHING;
    }
    this.cells.push(measure.cell);
    this.measures.push(measure);
    this.isOf(measure.from, measure.asOf);
    return figureOf(measure);
  }

  /** A whole year is when a plan is for; any narrower period is when something was done. */
  private isOf(from: string | undefined, to: string | undefined): void {
    if (from === undefined || to === undefined || isWholeYear({ from, to })) return;
    if (this.day === undefined || to > this.day) this.day = to;
  }

  has(subject: SubjectId, phase: Phase): boolean {
    return this.basis.measures.get(subject, phase) !== undefined;
  }

  /** The first of the phases that there is; missing means all of them are. */
  firstOf(subject: SubjectId, ...phases: readonly Phase[]): Figure {
    const phase = phases.find((candidate) => this.has(subject, candidate)) ?? phases[0];
    return phase === undefined ? NOTHING : this.figure(subject, phase);
  }

  /** An amount of a table in 万元. `kind` undefined: any table that has the row and the column. */
  money(kind: TableKind | undefined, row: RegExp | 'total', column: ColumnRole | RegExp, item: MissingItem): Figure {
    return this.cell(kind, row, column, item, 'money');
  }

  /** A number of a table as it stands: persons, a standard, a rate. */
  number(kind: TableKind | undefined, row: RegExp | 'total', column: ColumnRole | RegExp, item: MissingItem): Figure {
    return this.cell(kind, row, column, item, 'number');
  }

  /** The whole of a column: its total row, or the sum of its items. */
  whole(
    kind: TableKind,
    column: ColumnRole | RegExp,
    item: MissingItem,
    as: 'money' | 'number' = 'money',
    which: (placed: PlacedTable) => boolean = () => true,
  ): Figure {
    for (const placed of tablesOf(this.basis.sheets, kind)) {
      const found = which(placed) ? columnFor(placed.table, column) : undefined;
      const whole = found && wholeIn(placed, found, as);
      if (!found || !whole || !Number.isFinite(whole.figure.value)) continue;
      this.cells.push(...whole.rows.map((row) => cellOf(placed, row, found)));
      this.isOf(placed.table.period?.from, placed.table.period?.to);
      return whole.figure;
    }
    return this.lacking(kind, item);
  }

  /** Puts a cell on record that a formula found by itself. */
  note(placed: PlacedTable, row: TableRow, column: Column): void {
    this.cells.push(cellOf(placed, row, column));
    this.isOf(placed.table.period?.from, placed.table.period?.to);
  }

  /** Tables to look through; none is missing. */
  tables(
    kind: TableKind,
    item: MissingItem,
    which: (placed: PlacedTable) => boolean = () => true,
  ): readonly PlacedTable[] {
    const found = tablesOf(this.basis.sheets, kind).filter(which);
    if (found.length === 0) this.lacking(kind, item);
    return found;
  }

  lacking(table: TableKind | '', item: MissingItem, numbers?: Readonly<Record<string, number>>): Figure {
    this.missing.push({ table, item, ...(numbers ? { numbers } : {}) });
    return NOTHING;
  }

  private cell(
    kind: TableKind | undefined,
    row: RegExp | 'total',
    column: ColumnRole | RegExp,
    item: MissingItem,
    as: 'money' | 'number',
  ): Figure {
    for (const placed of tablesOf(this.basis.sheets, kind)) {
      const [inRow, inColumn] = [rowFor(placed.table, row), columnFor(placed.table, column)];
      const figure = inRow && inColumn ? figureIn(placed, inRow, inColumn, as) : NOTHING;
      if (!inRow || !inColumn || !Number.isFinite(figure.value)) continue;
      this.cells.push(cellOf(placed, inRow, inColumn));
      this.isOf(placed.table.period?.from, placed.table.period?.to);
      return figure;
    }
    return this.lacking(kind ?? '', item);
  }
}

export type Outcome = Omit<Computed, 'cells'>;

/** Computes from measures; whatever it asks for and does not find makes it "not computed". */
export type Formula = (ask: Inquiry, basis: IndicatorBasis) => Outcome | undefined;

/** Computes from how rules came out: they judge first. */
export interface CountFormula {
  /** Codes of the rules. */
  readonly rules: readonly string[];
  readonly compute: (ask: Inquiry, checks: Checks) => Outcome | undefined;
}

/** How indicators are computed, each under its id. */
export type Formulas = Readonly<Partial<Record<IndicatorId, Formula>>>;
export type CountFormulas = Readonly<Partial<Record<IndicatorId, CountFormula>>>;
