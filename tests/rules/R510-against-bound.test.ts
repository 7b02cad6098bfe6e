import { testTextRule } from './text-rule-tester';

testTextRule('R510', {
  valid: ['库款系数应维持在0.3－0.8之间，5月末库款系数达到0.42。', '全年计划调入资金12000万元，目前完成4100万元。'],
  invalid: [
    {
      text: '库款系数应维持在0.3－0.8之间，5月末库款系数勉强达到0.21以上。',
      finds: [{ level: 'warning', grade: 'red', at: '0.21', says: '库款系数 0.21，不在文中所说的 0.3－0.8 之内' }],
    },
    {
      text: '全年基金调入资金计划*万元，目前仅完成0万元。',
      finds: [{ level: 'warning', grade: 'red', at: '0', says: '基金调入资金计划：计划下达后完成 0万元' }],
    },
  ],
});
