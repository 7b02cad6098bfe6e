import { defineRule } from '../core/findings/rule';
import { rosterOf } from '../core/fiscal/ledgers/roster';
import { eachTable, rowReport } from './row-report';

type MessageId = 'digit' | 'birthday' | 'length';

/** 证件号码: the check digit and the day of birth of every identity number in a roster (indicator S13). */
export const idCheckDigit = defineRule<MessageId>({
  code: 'T317',
  name: 'id-check-digit',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['digit', 'birthday', 'length'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) => {
      const roster = rosterOf(at.reading.sheet, at.table);
      return (roster?.people ?? []).map((person) => ({ at, person, column: roster?.id }));
    });
    const reports = judged.flatMap(({ at, person: { row, id }, column }) => {
      if (!column || (id.checks && id.born !== undefined)) return [];
      return [
        rowReport<MessageId>(at, row, {
          messageId: id.born === undefined ? 'birthday' : 'digit',
          level: 'warning',
          grade: 'red',
          columns: [column],
        }),
      ];
    });
    const misshapen = eachTable(sheets).flatMap((at) => {
      const roster = rosterOf(at.reading.sheet, at.table);
      if (!roster || roster.people.length === 0) return [];
      return roster.misshapen.map(({ row, number }) =>
        rowReport<MessageId>(at, row, {
          messageId: 'length',
          level: 'warning',
          grade: 'red',
          columns: [roster.id],
          data: { number, length: number.length },
        }),
      );
    });
    return {
      passed: judged.length - reports.length,
      reports: [...reports, ...misshapen],
      ...(judged.length === 0 ? { skipped: { why: 'noRoster' } } : {}),
    };
  },
});
