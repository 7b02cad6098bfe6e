import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import { figures } from './figures';
import { type Rows, sheetOf } from './hierarchy';

/** `target<parts` of the sums along rows or columns, by name of the first column or row. */
function sumsOf(rows: Rows, axis: 'rows' | 'columns'): string[] {
  const name = (at: number) => String((axis === 'rows' ? rows[at]?.[0] : rows[0]?.[at]) ?? '').trim();
  return findArithmetic(sheetOf(rows))
    .patterns.filter((p) => p.op === 'sum' && p.axis === axis)
    .map(({ target, operands }) => `${name(target)}<${operands.map(name).join('+')}`);
}

describe('what counts as evidence', () => {
  it('is nothing that holds in columns of the same proportions again and again', () => {
    // 80 figures and five copies of them at other units: what adds up once adds up six times.
    const list = figures(80).map((v, k): Rows[number] => [`第${k}项`, ...[1, 2, 4, 5, 10, 20].map((unit) => v * unit)]);
    expect(sumsOf([['项目', '一', '二', '三', '四', '五', '六'], ...list], 'rows')).toEqual([]);
  });

  it('is nothing that holds in a series that hardly changes', () => {
    const steps = figures(2400);
    let [height, speed, heat] = [265, 3.3, 18.9];
    const rows = Array.from({ length: 400 }, (_, k): Rows[number] => {
      const step = (n: number) => ((steps[6 * k + n] ?? 0) % 3) - 1;
      height += step(0);
      speed = Math.round(10 * Math.abs(speed + step(1) / 10)) / 10;
      heat = Math.round(10 * (heat + step(2) / 10)) / 10;
      return [
        `${k}时`,
        height,
        1014,
        speed,
        heat,
        step(3) / 10,
        height + step(4),
        1014,
        Math.round(10 * (speed + step(5) / 10)) / 10,
      ];
    });
    const { patterns, suspicions } = findArithmetic(
      sheetOf([['时间', '高', '气压', '速', '温', '升', '高二', '气压二', '速二'], ...rows]),
    );
    expect(patterns.filter(({ op }) => op === 'sum')).toEqual([]);
    expect(suspicions).toEqual([]);
  });

  it('may come from two ways to make up one total', () => {
    expect(
      sumsOf(
        [
          ['项目', '甲县', '乙县', '丙县', '丁县', '戊县'],
          ['合计', 9314, 7732, 6604, 8127, 6318],
          ['男', 5210, 4033, 3300, 4104, 3309],
          ['女', 4104, 3699, 3304, 4023, 3009],
          ['城', 2817, 1965, 2437, 3208, 2203],
          ['镇', 3310, 2353, 1067, 1645, 1172],
          ['乡', 3187, 3414, 3100, 3274, 2943],
        ],
        'rows',
      ),
    ).toEqual(expect.arrayContaining(['合计<男+女', '合计<城+镇+乡']));
  });

  it('makes a section of zeros a section where the others are', () => {
    const empty = ['三、其他', 0, 0, 0];
    expect(
      sumsOf(
        [
          ['科目', '甲镇', '乙镇', '丙镇'],
          ['教育', 5210, 4033, 5300],
          ['卫生', 4104, 3699, 1304],
          ['一、小计', 9314, 7732, 6604],
          ['', '', '', ''],
          ['农业', 5310, 4353, 3208],
          ['林业', 2817, 1965, 4437],
          ['二、小计', 8127, 6318, 7645],
          ['', '', '', ''],
          ['债务', 0, 0, 0],
          empty,
          ['三、小计', 0, 0, 0],
        ],
        'rows',
      ),
    ).toContain('三、小计<债务+三、其他');
  });

  it('takes the lines without figures into the section that they stand in', () => {
    expect(
      sumsOf(
        [
          ['科目', '甲镇', '乙镇', '丙镇'],
          ['上年结余', 0, 0, 0],
          ['教育', 5210, 4033, 5300],
          ['卫生', 4104, 3699, 1304],
          ['合计', 9314, 7732, 6604],
        ],
        'rows',
      ),
    ).toContain('合计<上年结余+教育+卫生');
  });

  it('passes over the averages between the parts of a total', () => {
    expect(
      sumsOf(
        [
          ['项目', '甲', '乙', '丙', '丁'],
          ['一', 3117, 4210, 2508, 3961],
          ['二', 3823, 2994, 4402, 2129],
          ['平均', 3470, 3602, 3455, 3045],
          ['三', 1217, 2410, 3408, 1967],
          ['四', 2725, 3594, 2802, 4121],
          ['平均', 1971, 3002, 3105, 3044],
          ['总分', 10882, 13208, 13120, 12178],
        ],
        'rows',
      ),
    ).toContain('总分<一+二+三+四');
  });

  it('reads the header above the table though a date stands over it', () => {
    const rows: Rows = [
      [45291, '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
      ['科目', '一季', '二季', '平均'],
      ['教育', 5210, 4034, 4622],
      ['卫生', 4104, 3700, 3902],
      ['农业', 5310, 4354, 4832],
    ];
    expect(findArithmetic(sheetOf(rows)).patterns.map(({ op, target }) => `${op} ${target}`)).toContain('average 3');
  });

  it('finds the parts of a total by the word that they share with it', () => {
    const rows = figures(10, 11).map((v, k): Rows[number] => {
      const men = [v, 7 * v + 13, 3 * v + 5, v + 977];
      const women = [v + 31, 2 * v + 11, 5 * v + 3, v + 1201];
      const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
      return [
        `${k}县`,
        men[0] ?? 0,
        women[0] ?? 0,
        men[1] ?? 0,
        women[1] ?? 0,
        women[2] ?? 0,
        men[2] ?? 0,
        men[3] ?? 0,
        women[3] ?? 0,
        sum(women),
        sum(men),
      ];
    });
    const header = [
      '县',
      '东区 男',
      '东区 女',
      '西区 男',
      '西区 女',
      '南区 女',
      '南区 男',
      '北区 男',
      '北区 女',
      '全县 女',
      '全县 男',
    ];
    expect(sumsOf([header, ...rows], 'columns')).toContain('全县 男<东区 男+西区 男+南区 男+北区 男');
  });
});
