import type { Address } from '../grid/address';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { intervalOf, scaled, type Interval } from '../numbers/interval';
import { months, type Period } from '../numbers/period';
import { bracketedUnit, yuanPer, type Unit } from '../numbers/unit';
import { itemName } from '../tables/label';
import { figureAt } from '../tables/printed';
import type { Column, ColumnRole, Table, TableRow } from '../tables/table';
import { sidesOf, subjectOf, type Side, type Subject } from './subjects';

const PHASES = ['budget_initial', 'budget_adjusted', 'month', 'month_prior', 'ytd', 'prior', 'opening', 'inflow', 'outflow', 'closing', 'limit', 'demand'] as const satisfies readonly ColumnRole[];

/** The stage of the budget, or of a ledger, that a figure is of. */
export type Phase = (typeof PHASES)[number];

/** A number that knows what it is. */
export interface Measure {
  /** Id of a {@link Subject}; undefined: a row that only its name tells. */
  readonly subject: string | undefined;
  /** Names of the rows above it and its own: what stands for the subject where none is known. */
  readonly name: string;
  readonly side: Side;
  readonly phase: Phase;
  /** Whose figure it is where a table lists several (地区, 单位); empty: the whole. */
  readonly scope: string;
  /** ISO dates of the period that its table is about; undefined: the table does not say. */
  readonly from: string | undefined;
  readonly asOf: string | undefined;
  /** In yuan, whatever unit the table has; in the table's own where it has none. */
  readonly yuan: number;
  /** What the printed figure may stand for, in yuan. */
  readonly interval: Interval;
  /** The unit that its cell stands in; undefined: no unit is stated. */
  readonly unit: Unit | undefined;
  /** False for a number stored as text: programs read it differently, so no formula may rest on it. */
  readonly isLive: boolean;
  readonly kind: string;
  /** Header texts of its column, outermost first. */
  readonly header: string;
  /** Level of its row, 0 outermost; and whether it is a total of what stands around it. */
  readonly depth: number;
  readonly isTotal: boolean;
  /** Tells the tables of one reading apart: file, sheet and first row. */
  readonly table: string;
  readonly cell: Address & { readonly file: string };
}

/** A sheet as it was read, with the file it came from. */
export interface MeasuredSheet {
  readonly file: string;
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
}

/** Every figure of the workbooks whose phase is known, in tables whose kind is. */
export function indexMeasures(sheets: readonly MeasuredSheet[]): Measure[] {
  return sheets.flatMap(({ file, sheet, tables }) => tables.flatMap((table) => measuresOf(file, sheet, table)));
}

function measuresOf(file: string, sheet: Sheet, table: Table): Measure[] {
  const sides = sidesOf(table.kind);
  if (sides.length === 0) return [];
  if (table.kind === '库款月报') return cashFigures(table).flatMap((meant) => measured(file, sheet, table, meant) ?? []);
  const across = subjectsAcross(table, sides);
  const figures = across.size > 0 ? figuresAcross(table, across) : figuresDown(table, sides);
  return figures.flatMap((meant) => measured(file, sheet, table, meant) ?? []);
}

/** A cell of a table and what it is of. */
interface Meant {
  readonly row: TableRow;
  readonly column: Column;
  readonly phase: Phase;
  readonly subject: string | undefined;
  readonly side: Side;
  readonly name: string;
  readonly scope: string;
  /** Where the row is of another time than the table: months down the rows. */
  readonly period?: Period;
}

function measured(file: string, sheet: Sheet, table: Table, { row, column, phase, subject, side, name, scope, period = table.period }: Meant): Measure | undefined {
  const figure = figureAt(sheet, row.row, column.column);
  if (!figure) return undefined;
  const unit = column.unit ?? bracketedUnit(row.label) ?? table.unit;
  const factor = unit === undefined ? 1 : yuanPer(unit);
  return {
    subject,
    name,
    side,
    phase,
    scope,
    from: period?.from,
    asOf: period?.to,
    yuan: figure.value * factor,
    interval: scaled(intervalOf(figure), factor),
    unit,
    isLive: sheet.cells.kind[cellIndex(sheet.cells, row.row, column.column)] === CellKind.number,
    kind: table.kind,
    header: column.path.join('|'),
    depth: row.level,
    isTotal: row.role === 'total',
    table: `${file}|${sheet.name}|${table.headerRows[0]}|${table.at.left}`,
    cell: { file, sheet: sheet.name, row: row.row, column: column.column },
  };
}

/** Items down the rows, phases across: the usual table. */
function figuresDown(table: Table, sides: readonly Side[]): Meant[] {
  const columns = phaseColumns(table);
  return table.rows.flatMap((row) => {
    const known = sides.map((side) => subjectOf(side, row.name, row.code)).find((subject) => subject !== undefined);
    const side = known?.side ?? sides[0];
    if (side === undefined) return [];
    return columns.map(({ column, phase }) => ({ row, column, phase: row.phase === 'prior' && phase === 'ytd' ? ('prior' as const) : phase, subject: known?.id, side, name: pathOf(table, row), scope: '' }));
  });
}

