import type { Evaluated } from '../fiscal/indicators/evaluate';
import type { IndicatorId } from '../fiscal/indicators/catalogue';
import { tablesOf, type PlacedTable } from '../fiscal/indicators/lookup';
import type { Measure, Phase } from '../fiscal/measure';
import { isPartial, isDigest, ofOneTier } from '../fiscal/measure-index';
import type { MeasuredSheet } from '../fiscal/measures';
import type { Pack } from '../fiscal/pack';
import { schedule } from '../fiscal/schedule';
import type { SubjectId } from '../fiscal/subjects';
import { isOfOnePlace } from '../fiscal/ties/compared';
import { DEBT_PARTS } from '../fiscal/whose-figure';
import type { BookId } from '../grid/book-id';
import type { CellPlace } from '../grid/place';
import { exactSum } from '../numbers/decimal';
import { meets } from '../numbers/interval';
import { isWholeYear, monthNumber } from '../numbers/period';
import { yuanPer } from '../numbers/unit';
import { figureAt } from '../tables/printed';
import type { Column, TableRow } from '../tables/table';
import type { TableKind } from '../tables/table-kinds';
import { moneyUnitOf } from '../tables/unit-of-cell';
import type { Cited, OtherSource } from './entry';
import { notLive, reference, runs, scaledBy } from './references';

/** What summaries are made from: a workbook that was read, and those that lend it figures. */
export interface SummaryBasis {
  /** The workbook that gets the sheets: formulas rest on its cells alone. */
  readonly own: BookId;
  /** Own sheets and those of the others. */
  readonly sheets: readonly MeasuredSheet[];
  readonly measures: readonly Measure[];
  readonly pack: Pack;
  /** ISO date; undefined: no table says of when it is. */
  readonly asOf: string | undefined;
  readonly indicators: readonly Evaluated[];
  /** How much speaks for a figure where two tables show it. */
  readonly support: (measure: Measure) => number;
  /** How many findings at level error are open. */
  readonly openErrors: number;
}

const TEN_THOUSAND = 10_000;

/** Phases that are of a year, whatever month's table shows them. */
const OF_THE_YEAR: readonly Phase[] = ['budget_initial', 'budget_adjusted', 'budget_prior', 'limit', 'demand'];

/** Finds the figures of summaries; asking for one that is not there gives undefined, never 0. */
export class SummarySources {
  private readonly byKey = new Map<string, Measure[]>();
  private readonly sheets = new Map<string, MeasuredSheet>();
  /** Figures that were asked for before. */
  private readonly figures = new Map<string, Cited | undefined>();
  /** Measures of funds, of known unit, by the row of the table that they stand in: their projects are no known subjects. */
  private readonly byRow = new Map<string, Map<Phase, Measure>>();

  constructor(readonly basis: SummaryBasis) {
    for (const one of basis.sheets) this.sheets.set(`${one.book}|${one.sheet.name}`, one);
    const own = basis.measures.find(({ cell, place }) => cell.book === basis.own && place !== '');
    const usable = basis.measures.filter(
      (measure) =>
        measure.unit !== undefined && (!own || measure.cell.book === basis.own || isOfOnePlace(own, measure)),
    );
    for (const measure of ofOneTier(usable)) {
      if (measure.side === 'fund') {
        const rowKey = `${measure.table}|${measure.cell.row}`;
        const row = this.byRow.get(rowKey) ?? new Map<Phase, Measure>();
        // Of months side by side the latest that has come.
        const known = row.get(measure.phase);
        if (!known || ((measure.asOf ?? '') > (known.asOf ?? '') && this.isKnownBy(measure.asOf)))
          row.set(measure.phase, measure);
        this.byRow.set(rowKey, row);
      }
      if (measure.subject === undefined || isPartial(measure) || !isOfWhole(measure)) continue;
      const key = `${measure.subject}|${measure.phase}`;
      const known = this.byKey.get(key);
      if (known) known.push(measure);
      else this.byKey.set(key, [measure]);
    }
  }

  get pack(): Pack {
    return this.basis.pack;
  }

  /** The latest day on which something was done about any of these subjects; own figures before lent ones. */
  dayOf(subjects: readonly SubjectId[], phase: Phase = 'ytd'): string | undefined {
    const { asOf, own } = this.basis;
    const days = (ofOwn: boolean) =>
      subjects
        .flatMap((subject) => this.byKey.get(`${subject}|${phase}`) ?? [])
        .flatMap(({ asOf: day, cell }) =>
          day !== undefined && (cell.book === own) === ofOwn && (asOf === undefined || day <= asOf) ? [day] : [],
        )
        .sort();
    return days(true).at(-1) ?? days(false).at(-1);
  }

  /** A figure on a day, from the table that has the better support; the others are named with it. */
  figure(subject: SubjectId, phase: Phase, day: string): Cited | undefined {
    const key = `${subject}|${phase}|${day}`;
    if (!this.figures.has(key)) this.figures.set(key, this.bestOf(subject, phase, day));
    return this.figures.get(key);
  }

