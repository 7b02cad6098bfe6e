import { testRule } from './rule-tester';

const year = (cash: readonly number[]) => `某县2023年${cash.length}月地方财政库款月报表
     单位：万元
     | 月份 | 月初库款余额 | 本月库款流入 | 本月库款流出 | 月末库款余额 |
     ${cash.map((balance, i) => `| ${i + 1}月 | 5000 | 10000 | 10000 | ${balance} |`).join('\n')}`;

testRule('I401', {
  valid: [
    year([4000, 5000, 6000]),
    // One month below and recovered since.
    year([4000, 2500, 3600]),
  ],
  invalid: [
    {
      table: year([4000, 3500, 2500]),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'E6',
          with: ['D4', 'D5', 'D6'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          says: '3月末库款系数 0.250，低于 0.3：月末库款 2,500.00 万元，年内月均流出 10,000.00 万元；达到 0.3 尚缺 500.00 万元',
        },
      ],
    },
    {
      table: year([4000, 2800, 2500]),
      finds: [
        {
          level: 'warning',
          grade: 'red',
          at: 'E6',
          with: ['D4', 'D5', 'D6'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          redLine: true,
          says: '3月末库款系数 0.250，已连续 2 个月低于 0.3：月末库款 2,500.00 万元，年内月均流出 10,000.00 万元，约可支付 8 天；达到 0.3 尚缺 500.00 万元',
        },
      ],
    },
    {
      table: year([4000, 3500, 1900]),
      finds: [
        {
          level: 'warning',
          grade: 'red',
          at: 'E6',
          with: ['D4', 'D5', 'D6'],
          source: 'Gouji 默认值',
          redLine: true,
          says: '3月末库款系数 0.190，低于 0.2：月末库款 1,900.00 万元，年内月均流出 10,000.00 万元，约可支付 6 天；达到 0.3 尚缺 1,100.00 万元',
        },
      ],
    },
    {
      table: year([9000, 9500, 9900]),
      finds: [
        {
          level: 'hint',
          at: 'E6',
          with: ['D4', 'D5', 'D6'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          says: '3月末库款系数 0.990，高于 0.8：月末库款 9,900.00 万元，年内月均流出 10,000.00 万元，库款可能闲置',
        },
      ],
    },
    // The score of earlier years is known and not computed.
    {
      table:
        '某县2017年5月库款考核表\n| 地区 | 库款余额同比得分 | 库款保障水平得分 | 库款综合得分 |\n| 青禾县 | 20 | 18 | 76 |',
      finds: [
        {
          level: 'hint',
          at: 'B2',
          says: '表中的库款综合得分是 2015—2018 年的考核口径，已停用，不计算；库款保障水平请看库款系数',
        },
      ],
    },
  ],
});
