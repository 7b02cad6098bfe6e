import { sameTier, tierIn, tierOfPath, tiersMeet } from '../../../src/core/tables/tier';

describe('the tier that a title or a header speaks of', () => {
  test.each([
    ['2025年全市一般公共预算收入执行情况表', 'whole', '市'],
    ['2025年丽水市市本级政府性基金预算支出表', 'own', '市'],
    ['某县县级一般公共预算收入完成情况', 'own', '县'],
    ['县本级', 'own', '县'],
    ['国库收支存月报表[本级]', 'own', ''],
    ['市直预算单位支出执行进度', 'own', '市'],
    ['2023年1-6月乡镇财政收入完成情况', 'towns', ''],
    ['高新区2023年财政收入完成情况', 'zone', ''],
  ])('%s', (text, breadth, of) => {
    expect(tierIn(text)).toEqual({ breadth, of });
  });

  test.each([
    '全市及市本级收支情况',
    '安全区划分表',
    '县级医院补助资金',
    '省级补助资金到位情况',
    '全市场监管支出',
    '某县2023年6月收入',
    '分乡镇发放汇总',
  ])('%s: of none, or of more than one', (text) => {
    expect(tierIn(text)).toBeUndefined();
  });

  test('a header counts where it is nothing but a tier', () => {
    expect(tierOfPath(['市本级', '2025年执行数'])).toEqual({ breadth: 'own', of: '市' });
    expect(tierOfPath(['本地区'])).toEqual({ breadth: 'whole', of: '' });
    expect(tierOfPath(['总预算数', '本级追加'])).toBeUndefined();
  });

  test('本级 alone may be of any rank; a whole never is a level of its own', () => {
    const [own, ownCounty, whole] = [tierIn('本级'), tierIn('县本级'), tierIn('全县')];
    expect(tiersMeet(own, ownCounty)).toBe(true);
    expect(tiersMeet(own, whole)).toBe(false);
    expect(tiersMeet(tierIn('全省'), tierIn('全市'))).toBe(false);
    expect(tiersMeet(undefined, whole)).toBe(true);
    expect(sameTier(undefined, whole)).toBe(false);
  });
});
