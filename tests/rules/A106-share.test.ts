import { testRule } from './rule-tester';

const shares = (share: number) => `| 税种 | 税收收入 | 地方收入 | 占比% |
     | 青山镇 | 3127 | 9418 | 33.20 |
     | 白水乡 | 1261 | 3709 | 34.00 |
     | 石桥乡 | 4512 | 8193 | ${share} |
     | 云岭镇 | 2258 | 7731 | 29.21 |
     | 河口镇 | 1843 | 5628 | 32.75 |`;

testRule('A106', {
  valid: [shares(55.07)],
  invalid: [{ table: shares(56.57), says: ['石桥乡“占比%”为 56.57，按分子、分母计算应为 55.07，差 1.50'] }],
});
