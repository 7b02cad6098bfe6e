import { defineRule } from '../core/findings/rule';
import { purchasesOf } from '../core/fiscal/ledgers/split-purchases';
import type { Source } from '../core/fiscal/pack';
import { roundHalfUp } from '../core/numbers/decimal';
import { amount, eachTable } from './row-report';

/** What splitting is; from which amount on is the pack's. */
const SPLITTING: Source = {
  document: '中华人民共和国政府采购法实施条例（国务院令第658号）',
  article: '第二十八条',
  verified: true,
};
/** Yuan a 万元. */
const TEN_THOUSAND = 10_000;

/** 化整为零: one buyer's purchases of one category in a year, otherwise than by open tender, together above the amount that asks for it. */
export const splitPurchases = defineRule<'split'>({
  code: 'T328',
  name: 'split-purchases',
  reach: 'sheet',
  levels: ['warning'],
  messageIds: ['split'],
  check: ({ sheets, pack }) => {
    const bound = pack.openTender.value * TEN_THOUSAND;
    const judged = eachTable(sheets).flatMap((at) =>
      purchasesOf(at.reading.sheet, at.table, bound).map((group) => ({ at, group })),
    );
    const split = judged.filter(({ group: { lines, yuan } }) => lines.length > 1 && yuan > bound);
    return {
      passed: judged.length - split.length,
      reports: split.map(({ at, group: { buyer, item, column, lines, yuan } }) => ({
        level: 'warning',
        grade: 'yellow',
        sheet: at.reading.sheet.name,
        cells: lines.map(({ row }) => ({ row, column: column.column })),
        extent: 'column' as const,
        aspect: `${buyer}|${item}`,
        messageId: 'split' as const,
        data: {
          buyer,
          item,
          count: lines.length,
          sum: amount(roundHalfUp(yuan / TEN_THOUSAND, 2), '万元'),
          bound: amount(pack.openTender.value, '万元'),
          amountSource: { cites: pack.openTender.source },
          source: { cites: SPLITTING },
        },
        source: SPLITTING,
        actual: yuan,
      })),
      ...(judged.length === 0 ? { skipped: { why: 'noPurchases' } } : {}),
    };
  },
});
