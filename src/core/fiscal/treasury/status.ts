import type { Position } from '../../grid/address';
import { textAt, type Sheet } from '../../grid/sheet';
import { plainText } from '../../tables/label';
import type { Table } from '../../tables/table';

/** A line of a treasury table whose own 状态 says that cash is short. */
export interface StatusAlarm {
  readonly cell: Position;
  readonly text: string;
  /** What the line is called. */
  readonly row: string;
}

const STATUS = /状态|预警|等级|评价|研判/;
const ALARM = /警示|预警|红|黄|橙|偏低|不足|紧张|风险|异常|告急/;
const CALM = /^(?:无|未|非|不)|解除|正常/;

/** Where a treasury table warns in words; the words of a table that is not one are not ours. */
export function statusAlarms(sheet: Sheet, table: Table): StatusAlarm[] {
  if (table.kind !== '库款月报') return [];
  const column = table.columns.find(({ path, role }) => STATUS.test(path.at(-1) ?? '') && role !== 'remark');
  if (!column) return [];
  return table.rows.flatMap(({ row, name }) => {
    const text = plainText(textAt(sheet, row, column.column));
    const isAlarm = ALARM.test(text) && !CALM.test(text);
    return isAlarm ? [{ cell: { row, column: column.column }, text, row: name }] : [];
  });
}
