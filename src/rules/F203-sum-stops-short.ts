import { cellName, rectName, type Position } from '../core/grid/address';
import { numberAt } from '../core/grid/sheet';
import { columnNameOf, rowName } from '../core/tables/table-place';
import { defineRule } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { exactSum, ownDecimals } from '../core/numbers/decimal';
import { formulaTexts, judgeFormulas, whereText, type FaultOf } from './formula-report';

type Fault = FaultOf<'sumMissesAdjacent'>;

/** A SUM that ends before the last figures beside it. */
export const sumStopsShort = defineRule({
  code: 'F203',
  name: 'sum-stops-short',
  reach: 'sheet',
  levels: ['warning', 'hint'],
  messageIds: ['misses'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'sumMissesAdjacent',
      telling: (fault, reading) => ({
        messageId: 'misses',
        level: missedSum(fault, reading) === 0 ? 'hint' : 'warning',
        alike: sameLines(fault),
      }),
      words: (fault, reading) => {
        const amount = missedSum(fault, reading);
        return {
          ...formulaTexts(fault.formula, fault.usual ?? `SUM(${rectName(wholeRange(fault))})`),
          missed: whereText(fault.missed),
          parts: fault.missed.map((cell) => nameOf(cell, fault, reading)),
          amount: { amount, decimals: ownDecimals(amount) },
        };
      },
    }),
});

function missedSum({ missed }: Fault, { sheet }: SheetReading): number {
  return exactSum(missed.map(({ row, column }) => numberAt(sheet, row, column)).filter(Number.isFinite));
}

/** The totals of one row that all miss the same row are one oversight; so are those of one column. */
function sameLines({ cell, range, missed }: Fault): string {
  return range.left === cell.column
    ? `rows ${cell.row} ${range.top} ${missed.map(({ row }) => row).join()}`
    : `columns ${cell.column} ${range.left} ${missed.map(({ column }) => column).join()}`;
}

function nameOf(missed: Position, { cell }: Fault, { sheet, tables }: SheetReading): string {
  const name = missed.row === cell.row ? columnNameOf(tables, missed) : rowName(sheet, tables, missed);
  return name === '' ? cellName(missed) : name;
}

function wholeRange({ range, missed }: Fault) {
  return missed.reduce(
    (rect, { row, column }) => ({
      top: Math.min(rect.top, row),
      left: Math.min(rect.left, column),
      bottom: Math.max(rect.bottom, row),
      right: Math.max(rect.right, column),
    }),
    range,
  );
}
