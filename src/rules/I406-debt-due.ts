import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { daysBetween } from '../core/numbers/date';
import { amountAt, dateAt } from '../core/tables/cells';
import { columnFor, itemsOf } from '../core/fiscal/indicators/lookup';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

/** Months ahead that are looked at, and the days that they have. */
const AHEAD = [
  [3, 92],
  [6, 183],
  [12, 366],
] as const;

/** 到期本息 within 3, 6 and 12 months against the money that is meant for it, debt by debt (indicator D04). */
export const debtDue = defineRule<'short'>({
  code: 'I406',
  name: 'debt-due',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['short'],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => judge(at, context));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: context.asOf === undefined ? 'noDay' : 'noDebtsDue' } } : {}),
    };
  },
});

function judge(at: TableReading, { asOf }: SheetView): (Report<'short'> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  const day = table.period?.to ?? asOf;
  const date = table.columns.find(({ role, path }) => role === 'date' && /到期|还款|偿还/.test(path.join('|')));
  const due = columnFor(table, /到期本息\|(?:小计|合计)|本息合计|到期本息$/);
  const means = columnFor(table, /资金来源\|(?:小计|合计)|资金来源$|偿债资金/);
  if (day === undefined || !date || !due || !means) return [];
  return itemsOf(table).flatMap((row) => {
    const [when, owed, there] = [
      dateAt(sheet, row.row, date),
      amountAt(sheet, table, row.row, due),
      amountAt(sheet, table, row.row, means),
    ];
    if (when === undefined || !owed) return [];
    const ahead = AHEAD.find(([, days]) => daysBetween(day, when) >= 0 && daysBetween(day, when) <= days);
    if (!ahead) return [];
    const gap = owed.value - (there?.value ?? 0);
    if (gap <= 0) return [undefined];
    return [
      rowReport(at, row, {
        messageId: 'short' as const,
        level: 'warning',
        grade: 'red',
        columns: [means, due],
        data: {
          date: when,
          months: ahead[0],
          due: amount(owed.value, owed.unit),
          means: amount(there?.value ?? 0, owed.unit),
          gap: amount(gap, owed.unit),
        },
        expected: owed.value,
        actual: there?.value ?? 0,
      }),
    ];
  });
}
