import { defineRule } from '../core/findings/rule';
import { amountsInOrder } from '../core/fiscal/ledgers/learned-order';
import type { Column } from '../core/tables/table';
import { unitOfCell } from '../core/tables/unit-of-cell';
import { amount, eachTable, rowReport } from './row-report';

/** What was paid is within what was provided, a price within the budget: so say the headers and all other rows. */
export const beyondItsWhole = defineRule<'beyond'>({
  code: 'T332',
  name: 'beyond-its-whole',
  reach: 'sheet',
  levels: ['error', 'warning'],
  messageIds: ['beyond'],
  check: ({ sheets }) => {
    let judged = 0;
    const reports = eachTable(sheets).flatMap((at) => {
      const order = amountsInOrder(at.reading.sheet, at.table);
      judged += order.judged;
      return order.broken.map(({ row, first, second, firstValue, secondValue, isNamed }) => {
        const unit = unitOfCell(at.table, row, first);
        return rowReport(at, row, {
          messageId: 'beyond' as const,
          level: isNamed ? 'error' : 'warning',
          ...(isNamed ? {} : { grade: 'yellow' as const }),
          followsFirst: true,
          columns: [first, second],
          data: {
            whole: calledBy(second),
            actual: amount(firstValue, unit),
            bound: amount(secondValue, unitOfCell(at.table, row, second)),
            difference: amount(firstValue - secondValue, unit),
          },
          expected: secondValue,
          actual: firstValue,
        });
      });
    });
    return { passed: judged - reports.length, reports, ...(judged === 0 ? { skipped: { why: 'noBoundPairs' } } : {}) };
  },
});

/** A sum is called by what it is of: 本年下达 小计. */
function calledBy({ path }: Column): string {
  const leaf = path.at(-1) ?? '';
  return /^(?:合计|小计|总计)$/.test(leaf) ? path.slice(-2).join(' ') : leaf;
}
