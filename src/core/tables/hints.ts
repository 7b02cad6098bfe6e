import type { Axis, LineKind, SheetHints, TotalHint } from '../relations/types';
import { type ColumnRole, isFigureRole, type Table, type TableRow } from './table';

/** What the relation engine is told before it looks at the figures: totals by structure, and lines that hold none. */
export function arithmeticHints(tables: readonly Table[]): SheetHints {
  const skipRows = new Set<number>();
  const skipColumns = new Set<number>();
  const amountRows = new Set<number>();
  const totals: TotalHint[] = [];
  for (const table of tables) {
    for (let row = table.headerRows[0]; row <= table.headerRows[1]; row++) skipRows.add(row);
    // A column of codes or serial numbers in one table may hold amounts in another below it.
    if (tables.length === 1)
      for (const { column, role } of table.columns) if (role === 'code' || role === 'serial') skipColumns.add(column);
    // What stands under a unit of money is money.
    if (table.unit !== undefined) for (const { row, label } of table.rows) if (label !== '') amountRows.add(row);
    totals.push(...hierarchyHints(table), ...totalHints(table));
  }
  return { totals, skipRows, skipColumns, amountRows, kinds: kindsOf(tables), parents: parentsOf(tables) };
}

const KIND_OF_ROLE: Partial<Record<ColumnRole, LineKind>> = {
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
};

/** What stands in each line of the sheet; a column that two tables fill with different kinds is of none. */
function kindsOf(tables: readonly Table[]): Record<Axis, ReadonlyMap<number, LineKind>> {
  const columns = new Map<number, LineKind>();
  for (const { column, role } of tables.flatMap((table) => table.columns)) {
    if (!isFigureRole(role)) continue;
    const kind = KIND_OF_ROLE[role] ?? 'amount';
    columns.set(column, (columns.get(column) ?? kind) === kind ? kind : 'amount');
  }
  return { rows: new Map(), columns };
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
    if (!target || !first || target.role === 'note') continue;
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
  const roots = table.rows.filter(({ level, role }) => level === 0 && role !== 'note');
  roots.forEach((total, i) => {
    if (total.role !== 'total') return;
    // A second total (总计 after 合计) takes up the first one and what came since.
    const before = sinceTotal(roots.slice(0, i), total);
    const parts = before.length >= 2 ? before : i === 0 ? firstStretch(roots.slice(1)) : [];
    if (parts.length >= 2) {
      hints.push({
        axis: 'rows',
        target: total.row,
        parts: parts.map(({ row }) => row),
        source: 'label',
        exhaustive: true,
        from: table.at.left,
        to: table.at.right,
      });
    }
  });
  return hints;
}

function sinceTotal(rows: readonly TableRow[], total: TableRow): TableRow[] {
  const last = rows.findLastIndex(({ role }) => role === 'total');
  // 支出合计 below 收入合计 begins anew.
  const from = Math.max(0, isOtherSide(rows[last]?.name ?? '', total.name) ? last + 1 : last);
  return rows.slice(from).filter(({ role }) => role === 'item' || role === 'total');
}

function isOtherSide(before: string, name: string): boolean {
  return (/收入|来源/.test(before) && /支出|运用/.test(name)) || (/支出|运用/.test(before) && /收入|来源/.test(name));
}

function firstStretch(rows: readonly TableRow[]): TableRow[] {
  const to = rows.findIndex(({ role }) => role === 'total');
  return rows.slice(0, to < 0 ? rows.length : to).filter(({ role }) => role === 'item');
}
