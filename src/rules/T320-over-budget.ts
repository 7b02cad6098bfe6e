import { defineRule, type Report } from '../core/check/rule';
import { intervalOf } from '../core/numbers/interval';
import { amountAt, columnOf } from '../core/tables/cells';
import { figureAt } from '../core/tables/printed';
import type { TableRow } from '../core/tables/table';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'over' | 'noBase' | 'noPrior';

const SPENDING: readonly string[] = ['支出执行表', '市直预算单位执行表', '三公', '部门预算', '三保明细'];

/** Nothing is spent beyond its adjusted budget, and no rate stands on a base of nothing (indicators E03, T06, T07). */
export const overBudget = defineRule<MessageId>({
  code: 'T320',
  name: 'over-budget',
  levels: ['warning', 'error'],
  messageIds: ['over', 'noBase', 'noPrior'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) => at.table.rows.flatMap((row) => judge(at, row)));
    const reports = judged.flatMap((report) => report ?? []);
    return { passed: judged.length - reports.length, reports, ...(judged.length === 0 ? { skipped: { why: 'noBudgets' } } : {}) };
  },
});

function judge(at: TableReading, row: TableRow): (Report<MessageId> | undefined)[] {
  const { reading: { sheet }, table } = at;
  const [done, adjusted, initial, prior, completion, growth] = (['ytd', 'budget_adjusted', 'budget_initial', 'prior', 'pct_budget', 'pct_yoy'] as const).map((role) => columnOf(table, role));
  const spent = done && amountAt(sheet, table, row.row, done);
  const judged: (Report<MessageId> | undefined)[] = [];
  const budget = adjusted && amountAt(sheet, table, row.row, adjusted);
  if (done && adjusted && spent && budget && budget.value > 0 && SPENDING.includes(table.kind)) {
    const isOver = intervalOf(spent).low > intervalOf(budget).high;
    judged.push(isOver ? rowReport<MessageId>(at, row, {
      messageId: 'over', level: 'warning', grade: 'red', columns: [done, adjusted],
      data: { done: amount(spent.value, spent.unit), budget: amount(budget.value, budget.unit), difference: amount(spent.value - budget.value, spent.unit) }, expected: budget.value, actual: spent.value,
    }) : undefined);
  }
  const base = budget ?? (initial && amountAt(sheet, table, row.row, initial));
  const rate = completion && figureAt(sheet, row.row, completion.column);
  if (done && completion && base && rate && base.value === 0) {
    judged.push(rate.value === 0 ? undefined : rowReport<MessageId>(at, row, { messageId: 'noBase', level: 'error', columns: [completion, done], data: { rate: amount(rate.value) }, actual: rate.value }));
  }
  const before = prior && amountAt(sheet, table, row.row, prior);
  const rise = growth && figureAt(sheet, row.row, growth.column);
  if (done && growth && before && rise && before.value === 0) {
    // A dash of nothing and a plain 0 or 100 % are the ways in which tables fill the cell.
    judged.push(rise.value === 0 || Math.abs(rise.value) === 100 || Math.abs(rise.value) === 1 ? undefined : rowReport<MessageId>(at, row, { messageId: 'noPrior', level: 'error', columns: [growth, done], data: { rate: amount(rise.value) }, actual: rise.value }));
  }
  return judged;
}
