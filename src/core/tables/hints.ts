import type { Position } from '../grid/address';
import { isRate } from '../relations/view/line-kinds';
import type { Axis, LineKind, SheetHints, Side, TotalHint } from '../relations/types';
import { isOfWhich, isSubtotalLabel, isTotalLabel } from './label';
import { type ColumnRole, isAmountRole, isFigureRole, type Table, type TableRow } from './table';

/** What the relation engine is told before it looks at the figures: totals by structure, and lines that hold none. */
export function arithmeticHints(tables: readonly Table[], unread: readonly Position[] = []): SheetHints {
  const skipRows = new Set<number>();
  const skipColumns = new Set<number>();
  const amountRows = new Set<number>();
  const totals: TotalHint[] = [];
  for (const table of tables) {
    for (let row = table.headerRows[0]; row <= table.headerRows[1]; row++) skipRows.add(row);
    // A column of codes or serial numbers in one table may hold amounts in another below it.
    for (const { column, role } of table.columns)
      if ((role === 'code' || role === 'serial') && !tables.some((other) => isFigureIn(other, column)))
        skipColumns.add(column);
    // What stands under a unit of money is money.
    if (table.unit !== undefined) for (const { row, label } of table.rows) if (label !== '') amountRows.add(row);
    totals.push(...hierarchyHints(table), ...totalHints(table), ...subtotalHints(table));
    totals.push(...periodHints(table), ...headerHints(table), ...pastOfWhich(table));
  }
  const stated = tables.flatMap((table) => table.stated);
  const sides = sidesOf(tables);
  return {
    totals,
    stated,
    unread,
    ...(sides ? { sides } : {}),
    skipRows,
    skipColumns,
    amountRows,
    kinds: kindsOf(tables),
    parents: parentsOf(tables),
  };
}

function isFigureIn({ columns }: Table, at: number): boolean {
  return columns.some(({ column, role }) => column === at && role !== 'code' && role !== 'serial');
}

/** The sides of a sheet whose tables all keep to them. */
function sidesOf(tables: readonly Table[]): Side[] | undefined {
  const starts = new Set<number>();
  for (const table of tables) {
    const beside = tables.filter(({ headerRows }) => headerRows[0] === table.headerRows[0]);
    if (beside.length > 1) for (const { at } of beside) starts.add(at.left);
  }
  const [, ...others] = [...starts].sort((a, b) => a - b);
  if (others.length === 0) return undefined;
  const crosses = tables.some(({ at }) => others.some((start) => at.left < start && at.right >= start));
  if (crosses) return undefined;
  return [0, ...others].map((from, i) => ({ from, to: (others[i] ?? Infinity) - 1 }));
}

const KIND_OF_ROLE: Partial<Record<ColumnRole, LineKind>> = {
  delta: 'change',
  month_delta: 'change',
  pct_yoy: 'rate',
  month_pct_yoy: 'rate',
  pct_budget: 'rate',
  share: 'share',
  rate: 'share',
  opening: 'opening',
  closing: 'closing',
  inflow: 'inflow',
  outflow: 'outflow',
  persons: 'count',
  count: 'count',
  standard: 'average',
};

/** A month, quarter or half of a year, over a column of its figures. */
const MONTH = /^(?:\d{4}年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?|第?[一二三四1-4]季度|[上下]半年)$/;

/** Rates that are computed on figures of another calibre, which the table does not show. */
export const OWN_BASIS = /同口径|可比口径|剔除|还原/;

const KIND_OF_NAME: readonly (readonly [RegExp, LineKind])[] = [
  [/(?:率|增幅|增速|%)(?:\([^)]*\))?$|\(%\)$/, 'rate'],
  [/(?:占比|比重)(?:\([^)]*\))?$/, 'share'],
  // How often, or how long, one figure goes into another.
  [/平均|[人户村亩校生班辆件]均|(?:月数|天数|倍数|系数)(?:\([^)]*\))?$|\((?:个月|天|倍)\)$/, 'average'],
  [/(?:累计|滚存|[年月期][末终底])(?:结余|余额|库存|结存|净?结余)|(?:库款|存款|债务)?余额$/, 'closing'],
  [/(?:人数|户数|人次|宗数|件数)(?:\([^)]*\))?$|\((?:人|户|宗|件|辆|次|个)\)$/, 'count'],
];

/** What stands in each line of the sheet; a column that two tables fill with different kinds is of none. */
function kindsOf(tables: readonly Table[]): Record<Axis, ReadonlyMap<number, LineKind>> {
  const columns = new Map<number, LineKind>();
  for (const { column, role, path } of tables.flatMap((table) => table.columns)) {
    if (!isFigureRole(role)) continue;
    const usual = KIND_OF_ROLE[role] ?? (MONTH.test(path.at(-1) ?? '') ? 'month' : 'amount');
    const kind = isRate(usual) && OWN_BASIS.test(path.join('|')) ? 'ownBasis' : usual;
    columns.set(column, (columns.get(column) ?? kind) === kind ? kind : 'amount');
  }
  const rows = new Map<number, LineKind>();
  for (const { row, name } of tables.flatMap((table) => table.rows)) {
    const [, kind] = KIND_OF_NAME.find(([words]) => words.test(name)) ?? [];
    if (kind) rows.set(row, kind);
  }
  return { rows, columns };
}

