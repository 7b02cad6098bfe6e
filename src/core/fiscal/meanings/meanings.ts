import { itemName } from '../../tables/label';
import type { Column, Table, TableRow } from '../../tables/table';
import { type Phase, PHASES } from '../measure';
import { sidesOf, subjectById, subjectOf, type Side, type Subject, type SubjectId } from '../subjects';
import { balancesElsewhere, cashFigures } from './cash-figures';
import { type Meant, pathOf, wholeOf } from './meant';
import { monthsAcross, monthsDown, monthsOfOne } from './month-tables';
import { type PhaseColumn, phaseColumns } from './phase-columns';

/** What the figures of a table are of, by its kind, its columns and its rows. */
export function meanings(table: Table): Meant[] {
  return [...ofItsKind(table), ...balancesElsewhere(table)];
}

function ofItsKind(table: Table): Meant[] {
  const sides = sidesOf(table.kind, table.title);
  switch (table.kind) {
    case '库款月报':
    case '国库收支存月报':
      return cashFigures(table);
    case '分级分部门':
      return figuresOfRegions(table);
    case '乡镇财政收支':
      return figuresOfTowns(table);
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
      if (areTowns(table)) return figuresOfTowns(table);
      const across = subjectsAcross(table, sides);
      if (across.size > 0) return figuresAcross(table, across);
      const ofOne = monthsOfOne(table);
      if (ofOne.length > 0) return ofOne;
      const down = table.kind === 'unknown' ? [...monthsDown(table), ...wholeOfNonTax(table)] : [];
      return [...figuresDown(table, sides, phaseColumns(table)), ...monthsAcross(table, sides), ...down];
    }
  }
}

/** A list of non-tax revenue by who collects it, or by what it is of: what it comes to in all. */
function wholeOfNonTax(table: Table): Meant[] {
  const [total, more] = table.rows.filter(({ role }) => role === 'total');
  if (!/非税收入/.test(table.title) || /专户|部分|重点|主要|乡镇|街道|园区/.test(table.title) || !total || more)
    return [];
  return (
    phaseColumns(table)
      // A lone column of plain amounts may be anything of it.
      .filter(({ column, phase }) => column.role === phase && OF_WHOLE.includes(phase))
      .map(({ column, phase }) => ({
        row: total,
        column,
        phase,
        subject: 'nonTax',
        side: 'revenue',
        name: total.name,
        scope: '',
        isAside: true,
      }))
  );
}

const OF_WHOLE: readonly Phase[] = ['ytd', 'prior', 'budget_initial'];

/** Main figures of all towns: their total is not the county's. */
function areTowns({ kind, rows }: Table): boolean {
  const items = rows.filter(({ role }) => role === 'item');
  return (
    kind === '财政运行基础表' &&
    items.length >= LEAST_TOWNS &&
    items.every(({ name }) => /(?:镇|乡|街道|苏木)$/.test(name))
  );
}

const LEAST_TOWNS = 3;

/** A longer table is a list of vouchers or units: its rows are not carried from month to month by their names. */
const MOST_NAMED_ROWS = 10_000;

/** 1—10月或10月末 of a page for leaders: what flowed to date, and what there is of what does not flow. */
const TO_DATE_OR_CLOSING = /1\s*[-—–~～至]\s*\d{1,2}月.*末|末.*1\s*[-—–~～至]\s*\d{1,2}月/;

/** What a plain figure of a row is: 上年同期 below its item, 政府债务余额 among the main figures. */
function phaseOfRow({ phase, name }: TableRow, subject: Subject | undefined): Phase {
  if (phase === 'prior') return 'prior';
  return subject?.side === 'debt' && /余额$/.test(name) ? 'closing' : 'ytd';
}

/** Ledgers beside the general budget that have kinds of non-tax revenue of the same name. */
const LEDGERS: readonly Side[] = ['fund', 'capital'];

/** 政府性基金收入 is a kind of 非税收入 where it stands below that, and elsewhere what its own ledger brought in. */
function ledgersOf(table: Table, row: TableRow, sides: readonly Side[]): readonly Side[] {
  const isBelowAnother = table.rows[row.parent]?.role === 'item';
  return isBelowAnother ? sides : [...LEDGERS.filter((side) => sides.includes(side)), ...sides];
}

