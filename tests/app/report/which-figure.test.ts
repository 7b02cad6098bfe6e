import { checkText } from '../../../src/app/report/check-text';
import { cellName } from '../../../src/core/grid/address';
import { sourcesOf } from '../../rules/text-rule-tester';

const MONTH = `青禾县2025年6月一般公共预算收支完成情况表
单位：万元
| 项目 | 本月 | 累计 | 上年同期 |
| 一般公共预算收入合计 | 8,529 | 47,258 | 43,930 |
| 税收收入 | 6,000 | 32,230 | 30,085 |
| 非税收入 | 2,529 | 15,028 | 13,845 |
| 一般公共预算支出合计 | 32,823 | 211,013 | 199,040 |
| 教育支出 | 7,445 | 44,887 | 43,660 |
| 卫生健康支出 | 3,917 | 23,011 | 22,004 |
| 社会保障和就业支出 | 6,069 | 36,652 | 34,810 |`;

/** What became of each figure of a sentence: `70.3%: rounding B5 B4`. */
function told(sentence: string, books = MONTH): string[] {
  const { reading, matches } = checkText('report', `2025年上半年。\n${sentence}`, sourcesOf(books));
  return matches.map(({ figure: { placed }, verdict, sources: [source] }) => {
    const { start, unitEnd } = placed.mention;
    const cells = source?.computation.cells.map(cellName) ?? [];
    return [`${reading.plain.slice(start, unitEnd)}:`, verdict, ...(verdict === 'none' ? [] : cells)].join(' ');
  });
}

test('a share of a month is of the month', () => {
  expect(told('6月当月税收收入6,000万元，占当月一般公共预算收入的70.3%。')).toEqual([
    '6,000万元: equal B5',
    '70.3%: equal B5 B4',
  ]);
  expect(told('6月当月税收收入6,000万元，占当月一般公共预算收入的73.0%。')[1]).toBe('73.0%: wrong B5 B4');
});

test('what another column of its row prints is not wrong: which of them is meant nobody says', () => {
  expect(told('6月当月税收收入6,000万元；非税收入2,529万元。')[1]).toBe('2,529万元: several C6');
  expect(told('6月当月税收收入6,000万元；非税收入2,925万元。')[1]).toBe('2,925万元: wrong C6');
});

test('last year, where the whole text is of this one, is asked of no table', () => {
  expect(told('去年全年一般公共预算收入9.37亿元。')).toEqual([]);
  expect(told('一般公共预算收入9.37亿元。')).toEqual(['9.37亿元: wrong C4']);
});

test('the sum of a list is of none of its members', () => {
  expect(told('教育、社会保障和就业、卫生健康三项支出合计10.46亿元。')).toEqual(['10.46亿元: none']);
});

test('税收收入 is not 非税收入, though the one has the letters of the other', () => {
  const memo = `备查资料
单位：万元
| 备查资料 | 金额 |
| 县本级收入累计 | 33,694 |
| 非税收入累计 | 15,028 |`;
  const sentence = '税收收入32,230万元，同比增长7.1%；县本级收入33,694万元。';
  expect(told(sentence, `【收入】\n${MONTH}\n【备查】\n${memo}`)[0]).toBe('32,230万元: equal C5');
});

test('behind a semicolon the whole is meant again, not the part that 其中 named', () => {
  const debts = `青禾县2025年6月末政府债务余额情况表
单位：万元
| 类别 | 本年新增 | 本年偿还本金 | 期末余额 |
| 政府债务合计 | 36,800 | 13,510 | 253,540 |
| 一般债务 | 12,300 | 5,040 | 87,700 |
| 专项债务 | 24,500 | 8,470 | 165,840 |`;
  const sentence = '期末政府债务余额25.35亿元，其中专项债务16.58亿元，占65.4%；本年偿还本金13,510万元。';
  expect(told(sentence, debts).filter((one) => one.includes('wrong'))).toEqual([]);
});

