import { testRule } from './rule-tester';

const shares = (share: number) => `| 税种 | 税收收入 | 地方收入 | 占比% |
     | 青山镇 | 3127 | 9418 | 33.20 |
     | 白水乡 | 1261 | 3709 | 34.00 |
     | 石桥乡 | 4512 | 8193 | ${share} |
     | 云岭镇 | 2258 | 7731 | 29.21 |
     | 河口镇 | 1843 | 5628 | 32.75 |`;

/** Shares of a whole that the last row shows, or no row at all. */
const parts = (changed: string, total: string) => `单位：万元
     | 片区 | 户数 | 入库税收 | 亩均 | 占全县税收% |
     | 城北 | 46 | 2713.5 | 16.11 | 21.99 |
     | 云岭 | 38 | 2080.42 | 14.59 | ${changed} |
     | 河口 | 44 | 1702.2 | 14.62 | 13.79 |
     | 青山 | 31 | 1180.66 | 11.02 | 9.57 |
     ${total}`;
const WHOLE = '| 全部纳税企业 | 2164 | 12341.17 | | 100 |';

testRule('A106', {
  valid: [
    shares(55.07),
    parts('16.86', ''),
    parts('16.86', WHOLE),
    // A column that mostly says something else is no column of shares of one whole.
    parts('20.86', WHOLE).replace('13.79', '15.79'),
    // Shares so small that they leave the whole open.
    `| 项目 | 金额 | 占比% |
     | 甲 | 31 | 0.1 |
     | 乙 | 42 | 0.1 |
     | 丙 | 56 | 0.2 |
     | 丁 | 77 | 0.9 |`,
  ],
  invalid: [
    {
      table: parts('20.86', ''),
      finds: [
        {
          level: 'error',
          at: 'E4',
          with: ['C4'],
          says: '云岭“占全县税收%”为 20.86，按分子、分母计算应为 16.86，差 4.00',
        },
      ],
    },
    {
      table: parts('20.86', WHOLE),
      finds: [
        {
          level: 'error',
          at: 'E4',
          with: ['C4', 'C7'],
          says: '云岭“占全县税收%”为 20.86，按分子、分母计算应为 16.86，差 4.00',
        },
      ],
    },
    {
      table: parts('16.86', WHOLE.replace('100 |', '105 |')),
      finds: [
        {
          level: 'error',
          at: 'E7',
          with: ['C7'],
          says: '全部纳税企业“占全县税收%”为 105，按分子、分母计算应为 100，差 5',
        },
      ],
    },
    {
      table: shares(56.57),
      finds: [
        {
          level: 'error',
          at: 'D4',
          with: ['B4', 'C4'],
          says: '石桥乡“占比%”为 56.57，按分子、分母计算应为 55.07，差 1.50',
        },
      ],
    },
  ],
});
