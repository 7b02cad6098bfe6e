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

/** What is saved by what was planned, what a person gets by the heads: four lines are enough where the name says it. */
const saved = (rate: string, each: string) => `单位：元
     | 采购方式 | 合同个数 | 预算金额 | 合同金额 | 节约金额 | 节约率% | 人数 | 实发 | 人均实发 |
     | 公开招标 | 9 | 12,962,478 | 12,205,651 | 756,827 | 5.84 | 9 | 46,269.56 | ${each} |
     | 磋商 | 9 | 14,355,688 | 13,579,768 | 775,920 | 5.40 | 14 | 62,856.92 | 4,489.78 |
     | 询价 | 4 | 3,779,046 | 3,642,348 | 136,698 | ${rate} | 8 | 37,503.16 | 4,687.90 |
     | 框架协议 | 12 | 10,244,416 | 9,623,105 | 621,311 | 6.06 | 7 | 34,051.03 | 4,864.43 |`;

testRule('A106', {
  valid: [
    saved('3.62', '5,141.06'),
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
    // The name over a group: of the same in the groups that are called so.
    {
      table: `问题整改情况
     | 问题类型 | 发现问题 |  | 已整改 |  | 整改率 |  |
     |  | 个数 | 金额 | 个数 | 金额 | 个数 | 金额 |
     | 预算不实 | 31 | 156.1 | 30 | 118.2 | 0.9677 | 0.7572 |
     | 挪用资金 | 21 | 132.5 | 19 | 105.1 | 0.9048 | 0.7932 |
     | 津贴补贴 | 26 | 206.7 | 25 | 161.2 | 0.9615 | 0.7799 |
     | 采购程序 | 19 | 207.1 | 16 | 167.8 | 0.8611 | 0.8102 |`,
      finds: [
        {
          level: 'error',
          at: 'F7',
          with: ['D7', 'B7'],
          says: '采购程序“整改率 个数”为 0.8611，按分子、分母计算应为 0.8421，差 0.0190',
        },
      ],
    },
    {
      table: saved('3.89', '5,141.06'),
      finds: [
        {
          level: 'error',
          at: 'F5',
          with: ['E5', 'C5'],
          says: '询价“节约率%”为 3.89，按分子、分母计算应为 3.62，差 0.27',
        },
      ],
    },
    {
      table: saved('3.62', '4,678.37'),
      finds: [
        {
          level: 'error',
          at: 'I3',
          with: ['H3', 'G3'],
          says: '公开招标“人均实发”为 4,678.37，按分子、分母计算应为 5,141.06，差 462.69',
        },
      ],
    },
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