describe('an amount that no cell has is reckoned as its words say', () => {
  test('the average of the months so far', () => {
    const sentence = '1—6月一般公共预算收入47,258万元，月均7,876.3万元。';
    expect(told(sentence)[1]).toBe('7,876.3万元: equal C4');
    expect(told(sentence.replace('7,876.3', '8,876.3'))[1]).toBe('8,876.3万元: wrong C4');
  });

  test('several rows that are listed', () => {
    const sentence = '1—6月一般公共预算支出211,013万元，教育、社会保障和就业、卫生健康三项合计104,550万元。';
    expect(told(sentence)[1]).toBe('104,550万元: equal C8 C10 C9');
    const listed = '1—6月一般公共预算支出211,013万元，教育支出、卫生健康支出两项合计67,898万元。';
    expect(told(listed)[1]).toBe('67,898万元: equal C8 C9');
    expect(told(listed.replace('67,898', '69,788'))[1]).toBe('69,788万元: wrong C8 C9');
  });

  test('a total without one of its rows', () => {
    const sentence = '1—6月一般公共预算收入47,258万元，不含非税收入为32,230万元。';
    expect(told(sentence)[1]).toBe('32,230万元: equal C4 C6');
    const other = '1—6月一般公共预算支出211,013万元，不含教育支出为166,126万元。';
    expect(told(other)[1]).toBe('166,126万元: equal C7 C8');
    expect(told(other.replace('166,126', '161,626'))[1]).toBe('161,626万元: wrong C7 C8');
    expect(told(other.replace('不含教育支出', '不含一次性因素'))[1]).toContain('none');
  });

  const OWED = `青禾县政府债务余额分单位情况表（2025年6月末）
单位：万元
| 债务单位 | 一般债务余额 | 专项债务余额 | 债务余额合计 |
| 青禾城建公司 | 51,130 | 31,406 | 82,536 |
| 县水利局 | 4,004 | 17,581 | 21,585 |
| 县中医院 | 7,832 | 17,809 | 25,641 |
| 合计 | 62,966 | 66,796 | 129,762 |`;
  const OF_ONE =
    '6月末全县政府债务余额12.98亿元，其中专项债务6.68亿元，占51.5%。最大一户为青禾城建公司，余额82,536万元；不含该户，其余2户余额合计47,226万元。';

  test('the row that a sentence names, and what is left without it', () => {
    expect(told(OF_ONE, OWED).filter((one) => !one.includes('equal'))).toEqual([]);
    expect(told(OF_ONE.replace('82,536', '79,836'), OWED)).toContain('79,836万元: wrong D4');
    expect(told(OF_ONE.replace('47,226', '42,726'), OWED)).toContain('42,726万元: wrong D7 D4');
  });

  test('the share of one column of a row in another', () => {
    expect(told(OF_ONE.replace('51.5%', '55.1%'), OWED)).toContain('55.1%: wrong C7 D7');
  });

  test('a share of what came in in the month is of the total of the month', () => {
    const sentence = '6月当月一般公共预算收入8,529万元，其中税收收入6,000万元，占当月完成数的70.3%。';
    expect(told(sentence)[2]).toBe('70.3%: equal B5 B4');
    expect(told(sentence.replace('70.3', '73.0'))[2]).toBe('73.0%: wrong B5 B4');
  });
});

test('what stands under a header of one thing alone is meant of all, where nothing was named before', () => {
  const costs = `青禾县2025年6月“三公”经费支出情况
单位：元
| 单位 | 公务用车运行费 | 公务接待费 | 合计 |
| 合计 | 4,140,500 | 1,988,500 | 6,129,000 |
| 县委办 | 106,800 | 1,123,000 | 1,229,800 |
| 公安局 | 4,033,700 | 865,500 | 4,899,200 |`;
  expect(told('公务接待费198.85万元。', costs)).toEqual(['198.85万元: equal C4']);
  expect(told('公务接待费228.85万元。', costs)).toEqual(['228.85万元: wrong C4']);
});

test('a page of sentences is one text: what a later one reckons is of the amounts that an earlier one told', () => {
  const funds = `青禾县2024年衔接推进乡村振兴补助资金使用情况表
单位：元
| 项目类别 | 安排金额 | 支出金额 | 结余 |
| 产业发展 | 28,463,500 | 27,915,300 | 548,200 |
| 农村道路 | 19,726,800 | 19,364,200 | 362,600 |
| 饮水安全 | 8,315,600 | 8,047,150 | 268,450 |
| 公益岗位 | 5,936,700 | 5,813,400 | 123,300 |
| 合计 | 62,442,600 | 61,140,050 | 1,302,550 |`;
  const page = `2024年全县共安排衔接资金6244.26万元，全年支出6114.01万元。
产业发展、农村道路、饮水安全三项合计安排5650.59万元。
除产业发展外，其余项目共支出3322.48万元。`;
  expect(told(page, funds)).toEqual([
    '6244.26万元: equal B8',
    '6114.01万元: equal C8',
    '5650.59万元: equal B4 B5 B6',
    '3322.48万元: equal C8 C4',
  ]);
  expect(told(page.replace('5650.59', '5605.59'), funds)[2]).toBe('5605.59万元: wrong B4 B5 B6');
  expect(told(page.replace('3322.48', '3232.48'), funds)[3]).toBe('3232.48万元: wrong C8 C4');
});
