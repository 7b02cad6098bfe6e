import { defineRule } from '../core/findings/rule';
import { wholesAndParts } from '../core/fiscal/ties/wholes';
import { amountLike, nameOf } from './tie-report';

/** 财政总支出 counts 一般公共预算支出 and more: it is never below it. */
export const wholeBelowPart = defineRule<'below'>({
  code: 'T327',
  name: 'whole-below-part',
  reach: 'set',
  levels: ['error'],
  messageIds: ['below'],
  check: ({ measures }) => {
    const judged = wholesAndParts(measures);
    const broken = judged.filter(({ holds }) => !holds);
    return {
      passed: judged.length - broken.length,
      reports: broken.map(({ whole, part }) => ({
        level: 'error',
        sheet: whole.cell.sheet,
        cells: [whole, part].map(({ cell: { row, column } }) => ({ row, column })),
        // Where the arithmetic of the table blames one of the two, that says more.
        follows: [whole, part].map(({ cell: { row, column } }) => ({ row, column })),
        messageId: 'below' as const,
        data: {
          row: nameOf(whole),
          part: nameOf(part),
          column: whole.header.split('|').at(-1) ?? '',
          actual: amountLike(whole, whole.yuan),
          least: amountLike(part, part.yuan),
          difference: amountLike(whole, part.yuan - whole.yuan),
        },
        actual: amountLike(whole, whole.yuan).amount,
      })),
      ...(judged.length === 0 ? { skipped: { why: 'noWholes' } } : {}),
    };
  },
});
