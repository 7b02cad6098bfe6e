import { defineRule, type Report } from '../core/findings/rule';
import { exactDifference, exactSum } from '../core/numbers/decimal';
import { figureAt } from '../core/tables/printed';
import type { Table, TableRow } from '../core/tables/table';
import { eachTable, rowReport, type TableReading } from './row-report';

/** 其中 of a count leaves a remainder and no row says 其他 (indicator Z01): 109 = 74 + 22 and 13 not told. */
export const unexplainedRemainder = defineRule<'remainder'>({
  code: 'T313',
  name: 'unexplained-remainder',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['remainder'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) =>
      wholesOf(at.table).flatMap(({ whole, parts }) => judge(at, whole, parts)),
    );
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noCounts' } } : {}),
    };
  },
});

function judge(at: TableReading, whole: TableRow, parts: readonly TableRow[]): (Report<'remainder'> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  return table.columns.flatMap((column) => {
    if (column.role !== 'count') return [];
    const total = figureAt(sheet, whole.row, column.column);
    const counts = parts.map(({ row }) => figureAt(sheet, row, column.column)?.value ?? 0);
    const sum = exactSum(counts);
    if (!total || sum === 0) return [];
    const rest = exactDifference(total.value, sum);
    if (rest <= 0 || parts.some(({ name, row }) => name.includes('其他') && figureAt(sheet, row, column.column)))
      return [undefined];
    return [
      rowReport(at, whole, {
        messageId: 'remainder' as const,
        level: 'hint',
        columns: [column],
        followsFirst: true,
        data: {
          total: total.value,
          rest,
          share: { amount: Math.round((rest / total.value) * 1000) / 10, decimals: 1 },
          parts: parts.map(({ name }) => name),
        },
        expected: sum,
        actual: total.value,
      }),
    ];
  });
}

/** Rows with a 其中 list, and totals with the items of their level. */
function wholesOf({ rows, columns }: Table): { readonly whole: TableRow; readonly parts: readonly TableRow[] }[] {
  if (!columns.some(({ role }) => role === 'count')) return [];
  const children = new Map<number, TableRow[]>();
  for (const row of rows) {
    const list = children.get(row.parent);
    if (list) list.push(row);
    else children.set(row.parent, [row]);
  }
  const total = rows.find(({ role }) => role === 'total');
  const lists = [...children].flatMap(([parent, parts]) => {
    const whole = rows[parent];
    return whole && parts[0]?.role === 'ofWhich' ? [{ whole, parts }] : [];
  });
  const items = total ? rows.filter(({ role, level }) => role === 'item' && level === total.level) : [];
  return [...lists, ...(total ? [{ whole: total, parts: items }] : [])].filter(({ parts }) => parts.length > 1);
}
