import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { ageOn } from '../core/fiscal/ledgers/id-number';
import { leastAge, rosterOf } from '../core/fiscal/ledgers/roster';
import { columnBy, wordsAt } from '../core/tables/cells';
import { figureAt } from '../core/tables/printed';
import { eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'tooYoung' | 'age';

/** The age that a benefit asks for, or that a roster states, against the date of birth in the identity number (indicator S11). */
export const ageAndId = defineRule<MessageId>({
  code: 'T319',
  name: 'age-and-id',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['tooYoung', 'age'],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => judge(at, context));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noAges' } } : {}),
    };
  },
});

/** Benefits that depend on age, and columns that part the old by it. */
const OLD = /高龄|老年|老人|长寿|百岁|年龄段/;

function judge(at: TableReading, { asOf, pack }: SheetView): (Report<MessageId> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  const roster = rosterOf(sheet, table);
  const day = table.period?.to ?? asOf;
  if (!roster || day === undefined) return [];
  const stated = columnBy(table, /年龄|周岁/);
  const kind = columnBy(table, /类别|档次|年龄段|补贴(?:类型|对象)|项目/);
  const isForOld = OLD.test(`${table.title} ${sheet.name} ${kind?.path.join(' ') ?? ''}`);
  const ofTable = isForOld ? leastAge(`${table.title} ${sheet.name}`, pack.oldAge.value) : undefined;
  if (!stated && !isForOld) return [];
  return roster.people.flatMap(({ row, id: { born } }) => {
    if (born === undefined || born > day) return [];
    const age = ageOn(born, day);
    const least =
      (kind && isForOld ? leastAge(wordsAt(sheet, row.row, kind), pack.oldAge.value) : undefined) ?? ofTable;
    if (least !== undefined && age < least)
      return [
        rowReport<MessageId>(at, row, {
          messageId: 'tooYoung',
          level: 'warning',
          grade: 'red',
          columns: [roster.id, ...(kind ? [kind] : [])],
          data: { age, least, day },
        }),
      ];
    const said = stated && figureAt(sheet, row.row, stated.column)?.value;
    if (said === undefined) return least === undefined ? [] : [undefined];
    // Counted by birthdays or by calendar years: a year apart is no error.
    if (!stated || Math.abs(said - age) <= 1) return [undefined];
    return [
      rowReport<MessageId>(at, row, {
        messageId: 'age',
        level: 'warning',
        grade: 'yellow',
        columns: [stated, roster.id],
        data: { said, age, day },
        expected: age,
        actual: said,
      }),
    ];
  });
}