/** A row that is a whole budget. */
const BUDGET = /^(?:一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算)(?=(?:收入|支出)?$)/;

/** Items down the rows, phases across: the usual table. */
function figuresDown(
  table: Table,
  sides: readonly Side[],
  columns: readonly PhaseColumn[],
  scope: (column: Column) => string = () => '',
): Meant[] {
  const isDetail = table.rows.length > MOST_NAMED_ROWS;
  const areBudgets = new Set(table.rows.flatMap(({ name }) => BUDGET.exec(name)?.[0] ?? [])).size > 1;
  return table.rows.flatMap((row) => {
    // What 四本预算 come to together is no figure of one of them.
    if (areBudgets && row.role === 'total') return [];
    const whole = row.role === 'total' ? wholeOf(table) : undefined;
    const said = row.subject === undefined ? undefined : subjectById(row.subject);
    const known =
      said ??
      ledgersOf(table, row, sides)
        .map((side) => subjectOf(side, whole ?? row.name, row.code))
        .find((subject) => subject !== undefined);
    const subject = ofTotal(table, row, known?.id);
    const side = known?.side ?? sides[0];
    if (side === undefined || (!known && isDetail)) return [];
    return columns.map(({ column, phase }) => ({
      row,
      column,
      phase: phase === 'ytd' || TO_DATE_OR_CLOSING.test(column.path.join('|')) ? phaseOfRow(row, known) : phase,
      subject,
      side,
      name: pathOf(table, row),
      scope: scope(column),
    }));
  });
}

/** 合计 that counts transfers is no local revenue, 支出总计 of nothing but spending is what was spent. */
function ofTotal(table: Table, row: TableRow, id: SubjectId | undefined): SubjectId | undefined {
  if (id === 'localRevenue' && includesTransfers(table, row)) return 'revenueTotal';
  if (id === 'expenditureTotal' && isOfSpendingAlone(table, row)) return 'expenditure';
  return id;
}

const NOT_SPENT = /上解|转移|补助下级|债务还本|偿还|调出|结[余转]|补充|预备|安排|其他|本年支出|支出合计/;

/** Whether a list of functions, and nothing that is handed on or kept, stands beside its total. */
function isOfSpendingAlone({ rows }: Table, total: TableRow): boolean {
  const roots = rows.filter((row) => row.level === 0 && row !== total && (row.role === 'item' || row.role === 'total'));
  const spent = roots.filter(({ name, role }) => role === 'item' && /支出$/.test(name));
  return (
    spent.length >= LEAST_FUNCTIONS && spent.length === roots.length && !roots.some(({ name }) => NOT_SPENT.test(name))
  );
}

const LEAST_FUNCTIONS = 5;

const TRANSFERRED = /^(?:上级补助|转移性收入|转移支付|税收返还|返还性收入|上年结[余转]|债务(?:转贷)?收入|调入)/;

/** Whether a 合计 counts transfers too: then it is no local revenue, whatever tax and non-tax come to. */
function includesTransfers({ rows }: Table, total: TableRow): boolean {
  if (!/^(?:收入|本年收入)?合计$/.test(total.name)) return false;
  const roots = rows.filter(({ level, role }) => level === 0 && role !== 'aside');
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

/** What towns took in, or spent, as header or title says; where neither does, nothing is known. */
function figuresOfTowns(table: Table): Meant[] {
  return table.columns.flatMap((column): Meant[] => {
    const phase = PHASES.find((candidate) => candidate === column.role);
    const header = column.path.join('|');
    const subject = subjectIn(header) ?? subjectIn(table.title);
    if (phase === undefined || subject === undefined || /非税|税收|税务|基金|其中/.test(`${header}${table.title}`))
      return [];
    return table.rows.map((row) => ({
      row,
      column,
      phase,
      subject,
      side: subject === 'expenditure' ? ('expenditure' as const) : ('revenue' as const),
      name: row.name,
      scope: row.name,
    }));
  });
}

function subjectIn(text: string): SubjectId | undefined {
  const [side, more] = new Set(text.match(/收入|支出/g));
  if (side === undefined || more !== undefined) return undefined;
  return side === '收入' ? 'localRevenue' : 'expenditure';
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