/** By row the row above it in the hierarchy, of tables that have one. */
function parentsOf(tables: readonly Table[]): ReadonlyMap<number, number> {
  const ranked = tables.filter(({ rows }) => rows.some((row) => row.ranked !== 'none'));
  return new Map(ranked.flatMap(({ rows }) => rows.map(({ row, parent }) => [row, rows[parent]?.row ?? -1] as const)));
}

function hierarchyHints(table: Table): TotalHint[] {
  const children = new Map<number, TableRow[]>();
  for (const row of table.rows) {
    if (row.parent < 0) continue;
    const group = children.get(row.parent);
    if (group) group.push(row);
    else children.set(row.parent, [row]);
  }
  const hints: TotalHint[] = [];
  for (const [parent, group] of children) {
    const target = table.rows[parent];
    const first = group[0];
    if (!target || !first || target.role === 'aside') continue;
    // A list that begins with 其中 is part of its parent, whoever stands in it.
    const ofWhich = first.role === 'ofWhich';
    const parts = group.filter(
      (row) => (ofWhich || row.role !== 'ofWhich') && row.role !== 'total' && row.role !== 'subtotal',
    );
    if (parts.length === 0 || (parts.length === 1 && first.ranked !== 'code')) continue;
    hints.push({
      axis: 'rows',
      target: target.row,
      parts: parts.map(({ row }) => row),
      source: ofWhich
        ? 'ofWhich'
        : first.ranked === 'code'
          ? 'code'
          : first.ranked === 'numbering'
            ? 'numbering'
            : 'indent',
      exhaustive: !ofWhich,
      from: table.at.left,
      to: table.at.right,
    });
  }
  return hints;
}

/** 合计 of the outermost rows before it, or, standing first, after it. */
function totalHints(table: Table): TotalHint[] {
  const hints: TotalHint[] = [];
  // What a 小计 has taken up already stands in it.
  const taken = new Set(subtotalHints(table).flatMap(({ parts }) => parts));
  const roots = table.rows.filter(({ level, role, row }) => level === 0 && role !== 'aside' && !taken.has(row));
  roots.forEach((total, i) => {
    if (total.role !== 'total') return;
    // A second total (总计 after 合计) takes up the first one and what came since.
    const before = sinceTotal(roots.slice(0, i), total);
    const parts = before.length >= 2 ? before : i === 0 ? firstStretch(roots.slice(1)) : [];
    if (parts.length >= 2) {
      hints.push(
        labelled(
          table,
          'rows',
          total.row,
          parts.map(({ row }) => row),
        ),
      );
    }
  });
  return hints;
}

/** 小计 of the items before it that no other total has taken up, or, where the first stands above its items, of those after it. */
function subtotalHints(table: Table): TotalHint[] {
  const { rows } = table;
  const isItem = ({ role }: TableRow) => role === 'item' || role === 'ofWhich';
  const before = rows[rows.findIndex(({ role }) => role === 'subtotal') - 1];
  const leads = before === undefined || !isItem(before);
  return rows.flatMap((total, i) => {
    if (total.role !== 'subtotal') return [];
    const beside = leads ? rows.slice(i + 1) : rows.slice(0, i).reverse();
    const to = beside.findIndex((row) => !isItem(row));
    const block = beside.slice(0, to < 0 ? beside.length : to);
    const level = Math.min(...block.map((row) => row.level));
    const parts = block.filter((row) => row.level === level && row.role === 'item');
    return parts.length >= 2
      ? [
          labelled(
            table,
            'rows',
            total.row,
            parts.map(({ row }) => row),
          ),
        ]
      : [];
  });
}

/** Months from and to, of a row that is called by a period. */
function monthsOf(name: string): readonly [number, number] | undefined {
  const month = /^(\d{1,2})月(?:份)?$/.exec(name)?.[1];
  if (month !== undefined) return [Number(month), Number(month)];
  const quarter = '一二三四1234'.indexOf(/^第?([一二三四1-4])季度(?:小计|合计)?$/.exec(name)?.[1] ?? '-');
  if (quarter >= 0) return [3 * (quarter % 4) + 1, 3 * (quarter % 4) + 3];
  const longer = /^(上半年|下半年|全年)(?:小计|合计)?$/.exec(name)?.[1];
  return longer === undefined ? undefined : longer === '上半年' ? [1, 6] : longer === '下半年' ? [7, 12] : [1, 12];
}

