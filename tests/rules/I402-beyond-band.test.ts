import { testRule } from './rule-tester';

const revenue = (total: string, tax: string, nonTax: string): string => `青禾县2023年1-6月一般公共预算收入完成情况表
     单位：万元
     | 项目 | 年初预算 | 累计 | 上年同期 |
     | 税收收入 | 28,000 | ${tax} | 14,000 |
     | 非税收入 | 11,000 | ${nonTax} | 5,500 |
     | 合计 | 39,000 | ${total} | 19,500 |`;

const transfers = (settlement: string): string => `青禾县2023年1-6月上级补助收入情况表
     单位：万元
     | 项目 | 年初预算 | 累计 |
     | 返还性收入 | 2,000 | 1,000 |
     | 一般性转移支付收入 | 90,000 | 50,000 |
     | 结算补助收入 | 5,000 | ${settlement} |
     | 专项转移支付收入 | 30,000 | 20,000 |`;

const assets = (other: string): string => `青禾县闲置资产分类汇总表（截至2023年6月底）
     | 资产类别 | 宗数 | 面积（㎡） |
     | 合计 | 109 | 90,000 |
     | 闲置房屋 | 74 | 27,600 |
     | 闲置土地 | 22 | 49,100 |
     ${other}`;

/** `header` and `standard`: what a school has for each pupil. */
const schools = (header: string, standard: string): string => `青禾县2025年春季学期公用经费分配表
     单位：元
     | 学校 | 学段 | 学生数 | ${header} | 应安排 |
     | 城关小学 | 小学 | 1,486 | ${standard} | 534,960 |
     | 石桥小学 | 小学 | 1,123 | ${standard} | 404,280 |
     | 云岭小学 | 小学 | 874 | ${standard} | 314,640 |`;

const paid = (first: string, second: string): string => `青禾县惠农惠民补贴一卡通发放明细（2025年1-6月）
     | 序号 | 发放日期 | 补贴项目 | 乡镇 | 人数 | 发放金额（元） |
     | 1 | 2025-01-08 | ${first} | 石桥镇 | 21 | 120,099 |
     | 2 | 2025-02-21 | ${second} | 河口镇 | 18 | 63,605 |
     | 3 | 2025-03-07 | ${first} | 白沙乡 | 57 | 164,508 |`;

testRule('I402', {
  valid: [
    paid('农村低保', '公益林管护'),
    schools('半年生均标准', '360'),
    revenue('20,000', '15,000', '5,000'),
    transfers('4,000'),
    assets('| 其他 | 13 | 13,300 |'),
  ],
  invalid: [
    {
      table: paid('公益林管护', '农村低保'),
      finds: [{ level: 'warning', grade: 'yellow', at: 'B4', says: '按月及时拨付为 1 笔，应为 0' }],
    },
    {
      table: revenue('20,000', '13,000', '7,000'),
      finds: [
        {
          level: 'warning',
          grade: 'yellow',
          at: 'C5',
          with: ['C6'],
          source: '各地财政运行通报常用口径',
          says: '非税占比为 35.00%，应不高于 30%（依据：各地财政运行通报常用口径）',
        },
      ],
    },
    // What is judged is the fall, not the amount: the sentence says both.
    {
      table: revenue('14,200', '10,800', '3,400'),
      finds: [
        {
          level: 'warning',
          grade: 'red',
          at: 'C4',
          with: ['D4'],
          source: 'Gouji 默认值',
          says: '地方税收收入为 10,800.00 万元，同比 -22.86%，降幅不应超过 10%（依据：Gouji 默认值）',
        },
      ],
      also: ['I403'],
    },
    {
      table: transfers('15,000'),
      finds: [
        {
          level: 'hint',
          at: 'C6',
          with: ['C5'],
          source: 'Gouji 默认值',
          says: '结算补助收入为 15,000.00 万元，占比 30.00%，应不高于 20%（依据：Gouji 默认值）',
        },
      ],
    },
    {
      table: assets(''),
      finds: [{ level: 'hint', at: 'B3', with: ['B4', 'B5'], says: '闲置资产总数为 109 宗，只说明了 96' }],
      also: ['T313'],
    },
  ],
});
