import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { schedule } from '../core/fiscal/schedule';
import { FUNCTION_CODES, subjectOf, type Side } from '../core/fiscal/subjects';
import { isWholeYear } from '../core/numbers/period';
import { roundHalfUp } from '../core/numbers/decimal';
import { amountAt, columnOf } from '../core/tables/cells';
import type { Column, ColumnRole, TableRow } from '../core/tables/table';
import { eachTable, type TableReading } from './row-report';

type MessageId = 'spending' | 'taxes';

/** So many are named; the others are counted. */
const MOST_NAMED = 6;
/** What is smaller against the largest of the table is nobody's worry. */
const LEAST_SHARE = 0.01;

/** What the lines are a part of: they say nothing of a figure being wrong. */
const INDICATOR = { spending: 'E03', taxes: 'R04' } as const;

/** 预备费, transfers, principal and costs of bonds: spent when the occasion comes, whatever the month. */
const WITHOUT_PACE: readonly string[] = ['227', '230', '231', '233'];

/** A line of a table with what it comes to in percent of what it is held against. */
interface Judged {
  readonly row: TableRow;
  readonly name: string;
  readonly percent: number;
  readonly isBehind: boolean;
}

/**
 * Functional classes far behind the calendar, and taxes that fall far below last year's (indicators E03, R04): one line for
 * each table, for classes never go at one pace.
 */
export const linesBehind = defineRule<MessageId>({
  code: 'I408',
  name: 'lines-behind',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['spending', 'taxes'],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => [spending(at, context), taxes(at, context)].flat());
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noLines' } } : {}),
    };
  },
});

function spending(at: TableReading, { pack }: SheetView): (Report<MessageId> | undefined)[] {
  const { table } = at;
  const done = columnOf(table, 'ytd');
  const plan = columnOf(table, 'budget_initial') ?? columnOf(table, 'budget_adjusted');
  if (table.kind !== '支出执行表' || !table.period || isWholeYear(table.period) || !done || !plan) return [];
  const due = schedule(pack, table.period.to);
  const lines = linesOf(
    at,
    'expenditure',
    done,
    plan,
    (code) => FUNCTION_CODES.some((one) => one === code) && !WITHOUT_PACE.includes(code),
  );
  return oneReport(
    at,
    lines.map((line) => ({ ...line, isBehind: due - line.percent / 100 > pack.behindSchedule.warn })),
    done,
    'spending',
    { due: shown(due * 100), points: pack.behindSchedule.warn * 100 },
  );
}

function taxes(at: TableReading, { pack }: SheetView): (Report<MessageId> | undefined)[] {
  const { table } = at;
  const [done, before] = (['ytd', 'prior'] satisfies ColumnRole[]).map((role) => columnOf(table, role));
  if (table.kind !== '一般公共预算收入执行情况表' || !done || !before) return [];
  const lines = linesOf(at, 'revenue', done, before, (code) => /^101\d{2}$/.test(code));
  return oneReport(
    at,
    lines.map((line) => ({
      ...line,
      percent: line.percent - 100,
      isBehind: 1 - line.percent / 100 > pack.taxDecline.warn,
    })),
    done,
    'taxes',
    { points: pack.taxDecline.warn * 100 },
  );
}

/** The lines of some codes of the classification that weigh, with what each comes to in percent of `against`. */
function linesOf(
  { reading: { sheet }, table }: TableReading,
  side: Side,
  done: Column,
  against: Column,
  isOurs: (code: string) => boolean,
): Judged[] {
  // 其他支出 is a class, and a section of that class.
  const seen = new Set<string>();
  const lines = table.rows.flatMap((row) => {
    const code = subjectOf(side, row.name, row.code)?.code;
    if (code === undefined || seen.has(code) || !isOurs(code)) return [];
    seen.add(code);
    const [now, base] = [done, against].map((column) => amountAt(sheet, table, row.row, column));
    return now && base && base.value > 0
      ? [{ row, name: row.name, base: base.value, percent: (now.value / base.value) * 100, isBehind: false }]
      : [];
  });
  const largest = Math.max(0, ...lines.map(({ base }) => base));
  return lines.filter(({ base }) => base >= largest * LEAST_SHARE);
}

function oneReport(
  { reading }: TableReading,
  lines: readonly Judged[],
  column: Column,
  messageId: MessageId,
  data: Report<MessageId>['data'],
): (Report<MessageId> | undefined)[] {
  if (lines.length === 0) return [];
  const behind = lines.filter(({ isBehind }) => isBehind).sort((a, b) => a.percent - b.percent);
  if (behind.length === 0) return [undefined];
  const named = behind.slice(0, MOST_NAMED).map(({ name, percent }) => `${name}（${percent.toFixed(2)}%）`);
  return [
    {
      messageId,
      level: 'hint',
      indicator: INDICATOR[messageId],
      sheet: reading.sheet.name,
      cells: behind.map(({ row }) => ({ row: row.row, column: column.column })),
      extent: 'column',
      data: { count: behind.length, lines: named, ...data },
    },
  ];
}

const shown = (percent: number) => ({ amount: roundHalfUp(percent, 2), decimals: 2 });
