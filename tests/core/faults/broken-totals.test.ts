import { cellsOf } from '../../../src/core/findings/finding';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { workbookOf } from '../../support/text-table';

/** First cell and cause of each broken total. */
async function totals(table: string) {
  const { outcome } = await checkWorkbook(workbookOf(table), { rules: ['A101'] });
  return outcome.findings.map(({ at, cause, consequences }) => [
    cellsOf({ at })
      .slice(0, 1)
      .map(({ row, column }) => `${row},${column}`)
      .join(),
    cause?.kind,
    consequences.length,
  ]);
}

const MONTHS = (total: string) => `2023年上半年库款运行监测表
单位：元
| 月份 | 期初库款余额 | 本期流入 | | 本期流出 | 期末余额 |
| | | 合计 | 其中：上级调度 | | |
| 1月 | 68215440.18 | 236418205.37 | 146579287 | 214006318.92 | 90627326.63 |
| 2月 | 90627326.63 | 148902611.84 | 92319619 | 170551204.40 | 68978734.07 |
| 3月 | 68978734.07 | 205377940.12 | 127334323 | 209913866.08 | 64442808.11 |
| 4月 | 64442808.11 | 161085472.66 | 99872993 | 174208115.73 | 51320165.04 |
| 5月 | 51320165.04 | 188640093.55 | 116956858 | 192447250.31 | 47513008.28 |
| 6月 | 47513008.28 | 262774918.46 | 162920449 | 241306402.17 | 68981524.57 |
| 合计 | | 1203199242.00 | ${total} | 1202433157.61 | |`;

test('a labelled total that comes out in the other columns is believed where it does not', async () => {
  expect(await totals(MONTHS('745983529'))).toEqual([]);
  expect(await totals(MONTHS('750983529'))).toHaveLength(1);
  // The last month again, or an average: another kind of figure.
  expect(await totals(MONTHS('162920449'))).toEqual([]);
});

const BUDGET = (own: string, health: string) => `2023年部门收支预算总表
单位：元
| 收入 | | 支出 | |
| 项目 | 预算数 | 项目 | 预算数 |
| 一、一般公共预算拨款收入 | 611741163.26 | 一、教育支出 | 499143386.06 |
| 二、政府性基金预算拨款收入 | 0 | 二、社会保障和就业支出 | 52340118.40 |
| 三、财政专户管理资金收入 | ${own} | 三、卫生健康支出 | ${health} |
| 四、其他收入 | 0 | 四、住房保障支出 | 39255088.80 |
| 本年收入合计 | 615601163.26 | 本年支出合计 | 615601163.26 |`;

test('a list of one column is judged by the slip that explains its total', async () => {
  expect(await totals(BUDGET('3860000', '24862570'))).toEqual([]);
  expect(await totals(BUDGET('386000', '25862570'))).toEqual([
    ['6,1', 'scale', 0],
    ['8,3', 'wrongDigit', 0],
  ]);
});

const TREE = (middle: string) => `单位：元
| 科目编码 | 科目名称 | 基本支出 | 项目支出 |
| 205 | 教育支出 | 447843386.06 | 51300000 |
| 20501 | 教育管理事务 | 7686910.50 | 860000 |
| 2050101 | 行政运行 | 6482310.50 | 0 |
| 2050199 | 其他教育管理事务支出 | 1204600 | 860000 |
| 20502 | 普通教育 | 425950615.56 | 48060000 |
| 2050201 | 学前教育 | 18640220 | 4210000 |
| 2050202 | 小学教育 | 407310395.56 | 43850000 |
| 20503 | 职业教育 | 14205860 | ${middle} |
| 2050302 | 中等职业教育 | 14205860 | 2380000 |
| 208 | 社会保障和就业支出 | 52340118.40 | 0 |
| 20805 | 行政事业单位养老支出 | 52340118.40 | 0 |
| 2080505 | 基本养老保险缴费支出 | 52340118.40 | 0 |`;

test('a figure that is part of one total and the other itself is the culprit of both', async () => {
  expect(await totals(TREE('2380000'))).toEqual([]);
  expect(await totals(TREE('2480000'))).toEqual([['9,3', 'wrongDigit', 1]]);
});

test('figures rounded to fives each for itself are no mistakes', async () => {
  expect(
    await totals(`| 地区 | 甲县 | 乙县 | 丙县 | 丁县 |
| 合计 | 1255 | 8095 | 2280 | 545 |
| 东乡 | 410 | 3120 | 905 | 195 |
| 西乡 | 385 | 2745 | 760 | 160 |
| 南乡 | 460 | 2220 | 615 | 195 |`),
  ).toEqual([]);
});

const TRANSFERS = (balance: string, revolution: string) => `单位：万元
| 科目 | 年初预算 | 本月到位 | 累计到位 | 去年同期 |
| 11002 一般性转移支付收入 | 196990 | 13536 | 155036 | 159843 |
| 1100202 均衡性转移支付收入 | 61200 | 5364 | ${balance} | 51610 |
| 1100207 县级基本财力保障机制奖补资金收入 | 18640 | 1129 | 13623 | 13842 |
| 1100208 结算补助收入 | 5320 | 366 | 4040 | 4086 |
| 1100226 重点生态功能区转移支付收入 | 8900 | 608 | 8165 | 8088 |
| 1100228 革命老区转移支付收入 | 2150 | 190 | 1613 | ${revolution} |
| 1100229 民族地区转移支付收入 | 4480 | 273 | 2742 | 2675 |
| 　　共同财政事权转移支付收入 | 96300 | 5606 | 74336 | 77910 |
| 11003 专项转移支付收入 | 33150 | 2206 | 25521 | 25732 |
| 合计 | 230140 | 15742 | 180557 | 185575 |`;

test('a total that comes out in half of its columns is believed in the others where a slip explains the miss', async () => {
  expect(await totals(TRANSFERS('50517', '1632'))).toEqual([]);
  expect((await totals(TRANSFERS('55017', '1732'))).map(([, cause]) => cause)).toEqual(['transposed', 'wrongDigit']);
});

test('classes and their items without indent or codes: a total that its leaves make up is right', async () => {
  const table = (rows: readonly string[], total: string) =>
    `某县2023年6月一般公共预算收入完成情况表\n单位：万元\n| 项目 | 年初预算 | 本月 | 累计 |\n${rows.join('\n')}\n| 合计 | ${total} |`;
  expect(
    await totals(
      table(
        [
          '| 税收收入 | 30000 | 2100 | 13100 |',
          '| 增值税 | 20000 | 1400 | 8400 |',
          '| 契税 | 10000 | 700 | 4700 |',
          '| 非税收入 | 12000 | 1000 | 6000 |',
        ],
        '42000 | 3100 | 19100',
      ),
    ),
  ).toEqual([]);
  expect(
    await totals(
      table(
        [
          '| 教育支出 | 5230 | 417 | 2310 |',
          '| 普通教育 | 4120 | 330 | 1820 |',
          '| 职业教育 | 1110 | 87 | 490 |',
          '| 住房保障支出 | 2470 | 205 | 1190 |',
          '| 住房改革支出 | 1360 | 113 | 640 |',
          '| 城乡社区住宅 | 1110 | 92 | 550 |',
        ],
        '7700 | 622 | 3500',
      ),
    ),
  ).toEqual([]);
});
