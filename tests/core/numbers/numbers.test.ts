import * as fc from 'fast-check';
import { elapsedShare, periodIn, periodWithin } from '../../../src/core/numbers/period';
import { ExactSum, exactDifference, exactSum, ownDecimals, roundHalfUp } from '../../../src/core/numbers/decimal';
import { CellStoreBuilder } from '../../../src/core/grid/build';
import { formatDecimals, printedAt, textDecimals } from '../../../src/core/grid/shown-decimals';
import { intervalOf, meets, quotientInterval, sumInterval, type Printed } from '../../../src/core/numbers/interval';
import { dateIn, dateOfSerial, isDateFormat } from '../../../src/core/numbers/date';
import { bareUnit, bracketedUnit, declaredUnit } from '../../../src/core/numbers/unit';
import { textAmount } from '../../../src/core/numbers/amount-text';
import { printedHalf } from '../../../src/core/relations/read/precision';
import { itemName, plainText } from '../../../src/core/tables/label';

const cents = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100);
const printed = (value: number, decimals: number): Printed => ({ value, decimals, exact: false });

describe('decimals', () => {
  test.each([
    [12.5, 1],
    [1200, 0],
    [0.1 + 0.2, 1],
    [1e-7, 7],
    [123456789.01, 2],
    [0, 0],
  ])('%d has %d', (value, decimals) => expect(ownDecimals(value)).toBe(decimals));
  test.each([
    [2.345, 2, 2.35],
    [-2.345, 2, -2.35],
    [1.005, 2, 1.01],
    [1250, -2, 1300],
    [0.5, 0, 1],
    [258918600, 6, 258918600],
  ])('%d to %d is %d', (value, decimals, result) => expect(roundHalfUp(value, decimals)).toBe(result));

  test('a sum does not depend on its order', () => {
    fc.assert(fc.property(fc.array(cents), (values) => expect(exactSum([...values].reverse())).toBe(exactSum(values))));
  });

  test('a sum of cents is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (units) =>
        expect(exactSum(units.map((n) => n / 100))).toBe(units.reduce((a, b) => a + b, 0) / 100),
      ),
    );
  });

  test('amounts beyond 2⁵³ are added without loss', () => {
    const sum = new ExactSum();
    for (const value of [9007199254740991, 0.25, 9007199254740991, -9007199254740991]) sum.add(value);
    expect(sum.value).toBe(9007199254740991);
    expect(exactDifference(0.3, 0.1)).toBe(0.2);
  });
});

describe('printed numbers are intervals', () => {
  test('21.26 + 11.27 may print as 32.54, not as 32.56', () => {
    const parts = sumInterval([printed(21.26, 2), printed(11.27, 2)]);
    expect(meets(intervalOf(printed(32.54, 2)), parts)).toBe(true);
    expect(meets(intervalOf(printed(32.56, 2)), parts)).toBe(false);
  });

  test('rounding the parts and the total never makes a contradiction', () => {
    const scaled = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 3 }), (values, decimals) => {
        const total = values.reduce((a, b) => a + b, 0);
        const parts = sumInterval(values.map((value) => printed(roundHalfUp(value, decimals), decimals)));
        expect(
          meets(intervalOf(printed(roundHalfUp(total, decimals), decimals)), {
            low: parts.low - 1e-6,
            high: parts.high + 1e-6,
          }),
        ).toBe(true);
      }),
    );
  });

  test('a quotient by what may be zero says nothing', () =>
    expect(quotientInterval({ low: 1, high: 2 }, { low: -1, high: 1 })).toBeUndefined());
});

describe('what a cell shows', () => {
  test.each([
    ['General', undefined],
    ['0.00', 2],
    ['#,##0', 0],
    ['0.0%', 3],
    ['#,##0.00_);[Red](#,##0.00)', 2],
    ['yyyy/m/d', undefined],
    ['0,', -3],
    ['"约"0.0"万元"', 1],
  ])('%s', (format, decimals) => expect(formatDecimals(format)).toBe(decimals));
  test.each([
    ['#,##0.00##', 8.4, 2],
    ['#,##0.00##', 8.4375, 4],
    ['0.##', 7, 0],
    ['0.0#%', 0.0825, 4],
  ])('%s of %d', (format, value, decimals) => expect(formatDecimals(format, value)).toBe(decimals));
  test.each([
    ['1,234.50', 2],
    ['12.5%', 3],
    ['（3.2）', 1],
    ['—', undefined],
  ])('%s', (text, decimals) => expect(textDecimals(text)).toBe(decimals));
});

