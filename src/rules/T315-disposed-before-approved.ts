import { defineRule } from '../core/findings/rule';
import { columnBy, dateAt } from '../core/tables/cells';
import { eachTable, rowReport, type TableReading } from './row-report';

/** 先处置后报批: no asset is disposed of before its approval (indicator Z08). */
export const disposedBeforeApproved = defineRule<'early'>({
  code: 'T315',
  name: 'disposed-before-approved',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['early'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap(judge);
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noDisposals' } } : {}),
    };
  },
});

function judge(at: TableReading) {
  const {
    reading: { sheet },
    table,
  } = at;
  const disposed = columnBy(table, /(?:处置|出租|出售|转让|划转|成交)[^|]*(?:日期|时间)/);
  const approved = columnBy(table, /(?:批复|批准|审批|报批)[^|]*(?:日期|时间)/);
  if (!disposed || !approved || disposed === approved) return [];
  return table.rows.flatMap((row) => {
    const [done, allowed] = [dateAt(sheet, row.row, disposed), dateAt(sheet, row.row, approved)];
    if (done === undefined || allowed === undefined) return [];
    if (done >= allowed) return [undefined];
    return [
      rowReport(at, row, {
        messageId: 'early' as const,
        level: 'warning',
        grade: 'red',
        columns: [disposed, approved],
        data: { done, allowed },
      }),
    ];
  });
}
