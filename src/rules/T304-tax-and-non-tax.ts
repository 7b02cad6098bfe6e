import { defineRule } from '../core/findings/rule';
import type { Dossier } from '../core/reading/dossier';
import type { Tie } from '../core/fiscal/ties/compared';
import { revenueParts } from '../core/fiscal/ties/revenue-parts';
import { judgeTies, ownMeasures, tieReport } from './tie-report';

/** 税收收入 + 非税收入 = 地方收入, also where they do not stand as a total and its parts (indicators R03, R12). */
export const taxAndNonTax = defineRule<'broken'>({
  code: 'T304',
  name: 'tax-and-non-tax',
  levels: ['error'],
  messageIds: ['broken'],
  check: (context) =>
    judgeTies(
      revenueParts(ownMeasures(context)).filter((tie) => tie.holds || !isToldByArithmetic(context, tie)),
      'noTaxAndNonTax',
      (tie) => tieReport(tie, 'broken', 'error'),
    ),
});

/** The total of the table itself is broken by the same cells: that finding says more. */
function isToldByArithmetic({ sheets }: Dossier, { target, from }: Tie): boolean {
  const cells = [target, ...from].map(({ cell }) => `${cell.row},${cell.column}`);
  return sheets.some(
    ({ sheet, faults }) =>
      sheet.name === target.cell.sheet &&
      faults.some(({ relations }) =>
        relations.some((relation) =>
          [relation.target, ...relation.operands].some(({ row, column }) => cells.includes(`${row},${column}`)),
        ),
      ),
  );
}
