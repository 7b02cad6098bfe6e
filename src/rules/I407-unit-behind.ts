import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { isMidYear, schedule } from '../core/fiscal/schedule';
import { isWholeYear } from '../core/numbers/period';
import { amountAt, columnOf } from '../core/tables/cells';
import { wholeOfGroup } from '../core/tables/group-whole';
import type { TableKind } from '../core/tables/table-kinds';
import { eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'behind' | 'nothing' | 'half';

/** Tables in which each row answers for its own task. */
const ANSWERABLE: readonly TableKind[] = [
  '任务分解',
  '争资争项',
  '市直预算单位执行表',
  '分级分部门',
  '三保台账',
  '义务教育公用经费测算表',
];
/** Tables of revenue to be raised: half of it by the end of June. */
const TASKS: readonly TableKind[] = ['任务分解', '分级分部门'];

/** A unit or group far behind the others' calendar (indicators R14, F13, B02). */
export const unitBehind = defineRule<MessageId>({
  code: 'I407',
  name: 'unit-behind',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['behind', 'nothing', 'half'],
  degrees: [['behind', 'nothing', 'half']],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => judge(at, context));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noUnits' } } : {}),
    };
  },
});

function judge(at: TableReading, { pack }: SheetView): (Report<MessageId> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  const lastDone = table.columns.findLast(({ role, path }) => role === 'ytd' && !/非税/.test(path.join('|')));
  const done = lastDone ? wholeOfGroup(table, lastDone) : columnOf(table, 'paid');
  const plan = columnOf(table, 'budget_adjusted') ?? columnOf(table, 'budget_initial') ?? columnOf(table, 'demand');
  // Goals for years to come have their own pace, and a table of the whole year has none.
  const isForLater = table.columns.some(({ path }) => /目标年度/.test(path.join('|')));
  if (!ANSWERABLE.includes(table.kind) || !table.period || isWholeYear(table.period) || isForLater || !done || !plan)
    return [];
  // Several pairs of plan and done side by side: only those of one group belong together.
  if (
    plan.path.slice(0, -1).join('|') !== done.path.slice(0, -1).join('|') &&
    table.columns.filter(({ role }) => role === plan.role).length > 1
  )
    return [];
  const elapsed = schedule(pack, table.period.to);
  return table.rows.flatMap((row) => {
    const [achieved, task] = [done, plan].map((column) => amountAt(sheet, table, row.row, column));
    if (row.role !== 'item' || !achieved || !task || task.value <= 0) return [];
    const share = achieved.value / task.value;
    const behind = elapsed - share;
    const isHalfMissed = TASKS.includes(table.kind) && isMidYear(table.period?.to ?? '') && share < pack.halfYear.value;
    if (behind <= pack.behindSchedule.fail && !isHalfMissed) return [undefined];
    const percent = (value: number) => ({ amount: Math.round(value * 10_000) / 100, decimals: 2 });
    return [
      rowReport<MessageId>(at, row, {
        messageId: achieved.value === 0 ? 'nothing' : behind > pack.behindSchedule.fail ? 'behind' : 'half',
        level: 'warning',
        grade: achieved.value === 0 ? 'red' : 'yellow',
        columns: [done, plan],
        data: { share: percent(share), due: percent(elapsed), points: percent(behind) },
        expected: percent(elapsed).amount,
        actual: percent(share).amount,
      }),
    ];
  });
}
