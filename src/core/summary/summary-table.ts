import type { TableKind } from '../tables/table-kinds';
import type { CellPlace } from '../grid/place';
import type { Entry, Operand, Words } from './entry';
import type { SummarySources } from './sources';

/** What stands in a column, which decides how it looks. */
export type ColumnLook =
  | 'amount'
  | 'percent'
  | 'points'
  | 'namedPoints'
  | 'change'
  | 'ratio'
  | 'days'
  | 'count'
  | 'number'
  | 'text'
  | 'words'
  | 'light'
  | 'unit';

export interface SummaryColumn {
  readonly id: string;
  readonly look: ColumnLook;
  /** Its header; absent: the words of its id. */
  readonly header?: Words;
}

export interface SummaryLine {
  readonly id: string;
  readonly label: Words;
  /** 0 for an outermost line. */
  readonly level: number;
  /** A whole: it is set in bold. */
  readonly strong: boolean;
  readonly entries: ReadonlyMap<string, Entry>;
  /** How it shows a figure of a column that holds several kinds. */
  readonly looks?: ReadonlyMap<string, ColumnLook>;
  /** Where its figures were taken from. */
  readonly source: CellPlace | undefined;
}

/** A run of lines below one header. */
export interface SummaryBlock {
  readonly id: string;
  /** Above its header; absent: the title of the sheet will do. */
  readonly heading?: Words;
  readonly columns: readonly SummaryColumn[];
  readonly lines: readonly SummaryLine[];
  /** Figures that a chart draws: they stand below, outside what is printed. */
  readonly isData?: boolean;
}

/** A column of a block that a chart shows. */
export interface ChartSeries {
  readonly column: string;
  readonly as: 'bar' | 'line';
}

export interface ChartOf {
  readonly id: string;
  readonly block: string;
  readonly series: readonly ChartSeries[];
  /** What its value axis counts. */
  readonly axis: 'percent' | 'ratio' | 'amount';
}

/** One of our sheets before any language: what is shown, what is missing, and what else has to be said below it. */
export interface SummaryTable {
  readonly id: string;
  /** The day its figures are of. */
  readonly day: string | undefined;
  readonly blocks: readonly SummaryBlock[];
  /** Lines that have no source. */
  readonly missingLines: readonly Words[];
  /** Columns that have no source. */
  readonly missingColumns: readonly string[];
  /** Sentences below it: the calibre in use, what a mark means. */
  readonly remarks: readonly Words[];
  /** It shows figures of 隐性债务. */
  readonly isInternal: boolean;
  /** Printed on one page, whatever it holds. */
  readonly onePage?: boolean;
  readonly charts: readonly ChartOf[];
}

/** What would have to be in the workbook for a sheet to be made. */
export interface Lacking {
  readonly lacks: readonly TableKind[];
  /** Words that say it more closely than the kinds do. */
  readonly as?: string;
}

/** One of our sheets, described: a file of this kind is all that a new sheet needs, beside its words. */
export interface Summary {
  readonly id: string;
  build(sources: SummarySources): SummaryTable | Lacking;
}

export function isLacking(built: SummaryTable | Lacking): built is Lacking {
  return 'lacks' in built;
}

export const NOTHING_ELSE = {
  missingLines: [],
  missingColumns: [],
  remarks: [],
  isInternal: false,
  charts: [],
} as const satisfies Partial<SummaryTable>;

/** Lines in the making: each may compute from those before it and from its own cells. */
export class LinesDraft {
  private readonly made: { line: SummaryLine; entries: Map<string, Entry> }[] = [];

  /** Adds a line; figures that are undefined are not there. */
  add(
    id: string,
    label: Words,
    figures: Readonly<Record<string, Entry | undefined>>,
    how: {
      readonly level?: number;
      readonly strong?: boolean;
      readonly source?: CellPlace | undefined;
      readonly looks?: SummaryLine['looks'];
    } = {},
  ): void {
    const entries = new Map<string, Entry>();
    for (const [column, entry] of Object.entries(figures)) if (entry) entries.set(column, entry);
    const { level = 0, strong = false, source, looks } = how;
    this.made.push({ line: { id, label, level, strong, entries, source, ...(looks ? { looks } : {}) }, entries });
  }

  /** Sets a cell of a line that is there. */
  set(id: string, column: string, entry: Entry | undefined): void {
    if (entry) this.made.find(({ line }) => line.id === id)?.entries.set(column, entry);
  }

  has(id: string): boolean {
    return this.made.some(({ line }) => line.id === id);
  }

  /** A cell to compute with; undefined: it has no figure. */
  at(id: string, column: string): Operand | undefined {
    const entry = this.made.find(({ line }) => line.id === id)?.entries.get(column);
    if (!entry || entry.is === 'said' || entry.is === 'light') return undefined;
    return {
      value: entry.value,
      at: { column, from: id, to: id },
      guarded: entry.is === 'computed' && entry.formula.some((part) => typeof part === 'string' && part.includes('"')),
    };
  }

  lines(): readonly SummaryLine[] {
    return this.made.map(({ line }) => line);
  }
}

/** The columns in which any line has something; what is left out has no source. */
export function filledColumns<Column extends SummaryColumn>(
  columns: readonly Column[],
  lines: readonly SummaryLine[],
): Column[] {
  return columns.filter(({ id }) => lines.some(({ entries }) => entries.has(id)));
}
