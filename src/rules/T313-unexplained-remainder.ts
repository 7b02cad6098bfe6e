import { defineRule, type Report } from '../core/check/rule';
import { figureAt } from '../core/tables/printed';
import type { Table, TableRow } from '../core/tables/table';
import { eachTable, isTold, rowReport, type TableReading } from './row-report';

/** 其中 of a count leaves a remainder and no row says 其他 (indicator Z01): 109 = 74 + 22 and 13 not told. */
export const unexplainedRemainder = defineRule<'remainder'>({
  code: 'T313',
  name: 'unexplained-remainder',
  levels: ['hint'],
  messageIds: ['remainder'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) => at.table.rows.flatMap((row, index) => judge(at, row, index)));
    const reports = judged.flatMap((report) => report ?? []);
    return { passed: judged.length - reports.length, reports, ...(judged.length === 0 ? { skipped: { why: 'noCounts' } } : {}) };
  },
});

function judge(at: TableReading, whole: TableRow, index: number): (Report<'remainder'> | undefined)[] {
  const { reading: { sheet }, table } = at;
  const parts = partsOf(table, whole, index);
  if (parts.length < 2) return [];
  return table.columns.flatMap((column) => {
    if (column.role !== 'count') return [];
    const total = figureAt(sheet, whole.row, column.column);
    const counts = parts.map(({ row }) => figureAt(sheet, row, column.column)?.value ?? 0);
    const sum = counts.reduce((a, b) => a + b, 0);
    if (!total || sum === 0) return [];
    const rest = total.value - sum;
    if (rest <= 0 || parts.some(({ name, row }) => name.includes('其他') && figureAt(sheet, row, column.column))) return [undefined];
    if (isTold(at.reading, { row: whole.row, column: column.column })) return [];
    return [rowReport(at, whole, {
      messageId: 'remainder' as const,
      level: 'hint',
      columns: [column],
      data: { total: total.value, rest, share: { amount: Math.round((rest / total.value) * 1000) / 10, decimals: 1 }, parts: parts.map(({ name }) => name) },
      expected: sum,
      actual: total.value,
    })];
  });
}

/** A 其中 list, or the items below a total that stands first. */
function partsOf({ rows }: Table, whole: TableRow, index: number): readonly TableRow[] {
  if (whole.role === 'total') return rows.filter(({ role, level }) => role === 'item' && level === whole.level);
  const children = rows.filter(({ parent }) => parent === index);
  return children[0]?.role === 'ofWhich' ? children : [];
}