describe('words and numbers as clerks type them', () => {
  test.each([
    ['１，２３４．５', 1234.5],
    ['（3.2）', -3.2],
    ['12.5%', 0.125],
    [' 8,900 ', 8900],
    ['−7', -7],
    ['△400', -400],
    ['▲ 12.5', -12.5],
    ['–400', -400],
    ['400-', -400],
    ['+400', 400],
    ['¥400', 400],
    ['￥1,200.50', 1200.5],
    ['400元', 400],
    ["'400", 400],
    ['1.234,50', 1234.5],
    ['.5', 0.5],
    ['△0', 0],
  ])('%s is a number', (text, value) => expect(textAmount(text)?.value).toBe(value));
  test.each([
    ['010101'],
    ['2023年'],
    ['1,23'],
    ['—'],
    ['12345678901234567'],
    [''],
    ['3.'],
    ['(5'],
    ['-5-'],
    ['(-5)'],
    ['2019.7.28'],
    ['1-6'],
    ['400万元'],
    ['元'],
    ['¥'],
    ['%'],
  ])('%s is none', (text) => expect(textAmount(text)).toBeUndefined());
  test.each([
    ['合　　计', '合计'],
    ['契  税', '契税'],
    ['一、税收收入', '税收收入'],
    ['（二）其中：增值税', '增值税'],
    ['201 一般公共服务支出', '一般公共服务支出'],
    ['(900)--退库合计', '退库合计'],
    ['其中：', '其中'],
    ['1.国有土地使用权出让收入', '国有土地使用权出让收入'],
  ])('%s is called %s', (label, name) => expect(itemName(label)).toBe(name));
  test('padding inside a word is no space, between English words it is', () =>
    expect(plainText('北  京 General  Budget')).toBe('北京General Budget'));
  test('序时进度 counts whole months', () => expect(elapsedShare('2023-05-31')).toBeCloseTo(5 / 12, 12));
});

describe('when figures are of, however it is written', () => {
  test.each([
    ['报表期间：2023年01月-2023年06月', '2023-01-01', '2023-06-30'],
    ['2023年前三季度', '2023-01-01', '2023-09-30'],
    ['2023年1-2季度', '2023-01-01', '2023-06-30'],
    ['2023年半年度', '2023-01-01', '2023-06-30'],
    ['2023年下半年', '2023-07-01', '2023-12-31'],
    ['2023Q2', '2023-04-01', '2023-06-30'],
    ['23年6月', '2023-06-01', '2023-06-30'],
    ['数据日期：20230630', '2023-01-01', '2023-06-30'],
    ['二○二三年一至六月', '2023-01-01', '2023-06-30'],
    ['某县2023年前5个月支出表', '2023-01-01', '2023-05-31'],
    ['2023年元月至5月', '2023-01-01', '2023-05-31'],
    ['二0二三年五月', '2023-05-01', '2023-05-31'],
    ['2023年5月累计', '2023-01-01', '2023-05-31'],
    ['2022年7月—2023年6月', '2022-07-01', '2023-06-30'],
    ['2024-07-01 至 2024-09-30', '2024-07-01', '2024-09-30'],
    ['2024年7月1日至9月30日', '2024-07-01', '2024-09-30'],
    ['(2004-05)', '2004-04-01', '2005-03-31'],
    ['2015-16', '2015-04-01', '2016-03-31'],
    ['2023年13月', '2023-01-01', '2023-12-31'],
    ['2022年年终整理期', '2022-01-01', '2022-12-31'],
    ['财预〔2022〕15号 2023年6月', '2023-06-01', '2023-06-30'],
    ['乡镇及惠农补贴表（2025.1-6）', '2025-01-01', '2025-06-30'],
    ['2025.1-2025.6', '2025-01-01', '2025-06-30'],
    ['2025-1-6', '2025-01-01', '2025-01-06'],
    ['2025年度（1—6月）', '2025-01-01', '2025-06-30'],
    ['2025年Q2', '2025-04-01', '2025-06-30'],
    ['2025/6', '2025-06-01', '2025-06-30'],
  ])('%s', (text, from, to) => expect(periodIn(text)).toEqual({ from, to }));

  test.each([
    ['截至6月底', '2023-01-01', '2023-06-30'],
    ['截至6月13日', '2023-01-01', '2023-06-13'],
    ['1－6月', '2023-01-01', '2023-06-30'],
    ['上半年', '2023-01-01', '2023-06-30'],
    ['6月', '2023-06-01', '2023-06-30'],
  ])('%s of a year that stands elsewhere', (text, from, to) => expect(periodWithin(text, 2023)).toEqual({ from, to }));

  test('what names no part of a year', () =>
    expect([periodWithin('月初余额', 2023), periodWithin('2022-2023学年', 2023), periodIn('2022-2023学年')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]));
});

