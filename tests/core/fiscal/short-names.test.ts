import { conceptOf } from '../../../src/core/fiscal/ties/same-figures/concepts';
import { shortNames } from '../../../src/core/fiscal/ties/short-names';
import { months } from '../../../src/core/numbers/period';

const found = (some: readonly string[], others: readonly string[]) => [...shortNames(some, others)];

test('a short name is that of the one name that has its letters in their order', () => {
  expect(found(['人社局', '住建局'], ['住房和城乡建设局', '人力资源和社会保障局'])).toEqual([
    ['人社局', '人力资源和社会保障局'],
    ['住建局', '住房和城乡建设局'],
  ]);
  expect(found(['公卫'], ['基本公共卫生服务补助', '城乡义务教育补助'])).toEqual([['公卫', '基本公共卫生服务补助']]);
});

test('what may be one of two is neither', () => {
  expect(found(['教育'], ['学前教育补助', '义务教育补助'])).toEqual([]);
  expect(found(['卫生局', '卫健局'], ['卫生健康局'])).toEqual([]);
});

test('the same name without its side comes before a longer one', () => {
  expect(found(['卫生健康支出', '卫生健康管理事务'], ['卫生健康'])).toEqual([['卫生健康支出', '卫生健康']]);
  expect(found(['教育支出'], ['教育收入'])).toEqual([]);
  expect(found(['公共预算收入'], ['一号公共预算支出累计'])).toEqual([]);
});

test('a part of a thing is not the thing', () => {
  expect(found(['债券资金'], ['专项债券资金'])).toEqual([]);
  expect(found(['低保金'], ['农村低保金'])).toEqual([]);
});

test.each([
  ['年初余额', '@opening'],
  ['2023年末余额', '@opening'],
  ['上月末库存', '@opening'],
  ['5月末余额', '@closing'],
  ['年末滚存结余', '@closing'],
  ['2024年举借', '@inflow'],
  ['当年新增', '@inflow'],
  ['本期支出合计', '@outflow'],
  ['2024年末限额', '@limit'],
  ['新增限额', '@newLimit'],
  ['2022年末余额', undefined],
  ['专项债务', undefined],
  ['偿还计划', undefined],
])('%s of a ledger of May 2024 is %s', (name, concept) => {
  expect(conceptOf(name, months(2024, 1, 5))).toBe(concept);
});
