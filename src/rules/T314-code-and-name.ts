import { defineRule, type Report } from '../core/check/rule';
import { codedSubjects } from '../core/fiscal/subjects';
import { eachTable, rowReport } from './row-report';

type MessageId = 'disagree' | 'former';

/** A code and the name beside it must be of one subject of the classification. */
export const codeAndName = defineRule<MessageId>({
  code: 'T314',
  name: 'code-and-name',
  levels: ['error', 'hint'],
  messageIds: ['disagree', 'former'],
  check: ({ sheets }) => {
    let known = 0;
    const reports = eachTable(sheets).flatMap((at) =>
      at.table.rows.flatMap((row): Report<MessageId>[] => {
        const byCode = row.code === undefined ? undefined : codedSubjects.byCode(row.code);
        if (!byCode || row.name === '' || row.name === row.code) return [];
        known++;
        if (byCode.names.includes(row.name)) {
          const until = codedSubjects.lastYearOf(byCode.code, row.name);
          const year = Number(at.table.period?.to.slice(0, 4));
          const column = at.table.columns.find(({ column }) => column === row.labelColumn);
          if (until === undefined || !(year > until) || !column) return [];
          return [rowReport(at, row, { messageId: 'former', level: 'hint', columns: [column], data: { name: row.name, now: byCode.names[0] ?? '', since: until + 1 } })];
        }
        const byName = codedSubjects.byName(row.name, byCode.code);
        // A name that we do not know may well be a local spelling.
        if (!byName) return [];
        const columns = [...at.table.columns.filter(({ column }) => column === row.labelColumn), ...at.table.columns.filter(({ role }) => role === 'code')];
        return [rowReport(at, row, { messageId: 'disagree', level: 'error', columns, data: { code: byCode.code, name: row.name, usual: byCode.names[0] ?? '', other: byName.code } })];
      }),
    );
    const wrong = reports.filter(({ messageId }) => messageId === 'disagree').length;
    return { passed: known - wrong, reports, ...(known === 0 ? { skipped: { why: 'noCodes' } } : {}) };
  },
});
