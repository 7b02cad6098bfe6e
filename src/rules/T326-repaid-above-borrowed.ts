import { defineRule } from '../core/findings/rule';
import { amountAt, columnBy } from '../core/tables/cells';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

/** 已偿还 ≤ 举借: no more is paid back than was borrowed. */
export const repaidAboveBorrowed = defineRule<'above'>({
  code: 'T326',
  name: 'repaid-above-borrowed',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['above'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap(judge);
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noRepaid' } } : {}),
    };
  },
});

function judge(at: TableReading) {
  const {
    reading: { sheet },
    table,
  } = at;
  // With an opening balance, what is repaid in a year may be of earlier years.
  if (table.columns.some(({ role }) => role === 'opening')) return [];
  const borrowed = columnBy(
    table,
    /(?:举借|借入|借款|贷款|发行|债券)[^|]*(?:金额|总?额|本金|规模)$/,
    'inflow',
    'amount',
    'ytd',
  );
  const repaid = columnBy(table, /已(?:偿还|归还|还)[^|]*(?:本金|金额|额)?$/, 'outflow', 'amount', 'paid', 'ytd');
  if (!borrowed || !repaid || borrowed === repaid) return [];
  return table.rows
    .filter(({ role }) => role === 'item')
    .flatMap((row) => {
      const [had, back] = [amountAt(sheet, table, row.row, borrowed), amountAt(sheet, table, row.row, repaid)];
      if (!had || !back) return [];
      const [whole, part] = [had.value * had.factor, back.value * back.factor];
      if (part <= whole) return [undefined];
      return [
        rowReport(at, row, {
          messageId: 'above' as const,
          level: 'error',
          columns: [repaid, borrowed],
          data: {
            repaid: amount(back.value, back.unit),
            borrowed: amount(had.value, had.unit),
            difference: amount((part - whole) / back.factor, back.unit),
          },
          expected: whole / back.factor,
          actual: back.value,
        }),
      ];
    });
}
