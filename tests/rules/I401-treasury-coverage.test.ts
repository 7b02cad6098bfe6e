import { testRule } from './rule-tester';

const year = (cash: readonly number[]) => `某县2023年${cash.length}月地方财政库款月报表
     单位：万元
     | 月份 | 月初库款余额 | 本月库款流入 | 本月库款流出 | 月末库款余额 |
     ${cash.map((balance, i) => `| ${i + 1}月 | 5000 | 10000 | 10000 | ${balance} |`).join('\n')}`;

testRule('I401', {
  valid: [
    year([4000, 5000, 6000]),
    // What is printed is what balance and outflow come to, rounded, in percent, or cut off.
    `青禾县2023年库款运行监测表
     单位：万元
     | 月份 | 当月流出 | 当月流出 | 月末库款余额 | 其中：专户 | 库款保障系数 | 状态 |
     | 月份 | 小计 | #“三保”支出 | 月末库款余额 | 其中：专户 | 库款保障系数 | 状态 |
     | 1月 | 10000 | 6000 | 4000 | 900 | 0.40 | 正常 |
     | 2月 | 12000 | 6000 | 5000 | 900 | 0.45 | 正常 |
     | 3月 | 11000 | 6000 | 6000 | 900 | 0.54 | 正常 |`,
    // A fund has a balance and spends, and is no treasury.
    `青禾县2023年6月社保基金收支表
     单位：万元
     | 险种 | 年初余额 | 本年收入合计 | 本年支出合计 | 期末余额 |
     | 养老保险 | 100 | 5000 | 5050 | 50 |
     | 失业保险 | 100 | 500 | 590 | 10 |`,
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
          says: '3月末库款系数 0.250，低于 0.3：月末库款 2,500.00 万元，年内月均流出 10,000.00 万元，约可支付 8 天；达到 0.3 尚缺 500.00 万元',
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
    // One month below and recovered since: it was below.
    {
      table: year([4000, 2500, 3600]),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'E5',
          with: ['D4', 'D5'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          says: '2月末库款系数 0.250，低于 0.3；共有 1 个月低于界限，以这个月为最低，最近一个月为 0.360',
        },
      ],
    },
    // Months across, in yuan, of two years: the average begins anew in January.
    {
      table: `青禾县2022年11月—2023年2月库款情况
     单位：元
     | 项目 | 2022年11月 | 2022年12月 | 2023年1月 | 2023年2月 |
     | 期初库款余额 | 90000000 | 90000000 | 90000000 | 90000000 |
     | 本月流出 | 300000000 | 300000000 | 100000000 | 300000000 |
     | 其中：三保支出 | 100000000 | 100000000 | 50000000 | 100000000 |
     | 期末库款余额 | 90000000 | 90000000 | 90000000 | 50000000 |`,
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'E7',
          with: ['D5', 'E5'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          says: '2023年2月末库款系数 0.250，低于 0.3：月末库款 5,000.00 万元，年内月均流出 20,000.00 万元，约可支付 8 天；达到 0.3 尚缺 1,000.00 万元',
        },
      ],
    },
    // Only printed, among other figures of the month.
    {
      table: `青禾县2023年6月财政运行主要指标
     单位：亿元
     | 指标 | 完成数 | 同比±% |
     | 一般公共预算支出 | 18.62 | 2.4 |
     | 库款保障系数 | 0.17 | |`,
      finds: [
        {
          level: 'warning',
          grade: 'red',
          at: 'B5',
          redLine: true,
          source: 'Gouji 默认值',
          says: '6月末库款系数 0.170（表中所列），低于 0.2：约可支付 5 天；表中没有可复算的库款余额和流出，缺口无法算出',
        },
      ],
    },
    // One of several is overwritten; the balance stands in another unit than the outflow.
    {
      table: `青禾县2023年3月库款表
     | 月份 | 年内累计流出（万元） | 月末库款余额（亿元） | 库款系数 |
     | 1月 | 10000 | 0.4 | 0.4 |
     | 2月 | 20000 | 0.5 | 0.5 |
     | 3月 | 30000 | 0.45 | 0.54 |`,
      finds: [
        {
          level: 'error',
          at: 'D5',
          with: ['C5', 'B5'],
          says: '3月末库款系数填 0.54，按月末库款÷年内月均流出复算为 0.450，两者不符',
        },
      ],
    },
    // By another definition than that to which the band belongs.
    {
      table: `青禾县2023年3月库款表
     单位：万元
     | 月份 | 当月流出 | 月末库款余额 | 库款系数 |
     | 1月 | 10000 | 4000 | 0.4 |
     | 2月 | 20000 | 6000 | 0.3 |
     | 3月 | 9000 | 5400 | 0.6 |`,
      finds: [
        {
          level: 'hint',
          at: 'D6',
          with: ['C6', 'B4', 'B5', 'B6'],
          says: '3月末库款系数填 0.6，是按月末库款÷当月流出计算的；按月末库款÷年内月均流出（K1）为 0.415，对照 0.3—0.8 时以后者为准',
        },
      ],
    },
    // A prefecture's list: each county is judged.
    {
      table: `青山州2023年5月末县市库款情况
     单位：万元
     | 县市 | 月末库款余额 | 月均库款流出 | 库款保障系数 |
     | 青禾县 | 5000 | 10000 | 0.5 |
     | 禾丰县 | 2500 | 10000 | 0.25 |`,
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'B5',
          with: ['C5'],
          source: '财政部库款保障水平监测（月末库款余额÷年内月均库款流出量）',
          says: '禾丰县：5月末库款系数 0.250，低于 0.3：月末库款 2,500.00 万元，年内月均流出 10,000.00 万元，约可支付 8 天；达到 0.3 尚缺 500.00 万元',
        },
      ],
    },
    // It says that cash is short, and not how short.
    {
      table: `青禾县2023年3月库款月报表
     单位：万元
     | 月份 | 月初库款余额 | 状态 |
     | 1月 | 5000 | 正常 |
     | 2月 | 4000 | 正常 |
     | 3月 | 2000 | 警示 |`,
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'C6',
          says: '3月的库款状态填“警示”，但表中没有库款系数，也没有可复算的月末库款和流出：请补列',
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
