import { defineRule } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { amountAt, columnBy, columnOf, dateAt } from '../core/tables/cells';
import type { Column, Table } from '../core/tables/table';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

/** 逾期: what fell due before the day of the figures has no balance any more (indicator D09). */
export const overdueBalance = defineRule<'overdue'>({
  code: 'T316',
  name: 'overdue-balance',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['overdue'],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => judge(at, context));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: context.asOf === undefined ? 'noDay' : 'noDueDates' } } : {}),
    };
  },
});

/** A contract ends with work that is done, and money kept back for its faults: what is left to pay is no arrears. */
function isOfContracts({ title }: Table, { path }: Column): boolean {
  return (
    /履约|合同|服务|租|质保|保修|工期/.test(path.join('|')) || (/采购|合同/.test(title) && !/借款|贷款|债/.test(title))
  );
}

function judge(at: TableReading, { asOf }: SheetView) {
  const {
    reading: { sheet },
    table,
  } = at;
  const day = table.period?.to ?? asOf;
  const due = columnBy(table, /到期|还款日|偿还日/, 'date');
  const balance = columnOf(table, 'closing') ?? columnBy(table, /余额/);
  if (day === undefined || !due || !balance || isOfContracts(table, due)) return [];
  return table.rows.flatMap((row) => {
    const [date, left] = [dateAt(sheet, row.row, due), amountAt(sheet, table, row.row, balance)];
    if (date === undefined || !left) return [];
    if (date >= day || left.value <= 0) return [undefined];
    return [
      rowReport(at, row, {
        messageId: 'overdue' as const,
        level: 'warning',
        grade: 'red',
        columns: [balance, due],
        data: { due: date, day, balance: amount(left.value, left.unit) },
        expected: 0,
        actual: left.value,
      }),
    ];
  });
}
