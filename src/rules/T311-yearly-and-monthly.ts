import { defineRule } from '../core/findings/rule';
import { meets } from '../core/numbers/interval';
import { columnBy, amountAt } from '../core/tables/cells';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

const MONTHS = 12;
/** A monthly standard is set in whole yuan: half of one is the rounding. */
const HALF = 0.5;

/** 年标准 ÷ 12 = 月标准 (indicator T14). Standards are set by hand, so a difference is a hint. */
export const yearlyAndMonthly = defineRule<'differs'>({
  code: 'T311',
  name: 'yearly-and-monthly',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['differs'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap(judge);
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noStandards' } } : {}),
    };
  },
});

function judge(at: TableReading) {
  const {
    reading: { sheet },
    table,
  } = at;
  // Of last year and this year the pair of each stands under a header of its own.
  const pairs = table.columns.flatMap((yearly) => {
    if (yearly.role !== 'standard' || !/年标准|元\/年|年$|\(年\)|每年|按年/.test(yearly.path.join('|'))) return [];
    const group = yearly.path.slice(0, -1).join('|');
    const monthly = columnBy(
      { ...table, columns: table.columns.filter(({ path }) => path.slice(0, -1).join('|') === group) },
      /月标准|元\/月|元\/人\/月|每月|按月|\(月\)/,
      'standard',
    );
    return monthly && monthly !== yearly ? [{ yearly, monthly }] : [];
  });
  return pairs.flatMap(({ yearly, monthly }) =>
    table.rows.flatMap((row) => {
      const [year, month] = [yearly, monthly].map((column) => amountAt(sheet, table, row.row, column));
      if (!year || !month || year.value <= 0 || month.value <= 0) return [];
      const expected = year.value / MONTHS;
      if (meets({ low: expected - HALF, high: expected + HALF }, { low: month.value, high: month.value }))
        return [undefined];
      return [
        rowReport(at, row, {
          messageId: 'differs' as const,
          level: 'hint',
          columns: [monthly, yearly],
          data: {
            year: amount(year.value),
            month: amount(month.value),
            expected: { amount: Math.round(expected * 100) / 100, decimals: 2 },
          },
          expected,
          actual: month.value,
        }),
      ];
    }),
  );
}
