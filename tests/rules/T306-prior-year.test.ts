import { income } from './fixtures/income';
import { testRule } from './rule-tester';

testRule('T306', {
  valid: [
    {
      table: `${income('2023年5月')}
《2022年5月.xlsx》
${income('2022年5月')}`,
      also: ['I402'],
    },
    {
      table: income('2023年5月'),
      also: ['I402'],
    },
    // Last year's table is the one of its own tier, though that of the whole city stands first; and what was planned
    // for last year is not what last year came to.
    {
      table: `【01】
青禾市2025年全市政府性基金预算支出执行情况表
单位：万元
| 项目 | 预算数 | 执行数 |
| 城乡社区支出 | 900 | 800 |
| 农林水支出 | 90 | 80 |
| 其他支出 | 60 | 50 |
【02】
青禾市2025年市本级政府性基金预算支出执行情况表
单位：万元
| 项目 | 预算数 | 执行数 |
| 城乡社区支出 | 500 | 400 |
| 农林水支出 | 50 | 40 |
| 其他支出 | 30 | 20 |
【03】
青禾市2026年市本级政府性基金预算支出情况表
单位：万元
| 项目 | 2025年预算数 | 2025年执行数 | 2026年预算数 |
| 城乡社区支出 | 500 | 400 | 450 |
| 农林水支出 | 50 | 40 | 45 |
| 其他支出 | 30 | 20 | 25 |`,
    },
  ],
  invalid: [
    {
      table: `${income('2023年5月', { 增值税: '20,000 | 1,300 | 7,000 | 6,050' })}
《2022年5月.xlsx》
${income('2022年5月')}`,
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'E5',
          against: ['《2022年5月.xlsx》Sheet1!D5'],
          says: '增值税（上年同期）为 6,050 万元，上年报表为 6,500 万元，差 450 万元（取自 《2022年5月.xlsx》Sheet1!D5）',
        },
      ],
      also: ['A101', 'I402'],
    },
    // Last year's table is of the month after: its total to date less its month.
    {
      table: `云陂县2025年9月一般公共预算收入完成情况表
     单位：万元
     | 项目 | 年初预算 | 本月 | 累计 | 上年同期 |
     | 税收收入 | 30,000 | 2,000 | 21,900 | 20,500 |
     | 增值税 | 20,000 | 1,300 | 14,500 | 13,150 |
     | 企业所得税 | 10,000 | 700 | 7,400 | 7,000 |
     | 非税收入 | 12,000 | 900 | 9,100 | 8,300 |
     | 合计 | 42,000 | 2,900 | 31,000 | 28,800 |
《去年.xlsx》
云陂县2024年10月一般公共预算收入完成情况表
     单位：万元
     | 项目 | 年初预算 | 本月 | 累计 |
     | 税收收入 | 28,000 | 1,900 | 22,400 |
     | 增值税 | 18,500 | 1,200 | 14,700 |
     | 企业所得税 | 9,500 | 700 | 7,700 |
     | 非税收入 | 11,000 | 800 | 9,100 |
     | 合计 | 39,000 | 2,700 | 31,500 |`,
      also: ['A101'],
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'E5',
          against: ['《去年.xlsx》Sheet1!D5', '《去年.xlsx》Sheet1!C5'],
          says: '增值税（上年同期）为 13,150 万元，上年报表为 13,500 万元，差 350 万元（取自 《去年.xlsx》Sheet1!D5、《去年.xlsx》Sheet1!C5）',
        },
      ],
    },
  ],
});
