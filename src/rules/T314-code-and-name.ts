import { defineRule, type Report } from '../core/findings/rule';
import { classificationOf, type Classification } from '../core/fiscal/classification';
import type { TableRow } from '../core/tables/table';
import { eachTable, rowReport } from './row-report';

type MessageId = 'disagree' | 'former' | 'outOfOrder';

/** A code and the name beside it must be of one subject of the classification. */
export const codeAndName = defineRule<MessageId>({
  code: 'T314',
  name: 'code-and-name',
  reach: 'sheet',
  levels: ['error', 'hint'],
  messageIds: ['disagree', 'former', 'outOfOrder'],
  check: ({ sheets, pack }) => {
    const subjects = classificationOf(pack.classification);
    let known = 0;
    const reports = eachTable(sheets).flatMap((at) =>
      at.table.rows.flatMap((row, i): Report<MessageId>[] => {
        const astray = outOfOrder(at.table.rows, i, subjects);
        if (astray !== undefined)
          return [
            rowReport(at, row, {
              messageId: 'outOfOrder',
              level: 'error',
              columns: at.table.columns.filter(({ role }) => role === 'code'),
              data: { code: row.code ?? '', around: astray },
            }),
          ];
        const byCode = row.code === undefined ? undefined : (subjects.byCode(row.code) ?? subjects.classOf(row.code));
        if (!byCode || row.name === '' || row.name === row.code) return [];
        known++;
        if (byCode.names.includes(row.name)) {
          const until = subjects.lastYearOf(byCode.code, row.name);
          const year = Number(at.table.period?.to.slice(0, 4));
          const column = at.table.columns.find(({ column }) => column === row.labelColumn);
          if (until === undefined || !(year > until) || !column) return [];
          return [
            rowReport(at, row, {
              messageId: 'former',
              level: 'hint',
              columns: [column],
              data: { name: row.name, now: byCode.names[0] ?? '', since: until + 1 },
            }),
          ];
        }
        const byName = subjects.byName(row.name, byCode.code);
        // A name that we do not know may well be a local spelling.
        if (!byName || isItemCalledSo(row, byCode.code, byName.names)) return [];
        const columns = [
          ...at.table.columns.filter(({ column }) => column === row.labelColumn),
          ...at.table.columns.filter(({ role }) => role === 'code'),
        ];
        return [
          rowReport(at, row, {
            messageId: 'disagree',
            level: 'error',
            columns,
            data: { code: byCode.code, name: row.name, usual: byCode.names[0] ?? '', other: byName.code },
          }),
        ];
      }),
    );
    const wrong = reports.filter(({ messageId }) => messageId !== 'former').length;
    return { passed: known - wrong, reports, ...(known === 0 ? { skipped: { why: 'noCodes' } } : {}) };
  },
});

/** 援助其他地区支出: its items are called by the classes that the aid is for. */
const CALLED_BY_CLASSES = '219';
/** 专项转移支付: each of its items is for a class, and called by it. */
const SPECIAL_TRANSFERS = '11003';
/** The last item of many a class is called so. */
const REST = '其他支出';

/**
 * Whether an item below a class may well be called as it is: only the full name of another class tells that it
 * stands under the wrong one.
 */
function isItemCalledSo({ code = '', name }: TableRow, known: string, [fullName]: readonly string[]): boolean {
  const isItem = code !== known && !code.startsWith(SPECIAL_TRANSFERS);
  return isItem && (known === CALLED_BY_CLASSES || name === REST || name !== fullName);
}

/** Transfers and repaid principal of both sides: they stand together, in whatever order, below the others. */
const IN_NO_ORDER = ['105', '110', '230', '231'];

/** The class that a row's code is of; other numbers are longer, or none. */
function classIn(row: TableRow | undefined): string | undefined {
  return row?.code !== undefined && /^\d{3}(?:\d{2}){0,3}$/.test(row.code) ? row.code.slice(0, 3) : undefined;
}

/** A code of another class between two rows of one class: mistyped. Gives the class around it. */
function outOfOrder(rows: readonly TableRow[], i: number, subjects: Classification): string | undefined {
  const [before, here, after] = [rows[i - 1], rows[i], rows[i + 1]].map(classIn);
  // Only where the codes around it are of the classification: other numbers have other orders.
  return before !== undefined &&
    here !== undefined &&
    before === after &&
    here !== before &&
    !(IN_NO_ORDER.includes(here) && IN_NO_ORDER.includes(before)) &&
    subjects.byCode(before) &&
    // A code that stands again is one, and a list of payments.
    rows.every(({ code }, other) => other === i || code !== rows[i]?.code) &&
    isOrdered(rows.filter((_, other) => other !== i))
    ? before
    : undefined;
}

/** Whether the rows of each class stand together: payments by their day, or bonds by their number, are in no order of classes. */
function isOrdered(rows: readonly TableRow[]): boolean {
  const classes = rows.flatMap((row) => classIn(row) ?? []);
  const runs = classes.filter((one, i) => one !== classes[i - 1]);
  return runs.length === new Set(runs).size;
}
