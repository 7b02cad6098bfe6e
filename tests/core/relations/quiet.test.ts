import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import { figures } from './figures';
import { type Rows, sheetOf } from './hierarchy';

const suspicionsIn = (rows: Rows) =>
  findArithmetic(sheetOf(rows)).suspicions.map((s) => `${s.cause.kind} ${s.cells[0]?.row},${s.cells[0]?.column}`);

describe('what is no finding', () => {
  it('is a rate that does not add up beside amounts that do', () => {
    expect(
      suspicionsIn([
        ['项目', '本年', '预算', '下达', '增幅'],
        ['返还性收入', 5210, 5347, 5104, 2.2],
        ['转移支付', 12340, 12461, 11977, 1.6],
        ['专项转移', 1777, 1829, 1650, -0.8],
        ['合计', 19327, 19637, 18731, 2.8],
      ]),
    ).toEqual([]);
  });

  it('is a parent with a single child', () => {
    expect(
      suspicionsIn([
        ['科目', '甲镇', '乙镇', '丙镇'],
        ['教育合计', 9314, 7732, 6604],
        ['  普通教育', 5210, 4033, 5300],
        ['  职业教育', 4104, 3699, 1304],
        ['卫生', 2817, 1965, 4437],
        ['  公共卫生', 2817, 1965, 4437],
      ]),
    ).toEqual([]);
  });

  it('is a chance sum in a long list of figures', () => {
    const list = figures(30_000).map((v, k) => [`第${k}项`, 10_000 + v * (1 + (k % 17))]);
    const { relations, suspicions } = findArithmetic(sheetOf([['项目', '金额'], ...list]));
    expect(suspicions).toEqual([]);
    expect(relations).toEqual([]);
  });

  it('is a column of codes', () => {
    const rows = figures(12).map((v, k) => [20101 + 7 * k, `事项${k}`, v, v * 2 + 1, v * 3 + 1]);
    expect(suspicionsIn([['编码', '事项', '甲', '乙', '合计'], ...rows])).toEqual([]);
  });

  it('is a total that rounding explains', () => {
    expect(
      suspicionsIn([
        ['项目', '甲', '乙', '丙'],
        ['一', 33.3, 12.1, 48.7],
        ['二', 33.3, 40.4, 21.2],
        ['三', 33.3, 21.6, 30.2],
        ['合计', 100, 74.1, 100],
      ]),
    ).toEqual([]);
  });

  it('is a quotient between the parts and their total', () => {
    expect(
      suspicionsIn([
        ['核对情况', '一季度', '二季度', '三季度', '四季度'],
        ['相符', 3120, 4110, 6115, 7042],
        ['不符', 576, 220, 171, 89],
        ['程度', 84.42, 94.92, 97.28, 98.75],
        ['合计', 3696, 4330, 6286, 7131],
      ]),
    ).toEqual([]);
  });

  it('is a row of days below a heading of its own', () => {
    expect(
      suspicionsIn([
        ['项目', '甲年', '乙年', '丙年', '丁年'],
        ['年末权益合计', 499946, 510189, 324765, 308510],
        ['财务状况'],
        ['编报日', 36678, 36312, 35582, 35217],
        ['权益'],
        ['实收资本', 210000, 210000, 210000, 210000],
        ['资产评估增值', 283866, 281322, 0, 0],
        ['未分配利润', 6080, 18867, 114765, 98510],
      ]),
    ).toEqual([]);
  });

  it('is a grade that stands beside each of the parts and the total', () => {
    const parts = Array.from({ length: 10 }, (_, i) => figures(99).slice(9 * i, 9 * (i + 1)));
    const schools = Array.from({ length: 9 }, (_, i) => `${i + 1}校`);
    const total = schools.map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));
    expect(
      suspicionsIn([
        ['学科', '档', ...schools],
        ...parts.map((part, i) => [`第${i}科`, 2, ...part]),
        ['合计', 2, ...total],
      ]),
    ).toEqual([]);
  });

  it('is an assumption in columns apart from the amounts', () => {
    expect(suspicionsIn(investment([0.18, 200]))).toEqual([]);
  });
});

/** Two kinds of cost over twenty months and their total, and what two columns apart say of the total. */
function investment(total: readonly [number, number]): Rows {
  const all = figures(40);
  const [equipment, works] = [all.slice(0, 20), all.slice(20)];
  const [price, base] = total;
  return [
    ['', '单价', '基数', '', ...equipment.map((_, i) => `${i + 1}月`)],
    ['设备', 0.18, 200, '', ...equipment],
    ['安装', 0.25, 200, '', ...works],
    ['投资', price, base, '', ...equipment.map((value, i) => value + (works[i] ?? 0))],
  ];
}

describe('what is a finding beside it', () => {
  it('is a total of columns apart from the rest where one of them misses', () => {
    expect(suspicionsIn(investment([0.43, 430]))).toEqual(['wrongDigit 2,2']);
  });

  it('is a row between the parts and their total that it leaves out', () => {
    expect(
      suspicionsIn([
        ['项目', '甲镇', '乙镇', '丙镇'],
        ['道路', 3127, 4410, 5233],
        ['桥梁', 1205, 1377, 1418],
        ['绿化', 1205, 1377, 1418],
        ['照明', 642, 718, 805],
        ['合计', 4974, 6505, 7456],
      ])[0],
    ).toMatch(/^leftOut/);
  });
});
