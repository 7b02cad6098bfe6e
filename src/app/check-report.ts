import { firstCell, type Finding } from '../core/findings/finding';
import type { Coverage, Unread } from '../core/findings/coverage';
import type { Position } from '../core/grid/address';
import { columnNameOf, rowName } from '../core/tables/table-place';
import type { SkippedRule } from '../core/findings/run-rules';
import type { SheetReading } from '../core/reading/sheet-reading';
import type { Period } from '../core/numbers/period';
import type { Unit } from '../core/numbers/unit';
import { headerOf } from '../core/tables/corrections';
import type { ColumnRole, Evidence, Table } from '../core/tables/table';
import type { TableKind } from '../core/tables/table-kinds';
import type { CheckResult } from './check-workbook';

/** What a pane shows of a check: plain data that crosses from a worker. The words come from messages. */
export interface CheckReport {
  readonly findings: readonly LocatedFinding[];
  readonly skipped: readonly SkippedRule[];
  /** How many relations were looked at, holding or not. */
  readonly relationsChecked: number;
  /** What became of every figure. */
  readonly coverage: readonly Coverage[];
  readonly unread: readonly Unread[];
  /** How each table was read. */
  readonly tables: readonly TableReading[];
  readonly sheetsChecked: number;
  /** ISO date of the latest period; absent: no table told one. */
  readonly asOf?: string;
}

export interface LocatedFinding {
  readonly finding: Finding;
  /** The cells of its relation, target first, by the names of their rows and columns. */
  readonly terms: readonly NamedCell[];
  /** How many terms there are; a list of three hundred is cut. */
  readonly termCount: number;
  /** Targets of the other relations that the same cause breaks. */
  readonly consequences: readonly NamedCell[];
}

/** A table as it was understood, in so far as a user can judge and correct it. */
export interface TableReading {
  readonly sheet: string;
  readonly title: string;
  readonly kind: TableKind;
  readonly unit?: Unit;
  readonly period?: Period;
  readonly columns: readonly { readonly header: string; readonly role: ColumnRole }[];
  /** Where it begins. */
  readonly first: Position;
  readonly evidence: readonly Evidence[];
  readonly corrected: boolean;
}

export interface NamedCell extends Position {
  readonly rowName: string;
  readonly columnName: string;
}

/** As many cells of a relation as anyone reads. */
const MOST_TERMS = 40;

export function checkReport({ outcome, context, relationsChecked }: CheckResult): CheckReport {
  const readings = new Map(context.sheets.map((reading) => [reading.sheet.name, reading]));
  return {
    findings: outcome.findings.map((finding) => locate(finding, readings.get(firstCell(finding)?.sheet ?? ''))),
    skipped: outcome.skipped,
    relationsChecked,
    coverage: outcome.coverage,
    unread: outcome.unread,
    tables: context.sheets.flatMap(({ tables }) => tables.map(tableReading)),
    sheetsChecked: context.sheets.length,
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
  };
}

function tableReading({ sheet, title, kind, unit, period, columns, at, evidence }: Table): TableReading {
  return {
    sheet,
    title,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(period === undefined ? {} : { period }),
    columns: columns.map((column) => ({ header: headerOf(column), role: column.role })),
    first: { row: at.top, column: at.left },
    evidence,
    corrected: evidence.some(({ id }) => id === 'corrected'),
  };
}

function locate(finding: Finding, reading: SheetReading | undefined): LocatedFinding {
  const { relation, consequences } = finding;
  const cells = relation ? [relation.target, ...relation.range] : [];
  const name = (cells: readonly Position[]) =>
    reading ? cells.slice(0, MOST_TERMS).map((cell) => namedCell(cell, reading)) : [];
  return {
    finding,
    terms: name(cells),
    termCount: cells.length,
    consequences: name(consequences.map(({ target }) => target)),
  };
}

/** A cell by the names of its row and column. */
export function namedCell({ row, column }: Position, { sheet, tables }: SheetReading): NamedCell {
  return {
    row,
    column,
    rowName: rowName(sheet, tables, { row, column }),
    columnName: columnNameOf(tables, { row, column }),
  };
}
