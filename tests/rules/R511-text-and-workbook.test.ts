import { testTextRule } from './text-rule-tester';

const TABLE = `青禾县2023年1-5月一般公共预算收入执行情况表 单位：万元
| 项目 | 年初预算数 | 累计完成数 | 上年同期 | 增减额 | 增减% |
| 税收收入 | 24000 | 9360 | 9000 | 360 | 4 |
| 非税收入 | 12000 | 5200 | 5000 | 200 | 4 |`;
const report = (text: string) => `截至2023年5月底，${text}\n---\n${TABLE}`;

testTextRule('R511', {
  valid: [
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
