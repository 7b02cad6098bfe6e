import { checkWorkbook } from '../../../src/app/check-workbook';
import { cellsOf } from '../../../src/core/findings/finding';
import { workbookOf } from '../../support/text-table';

/** Level, first cell and cause of each broken total. */
async function totals(table: string) {
  const { outcome } = await checkWorkbook(workbookOf(table), { rules: ['A101'] });
  return outcome.findings.map(({ level, at, cause }) => {
    const [first] = cellsOf({ at });
    return `${level} ${first?.row},${first?.column} ${cause?.kind}`;
  });
}

const BUREAUS = (total: string) => `单位：万元
| 单位 | 预算数 | 支出数 |
| 教育局 | 4127 | 1733 |
| 卫健局 | 3051 | 1218 |
| 民政局 | 1874 | 655 |
| 合计 | 9052 | ${total} |`;

describe('a total of the whole block above it', () => {
  it('is believed in the second of two columns where the first comes out', async () => {
    expect(await totals(BUREAUS('3606'))).toEqual([]);
    expect(await totals(BUREAUS('3731'))).toEqual(['error 5,2 undetermined']);
  });

  it('that leaves out one of its rows is told so', async () => {
    expect(await totals(BUREAUS('2951'))).toEqual(['error 5,2 leftOut']);
  });

  it('is another kind of figure where it is no more than its largest part', async () => {
    expect(await totals(BUREAUS('1733'))).toEqual([]);
    expect(await totals(BUREAUS('1202'))).toEqual([]);
  });

  it('is an average where the other columns hold averages', async () => {
    const trials = `| | | System | Average |
| Algorithm | Take | Throughput | Turnaround |
| FIFO | 1 | 0.55 | 137.2682 |
| FIFO | 2 | 0.275 | 84.5869 |
| FIFO | 3 | 0.3999 | 525.0168 |
| FIFO | 4 | 0.475 | 193.3522 |
| FIFO | 5 | 0.575 | 180.9367 |
| FIFO | 6 | 0.5498 | 259.6202 |
| FIFO | 7 | 0.775 | 157.3586 |
| FIFO | 8 | 0.65 | 110.2181 |
| FIFO | 9 | 0.8249 | 449.5111 |
| FIFO | 10 | 0.5 | 219.5917 |
| FIFO | AVG | 0.55746 | 231.74605 |
| FIFO | STDEV | 0.155738095532 | 137.584206562 |`;
    expect(await totals(trials)).toEqual([]);
  });

  const LONE = (total: string) => `单位：万元
| 乡镇 | 支出数 |
| 东乡 | 4127 |
| 西乡 | 3051 |
| 南乡 | 1874 |
| 合　　计 | ${total} |`;

  it('is worth a warning where nothing but its label says so', async () => {
    expect(await totals(LONE('9052'))).toEqual([]);
    expect(await totals(LONE('9377'))).toEqual(['warning 5,1 undetermined']);
    expect(await totals(LONE('9502'))).toEqual(['error 5,1 transposed']);
  });

  it('says nothing of a column of rates', async () => {
    expect(
      await totals(`单位：万元
| 单位 | 预算数 | 支出数 | 完成预算% |
| 教育局 | 4127 | 1733 | 42.0 |
| 卫健局 | 3051 | 1218 | 39.9 |
| 民政局 | 1874 | 655 | 35.0 |
| 合计 | 9052 | 3606 | 39.8 |`),
    ).toEqual([]);
  });
});

const QUARTERS = (half: string) => `单位：万元
| 月份 | 本年 | 上年 |
| 1月 | 127 | 98 |
| 2月 | 114 | 93 |
| 3月 | 139 | 126 |
| 一季度 | 380 | 317 |
| 4月 | 128 | 117 |
| 5月 | 125 | 119 |
| 6月 | 148 | 136 |
| 二季度 | 401 | 372 |
| 上半年 | ${half} | 689 |`;

test('a half year is the sum of its quarters, a quarter of its months', async () => {
  expect(await totals(QUARTERS('781'))).toEqual([]);
  expect(await totals(QUARTERS('718'))).toEqual(['error 10,1 transposed']);
});

const LEVELS = (schools: string) => `单位：万元
| 科目 | 支出数 |
| 教育支出 | 1537 |
| 　普通教育 | ${schools} |
| 　　小学教育 | 812 |
| 　　初中教育 | 516 |
| 　职业教育 | 209 |
| 农林水支出 | 1203 |
| 　农业农村 | 698 |
| 　水利 | 505 |
| 合计 | 2740 |`;

test('a subtotal that one value repairs, below and above, is the culprit of both', async () => {
  expect(await totals(LEVELS('1328'))).toEqual([]);
  expect(await totals(LEVELS('1367'))).toEqual(['error 3,1 undetermined']);
});

const HEADERS = (total: string) => `单位：万元
| 预算数 | | | | 决算数 | | | |
| 合计 | 因公出国费 | 车辆 | 公务接待费 | 合计 | 因公出国费 | 车辆 | 公务接待费 |
| 45.8 | 3.2 | 27.3 | 15.3 | ${total} | 2.1 | 28.36 | 12.9 |`;

test('合计 in a group of headers is the sum of the group', async () => {
  expect(await totals(HEADERS('43.36'))).toEqual([]);
  expect(await totals(HEADERS('34.36'))).toEqual(['error 3,4 transposed']);
});

const PERSONS = (total: string) => `| 乡镇 | 人数 | 户数 |
${Array.from({ length: 12 }, (_, i) => `| 第${i + 1}村 | ${17 + ((i * 7) % 11)} | ${8 + ((i * 5) % 7)} |`).join('\n')}
| 合计 | ${total} | ${Array.from({ length: 12 }, (_, i) => 8 + ((i * 5) % 7)).reduce((a, b) => a + b)} |`;

test('persons are whole: half a one of each line does not add up', async () => {
  const sum = Array.from({ length: 12 }, (_, i) => 17 + ((i * 7) % 11)).reduce((a, b) => a + b);
  expect(await totals(PERSONS(String(sum)))).toEqual([]);
  expect(await totals(PERSONS(String(sum + 4)))).toHaveLength(1);
});

test('a cause is named only where it repairs the sum to the last place', async () => {
  // 3,190 is one digit from 3,100, but the parts come to 3,102.
  expect(
    await totals(`单位：万元
| 科目 | 预算数 | 支出数 |
| 教育支出 | 3500 | 1500 |
| 农林水支出 | 3000 | 1200 |
| 卫生健康支出 | 1000 | 402 |
| 合计 | 7500 | 3190 |`),
  ).toEqual(['error 5,2 undetermined']);
});
