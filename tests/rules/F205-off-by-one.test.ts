import { benefits, capped } from './fixtures/benefits';
import { testRule } from './rule-tester';

testRule('F205', {
  valid: [benefits()],
  invalid: [
    {
      table: benefits({ 石桥乡: '=B4*C3*D4 → 157850' }),
      finds: [
        {
          level: 'error',
          at: 'E4',
          says: '石桥乡（应发金额）的公式 =B4*C3*D4 引用了 C3，按上下各行的规律应引用 C4：现为 157,850，应为 191,675，差 33,825；疑为引用错开了一格，请改为 =B4*C4*D4',
          fix: ['E4 → =B4*C4*D4'],
        },
      ],
      also: ['T310'],
    },
    {
      table: benefits({ 云岭镇: '=B5*C5*D4 → 101700' }),
      finds: [
        {
          level: 'hint',
          at: 'E5',
          says: '云岭镇（应发金额）的公式 =B5*C5*D4 引用了 D4，按上下各行的规律应引用 D5；眼下结果相同（101,700），数据一变就会算错，请改为 =B5*C5*D5',
          fix: ['E5 → =B5*C5*D5?'],
        },
      ],
    },
    {
      table: benefits({ 石桥乡: '=B4*C3*YXYS(D4) → 157850' }, capped),
      finds: [
        {
          level: 'warning',
          at: 'E4',
          says: '石桥乡（应发金额）的公式 =B4*C3*YXYS(D4) 引用了 C3，按上下各行的规律应引用 C4：疑为引用错开了一格；如无其他原因，请改为 =B4*C4*YXYS(D4)',
          fix: ['E4 → =B4*C4*YXYS(D4)?'],
        },
      ],
      also: ['T310'],
    },
    {
      table: benefits({ 南河乡: '=B8*C7*YXYS(D8) → 70125' }, capped),
      finds: [
        {
          level: 'hint',
          at: 'E8',
          says: '南河乡（应发金额）的公式 =B8*C7*YXYS(D8) 引用了 C7，按上下各行的规律应引用 C8：疑为引用错开了一格；如无其他原因，请改为 =B8*C8*YXYS(D8)',
          fix: ['E8 → =B8*C8*YXYS(D8)?'],
        },
      ],
      also: ['T310'],
    },
    {
      table: benefits({ 南河乡: '=B8*C7*D8 → 70125' }),
      finds: [
        {
          level: 'warning',
          at: 'E8',
          says: '南河乡（应发金额）的公式 =B8*C7*D8 引用了 C7，按上下各行的规律应引用 C8：现为 70,125，应为 66,000，差 4,125；疑为引用错开了一格，请改为 =B8*C8*D8',
          fix: ['E8 → =B8*C8*D8?'],
        },
      ],
      also: ['T310'],
    },
  ],
});
