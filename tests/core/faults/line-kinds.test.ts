import { checkWorkbook } from '../../../src/app/check-workbook';
import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import type { LineKind } from '../../../src/core/relations/types';
import { workbookOf } from '../../support/text-table';
import { type Rows, sheetOf } from '../relations/hierarchy';

const LOANS = [
  ['甲工程', 3.98, 21500, 0, 0],
  ['乙工程', 3.38, 18600, 0, 0],
  ['丙工程', 2.94, 16200, 0, 0],
  ['丁工程', 3.41, 12800, 0, 0],
  ['戊工程', 3.72, 4120, 0, 4120],
  ['己工程', 2.91, 9600, 0, 0],
  ['庚工程', 2.98, 0, 6400, 0],
  ['一般债务小计', '', 82820, 6400, 4120],
  ['辛工程', 3.61, 22000, 0, 0],
  ['壬工程', 3.79, 18400, 0, 0],
  ['癸工程', 3.57, 13500, 0, 0],
  ['子工程', 3.85, 600, 0, 600],
  ['丑工程', 3.28, 0, 4100, 0],
  ['专项债务小计', '', 54500, 4100, 600],
  ['合计', '', 137320, 10500, 4720],
] as const;

test('a ledger in which a loan is repaid to nothing is no other sum that fails there', async () => {
  const { outcome } = await checkWorkbook(
    workbookOf(`某县政府债务台账
单位：万元
| 项目名称 | 年利率(%) | 本金 | 年初余额 | 本年新增 | 本年偿还 | 期末余额 |
${LOANS.map(([name, rate, opening, inflow, outflow], i) => `| ${name} | ${rate} | ${opening + inflow} | ${opening} | ${inflow} | ${outflow} | =D${i + 4}+E${i + 4}-F${i + 4} → ${opening + inflow - outflow} |`).join('\n')}`),
  );
  expect(outcome.findings.map(({ code }) => code)).toEqual([]);
});

/** Suspicions of a sheet whose columns are of the given kinds. */
function suspicions(rows: Rows, kinds: readonly LineKind[]) {
  const columns = new Map(kinds.map((kind, i) => [i + 1, kind]));
  const hints = { totals: [], skipRows: new Set([0]), skipColumns: new Set<number>() };
  return findArithmetic(sheetOf(rows), { ...hints, kinds: { rows: new Map(), columns } }).suspicions.map(({ cells }) =>
    cells
      .slice(0, 1)
      .map(({ row, column }) => `${row},${column}`)
      .join(),
  );
}

describe('what the tables know of a column', () => {
  const towns: Rows = [
    ['乡镇', '甲', '乙', '丙', '丁'],
    ['东乡', 4127, 3051, 2218, 12.5],
    ['西乡', 2930, 1874, 1339, 10.5],
    ['南乡', 1216, 902, 887, 7.5],
    ['北乡', 3308, 2416, 1750, 4.5],
    ['合计', 11581, 8243, 6194, 32.5],
  ];

  it('keeps a column of rates from being blamed, where one of amounts would be', () => {
    expect(suspicions(towns, ['amount', 'amount', 'amount', 'amount'])).toEqual(['5,4']);
    expect(suspicions(towns, ['amount', 'amount', 'amount', 'rate'])).toEqual([]);
  });

  it('keeps amounts and rates from being added to each other', () => {
    const rows: Rows = [
      ['单位', '一', '二', '三'],
      ['甲局', 120.5, 100, 20.5],
      ['乙局', 150.7, 120, 30.7],
      ['丙局', 180.2, 170, 10.2],
      ['丁局', 260.9, 220, 40.9],
      ['戊局', 311.4, 300, 17.4],
    ];
    expect(suspicions(rows, ['amount', 'amount', 'amount'])).toHaveLength(1);
    expect(suspicions(rows, ['amount', 'amount', 'share'])).toEqual([]);
  });
});
