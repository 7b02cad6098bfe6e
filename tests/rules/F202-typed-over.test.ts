import { benefits, capped } from './fixtures/benefits';
import { testRule } from './rule-tester';

testRule('F202', {
  valid: [benefits(), benefits({ 白水乡: '72450', 石桥乡: '191675', 云岭镇: '101700' })],
  invalid: [
    {
      table: benefits({ 石桥乡: '190675' }),
      finds: [
        {
          level: 'error',
          at: 'E4',
          says: '石桥乡（应发金额）是键入的数 190,675，上下各行都由公式计算，照公式 =B4*C4*D4 应为 191,675，差 1,000：疑为公式被键入的数覆盖，请核对后恢复公式',
          fix: ['E4 → =B4*C4*D4'],
        },
      ],
      also: ['T310'],
    },
    {
      table: benefits({ 石桥乡: '191675' }),
      finds: [
        {
          level: 'hint',
          at: 'E4',
          says: '石桥乡（应发金额）是键入的数 191,675，上下各行都由公式计算；眼下与公式 =B4*C4*D4 的结果相同，但不会随数据变动，请恢复公式',
          fix: ['E4 → =B4*C4*D4?'],
        },
      ],
    },
    {
      table: benefits({ 石桥乡: '190675', 云岭镇: '102700' }),
      finds: [
        {
          level: 'error',
          at: 'E4',
          says: '石桥乡（应发金额）是键入的数 190,675，上下各行都由公式计算，照公式 =B4*C4*D4 应为 191,675，差 1,000：疑为公式被键入的数覆盖，请核对后恢复公式',
          fix: ['E4 → =B4*C4*D4'],
        },
        {
          level: 'error',
          at: 'E5',
          says: '云岭镇（应发金额）是键入的数 102,700，上下各行都由公式计算，照公式 =B5*C5*D5 应为 101,700，差 1,000：疑为公式被键入的数覆盖，请核对后恢复公式',
          fix: ['E5 → =B5*C5*D5'],
        },
      ],
      also: ['T310'],
    },
    {
      table: benefits({ 石桥乡: '190675' }, capped),
      finds: [
        {
          level: 'warning',
          at: 'E4',
          says: '石桥乡（应发金额）是键入的数，上下各行都由公式计算，照邻格应为 =B4*C4*YXYS(D4)：疑为公式被键入的数覆盖，请核对',
          fix: ['E4 → =B4*C4*YXYS(D4)?'],
        },
      ],
      also: ['T310'],
    },
  ],
});
