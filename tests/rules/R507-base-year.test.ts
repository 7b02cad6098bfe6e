import { testTextRule } from './text-rule-tester';

const rises = (year: number) =>
  `低保标准由2022年的4800元／年提高至5040元／年，特困标准由2022年的6240元／年提高至6600元／年，孤儿标准由${year}年的1000元／月提高至1100元／月。`;

testTextRule('R507', {
  valid: [
    rises(2022),
    // Two are too few to tell which is strange.
    '低保标准由2022年的4800元／年提高至5040元／年，孤儿标准由2021年的1000元／月提高至1100元／月。',
  ],
  invalid: [
    {
      text: rises(2021),
      finds: [
        { level: 'warning', grade: 'yellow', at: '1000', says: '孤儿标准：由 1000元/月 起算的年度与同段其他各项不同' },
      ],
    },
  ],
});
