import { defineRule } from '../core/findings/rule';
import { intervalOf, meets } from '../core/numbers/interval';
import { amountAt, columnOf } from '../core/tables/cells';
import type { Table } from '../core/tables/table';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

/** 应发金额 = 实发金额, person by person (indicator S14). */
export const dueAndPaid = defineRule<'differs'>({
  code: 'T308',
  name: 'due-and-paid',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['differs'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap(judge);
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noDueAndPaid' } } : {}),
    };
  },
});

/** A payroll pays what is left after insurance and tax: that its figures come out is arithmetic. */
function hasDeductions({ columns }: Table): boolean {
  return columns.some(({ path }) => /扣|代缴|个税|个人所得税|保险|公积金|年金/.test(path.join('|')));
}

function judge(at: TableReading) {
  const {
    reading: { sheet },
    table,
  } = at;
  // 已发 says how far the paying has come; only 实发 is what was due.
  const [due, paid] = [columnOf(table, 'due'), columnOf(table, 'paid', /实发|实际发放/)];
  if (!due || !paid || hasDeductions(table)) return [];
  return table.rows.flatMap((row) => {
    // The total follows its rows.
    const [owed, got] = [due, paid].map((column) => amountAt(sheet, table, row.row, column));
    if (!owed || !got || row.role === 'total') return [];
    if (meets(intervalOf(owed), intervalOf(got))) return [undefined];
    return [
      rowReport(at, row, {
        messageId: 'differs' as const,
        level: 'error',
        columns: [paid, due],
        data: {
          due: amount(owed.value, owed.unit),
          paid: amount(got.value, got.unit),
          difference: amount(Math.abs(owed.value - got.value), got.unit),
        },
        expected: owed.value,
        actual: got.value,
      }),
    ];
  });
}
