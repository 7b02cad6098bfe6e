import { testTextRule } from './text-rule-tester';

testTextRule('R509', {
  valid: ['下达资金12,345.67万元。', '下达资金１２，３４５．６７万元。', '截至2023.6.30，下达资金45万元。'],
  invalid: [
    {
      text: '下达资金12.345.67万元。',
      finds: [{ level: 'error', at: '12.345.67', says: '“12.345.67”的分隔符有误，似应为 12,345.67' }],
    },
    {
      text: '下达资金3222,215万元。',
      finds: [{ level: 'error', at: '3222,215', says: '“3222,215”的分隔符有误，似应为 3,222,215' }],
    },
  ],
});