  private bestOf(subject: SubjectId, phase: Phase, day: string): Cited | undefined {
    const best = this.bestMeasure(subject, phase, day);
    return best && { ...this.cited(best), others: othersOf(best, this.measuresOf(subject, phase, day)) };
  }

  private bestMeasure(subject: SubjectId, phase: Phase, day: string): Measure | undefined {
    const found = this.measuresOf(subject, phase, day);
    return found.reduce<Measure | undefined>((a, b) => (a && !this.isBetter(b, a) ? a : b), undefined);
  }

  private measuresOf(subject: SubjectId, phase: Phase, day: string): Measure[] {
    return (this.byKey.get(`${subject}|${phase}`) ?? []).filter((measure) => isOfDay(measure, phase, day));
  }

  /** A figure that a summary takes from a certain table, with the others that show it. */
  figureIn(table: string, subject: SubjectId, phase: Phase, day: string): Cited | undefined {
    const found = this.measuresOf(subject, phase, day);
    const own = found.find((measure) => measure.table === table);
    return own && { ...this.cited(own), others: othersOf(own, found) };
  }

  /** All that a table has of a subject in one phase, in columns of its own: 新增债券 and 再融资债券 are both borrowed. */
  totalIn(table: string, subject: SubjectId, phase: Phase, day: string): Cited | undefined {
    const found = this.measuresOf(subject, phase, day).filter((measure) => measure.table === table);
    const [first, ...others] = found;
    if (!first || others.length === 0 || others.some(({ cell }) => cell.row !== first.cell.row)) return undefined;
    const cells = found.map(({ cell }) => cell);
    const blocked = cells.map((cell) => this.whyNot(cell)).find((why) => why !== undefined);
    const factor = yuanPer(first.unit ?? '元') / TEN_THOUSAND;
    const isOneUnit = others.every(({ unit }) => unit === first.unit);
    const total = `SUM(${cells.map((cell) => reference(cell.sheet, cell)).join(',')})`;
    return {
      is: 'cited',
      value: exactSum(found.map(({ yuan }) => yuan / TEN_THOUSAND)),
      formula: blocked === undefined && isOneUnit ? scaledBy(total, factor) : undefined,
      valueBecause: blocked,
      cells,
      others: [],
    };
  }

  /** The one table from which the figures of several subjects are taken. */
  tableOf(subjects: readonly SubjectId[], phase: Phase, day: string): string | undefined {
    const tables = subjects.map((subject) => this.bestMeasure(subject, phase, day)?.table);
    return tables.every((table) => table === tables[0]) ? tables[0] : undefined;
  }

  /** Whether a table sets one subject in below another. */
  isBelow(inner: SubjectId, outer: SubjectId, phase: Phase): boolean {
    return (this.byKey.get(`${inner}|${phase}`) ?? []).some(({ table, depth }) =>
      (this.byKey.get(`${outer}|${phase}`) ?? []).some((other) => other.table === table && depth > other.depth),
    );
  }

  /** The figures of a row of a table, by phase. */
  ofRow(table: string, row: number): ReadonlyMap<Phase, Cited> {
    const measures = this.byRow.get(`${table}|${row}`) ?? new Map<Phase, Measure>();
    return new Map([...measures].map(([phase, one]) => [phase, this.cited(one)]));
  }

  /** Every measure that passes, in the order of the tables; own ones first. */
  measures(which: (measure: Measure) => boolean): readonly Measure[] {
    const { measures, own } = this.basis;
    const found = measures.filter(which);
    return [...found.filter(({ cell }) => cell.book === own), ...found.filter(({ cell }) => cell.book !== own)];
  }

  /** Whether the measures of a day may be used: not later than the figures are said to be of. */
  isKnownBy(day: string | undefined): boolean {
    return day !== undefined && (this.basis.asOf === undefined || day <= this.basis.asOf);
  }

  /** The tables of a kind that are of the year of the figures, own ones first, then the latest. */
  tables(kind: TableKind): readonly PlacedTable[] {
    const { own, asOf } = this.basis;
    const ofYear = tablesOf(this.basis.sheets, kind).filter(
      ({ table: { period } }) =>
        asOf === undefined || period === undefined || period.to.slice(0, 4) === asOf.slice(0, 4),
    );
    return [...ofYear.filter(({ book }) => book === own), ...ofYear.filter(({ book }) => book !== own)];
  }

  /** A figure as a table has it: money in 万元, anything else as it stands. */
  cell({ book, sheet, table }: PlacedTable, row: TableRow, column: Column, as: 'money' | 'number'): Cited | undefined {
    const figure = figureAt(sheet, row.row, column.column);
    if (!figure) return undefined;
    const unit = as === 'money' ? (moneyUnitOf(table, row, column) ?? table.unit ?? '元') : undefined;
    const factor = unit === undefined ? 1 : yuanPer(unit) / TEN_THOUSAND;
    return this.citedFrom(
      { book, sheet: sheet.name, row: row.row, column: column.column },
      figure.value * factor,
      factor,
    );
  }

