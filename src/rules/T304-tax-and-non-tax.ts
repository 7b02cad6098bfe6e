import { defineRule } from '../core/findings/rule';
import { revenueParts } from '../core/fiscal/ties/revenue-parts';
import { judgeTies, nameOf, tieReport } from './tie-report';

/** 税收收入 + 非税收入 = 地方收入, also where they do not stand as a total and its parts (indicators R03, R12). */
export const taxAndNonTax = defineRule<'broken'>({
  code: 'T304',
  name: 'tax-and-non-tax',
  reach: 'set',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) =>
    judgeTies(revenueParts(context.measures), 'noTaxAndNonTax', (tie) => {
      const report = tieReport(tie, 'broken', 'error', context);
      return {
        ...report,
        data: { ...report.data, parts: tie.from.map(nameOf) },
        // The total of the table itself is broken by the same cells: that finding says more.
        follows: [tie.target, ...tie.from].flatMap(({ cell }) => (cell.sheet === tie.target.cell.sheet ? [cell] : [])),
      };
    }),
});
