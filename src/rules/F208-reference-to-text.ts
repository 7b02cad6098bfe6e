import { cellName } from '../core/grid/address';
import { textAt, valueAt } from '../core/grid/sheet';
import { isCellError } from '../core/grid/value';
import { defineRule } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { plainText } from '../core/tables/label';
import { formulaText, judgeFormulas, tableOf, type FaultOf } from './formula-report';

type Fault = FaultOf<'referenceToText'>;

/** Arithmetic on a cell whose text is no number. */
export const referenceToText = defineRule({
  code: 'F208',
  name: 'reference-to-text',
  reach: 'sheet',
  levels: ['error', 'warning', 'hint'],
  messageIds: ['failed', 'hidden'],
  degrees: [['failed', 'hidden']],
  check: (context) =>
    judgeFormulas(context, {
      kind: 'referenceToText',
      telling: (fault, reading) => {
        const failed = showsError(fault, reading);
        return {
          messageId: failed ? 'failed' : 'hidden',
          level: failed ? 'error' : 'warning',
          alike: tableOf(reading, fault.cell),
        };
      },
      words: (fault, { sheet }) => ({
        formula: formulaText(fault.formula),
        at: cellName(fault.text),
        text: shortened(plainText(textAt(sheet, fault.text.row, fault.text.column))),
      }),
    }),
});

function showsError({ cell: { row, column } }: Fault, { sheet }: SheetReading): boolean {
  return isCellError(valueAt(sheet, row, column));
}

const LONGEST_TEXT = 20;

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
