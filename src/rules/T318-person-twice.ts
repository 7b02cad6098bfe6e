import { defineRule } from '../core/findings/rule';
import { rosterOf, type Person } from '../core/fiscal/ledgers/roster';
import { eachTable, rowReport } from './row-report';

/** One person stands once in a roster of one month (indicator S13). */
export const personTwice = defineRule<'twice'>({
  code: 'T318',
  name: 'person-twice',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['twice'],
  check: ({ sheets }) => {
    let people = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const roster = rosterOf(at.reading.sheet, at.table);
      if (!roster) return [];
      people += roster.people.length;
      const first = new Map<string, Person>();
      return roster.people.flatMap((person) => {
        const key = `${person.number}|${person.month}`;
        const before = first.get(key);
        if (!before) first.set(key, person);
        return before
          ? [
              rowReport(at, person.row, {
                messageId: 'twice' as const,
                level: 'warning',
                grade: 'red',
                columns: [roster.id],
                data: { first: before.row.row + 1 },
              }),
            ]
          : [];
      });
    });
    return { passed: people - reports.length, reports, ...(people === 0 ? { skipped: { why: 'noRoster' } } : {}) };
  },
});
