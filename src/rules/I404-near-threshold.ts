import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { columnFor, figureIn, itemsOf } from '../core/fiscal/indicators/lookup';
import { roundHalfUp } from '../core/numbers/decimal';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'below' | 'above';

/** Firms whose tax is close to 100, 500 or 1000 万元 (indicator F11): the list that helps to reach the next circle. */
export const nearThreshold = defineRule<MessageId>({
  code: 'I404',
  name: 'near-threshold',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['below', 'above'],
  check: (context) => {
    const judged = eachTable(context.sheets).flatMap((at) => judge(at, context));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noFirms' } } : {}),
    };
  },
});

function judge(at: TableReading, { pack }: SheetView): (Report<MessageId> | undefined)[] {
  const {
    reading: { sheet },
    table,
  } = at;
  const paid = columnFor(table, 'ytd');
  if (
    table.kind !== '财源企业台账' ||
    !paid ||
    !table.columns.some(({ path }) => /企业名称|纳税人/.test(path.join('|')))
  )
    return [];
  return itemsOf(table).map((row) => {
    const { value } = figureIn({ book: '', sheet, table }, row, paid, 'money');
    const near = pack.firms.find(({ from }) => Math.abs(value - from) <= from * pack.nearThreshold.value);
    if (!near) return undefined;
    return rowReport<MessageId>(at, row, {
      messageId: value < near.from ? 'below' : 'above',
      level: 'hint',
      columns: [paid],
      data: {
        tax: amount(roundHalfUp(value, 2), '万元'),
        from: amount(near.from, '万元'),
        gap: amount(roundHalfUp(Math.abs(near.from - value), 2), '万元'),
      },
      expected: near.from,
      actual: value,
    });
  });
}
