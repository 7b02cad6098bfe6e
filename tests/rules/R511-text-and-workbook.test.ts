import { testTextRule } from './text-rule-tester';

const TABLE = `青禾县2023年1-5月一般公共预算收入执行情况表 单位：万元
| 项目 | 年初预算数 | 累计完成数 | 上年同期 | 增减额 | 增减% |
| 税收收入 | 24000 | 9360 | 9000 | 360 | 4 |
| 非税收入 | 12000 | 5200 | 5000 | 200 | 4 |`;
const report = (text: string) => `截至2023年5月底，${text}\n---\n${TABLE}`;
const CASH = `青禾县2023年5月库款月报表 单位：万元
| 月份 | 月初库款 | 本月流入 | 本月流出 | 月末库款 | 库款系数 |
| 4月 | 6444.27 | 16108.55 | 17420.82 | 5132.00 | 0.29 |
| 5月 | 5132.00 | 18864.01 | 19244.73 | 4751.28 | 0.26 |`;
const cash = (text: string, table = CASH) => `2023年1—5月财政工作。${text}\n---\n${table}`;
/** Which prints none: 4751.28 ÷ ((17420.82 + 19244.73) ÷ 2) = 0.259. */
const CASH_ALONE = CASH.replace(/\|[^|\n]*\|$/gm, '|')
  .replace('4月 | 6444.27', '1月 | 6444.27')
  .replace('5月 | 5132.00', '2月 | 5132.00')
  .replace('5月库款', '2月库款');

testTextRule('R511', {
  valid: [
    cash('5月末库款系数为0.26，较4月下降0.03。'),
    cash('青禾县5月末国库库款保障系数为0.26。'),
    cash('5月末，库款系数仍低于0.3，在0.2以上。'),
    // What is asked for, and what is another's.
    cash('库款系数应维持在0.3－0.8之间，警戒线0.2，不低于0.3。'),
    cash('5月末城关镇库款系数为0.5。'),
    cash('4月、5月库款系数分别为0.29、0.26。'),
    cash('2月末库款系数为0.26。', CASH_ALONE),
    report('全县税收收入完成9360万元，为年初预算24000万元的39%，同比增收360万元，增长4%。'),
    // In another unit, rounded.
    report('全县税收收入完成0.94亿元。'),
    // Nothing of that name.
    report('契税完成9630万元。'),
    // Another month than the table's.
    `截至2023年4月底，全县税收收入完成7420万元。\n---\n${TABLE}`,
  ],
  invalid: [
    {
      text: cash('5月末库款系数为0.31。'),
      finds: [{ level: 'error', at: '0.31', says: '库款系数：文中为 0.31，Sheet1 F4 为 0.26' }],
    },
    {
      // Neither names the year.
      text: `3月末库款系数为0.98，5月末库款系数为0.56。\n---\n单位：万元
| 月份 | 本月流出 | 月末库款 | 库款系数 |
| 3月 | 36247 | 29781 | 0.88 |
| 4月 | 34592 | 28357 | 0.83 |
| 5月 | 36814 | 19477 | 0.56 |`,
      finds: [{ level: 'error', at: '0.98', says: '库款系数：文中为 0.98，Sheet1 D3 为 0.88' }],
    },
    {
      // Not that of April.
      text: cash('5月末库款系数为0.29。'),
      finds: [{ level: 'error', at: '0.29', says: '库款系数：文中为 0.29，Sheet1 F4 为 0.26' }],
    },
    {
      text: cash('5月末，库款保障水平勉强达到0.3以上。'),
      finds: [{ level: 'error', at: '0.3', says: '库款保障水平：文中为 0.3，Sheet1 F4 为 0.26' }],
    },
    {
      // No column prints it, and there are other definitions.
      text: cash('2月末库款系数为0.31。', CASH_ALONE),
      finds: [
        {
          level: 'warning',
          at: '0.31',
          says: '库款系数：文中为 0.31，按月末库款÷年内月均流出（Sheet1 E4、D3、D4）为 0.259；用别的口径的请注明',
        },
      ],
    },
    {
      text: report('全县税收收入完成9630万元。'),
      finds: [{ level: 'error', at: '9630', says: '税收收入：文中为 9630万元，Sheet1 C3 为 9360万元' }],
    },
    {
      // No column has the rate: it is reckoned from the row.
      text: report('全县税收收入完成9360万元，完成年初预算93%。'),
      finds: [{ level: 'error', at: '93', says: '税收收入：文中为 93%，按 Sheet1 C3、B3 计算为 39%' }],
    },
    {
      text: report('全县非税收入完成5200元。'),
      finds: [{ level: 'error', at: '5200', says: '非税收入：文中为 5200元，Sheet1 C4 为 52000000元' }],
    },
  ],
});
