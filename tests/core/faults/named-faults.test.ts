import { checkWorkbook } from '../../../src/app/check-workbook';
import { cellsOf } from '../../../src/core/findings/finding';
import { workbookOf } from '../../support/text-table';

/** Code, level, first cell and cause of each finding of arithmetic. */
async function told(table: string) {
  const { outcome } = await checkWorkbook(workbookOf(table), { rules: ['A101', 'A102', 'A106', 'A107'] });
  return outcome.findings.map(({ code, level, at, cause }) => {
    const [first] = cellsOf({ at });
    return `${code} ${level} ${first?.row},${first?.column} ${cause?.kind ?? ''}`.trim();
  });
}

describe('a row with the figures of the row beside it', () => {
  const TOWNS = (third: string) => `单位：元
| 乡镇 | 耕地补贴 | 低保金 | 特困供养 | 合计 |
| 云栖镇 | 3663977 | 2226510 | 318160 | 6208647 |
| 石桥镇 | 1616570 | 1745424 | 432910 | 3794904 |
| 双江镇 | ${third} | 3137958 |
| 白沙镇 | 2676331 | 2141307 | 905130 | 5722768 |
| 梧桐乡 | 1002322 | 670437 | 338330 | 2011089 |`;

  it('is told as one cause where its own total says otherwise', async () => {
    expect(await told(TOWNS('1616570 | 1745424 | 432910'))).toEqual(['A101 error 4,1 copiedRow']);
  });

  it('is none where the total is made of it', async () => {
    expect(await told(TOWNS('1616570 | 1088478 | 432910'))).toEqual([]);
  });
});

describe('what adds up in one table of a sheet', () => {
  it('is not asked of the columns of another above it', async () => {
    expect(
      await told(`单位：万元
| 月份 | 城市低保人数 | 城市低保金额 | 农村低保人数 | 农村低保金额 | 特困人数 |
| 8月 | 1830 | 80.48 | 13993 | 444.05 | 2263 |
| 9月 | 1834 | 79.36 | 13960 | 447.23 | 2250 |
| 10月 | 1832 | 79.73 | 13923 | 442.64 | 2247 |
| 10月末 | 1832 | 239.57 | 13923 | 1333.92 | 2247 |

分乡镇情况（单位：元）
| 乡镇 | 城市低保人数 | 农村低保人数 | 特困人数 | 对象合计 |
| 禾阳街道 | 928 | 908 | 137 | 1973 |
| 柳坪镇 | 184 | 1948 | 303 | 2435 |
| 石埠镇 | 138 | 1480 | 253 | 1871 |
| 双塘镇 | 192 | 1784 | 269 | 2245 |
| 龙桥镇 | 123 | 1499 | 227 | 1849 |`),
    ).toEqual([]);
  });
});

describe('a memo below the last item', () => {
  const SPENT = (memo: string) => `单位：万元
| 项目 | 预算数 | 执行数 |
| 支出合计 | 9052 | 3606 |
| 教育支出 | 4127 | 1733 |
| 卫生健康支出 | 3051 | 1218 |
| 其他支出 | 1874 | 655 |
| 其中：民生支出 | ${memo} |`;

  it('is part of the total', async () => {
    expect(await told(SPENT('7178 | 2951'))).toEqual([]);
  });

  it('is no part of the item above it, whatever it exceeds', async () => {
    expect(await told(SPENT('9917 | 4120'))).toEqual([]);
  });
});

describe('rates', () => {
  const RATES = (third: string) => `单位：万元
| 税种 | 本年 | 上年 | 增减% |
| 增值税 | 15842 | 13368 | 18.50 |
| 企业所得税 | 4126 | 3712 | 11.20 |
| 个人所得税 | 1187 | 1015 | ${third} |
| 资源税 | 2063 | 2282 | -9.60 |
| 房产税 | 1431 | 1335 | 7.20 |`;

  it('are as precise as they were typed', async () => {
    expect(await told(RATES('16.90'))).toEqual([]);
  });

  it('are judged beside one that is given in another scale', async () => {
    expect(await told(RATES('0.169'))).toEqual(['A102 error 4,3 scale']);
  });
});

describe('a column that is part of another', () => {
  const REVENUE = (second: string) => `单位：万元
| 县 | 累计完成 | 上年同期 | 其中：税收 |
| 渔浦区 | 177014 | 175562 | 134637 |
| 马栏县 | 174574 | 257291 | ${second} |
| 松溪县 | 165652 | 158811 | 101131 |
| 长滩区 | 84289 | 81190 | 60113 |
| 白苗县 | 52118 | 55310 | 33279 |`;

  it('is part of what was done this year and not of last year’s', async () => {
    expect(await told(REVENUE('133689'))).toEqual([]);
    expect(await told(REVENUE('200062'))).toEqual(['A107 error 3,3']);
  });
});
