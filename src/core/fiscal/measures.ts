import type { BookId } from '../grid/book-id';
import type { CellPlace } from '../grid/place';
import { cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { intervalOf, scaled, type Interval } from '../numbers/interval';
import { isWholeYear, months, periodIn, type Period } from '../numbers/period';
import { yuanPer, type Unit } from '../numbers/unit';
import { itemName } from '../tables/label';
import { figureAt, shownText } from '../tables/printed';
import { flowLines, readTreasury } from './treasury/read-treasury';
import { disposalIncome } from './ledgers/disposals';
import type { Column, ColumnRole, Table, TableRow } from '../tables/table';
import type { TableKind } from '../tables/table-kinds';
import type { Tier } from '../tables/tier';
import { moneyUnitOf } from '../tables/unit-of-cell';
import { sidesOf, subjectById, subjectOf, type Side, type Subject, type SubjectId } from './subjects';

const PHASES = [
  'budget_initial',
  'budget_adjusted',
  'month',
  'month_prior',
  'ytd',
  'prior',
  'opening',
  'inflow',
  'outflow',
  'closing',
  'limit',
  'demand',
] as const satisfies readonly ColumnRole[];

/** The stage of the budget, or of a ledger, that a figure is of; `budget_prior`: what was planned for last year. */
export type Phase = (typeof PHASES)[number] | 'budget_prior';

/** A number that knows what it is. */
export interface Measure {
  /** Undefined: a row that only its name tells. */
  readonly subject: SubjectId | undefined;
  /** Names of the rows above it and its own: what stands for the subject where none is known. */
  readonly name: string;
  readonly side: Side;
  readonly phase: Phase;
  /** Whose figure it is where a table lists several (地区, 单位); empty: the whole. */
  readonly scope: string;
  /** The county that the title names; empty: none. */
  readonly place: string;
  /** 全市, 市本级 …: the whole of the place or its own level; undefined: nobody says. */
  readonly tier: Tier | undefined;
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
  readonly kind: TableKind;
  /** Header texts of its column, outermost first. */
  readonly header: string;
  /** Level of its row, 0 outermost; and whether it is a total of what stands around it. */
  readonly depth: number;
  readonly isTotal: boolean;
  /** Tells the tables of one reading apart: book, sheet and first row. */
  readonly table: string;
  readonly cell: CellPlace;
}

/** A sheet as it was read, with the book it is of. */
export interface MeasuredSheet {
  readonly book: BookId;
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
}

/** Every figure of the workbooks whose phase is known, in tables whose kind is. */
export function indexMeasures(sheets: readonly MeasuredSheet[]): Measure[] {
  return sheets.flatMap(({ book, sheet, tables }) =>
    tables.flatMap((table) => [
      ...measuresOf(book, sheet, table),
      ...monthsOfTreasury(book, sheet, table),
      ...disposals(book, sheet, table),
      ...coverages(book, sheet, table),
    ]),
  );
}

/** What an asset ledger brought in, as one figure: it is to be found again among the revenue. */
function disposals(book: BookId, sheet: Sheet, table: Table): Measure[] {
  const income = disposalIncome(sheet, table);
  const [row] = income?.rows ?? [];
  if (!income || !row) return [];
  const meant: Meant = {
    row,
    column: income.column,
    phase: 'ytd',
    subject: 'disposals',
    side: 'revenue',
    name: '资产处置收入',
    scope: 'assets',
  };
  const measure = measured(book, sheet, table, meant);
  return measure ? [{ ...measure, yuan: income.yuan, interval: { low: income.yuan, high: income.yuan } }] : [];
}

/** 库款系数 wherever one is printed: two tables of one month must print the same. */
function coverages(book: BookId, sheet: Sheet, table: Table): Measure[] {
  return readTreasury(sheet, table).flatMap(({ place, printed }) =>
    printed.flatMap(({ year, month, value, printed: figure, scale, cell }): Measure[] => {
      const period = year === undefined || month === undefined ? undefined : months(year, month, month);
      return [
        {
          subject: 'coverage',
          name: '库款系数',
          side: 'cash',
          phase: 'closing',
          scope: place,
          place: placeOf(table),
          tier: table.tier,
          from: period?.from,
          asOf: period?.to,
          yuan: value,
          interval: scaled(intervalOf({ ...figure, exact: false }), 1 / scale),
          unit: undefined,
          isLive: sheet.cells.kind[cellIndex(sheet.cells, cell.row, cell.column)] === CellKind.number,
          kind: table.kind,
          header: '库款系数',
          depth: 0,
          isTotal: false,
          table: tableKey(book, sheet, table),
          cell: { book, sheet: sheet.name, ...cell },
        },
      ];
    }),
  );
}

/** Cash and its flows month by month, where the months do not stand in rows that `cashFigures` knows. */
function monthsOfTreasury(book: BookId, sheet: Sheet, table: Table): Measure[] {
  if (table.kind !== '库款月报' || cashFigures(table).some(({ period }) => period !== undefined)) return [];
  const columns = new Map(table.columns.map((column) => [column.column, column]));
  return readTreasury(sheet, table).flatMap(({ place, calendar }) =>
    flowLines(calendar).flatMap(([phase, { text, cells }]) =>
      calendar.months.flatMap(({ year, month }, i) => {
        const cell = cells[i];
        const period = year === undefined || month === undefined ? undefined : months(year, month, month);
        const row = table.rows.find((line) => line.row === cell?.row);
        const column = columns.get(cell?.column ?? -1);
        if (!period || !row || !column) return [];
        return (
          measured(book, sheet, table, {
            row,
            column,
            phase,
            period,
            subject: 'cash',
            side: 'cash',
            name: '库款',
            scope: place,
            header: text,
          }) ?? []
        );
      }),
    ),
  );
}

function tableKey(book: BookId, { name }: Sheet, { headerRows, at }: Table): string {
  return `${book}|${name}|${headerRows[0]}|${at.left}`;
}

function placeOf({ title }: Table): string {
  return PLACE.exec(title.replace(BEFORE_PLACE, ''))?.[1] ?? '';
}

function measuresOf(book: BookId, sheet: Sheet, table: Table): Measure[] {
  return meanings(table).flatMap((meant) => measured(book, sheet, table, meant) ?? []);
}

function meanings(table: Table): Meant[] {
  const sides = sidesOf(table.kind, table.title);
  switch (table.kind) {
    case '库款月报':
    case '国库收支存月报':
      return cashFigures(table);
    case '分级分部门':
      return figuresOfRegions(table);
    case '财政支出分级分科目':
      return figuresDown(table, sides, phaseColumns(table), ({ path }) => path[0] ?? '');
    case '国库收入分级表':
      // The county keeps its own level; the others are of those who share the tax.
      return figuresDown(
        table,
        sides,
        table.columns
          .filter(({ path }) => /县/.test(path.join('|')))
          .map((column) => ({ column, phase: 'ytd' as const })),
      );
    default: {
      const across = subjectsAcross(table, sides);
      return across.size > 0 ? figuresAcross(table, across) : figuresDown(table, sides, phaseColumns(table));
    }
  }
}

/** A cell of a table and what it is of. */
interface Meant {
  readonly row: TableRow;
  readonly column: Column;
  readonly phase: Phase;
  readonly subject: SubjectId | undefined;
  readonly side: Side;
  readonly name: string;
  readonly scope: string;
  /** Where the row is of another time than the table: months down the rows. */
  readonly period?: Period;
  /** Where the row, not the column, says which balance it is. */
  readonly header?: string;
}

/** What stands before the name: an area code (46 海南省2020年…), or whose treasury it is. */
const BEFORE_PLACE = /^\d{2,9}\s*(?=[一-龥])|^(?:国家|中国)?金库/;
const PLACE = /^(?:[一-龥]{2,8}(?:省|州|市(?=[一-龥]{2,6}[县区市])))?([一-龥]{2,8}?(?:自治县|县|区|市|旗))/;

/** A table of one unit is not the county, whoever else keeps one of that name; 财政局 keeps the county's. */
const UNIT =
  /(?:局|委员会|办公室|[县市区省][一-龥]{1,6}[委办]|法院|检察院|中心|中学|小学|学校|医院|卫生院|党校|大队|联合会|工会|人大|政协)(?=$|[\d(“"三部本])/;

/** Whose figure it is: a row's or a column's own, else the unit that the table is of, and the part of the debt. */
function scopeOf(table: Table, column: Column, scope: string): string {
  const own = scope === '' && /部分|部门/.test(table.title) ? table.title : scope;
  const part = table.kind === '债务台账' ? (debtPart(table, column) ?? '') : '';
  return [own === '' ? unitOf(table) : own, part].filter((text) => text !== '').join('|');
}

function unitOf({ kind, place = '', title, sheet }: Table): string {
  if (kind !== '三公' && kind !== '部门预算' && kind !== '部门决算') return '';
  return [place, title, sheet].find((text) => UNIT.test(text) && !/财政局/.test(text)) ?? '';
}

/** 一般债务, 专项债务 or 隐性债务, where headers, title or sheet speak of one of them alone. */
function debtPart({ title, sheet }: Table, { path }: Column): keyof typeof DEBT_PARTS | undefined {
  const inHeaders = partIn(path.join('|'));
  return inHeaders ?? partIn(title) ?? partIn(sheet);
}

const DEBT_PARTS: Readonly<Record<string, SubjectId>> = {
  一般债务: 'generalDebt',
  专项债务: 'specialDebt',
  隐性债务: 'hiddenDebt',
};

function partIn(text: string): keyof typeof DEBT_PARTS | undefined {
  const named = (['一般债务', '专项债务', '隐性债务'] as const).filter((part) =>
    text.includes(part.slice(0, part === '隐性债务' ? 2 : 3)),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** 2025年预算数 in a table of 2026 is last year's plan, not what last year came to. */
function isPlan(header: string): boolean {
  return /预算|计划|任务/.test(header) && !/执行|完成|决算|实际|累计|%/.test(header.split('|').at(-1) ?? '');
}

/** 本年已下达, 已到位. */
const ARRIVED = /已(?:下达|到位|收到)(?!.*%)/;

const PLANS: readonly Phase[] = ['budget_initial', 'budget_adjusted'];

/** 目标年度 2026年: a goal for a year to come is no budget of this one. */
function isForLater(sheet: Sheet, { columns, period }: Table, { row }: TableRow): boolean {
  const column = columns.find(({ path }) => /目标年[度份]/.test(path.at(-1) ?? ''));
  const year = column && periodIn(shownText(sheet, row, column.column));
  return year !== undefined && period !== undefined && year.to > `${period.to.slice(0, 4)}-12-31`;
}

function measured(
  book: BookId,
  sheet: Sheet,
  table: Table,
  { row, column, phase, subject, side, name, scope, period = table.period, header = column.path.join('|') }: Meant,
): Measure | undefined {
  const figure = figureAt(sheet, row.row, column.column);
  if (!figure || (PLANS.includes(phase) && isForLater(sheet, table, row))) return undefined;
  const unit = moneyUnitOf(table, row, column);
  const factor = unit === undefined ? 1 : yuanPer(unit);
  return {
    subject: subject === 'debt' ? (DEBT_PARTS[debtPart(table, column) ?? ''] ?? subject) : subject,
    name,
    side,
    phase: phase === 'prior' && isPlan(header) ? 'budget_prior' : phase,
    scope: scopeOf(table, column, scope),
    place: placeOf(table),
    tier: column.tier ?? table.tier,
    from: period?.from,
    asOf: period?.to,
    yuan: figure.value * factor,
    // Another table may keep more places of what this one computes from rounded figures.
    interval: scaled(intervalOf({ ...figure, exact: false }), factor),
    unit,
    isLive: sheet.cells.kind[cellIndex(sheet.cells, row.row, column.column)] === CellKind.number,
    kind: table.kind,
    header,
    depth: row.level,
    isTotal: row.role === 'total',
    table: tableKey(book, sheet, table),
    cell: { book, sheet: sheet.name, row: row.row, column: column.column },
  };
}

/** A longer table is a list of vouchers or units: its rows are not carried from month to month by their names. */
const MOST_NAMED_ROWS = 10_000;

/** Items down the rows, phases across: the usual table. */
function figuresDown(
  table: Table,
  sides: readonly Side[],
  columns: readonly PhaseColumn[],
  scope: (column: Column) => string = () => '',
): Meant[] {
  const isDetail = table.rows.length > MOST_NAMED_ROWS;
  return table.rows.flatMap((row) => {
    // The whole of a tax task is the tax, not all revenue.
    const isTax = table.kind === '任务分解' && row.role === 'total' && /税收/.test(table.title);
    const said = row.subject === undefined ? undefined : subjectById(row.subject);
    const known =
      said ??
      sides
        .map((side) => subjectOf(side, isTax ? '税收收入' : row.name, row.code))
        .find((subject) => subject !== undefined);
    const subject = known?.id === 'localRevenue' && includesTransfers(table, row) ? 'revenueTotal' : known?.id;
    const side = known?.side ?? sides[0];
    if (side === undefined || (!known && isDetail)) return [];
    return columns.map(({ column, phase }) => ({
      row,
      column,
      phase: row.phase === 'prior' && phase === 'ytd' ? ('prior' as const) : phase,
      subject,
      side,
      name: pathOf(table, row),
      scope: scope(column),
    }));
  });
}

const TRANSFERRED = /^(?:上级补助|转移性收入|转移支付|税收返还|返还性收入|上年结[余转]|债务(?:转贷)?收入|调入)/;

/** Whether a 合计 counts transfers too: then it is no local revenue, whatever tax and non-tax come to. */
function includesTransfers({ rows }: Table, total: TableRow): boolean {
  if (!/^(?:收入|本年收入)?合计$/.test(total.name)) return false;
  const roots = rows.filter(({ level, role }) => level === 0 && role !== 'note');
  const at = roots.indexOf(total);
  const before = roots.slice(0, Math.max(0, at));
  const counted = at === 0 ? roots.slice(1) : before.slice(before.findLastIndex(({ role }) => role === 'total') + 1);
  return counted.some(({ name }) => TRANSFERRED.test(name));
}

/** Revenue of several places: what each took in, its non-tax part, and what each office collected. */
function figuresOfRegions(table: Table): Meant[] {
  return table.columns.flatMap((column): Meant[] => {
    const header = column.path.join('|');
    const subject = /非税/.test(header)
      ? 'nonTax'
      : /税务|国税|地税/.test(header)
        ? 'taxOffice'
        : /财政部门|财政局/.test(header)
          ? 'financeOffice'
          : /海关/.test(header)
            ? undefined
            : 'localRevenue';
    const phase =
      PHASES.find((candidate) => candidate === column.role) ??
      (subject === 'nonTax' && column.role === 'amount' ? 'ytd' : undefined);
    if (phase === undefined || subject === undefined) return [];
    return table.rows.map((row) => ({
      row,
      column,
      phase,
      subject,
      side: 'revenue' as const,
      name: row.name,
      scope: row.name,
    }));
  });
}

/** Subjects as groups of columns, places down the rows; the total, or a row that stands alone, is the whole. */
function figuresAcross(table: Table, across: ReadonlyMap<Column, { phase: Phase; subject: Subject }>): Meant[] {
  const items = table.rows.filter(({ role }) => role === 'item');
  return table.rows.flatMap((row) => {
    const isWhole = row.role === 'total' || (items.length === 1 && row === items[0]);
    return [...across].map(([column, { phase, subject }]) => ({
      row,
      column,
      phase,
      subject: subject.id,
      side: subject.side,
      name: subject.names[0] ?? '',
      scope: isWhole ? '' : row.name,
    }));
  });
}

const CASH_OF_ROW: readonly (readonly [RegExp, Phase])[] = [
  [/(?:期初|月初|年初|上月末|上年末|上期末).*(?:余额|库款|库存|结存)/, 'opening'],
  [/(?:期末|月末|月底|年末).*(?:余额|库款|库存|结存)|^库款(?:净)?余额$/, 'closing'],
  [/流入/, 'inflow'],
  [/流出/, 'outflow'],
];

/** Treasury cash, with a row for each month or for each balance and flow. */
function cashFigures(table: Table): Meant[] {
  const cash = { subject: 'cash', side: 'cash', name: '库款', scope: '' } as const;
  const year = Number(table.period?.to.slice(0, 4));
  const columns = phaseColumns(table);
  return table.rows.flatMap((row): Meant[] => {
    const month = Number(/^(\d{1,2})月(?:份|末|底)?(?:$|[(:])/.exec(row.name)?.[1]);
    const quarter = '一二三四'.indexOf(/^第?([一二三四])季度/.exec(row.name)?.[1] ?? '-') + 1;
    const period = quarter > 0 ? months(year, quarter * 3 - 2, quarter * 3) : months(year, month, month);
    if (period) return columns.map(({ column, phase }) => ({ row, column, phase, period, ...cash }));
    const phase = CASH_OF_ROW.find(([pattern]) => pattern.test(row.name))?.[1];
    const column =
      columns.find((candidate) => candidate.phase === 'ytd') ??
      columns.find((candidate) => candidate.phase === 'month');
    return phase && column ? [{ row, column: column.column, phase, ...cash, header: row.name }] : [];
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
    if (phase === undefined) return [];
    // What has come down of a transfer is what was done, whatever budget the header beside it speaks of.
    const header = column.path.at(-1) ?? '';
    if (table.kind === '转移支付表' && PLANS.includes(phase) && /提前下达/.test(header)) return [];
    if (table.kind === '转移支付表' && PLANS.includes(phase) && ARRIVED.test(header))
      return [{ column, phase: 'ytd' as const }];
    // The 预算数 of a final account is what the budget had become by the end of the year.
    return [
      { column, phase: phase === 'budget_initial' && /决算/.test(table.title) ? ('budget_adjusted' as const) : phase },
    ];
  });
  const ofWhole = columns.filter(({ column, phase }) =>
    isWholeOfGroup(
      column,
      columns.filter((other) => other.phase === phase),
    ),
  );
  const done = columns.some(({ phase }) => phase === 'ytd' || phase === 'month');
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  const [only] = amounts;
  if (done || amounts.length !== 1 || !only) return ofWhole;
  const isBudget = /预算/.test(table.title) && !/执行|完成|决算|情况/.test(table.title);
  return [...ofWhole, { column: only, phase: isBudget ? 'budget_initial' : 'ytd' }];
}

/** Of 国家标准 | 地方标准 | 小计 below one header the last is the figure, the others are its parts. */
function isWholeOfGroup(column: Column, alike: readonly PhaseColumn[]): boolean {
  const group = column.path.slice(0, -1).join('|');
  const members = alike.filter(
    (other) => other.column.path.length > 1 && other.column.path.slice(0, -1).join('|') === group,
  );
  return column.path.length < 2 || !members.some((other) => isSum(other.column)) || isSum(column);
}

function isSum({ path }: Column): boolean {
  return /^(?:小计|合计|总计)$/.test(path.at(-1) ?? '');
}

/** A table with its subjects as groups of columns (合计 | 保基本民生 | 保工资 | 保运转) and places down the rows. */
function subjectsAcross(table: Table, sides: readonly Side[]): Map<Column, { phase: Phase; subject: Subject }> {
  const found = new Map<Column, { phase: Phase; subject: Subject }>();
  for (const column of table.columns) {
    const phase =
      PHASES.find((candidate) => candidate === column.role) ?? (column.role === 'amount' ? 'ytd' : undefined);
    if (phase === undefined) continue;
    for (const text of column.path) {
      const subject = sides.map((side) => subjectOf(side, itemName(text), undefined)).find((one) => one !== undefined);
      if (subject) found.set(column, { phase, subject });
    }
  }
  return new Set([...found.values()].map(({ subject }) => subject.id)).size >= 2 ? found : new Map();
}

/** Tables that repeat what others are kept for: of two sources of one period theirs is the second. */
const DIGESTS: readonly TableKind[] = ['收支平衡表', '财政运行基础表'];

/** Tables of tasks, levels and places: their figures tie to the others', but no indicator is taken from them. */
const PARTIAL: readonly TableKind[] = [
  '任务分解',
  '国库收入分级表',
  '分级分部门',
  '财政支出分级分科目',
  '国库收支存月报',
];

/** Looks measures of the whole up; of several for one key the latest period counts, then the table kept for it, then the first met. */
export class MeasureIndex {
  private readonly byKey = new Map<string, Measure>();

  constructor(readonly measures: readonly Measure[]) {
    const partial = new Set(sidesOfOwnTier(measures));
    for (const measure of measures) {
      if (
        !isOfTier(measure, partial.has(measure.side) ? 'own' : 'whole') ||
        measure.subject === undefined ||
        measure.scope !== '' ||
        measure.unit === undefined ||
        PARTIAL.includes(measure.kind)
      )
        continue;
      const key = `${measure.subject}|${measure.phase}`;
      const known = this.byKey.get(key);
      if (!known || isBetter(measure, known)) this.byKey.set(key, measure);
    }
  }

  /** What was known on a day: figures of later days are not there, plans for the year of that day are. */
  until(day: string): MeasureIndex {
    return new MeasureIndex(
      this.measures.filter(
        ({ from = '', asOf }) =>
          asOf === undefined ||
          asOf <= day ||
          (asOf.slice(0, 4) === day.slice(0, 4) && isWholeYear({ from, to: asOf })),
      ),
    );
  }

  get(subject: SubjectId, phase: Phase): Measure | undefined {
    return this.byKey.get(`${subject}|${phase}`);
  }
}

/** Whether a figure is of the whole (said or unsaid), or of a level's own budget. */
function isOfTier({ tier }: Measure, breadth: 'whole' | 'own'): boolean {
  return (tier?.breadth ?? 'whole') === breadth;
}

/**
 * 全市 and 市本级 must not meet in one ratio: each side of the budget is taken from one tier, from its own level only
 * where more is told of that than of the whole.
 */
function sidesOfOwnTier(measures: readonly Measure[]): Side[] {
  const told = (side: Side, breadth: 'whole' | 'own') =>
    new Set(
      measures
        .filter((measure) => measure.side === side && measure.scope === '' && isOfTier(measure, breadth))
        .map(({ subject, phase }) => `${subject ?? ''}|${phase}`),
    ).size;
  const ofOwn = new Set(measures.flatMap(({ side, tier }) => (tier?.breadth === 'own' ? [side] : [])));
  return [...ofOwn].filter((side) => told(side, 'own') > told(side, 'whole'));
}

function isBetter(a: Measure, b: Measure): boolean {
  // A plan for the year is of the year's last day, and yet older than what was done by June.
  const [yearA, yearB] = [a, b].map(({ from = '', asOf = '' }) => isWholeYear({ from, to: asOf }));
  if (yearA !== yearB && a.asOf?.slice(0, 4) === b.asOf?.slice(0, 4)) return !yearA;
  const [newer, older] = [a.asOf ?? '', b.asOf ?? ''];
  return newer === older ? DIGESTS.includes(b.kind) && !DIGESTS.includes(a.kind) : newer > older;
}
