import { testRule } from './rule-tester';

testRule('A102', {
  valid: [
    `| 项目 | 累计完成 | 上年同期 | 增长% |
     | 税收收入 | 300 | 200 | 50.0 |
     | 非税收入 | 100 | 80 | 25.0 |
     | 合计 | 400 | 280 | 42.9 |`,
    // On nothing or less there is no rate.
    `| 项目 | 累计完成 | 上年同期 | 增长% |
     | 税收收入 | 300 | 200 | 50 |
     | 罚没收入 | 12 | 0 | 100 |
     | 其他收入 | 5 | -3 | 8 |
     | 契税 | 110 | 100 | 10 |`,
    // Rates of a column that follow nothing in the table are somebody else's.
    `| 项目 | 累计完成 | 上年同期 | 增长% |
     | 甲 | 300 | 200 | 7 |
     | 乙 | 100 | 80 | 9 |
     | 丙 | 50 | 40 | 3 |`,
  ],
  invalid: [
    {
      table: `| 项目 | 累计完成 | 上年同期 | 增长% |
     | 税收收入 | 300 | 200 | 50 |
     | 非税收入 | 100 | 80 | 35 |
     | 合计 | 400 | 280 | 42.9 |`,
      finds: [
        {
          level: 'error',
          at: 'D3',
          with: ['C3', 'B3'],
          says: '非税收入“增长%”为 35%，按本年与上年数应为 25%，差 10 个百分点',
        },
      ],
    },
  ],
});