/** A quarter is made of its months, a half year of its quarters, a year of its halves: of the longest that are there. */
function periodHints(table: Table): TotalHint[] {
  const periods = table.rows.flatMap(({ row, name }) => {
    const months = monthsOf(name);
    return months ? [{ row, from: months[0], to: months[1] }] : [];
  });
  return periods.flatMap((whole) => {
    const parts: number[] = [];
    let next = whole.from;
    while (next <= whole.to) {
      const fitting = periods.filter(
        ({ from, to }) => from === next && to <= whole.to && to - from < whole.to - whole.from,
      );
      const longest = fitting.reduce<(typeof fitting)[number] | undefined>(
        (a, b) => (a && a.to >= b.to ? a : b),
        undefined,
      );
      if (!longest) return [];
      parts.push(longest.row);
      next = longest.to + 1;
    }
    return parts.length >= 2 ? [labelled(table, 'rows', whole.row, parts)] : [];
  });
}

/**
 * 工资福利支出 | 其中：工资 | 商品和服务支出 | 项目支出 | 支出合计: the amounts beside a total, without what some of them have
 * in them.
 */
function pastOfWhich(table: Table): TotalHint[] {
  return table.columns.flatMap((total, i) => {
    if (!isAmountRole(total.role) || !/合计$|总计$/.test(total.path.at(-1) ?? '')) return [];
    const before = table.columns.slice(0, i).reverse();
    const end = before.findIndex(({ role, path }) => !isMoneyRole(role) || path.length !== total.path.length);
    const beside = before.slice(0, end < 0 ? before.length : end).reverse();
    const parts = beside.filter(({ path }) => !path.some((header) => isOfWhich(header)));
    if (parts.length < 2 || parts.length === beside.length) return [];
    return [
      labelled(
        table,
        'columns',
        total.column,
        parts.map(({ column }) => column),
      ),
    ];
  });
}

/** Amounts, and no persons among them. */
function isMoneyRole(role: ColumnRole): boolean {
  return isAmountRole(role) && !['persons', 'count', 'area', 'months'].includes(role);
}

/** 合计 in a group of headers: what stands beside it in the group, each group inside by its own 小计 or by all its columns. */
function headerHints(table: Table): TotalHint[] {
  const columns = table.columns.map(({ column, role, path }) => ({
    column,
    role,
    path: path.filter((text) => !/^\d*$/.test(text)),
  }));
  return columns.flatMap((total) => {
    const group = total.path.slice(0, -1);
    if (group.length === 0 || (!isTotalLabel(total.path.at(-1) ?? '') && !isSubtotalLabel(total.path.at(-1) ?? '')))
      return [];
    const inside = columns.filter(
      ({ column, path }) =>
        column !== total.column && path.length > group.length && group.every((text, i) => path[i] === text),
    );
    const isHead = ({ path }: (typeof inside)[number]) =>
      isSubtotalLabel(path.at(-1) ?? '') || isTotalLabel(path.at(-1) ?? '');
    const parts = inside.filter((one) => {
      const depth = one.path.length;
      // Another heads the group that it stands in.
      return !inside.some(
        (head) =>
          head !== one &&
          isHead(head) &&
          head.path.length <= depth &&
          head.path.length > group.length + 1 &&
          head.path.slice(0, -1).every((text, i) => one.path[i] === text),
      );
    });
    const isAlike = parts.every(({ role, path }) => role === total.role && !path.some(isOfWhich));
    return parts.length >= 2 && isAlike
      ? [
          labelled(
            table,
            'columns',
            total.column,
            parts.map(({ column }) => column),
          ),
        ]
      : [];
  });
}

function labelled(table: Table, axis: Axis, target: number, parts: readonly number[]): TotalHint {
  const [from, to] = axis === 'rows' ? [table.at.left, table.at.right] : table.bodyRows;
  return { axis, target, parts: [...parts].sort((a, b) => a - b), source: 'label', exhaustive: true, from, to };
}

function sinceTotal(rows: readonly TableRow[], total: TableRow): TableRow[] {
  const last = rows.findLastIndex(({ role }) => role === 'total');
  // 支出合计 below 收入合计 begins anew.
  const from = Math.max(0, isOtherSide(rows[last]?.name ?? '', total.name) ? last + 1 : last);
  return rows.slice(from).filter(({ role }) => role !== 'ofWhich');
}

function isOtherSide(before: string, name: string): boolean {
  return (/收入|来源/.test(before) && /支出|运用/.test(name)) || (/支出|运用/.test(before) && /收入|来源/.test(name));
}

function firstStretch(rows: readonly TableRow[]): TableRow[] {
  const to = rows.findIndex(({ role }) => role === 'total');
  return rows.slice(0, to < 0 ? rows.length : to).filter(({ role }) => role !== 'ofWhich');
}
