import { defineRule, type Report } from '../core/check/rule';
import { figureAt } from '../core/tables/printed';
import type { TableRow } from '../core/tables/table';
import { eachTable, rowReport, type TableReading } from './row-report';

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
  const parts = table.rows.filter(({ parent }) => parent === index);
  if (parts.length < 2 || parts[0]?.role !== 'ofWhich') return [];
  return table.columns.flatMap((column) => {
    if (column.role !== 'count') return [];
    const total = figureAt(sheet, whole.row, column.column);
    const counts = parts.map(({ row }) => figureAt(sheet, row, column.column)?.value ?? 0);
    const sum = counts.reduce((a, b) => a + b, 0);
    if (!total || sum === 0) return [];
    const rest = total.value - sum;
    if (rest <= 0 || parts.some(({ name }) => name.includes('其他'))) return [undefined];
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
