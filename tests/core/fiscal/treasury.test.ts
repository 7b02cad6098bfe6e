import { readTreasury, treasuryCoverage } from '../../../src/core/fiscal/treasury/read-treasury';
import { readTables } from '../../../src/core/tables/read-tables';
import { workbookOf } from '../../support/text-table';

function coverage(text: string): (number | undefined)[] {
  const [sheet] = workbookOf(text).sheets;
  const [table] = sheet ? readTables(sheet) : [];
  return sheet && table ? readTreasury(sheet, table).flatMap(({ months }) => months.map(treasuryCoverage)) : [];
}

describe('库款系数 is the balance over the average monthly outflow of the year', () => {
  test('months in rows, outflow of each month', () => {
    expect(coverage('库款月报\n| 月份 | 本月流出 | 月末余额 |\n| 1月 | 100 | 40 |\n| 2月 | 300 | 50 |')).toEqual([
      0.4, 0.25,
    ]);
  });

  test('months in rows, outflow to date', () => {
    expect(
      coverage('库款月报\n| 月份 | 当年累计流出 | 月末库款余额 |\n| 1月 | 100 | 40 |\n| 2月 | 400 | 50 |'),
    ).toEqual([0.4, 0.25]);
  });

  test('one name on two levels of headers', () => {
    expect(
      coverage(
        '2023年库款运行情况表\n| 月份 | 库款余额 | 库款余额 | 库款流出 | 库款流出 |\n| 月份 | 期初 | 期末 | 当月 | 累计 |\n| 1月 | 50 | 40 | 100 | 100 |\n| 2月 | 40 | 50 | 300 | 400 |',
      ),
    ).toEqual([0.4, 0.25]);
  });

  test.each([
    ['增加小计', '减少小计'],
    ['本月增加合计', '本月减少合计'],
    ['流入小计', '流出小计'],
  ])('what went out is all that %s | %s says, not one of its kinds', (into, out) => {
    const table = `国库库款月度变动表（2023年2月，万元）
| 月份 | 月初库款 | 本月增加 | | ${into} | 本月减少 | | ${out} | 月末库款 |
| | | 收入入库 | 上级调度 | | 一般预算支出 | 债务还本 | | |
| 1月 | 50 | 60 | 30 | 90 | 90 | 10 | 100 | 40 |
| 2月 | 40 | 210 | 100 | 310 | 300 | 0 | 300 | 50 |`;
    expect(coverage(table)).toEqual([0.4, 0.25]);
  });

  test('the year begins anew in January, and a year without its January is unknown', () => {
    expect(
      coverage(
        '库款月报（2022年11月—2023年2月）\n| 月份 | 本月流出 | 月末余额 |\n| 11月 | 100 | 40 |\n| 12月 | 100 | 40 |\n| 1月 | 100 | 40 |\n| 2月 | 300 | 50 |',
      ),
    ).toEqual([0.4, 0.25]);
  });

  test('days are a thirtieth of a month each', () => {
    const [sheet] = workbookOf('库款日报\n| 日期 | 今日库款余额 | 库款保障天数 |\n| 2023年6月1日 | 4900 | 12 |').sheets;
    const [table] = sheet ? readTables(sheet) : [];
    const [reading] = sheet && table ? readTreasury(sheet, table) : [];
    expect(reading?.printed.map(({ value }) => value)).toEqual([0.4]);
  });

  const printed = (text: string) => {
    const [sheet] = workbookOf(text).sheets;
    const [table] = sheet ? readTables(sheet) : [];
    const readings = sheet && table ? readTreasury(sheet, table) : [];
    return readings.flatMap((one) => one.printed.map(({ year, month, value }) => [year, month, value]));
  };

  test('years down, months across: the title says what it is', () => {
    expect(
      printed('青禾县库款系数表\n| 年度 | 1月 | 2月 |\n| 2022年 | 0.31 | 0.3 |\n| 2023年 | 0.25 | 0.22 |'),
    ).toEqual([
      [2022, 1, 0.31],
      [2022, 2, 0.3],
      [2023, 1, 0.25],
      [2023, 2, 0.22],
    ]);
  });

  test('the latest month may stand first', () => {
    expect(
      printed(
        '财政监测指标（2023年6月）\n| 指标名称 | 6月 | 5月 |\n| 库款保障水平 | 0.23 | 0.21 |\n| 三保支出 | 9 | 8 |',
      ),
    ).toEqual([
      [2023, 6, 0.23],
      [2023, 5, 0.21],
    ]);
  });

  test('a line without a name is the table’s own', () => {
    expect(coverage('库款情况（2023年6月，万元）\n| 月末库款余额 | 累计流出 |\n| 50 | 600 |')).toEqual([0.5]);
  });

  test('months that begin later than January tell nothing of the year', () => {
    expect(coverage('库款月报\n| 月份 | 本月流出 | 月末余额 |\n| 4月 | 100 | 40 |\n| 5月 | 300 | 50 |')).toEqual([]);
  });

  test('items in rows of one month', () => {
    expect(
      coverage(
        '某县2023年5月库款月报表\n| 项目 | 金额 |\n| 一、年初库款余额 | 700 |\n| 二、当年累计流入 | 4,800 |\n| 三、当年累计流出 | 5,000 |\n| 四、期末库款余额 | 500 |',
      ),
    ).toEqual([0.5]);
  });

  test('an outflow of the month alone is not taken for the year', () => {
    expect(
      coverage(
        '某县2023年5月库款月报表\n| 项目 | 金额 |\n| 月初库款余额 | 700 |\n| 本月流入 | 800 |\n| 本月流出 | 1,000 |\n| 月末库款余额 | 500 |',
      ),
    ).toEqual([]);
  });

  test('without any outflow there is none', () => {
    expect(coverage('库款月报\n| 月份 | 本月流出 | 月末余额 |\n| 1月 | 0 | 40 |\n| 2月 | 0 | 50 |')).toEqual([
      undefined,
      undefined,
    ]);
  });
});
