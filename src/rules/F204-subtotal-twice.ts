import { cellName } from '../core/grid/address';
import { numberAt } from '../core/grid/sheet';
import { rowName } from '../core/tables/table-place';
import { defineRule } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import { formulaText, judgeFormulas, type FaultOf } from './formula-report';

type Fault = FaultOf<'sumIncludesSubtotal'>;

/** A SUM that adds a subtotal and also what the subtotal adds. */
export const subtotalTwice = defineRule({
  code: 'F204',
  name: 'subtotal-twice',
  reach: 'sheet',
  levels: ['error', 'hint'],
  messageIds: ['twice'],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'sumIncludesSubtotal',
      telling: (fault, reading) => ({
        messageId: 'twice',
        level: subtotalOf(fault, reading) === 0 ? 'hint' : 'error',
        alike: `${fault.cell.row} ${fault.subtotal.row}`,
      }),
      words: (fault, reading) => {
        const amount = subtotalOf(fault, reading);
        const decimals = Math.min(ownDecimals(amount), 4);
        return {
          formula: formulaText(fault.formula),
          subtotal: cellName(fault.subtotal),
          part: rowName(reading.sheet, reading.tables, fault.subtotal) || cellName(fault.subtotal),
          amount: { amount: roundHalfUp(amount, decimals), decimals },
        };
      },
    }),
});

/** 0 where the subtotal shows no figure: then nothing is counted twice yet. */
function subtotalOf({ subtotal: { row, column } }: Fault, { sheet }: SheetReading): number {
  return numberAt(sheet, row, column) || 0;
}
