import { defineRule, type Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import { columnFor, figureIn, itemsOf } from '../core/fiscal/indicators/lookup';
import type { Column, TableRow } from '../core/tables/table';
import { roundHalfUp } from '../core/numbers/decimal';
import { amount, eachTable, rowReport, type TableReading } from './row-report';

type MessageId = 'below' | 'above' | 'many';

/** Firms whose tax is close to 100, 500 or 1000 万元 (indicator F11): the list that helps to reach the next circle. */
export const nearThreshold = defineRule<MessageId>({
  code: 'I404',
  name: 'near-threshold',
  reach: 'sheet',
  levels: ['hint'],
  messageIds: ['below', 'above', 'many'],
  check: (context) => {
    const tables = eachTable(context.sheets).map((at) => ({ at, judged: judge(at, context) }));
    const judged = tables.flatMap((table) => table.judged);
    const near = tables.map(({ at, judged: lines }) => ({ at, firms: lines.flatMap((firm) => firm ?? []) }));
    return {
      passed: judged.length - near.reduce((sum, { firms }) => sum + firms.length, 0),
      reports: near.flatMap(({ at, firms }) =>
        firms.length > MOST_TOLD ? [manyReport(at, firms)] : firms.map((firm) => firmReport(at, firm)),
      ),
      ...(judged.length === 0 ? { skipped: { why: 'noFirms' } } : {}),
    };
  },
});

/** A firm and the threshold that it is close to, in 万元. */
interface NearFirm {
  readonly row: TableRow;
  readonly paid: Column;
  readonly from: number;
  readonly value: number;
}

/** More are one line with a list. */
const MOST_TOLD = 3;
const MOST_NAMED = 5;

function judge(at: TableReading, { pack }: SheetView): (NearFirm | undefined)[] {
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
    return near && { row, paid, from: near.from, value };
  });
}

function firmReport(at: TableReading, { row, paid, from, value }: NearFirm): Report<MessageId> {
  return rowReport<MessageId>(at, row, {
    messageId: value < from ? 'below' : 'above',
    level: 'hint',
    columns: [paid],
    data: {
      tax: amount(roundHalfUp(value, 2), '万元'),
      from: amount(from, '万元'),
      gap: amount(roundHalfUp(Math.abs(from - value), 2), '万元'),
    },
    expected: from,
    actual: value,
  });
}

/** Those who lack little come first: they are who can be helped over. */
function manyReport(at: TableReading, firms: readonly NearFirm[]): Report<MessageId> {
  const below = firms.filter(({ value, from }) => value < from);
  const listed = [...below, ...firms.filter((firm) => !below.includes(firm))];
  return {
    level: 'hint',
    sheet: at.reading.sheet.name,
    cells: listed.map(({ row, paid }) => ({ row: row.row, column: paid.column })),
    extent: 'column',
    messageId: 'many',
    data: {
      count: firms.length,
      below: below.length,
      firms: listed
        .slice(0, MOST_NAMED)
        .map(({ row, value }) => `${row.name}（${roundHalfUp(value, 2)}）`)
        .join('、'),
      thresholds: [...new Set(firms.map(({ from }) => from))].sort((a, b) => b - a).join('、'),
    },
  };
}
