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
});