/** Subjects as groups of columns, places down the rows; the total, or a row that stands alone, is the whole. */
function figuresAcross(table: Table, across: ReadonlyMap<Column, { phase: Phase; subject: Subject }>): Meant[] {
  const items = table.rows.filter(({ role }) => role === 'item');
  return table.rows.flatMap((row) => {
    const isWhole = row.role === 'total' || (items.length === 1 && row === items[0]);
    return [...across].map(([column, { phase, subject }]) => ({ row, column, phase, subject: subject.id, side: subject.side, name: subject.names[0] ?? '', scope: isWhole ? '' : row.name }));
  });
}

const CASH_OF_ROW: readonly (readonly [RegExp, Phase])[] = [
  [/(?:期初|月初|年初|上月末|上年末).*(?:余额|库款|库存|结存)/, 'opening'],
  [/(?:期末|月末|月底|年末).*(?:余额|库款|库存|结存)|^库款(?:净)?余额$/, 'closing'],
  [/流入/, 'inflow'],
  [/流出/, 'outflow'],
];

/** Treasury cash, with a row for each month or for each balance and flow. */
function cashFigures(table: Table): Meant[] {
  const cash = { subject: 'cash', side: 'cash' as const, name: '库款', scope: '' };
  const year = Number(table.period?.to.slice(0, 4));
  const columns = phaseColumns(table);
  return table.rows.flatMap((row): Meant[] => {
    const month = Number(/^(\d{1,2})月/.exec(row.name)?.[1]);
    const period = months(year, month, month);
    if (period) return columns.map(({ column, phase }) => ({ row, column, phase, period, ...cash }));
    const phase = CASH_OF_ROW.find(([pattern]) => pattern.test(row.name))?.[1];
    const column = columns.find((candidate) => candidate.phase === 'month') ?? columns.find((candidate) => candidate.phase === 'ytd');
    return phase && column ? [{ row, column: column.column, phase, ...cash }] : [];
  });
}

function pathOf(table: Table, row: TableRow): string {
  const parent = table.rows[row.parent];
  const own = row.name || row.code || '';
  return parent && parent.role === 'item' ? `${parent.name}/${own}` : own;
}

interface PhaseColumn {
  readonly column: Column;
  readonly phase: Phase;
}

/** Columns whose phase is known. A lone column of plain amounts is what the title says: a budget, or what was done. */
function phaseColumns(table: Table): PhaseColumn[] {
  const columns = table.columns.flatMap((column) => {
    const phase = PHASES.find((candidate) => candidate === column.role);
    return phase === undefined ? [] : [{ column, phase }];
  });
  const done = columns.some(({ phase }) => phase === 'ytd' || phase === 'month');
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  const [only] = amounts;
  if (done || amounts.length !== 1 || !only) return columns;
  const isBudget = /预算/.test(table.title) && !/执行|完成|决算|情况/.test(table.title);
  return [...columns, { column: only, phase: isBudget ? 'budget_initial' : 'ytd' }];
}

/** A table with its subjects as groups of columns (合计 | 保基本民生 | 保工资 | 保运转) and places down the rows. */
function subjectsAcross(table: Table, sides: readonly Side[]): Map<Column, { phase: Phase; subject: Subject }> {
  const found = new Map<Column, { phase: Phase; subject: Subject }>();
  for (const column of table.columns) {
    const phase = PHASES.find((candidate) => candidate === column.role) ?? (column.role === 'amount' ? 'ytd' : undefined);
    if (phase === undefined) continue;
    for (const text of column.path) {
      const subject = sides.map((side) => subjectOf(side, itemName(text), undefined)).find((one) => one !== undefined);
      if (subject) found.set(column, { phase, subject });
    }
  }
  return new Set([...found.values()].map(({ subject }) => subject.id)).size >= 2 ? found : new Map();
}

/** Tables that repeat what others are kept for: of two sources of one period theirs is the second. */
const DIGESTS: readonly string[] = ['收支平衡表', '财政运行基础表'];

/** Looks measures of the whole up; of several for one key the latest period counts, then the table kept for it, then the first met. */
export class MeasureIndex {
  private readonly byKey = new Map<string, Measure>();

  constructor(readonly measures: readonly Measure[]) {
    for (const measure of measures) {
      if (measure.subject === undefined || measure.scope !== '' || measure.unit === undefined) continue;
      const key = `${measure.subject}|${measure.phase}`;
      const known = this.byKey.get(key);
      if (!known || isBetter(measure, known)) this.byKey.set(key, measure);
    }
  }

  get(subject: string, phase: Phase): Measure | undefined {
    return this.byKey.get(`${subject}|${phase}`);
  }
}

function isBetter(a: Measure, b: Measure): boolean {
  const [newer, older] = [a.asOf ?? '', b.asOf ?? ''];
  return newer === older ? DIGESTS.includes(b.kind) && !DIGESTS.includes(a.kind) : newer > older;
}
