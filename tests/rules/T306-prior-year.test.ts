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
