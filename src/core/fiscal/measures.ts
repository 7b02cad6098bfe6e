import type { Address } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { yuanPer, type Unit } from '../numbers/unit';
import { figureAt } from '../tables/printed';
import type { ColumnRole, Table } from '../tables/table';
import { sideOf, subjectOf } from './subjects';

/** The stage of the budget that a figure is of. */
export type Phase = 'budget_initial' | 'budget_adjusted' | 'month' | 'ytd' | 'prior';

/** A number that knows what it is. */
export interface Measure {
  /** Id of a {@link Subject}. */
  readonly subject: string;
  readonly phase: Phase;
  /** ISO date of the last day that it is about; undefined: the table does not say. */
  readonly asOf: string | undefined;
  /** In yuan, whatever unit the table has. */
  readonly yuan: number;
  /** The unit that its cell stands in. */
  readonly unit: Unit;
  /** False for a number stored as text: programs read it differently, so no formula may rest on it. */
  readonly isLive: boolean;
  readonly cell: Address & { readonly file: string };
}

/** A sheet as it was read, with the file it came from. */
export interface MeasuredSheet {
  readonly file: string;
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
}

const PHASES: readonly ColumnRole[] = ['budget_initial', 'budget_adjusted', 'month', 'ytd', 'prior'];

/** Every figure of the workbooks whose subject and phase are known. A table without a unit gives none. */
export function indexMeasures(sheets: readonly MeasuredSheet[]): Measure[] {
  return sheets.flatMap(({ file, sheet, tables }) => tables.flatMap((table) => measuresOf(file, sheet, table)));
}

function measuresOf(file: string, sheet: Sheet, table: Table): Measure[] {
  const side = sideOf(table.kind);
  const { unit } = table;
  if (side === undefined || unit === undefined) return [];
  const columns = table.columns.filter(({ role }) => PHASES.includes(role));
  const measures: Measure[] = [];
  for (const row of table.rows) {
    const subject = subjectOf(side, row.name, row.code);
    if (!subject) continue;
    for (const { column, role } of columns) {
      const figure = figureAt(sheet, row.row, column);
      if (!figure) continue;
      measures.push({
        subject: subject.id,
        phase: role as Phase,
        asOf: table.period?.to,
        yuan: figure.value * yuanPer(unit),
        unit,
        isLive: sheet.cells.kind[cellIndex(sheet.cells, row.row, column)] === CellKind.number,
        cell: { file, sheet: sheet.name, row: row.row, column },
      });
    }
  }
  return measures;
}

/** Looks measures up; of several for one key the latest period counts, then the first met. */
export class MeasureIndex {
  private readonly byKey = new Map<string, Measure>();

  constructor(readonly measures: readonly Measure[]) {
    for (const measure of measures) {
      const key = `${measure.subject}|${measure.phase}`;
      const known = this.byKey.get(key);
      if (!known || (measure.asOf ?? '') > (known.asOf ?? '')) this.byKey.set(key, measure);
    }
  }

  get(subject: string, phase: Phase): Measure | undefined {
    return this.byKey.get(`${subject}|${phase}`);
  }
}
