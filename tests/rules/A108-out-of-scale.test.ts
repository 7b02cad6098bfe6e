import { testRule } from './rule-tester';

const TAXES = (budget: string, done: string) => `单位：万元
     | 税种 | 年初预算 | 调整预算 | 累计 | 上年同期 |
     | 增值税 | 11,800 | 11,800 | 5,314 | 4,878 |
     | 企业所得税 | 3,200 | 3,200 | 1,974 | 1,713 |
     | 个人所得税 | 980 | 980 | 430 | 448 |
     | 资源税 | 860 | 860 | 369 | 330 |
     | 房产税 | ${budget} | 1,240 | ${done} | 554 |
     | 印花税 | 720 | 720 | 351 | 340 |
     | 车船税 | 1,480 | 1,480 | 742 | 729 |`;

const SPENT = (third: string, last = '0.66') => `| 单位 | 上年末余额 | 消化率 |
     | 县教育局 | 802.16 | 0.76 |
     | 县卫健局 | 611.37 | 0.47 |
     | 县民政局 | 415.94 | ${third} |
     | 县水利局 | 984.71 | 0.43 |
     | 县林业局 | 290.96 | 0.65 |
     | 县交通局 | 655.58 | 0.63 |
     | 县住建局 | 312.84 | 0.52 |
     | 县文旅局 | 127.43 | ${last} |`;

testRule('A108', {
  valid: [
    SPENT('0.42'),
    // Two of them: nobody knows which are meant; one that would be nowhere near as a part.
    SPENT('42', '66'),
    SPENT('4.2'),
    TAXES('1,240', '616'),
    // A levy that began this year may well be a thousand times last year's; one that is ten times is no unit.
    TAXES('1,240', '6,160'),
    // Columns that have nothing to do with each other.
    `| 地区 | 收入（万元） | 细颗粒物（微克） |
     | 甲 | 23,000 | 24 |
     | 乙 | 31,000 | 29 |
     | 丙 | 28,000 | 31 |
     | 丁 | 26 | 27 |
     | 戊 | 22,000 | 22 |
     | 己 | 35,000 | 33 |`,
  ],
  invalid: [
    {
      table: SPENT('42'),
      finds: [
        {
          level: 'error',
          at: 'C4',
          says: '县民政局（消化率）为 42，本列其他各行都是小数（最大 0.76）：疑为按百分数填列，请统一',
        },
      ],
    },
    // Two columns of one unit and two of another: told once.
    {
      table: TAXES('12,400,000', '616').replace('12,400,000 | 1,240', '11,700,000 | 11,900,000'),
      finds: [
        {
          level: 'warning',
          at: 'B7',
          with: ['D7'],
          says: '房产税（年初预算）为 11,700,000 万元，累计为 616 万元：别的行两列相近，这一行却约大 10,000 倍；请核对单位',
        },
      ],
    },
    {
      table: TAXES('12,400,000', '616'),
      finds: [
        {
          level: 'error',
          at: 'B7',
          with: ['C7'],
          says: '房产税（年初预算）为 12,400,000 万元，调整预算为 1,240 万元：正好大 10,000 倍，疑为单位录错（元、万元），合计已把它计入',
          fix: ['B7 → 1240'],
        },
      ],
    },
    {
      table: TAXES('1,240', '0.616'),
      also: ['I408'],
      finds: [
        {
          level: 'warning',
          at: 'D7',
          with: ['B7'],
          says: '房产税（累计）为 0.616 万元，年初预算为 1,240 万元：别的行两列相近，这一行却约小 1,000 倍；请核对单位',
        },
      ],
    },
  ],
});
