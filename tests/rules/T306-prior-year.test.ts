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
  ],
});
