import { defineRule } from '../core/findings/rule';
import { products } from '../core/fiscal/ledgers/products';
import { amount, eachTable, rowReport } from './row-report';

/** 金额 = 人数 × 标准 (× 月数): indicators S08, S09, E11. */
export const personsTimesStandard = defineRule<'differs'>({
  code: 'T310',
  name: 'persons-times-standard',
  reach: 'sheet',
  levels: ['error'],
  messageIds: ['differs'],
  check: ({ sheets }) => {
    const judged = eachTable(sheets).flatMap((at) =>
      products(at.reading.sheet, at.table).map((product) => ({ at, product })),
    );
    const broken = judged.filter(({ product }) => !product.holds);
    return {
      passed: judged.length - broken.length,
      reports: broken.map(({ at, product: { row, target, factors, expected, actual } }) => {
        const unit = target.unit ?? at.table.unit;
        return rowReport(at, row, {
          messageId: 'differs',
          level: 'error',
          columns: [target, ...factors],
          followsFirst: true,
          data: {
            actual: amount(actual, unit),
            expected: amount(expected, unit),
            difference: amount(Math.abs(actual - expected), unit),
            factors: factors.map(({ path }) => path.at(-1) ?? '').join(' × '),
          },
          expected,
          actual,
        });
      }),
      ...(judged.length === 0 ? { skipped: { why: 'noPersonsAndStandard' } } : {}),
    };
  },
});