  /** The sum of cells of one column, or undefined of none. */
  sum(placed: PlacedTable, rows: readonly TableRow[], column: Column): Cited | undefined {
    const cells = rows.map((row) => this.cell(placed, row, column, 'money')).filter((one) => one !== undefined);
    const [first] = cells;
    if (!first) return undefined;
    const { sheet, table, book } = placed;
    const unit = moneyUnitOf(table, undefined, column) ?? table.unit ?? '元';
    const value = cells.reduce((sum, one) => sum + one.value, 0);
    const isLive = cells.every(({ formula }) => formula !== undefined);
    const places = cells.flatMap((one) => one.cells);
    const total = `SUM(${runs(sheet.name, places).join(',')})`;
    return {
      is: 'cited',
      value,
      formula: isLive ? scaledBy(total, yuanPer(unit) / TEN_THOUSAND) : undefined,
      valueBecause: isLive
        ? undefined
        : (cells.find((one) => one.valueBecause)?.valueBecause ?? bookOf(book, this.basis)),
      cells: places,
      others: [],
    };
  }

  /** An indicator as a figure; undefined: it was not computed. */
  indicator(id: IndicatorId): { readonly evaluated: Evaluated; readonly cited: Cited } | undefined {
    const evaluated = this.basis.indicators.find((one) => one.id === id);
    const computed = evaluated?.computed;
    if (!evaluated || !computed || typeof computed.value !== 'number') return undefined;
    const isOwn = computed.cells.every(({ book }) => book === this.basis.own);
    const blocked = computed.cells.map((cell) => this.whyNot(cell)).find((why) => why !== undefined);
    const formula = isOwn && blocked === undefined ? computed.live : undefined;
    return {
      evaluated,
      cited: {
        is: 'cited',
        value: computed.value,
        formula,
        valueBecause: formula === undefined ? (isOwn ? blocked : 'book') : undefined,
        cells: computed.cells,
        others: [],
      },
    };
  }

  /** The share of the year that has passed by a day, with how a formula writes it. */
  passed(day: string): { readonly value: number; readonly text: string } {
    const value = schedule(this.pack, day);
    return {
      value,
      text: this.pack.calibres.schedule === 'month' ? `${monthNumber(day)}/12` : String(Number(value.toPrecision(12))),
    };
  }

  cited(measure: Measure): Cited {
    const factor = yuanPer(measure.unit ?? '元') / TEN_THOUSAND;
    return this.citedFrom(measure.cell, measure.yuan / TEN_THOUSAND, factor);
  }

  private citedFrom(cell: CellPlace, value: number, factor: number): Cited {
    const why = this.whyNot(cell);
    return {
      is: 'cited',
      value,
      formula: why === undefined ? scaledBy(reference(cell.sheet, cell), factor) : undefined,
      valueBecause: why,
      cells: [cell],
      others: [],
    };
  }

  private whyNot(cell: CellPlace): Cited['valueBecause'] {
    const placed = this.sheets.get(`${cell.book}|${cell.sheet}`);
    return bookOf(cell.book, this.basis) ?? (placed && notLive(placed.sheet, cell));
  }

  /** Own before lent, better supported before worse, the table that is kept for it before a digest. */
  private isBetter(a: Measure, b: Measure): boolean {
    const { own, support } = this.basis;
    if ((a.cell.book === own) !== (b.cell.book === own)) return a.cell.book === own;
    const [forA, forB] = [support(a), support(b)];
    if (forA !== forB) return forA > forB;
    return isDigest(b) && !isDigest(a);
  }
}

function othersOf(used: Measure, found: readonly Measure[]): OtherSource[] {
  return found
    .filter(({ table }) => table !== used.table)
    .map(({ cell, interval, yuan }) => ({
      cell,
      agrees: meets(interval, used.interval),
      value: yuan / TEN_THOUSAND,
    }));
}

function bookOf(book: BookId, { own }: SummaryBasis): 'book' | undefined {
  return book === own ? undefined : 'book';
}

/** A debt that its table's headers part by kind is the whole of that kind. */
function isOfWhole({ scope, subject }: Measure): boolean {
  return scope === '' || (subject !== undefined && DEBT_PARTS[scope] === subject);
}

function isOfDay({ asOf, from }: Measure, phase: Phase, day: string): boolean {
  if (asOf === undefined) return false;
  if (!OF_THE_YEAR.includes(phase)) return asOf === day;
  const isOfYear = asOf.slice(0, 4) === day.slice(0, 4);
  return isOfYear && (asOf <= day || isWholeYear({ from: from ?? '', to: asOf }));
}