test.each([
  ['单位：人、元', '元'],
  ['金额：万元', '万元'],
  ['Unit: 万元', '万元'],
  ['单位：万㎡、万元', '万元'],
  ['单位：仟元', '千元'],
  ['人民币：万元', '万元'],
  ['单位：人民币（万元）', '万元'],
  ['单位：亩、元／亩、万元', '万元'],
  ['计量单位：元/人', '元'],
  ['单位：人', undefined],
  ['（各栏除增幅外均为万元；上年数为同月全县数）', '万元'],
  ['除注明外为万元', '万元'],
  ['除户数、人数外，其余均以元为单位', '元'],
  ['注：本表金额以万元计，截止日2025年10月31日', '万元'],
  ['注：金额单位为万元，按收文日期登记。', '万元'],
  ['说明：表中数据均为亿元', '亿元'],
  ['户数：户 资金：万元', '万元'],
  ['数额：元', '元'],
  ['兑付额〔元〕', undefined],
  ['〔单位：元〕', '元'],
  ['各数都已折算到万元', '万元'],
  ['（金额折成亿元）', '亿元'],
  ['所属期：2025年1至3月 金额到元', '元'],
  ['登记截止：2025年8月31日；金额精确到元', '元'],
  ['注：金额以万计', '万元'],
  ['款额以元为准', '元'],
  ['按每亩折算为元/亩', undefined],
  ['统一以万计算提成', undefined],
  ['注：增减率按元计算，合计数四舍五入', undefined],
  ['其中：欠缴收入为万元以上的企业12户', undefined],
])('unit of %s', (text, unit) => expect(declaredUnit(text)).toBe(unit));

test.each([
  ['万元', '万元'],
  ['万元、%', '万元'],
  ['人、万元', '万元'],
  ['元、角、分', '元'],
  ['(元/人)', undefined],
  ['万元/亩', undefined],
  ['人、户', undefined],
  ['万元以上', undefined],
])('unit that stands alone: %s', (text, unit) => expect(bareUnit(text)).toBe(unit));

test('unit in brackets among other words', () => {
  expect(bracketedUnit('附：财政性存款（万元，10月末）')).toBe('万元');
  expect(bracketedUnit('收入情况（2023年6月，万元）')).toBe('万元');
  expect(bracketedUnit('收入情况（2023年6月）')).toBeUndefined();
  expect(['兑付额〔元〕', '合同价【万元】', '补助[千元]'].map(bracketedUnit)).toEqual(['元', '万元', '千元']);
});

describe('dates as ledgers have them', () => {
  test.each([
    ['2023-06-30', '2023-06-30'],
    ['2023/6/3', '2023-06-03'],
    ['2023年6月3日', '2023-06-03'],
    ['２０２３．６．３', '2023-06-03'],
    ['20230603', '2023-06-03'],
    ['2023-02-30', undefined],
    ['2023年6月', undefined],
  ])('%s', (text, date) => expect(dateIn(text)).toBe(date));
  test('a serial number of Excel', () =>
    expect([dateOfSerial(45107), dateOfSerial(0)]).toEqual(['2023-06-30', undefined]));
  test('a format that shows dates', () =>
    expect(['yyyy-mm-dd', 'm/d/yy', 'yyyy"年"m"月"', '#,##0.00', 'General', '0%'].map(isDateFormat)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]));
});

test.each([
  ['收入表!B5', 0.849, false],
  ["'5月 (2)'!$B$5", 0.849, false],
  ['B5', 89398.0609073165, true],
  ['B5/C5', 0.849, true],
  ['SUM(B2:B4)', 12, true],
  ['ROUND(B5/C5,3)', 0.849, false],
])('%s of %d: its full value counts: %s', (formula, value, exact) => {
  const builder = new CellStoreBuilder();
  builder.add(0, 0, value, { formula });
  const cells = builder.build();
  expect(printedAt(cells, 0)?.exact).toBe(exact);
  // What the arithmetic of the sheet excuses by rounding is the same.
  expect(printedHalf(cells, 0) === 0).toBe(exact);
});
