import { rowName } from '../core/tables/table-place';
import { defineRule, type Amount, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { carriedForward } from '../core/fiscal/ties/carried-forward';
import type { RollForward } from '../core/fiscal/ties/roll-forward';
import { exactDifference, ownDecimals } from '../core/numbers/decimal';
import { cellName } from '../core/grid/address';
import type { Table } from '../core/tables/table';

type MessageId = 'within' | 'chain' | 'running';

/** Cash carries forward: opening + inflow − outflow = closing, and one month's closing is the next one's opening. */
export const cashRollForward = defineRule<MessageId>({
  code: 'T301',
  name: 'cash-roll-forward',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['within', 'chain', 'running'],
  check: ({ sheets }) => {
    const found = sheets.flatMap((reading) => reading.tables.flatMap((table) => judge(reading, table)));
    return {
      passed: found.reduce((sum, { holding }) => sum + holding, 0),
      reports: found.flatMap(({ reports }) => reports),
      ...(found.every(({ holding, reports }) => holding + reports.length === 0)
        ? { skipped: { why: 'noRollForward' } }
        : {}),
    };
  },
});

function judge(reading: SheetReading, table: Table): { holding: number; reports: Report<MessageId>[] } {
  const rolls = carriedForward(reading.sheet, table);
  const broken = rolls.filter(({ holds }) => !holds);
  return {
    holding: rolls.length - broken.length,
    // What breaks within its own row comes first: the chain to the next month follows from it.
    reports: (['within', 'chain', 'running'] as const).flatMap((kind) =>
      broken.filter((roll) => roll.kind === kind).map((roll) => reportOf(reading, table, roll)),
    ),
  };
}

function reportOf(reading: SheetReading, { unit }: Table, roll: RollForward): Report<MessageId> {
  const decimals = Math.min(4, Math.max(ownDecimals(roll.actual), ownDecimals(roll.expected)));
  const amount = (value: number): Amount => ({ amount: value, decimals, ...(unit ? { unit } : {}) });
  const difference = exactDifference(roll.actual, roll.expected);
  return {
    level: 'error',
    sheet: reading.sheet.name,
    cells: [roll.target, ...roll.from],
    // A wrong closing breaks its own row and the next opening: one cause, told once.
    follows: roll.kind === 'within' ? [roll.target] : [roll.target, ...roll.from.slice(0, 1)],
    messageId: roll.kind,
    data: {
      row: roll.called ?? rowName(reading.sheet, reading.tables, roll.target),
      from: roll.from.map(cellName),
      actual: amount(roll.actual),
      expected: amount(roll.expected),
      difference: amount(Math.abs(difference)),
    },
    expected: roll.expected,
    actual: roll.actual,
    difference,
  };
}
