import { defineRule, type Report } from '../core/findings/rule';
import { intervalOf } from '../core/numbers/interval';
import { amountAt, columnOf } from '../core/tables/cells';
import { figureAt } from '../core/tables/printed';
import type { Column, Table, TableRow } from '../core/tables/table';
import type { TableKind } from '../core/tables/table-kinds';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'over' | 'overMany' | 'noBase' | 'noPrior';

const SPENDING: readonly TableKind[] = [
  '支出执行表',
  '市直预算单位执行表',
  '三公',
  '部门预算',
  '部门决算',
  '三保明细',
  '三保台账',
  '财政支出分级分科目',
  '涉农整合',
  '直达资金',
  '环保投入',
];
/** Their first plan is also the most that may be spent. */
const CAPPED: readonly TableKind[] = ['三公', '三保台账', '财政支出分级分科目', '涉农整合', '环保投入'];

/** Nothing is spent beyond its adjusted budget, and no rate stands on a base of nothing (indicators E03, T06, T07). */
export const overBudget = defineRule<MessageId>({
  code: 'T320',
  name: 'over-budget',
  reach: 'sheet',
  levels: ['warning', 'error'],
  messageIds: ['over', 'overMany', 'noBase', 'noPrior'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) => [
      ...spendings(at.table).flatMap((pair) => overspendings(at, pair)),
      ...at.table.rows.flatMap((row) => withoutBase(at, row)),
    ]);
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noBudgets' } } : {}),
    };
  },
});

/** Rates that stand on nothing. */
function withoutBase(at: TableReading, row: TableRow): (Report<MessageId> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  const [done, adjusted, initial, prior, completion, growth] = (
    ['ytd', 'budget_adjusted', 'budget_initial', 'prior', 'pct_budget', 'pct_yoy'] as const
  ).map((role) => columnOf(table, role));
  const budget = adjusted && amountAt(sheet, table, row.row, adjusted);
  const judged: (Report<MessageId> | undefined)[] = [];
  const base = budget ?? (initial && amountAt(sheet, table, row.row, initial));
  const rate = completion && figureAt(sheet, row.row, completion.column);
  if (done && completion && base && rate && base.value === 0) {
    judged.push(
      rate.value === 0
        ? undefined
        : rowReport<MessageId>(at, row, {
            messageId: 'noBase',
            level: 'error',
            columns: [completion, done],
            data: { rate: amount(rate.value) },
            actual: rate.value,
          }),
    );
  }
  const before = prior && amountAt(sheet, table, row.row, prior);
  const rise = growth && figureAt(sheet, row.row, growth.column);
  if (done && growth && before && rise && before.value === 0) {
    // A dash of nothing and a plain 0 or 100 % are the ways in which tables fill the cell.
    judged.push(
      rise.value === 0 || Math.abs(rise.value) === 100 || Math.abs(rise.value) === 1
        ? undefined
        : rowReport<MessageId>(at, row, {
            messageId: 'noPrior',
            level: 'error',
            columns: [growth, done],
            data: { rate: amount(rise.value) },
            actual: rise.value,
          }),
    );
  }
  return judged;
}

interface Spending {
  readonly done: Column;
  readonly plan: Column;
}

/** Plan and spending of each group of headers: of 合计, 保工资, 保运转 each has its own. */
function spendings(table: Table): Spending[] {
  if (!SPENDING.includes(table.kind)) return [];
  const groupOf = ({ path }: Column) => path.slice(0, -1).join('|');
  const plans = (['budget_adjusted', 'budget_initial'] as const).filter(
    (role) => role === 'budget_adjusted' || CAPPED.includes(table.kind),
  );
  const dones = table.columns.filter(
    ({ role, path }) => role === 'ytd' || (role === 'amount' && /已分配/.test(path.at(-1) ?? '')),
  );
  return dones.flatMap((done) => {
    // 计划资金 | 合计, 中央, 省级: the plan is the whole, not one of those who pay for it.
    const plan = plans
      .map((role) => {
        const found = table.columns.filter(
          (column) =>
            column.role === role &&
            column.column < done.column &&
            (groupOf(column) === groupOf(done) || dones.length === 1),
        );
        return found.find(({ path }) => /^(?:合计|小计|总计)$/.test(path.at(-1) ?? '')) ?? found.at(-1);
      })
      .find((column) => column !== undefined);
    return plan ? [{ done, plan }] : [];
  });
}

/** More lines of one column than this are one thing to explain: the budget was moved between its lines. */
const MOST_ALONE = 5;
/** As many of them are named. */
const MOST_NAMED = 5;

/** The lines of one column that are over: each by itself, or, where they are many, in one list. */
function overspendings(at: TableReading, pair: Spending): (Report<MessageId> | undefined)[] {
  const all = at.table.rows.map((row) => ({ row, report: overspent(at, row, pair) }));
  const over = all.flatMap(({ row, report }) => (report ? [{ row, report }] : []));
  if (over.length <= MOST_ALONE) return all.map(({ report }) => report);
  const excess = ({ report: { actual = 0, expected = 0 } }: (typeof over)[number]) => actual - expected;
  const largest = [...over].sort((a, b) => excess(b) - excess(a));
  const [first] = largest;
  const list: Report<MessageId>[] = first
    ? [
        {
          level: 'warning',
          grade: 'red',
          sheet: first.report.sheet,
          cells: over.map(({ row }) => ({ row: row.row, column: pair.done.column })),
          extent: 'column',
          messageId: 'overMany',
          data: {
            column: pair.done.path.at(-1) ?? '',
            plan: pair.plan.path.at(-1) ?? '',
            count: over.length,
            rows: largest.slice(0, MOST_NAMED).map(({ row }) => row.name || (row.code ?? '')),
            difference: amount(excess(first), pair.done.unit ?? at.table.unit),
          },
        },
      ]
    : [];
  return [...all.filter(({ report }) => !report).map(() => undefined), ...list];
}

function overspent(at: TableReading, row: TableRow, { done, plan }: Spending): Report<MessageId> | undefined {
  const {
    reading: { sheet },
    table,
  } = at;
  const [spent, budget] = [done, plan].map((column) => amountAt(sheet, table, row.row, column));
  if (!spent || !budget || budget.value <= 0 || intervalOf(spent).low <= intervalOf(budget).high) return undefined;
  return rowReport<MessageId>(at, row, {
    messageId: 'over',
    level: 'warning',
    grade: 'red',
    columns: [done, plan],
    data: {
      done: amount(spent.value, spent.unit),
      budget: amount(budget.value, budget.unit),
      difference: amount(spent.value - budget.value, spent.unit),
    },
    expected: budget.value,
    actual: spent.value,
  });
}
