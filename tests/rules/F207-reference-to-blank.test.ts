import { benefits } from './fixtures/benefits';
import { testRule } from './rule-tester';

testRule('F207', {
  valid: [
    benefits(),
    `| 项目 | 一月 | 二月 | 三月 | 累计 |
      | 办公费 | 31.4 | 20.6 | | =B2+C2+D2 → 52 |
      | 差旅费 | 11.7 | 9.3 | | =B3+C3+D3 → 21 |`,
  ],
  invalid: [
    {
      table: `| 乡镇 | 人数 | 月标准 | 应发金额 |
      | 青山镇 | 312 | 85 | =B2*C2+H2 → 26520 |
      | 白水乡 | 207 | 70 | =B3*C3+H3 → 14490 |
      | 石桥乡 | 451 | 85 | =B4*C4+H4 → 38335 |`,
      finds: [
        {
          level: 'hint',
          at: 'D2',
          with: ['D3', 'D4'],
          says: '青山镇（应发金额）的公式 =B2*C2+H2 引用了表外的空白单元格，按 0 计算（D2:D4 共 3 个公式，空白单元格为 H2:H4）；请核对引用位置',
        },
      ],
    },
  ],
});
