import { checkWorkbook } from '../../../src/app/check-workbook';
import { workbookOf } from '../../support/text-table';

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
