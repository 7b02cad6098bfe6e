import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import type { Relation } from '../../../src/core/relations/relation';
import { slipBetween } from '../../../src/core/relations/slip';
import { textAmount } from '../../../src/core/numbers/amount-text';
import { type Rows, sheetOf } from './hierarchy';

/** Rows from a text table; cells that look like numbers are numbers, unless in quotes. */
function table(text: string): Rows {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => {
          const trimmed = cell.trim();
          if (trimmed.startsWith('"')) return trimmed.slice(1, -1);
          return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
        }),
    );
}

const written = ({ op, target, operands, verdict }: Relation): string =>
  `${op} ${target.row},${target.column} of ${operands.map((o) => `${o.row},${o.column}`).join(' ')} ${verdict}`;

const budget = `
  | 项目     | 年初预算 | 完成数   | 完成率  | 上年同期 | 增减额  | 增长率  |
  | 税收收入 | 12340    | 8712     | 70.6    | 8105     | 607     | 7.49    |
  | 非税收入 | 5210     | 4033     | 77.41   | 4518     | -485    | -10.73  |
  | 专项收入 | 1777     | 912      | 51.32   | 755      | 157     | 20.79   |
  | 罚没收入 | 963      | 871      | 90.45   | 640      | 231     | 36.09   |
  | 其他收入 | 308      | 117      | 37.99   | 229      | -112    | -48.91  |
  | 合计     | 20598    | 14645    | 71.1    | 14247    | 398     | 2.79    |`;

describe('relations of a fiscal table', () => {
  const relations = findArithmetic(sheetOf(table(budget))).relations.map(written);

  it('finds totals, completion rates, growth rates and differences', () => {
    expect(relations).toContain('sum 6,2 of 1,2 2,2 3,2 4,2 5,2 holds');
    expect(relations).toContain('division 1,3 of 1,2 1,1 rounding');
    expect(relations).toContain('relative_change 2,6 of 2,4 2,2 rounding');
    expect(relations).toContain('difference 3,5 of 3,2 3,4 holds');
  });

  it('finds nothing wrong in it', () => {
    expect(findArithmetic(sheetOf(table(budget))).suspicions).toEqual([]);
  });

  it('finds no sums in rates', () => {
    expect(relations.filter((r) => /^sum \d+,[36] /.test(r))).toEqual([]);
  });

  it('reads a sheet of nothing but text numbers', () => {
    const text = table(budget).map((row) =>
      row.map((v) => (typeof v === 'number' ? ` ${v.toLocaleString('en-US')}` : v)),
    );
    expect(findArithmetic(sheetOf(text)).relations.map(written)).toContain('sum 6,2 of 1,2 2,2 3,2 4,2 5,2 holds');
  });

  it('says of small numbers that agree once nothing at all', () => {
    expect(
      findArithmetic(
        sheetOf([
          ['甲', 1, 4],
          ['乙', 2, 7],
          ['丙', 3, 9],
        ]),
      ).relations,
    ).toEqual([]);
  });
});

/** A table of three towns; one figure replaced. */
function towns(row: number, column: number, value: string | number): Rows {
  const rows = table(`
    | 科目     | 甲镇   | 乙镇   | 丙镇   | 合计   |
    | 教育     | 81234  | 61827  | 20519  | 163580 |
    | 卫生     | 32118  | 50273  | 31844  | 114235 |
    | 农林水   | 64520  | 41096  | 77213  | 182829 |
    | 交通     | 28417  | 19650  | 44371  | 92438  |
    | 合计     | 206289 | 172846 | 173947 | 553082 |`);
  return rows.map((line, r) => (r === row ? line.with(column, value) : line));
}

describe('what broke a table', () => {
  it.each([
    ['two digits exchanged', 1, 1, 82134, { kind: 'transposed', was: 82134, shouldBe: 81234 }],
    ['one digit wrong', 2, 2, 50873, { kind: 'wrongDigit', was: 50873, shouldBe: 50273 }],
    ['a digit dropped', 3, 1, 6420, { kind: 'droppedDigit', was: 6420, shouldBe: 64520 }],
    ['a digit too many', 4, 3, 443371, { kind: 'extraDigit', was: 443371, shouldBe: 44371 }],
    ['the sign', 2, 1, -32118, { kind: 'sign', was: -32118, shouldBe: 32118 }],
    ['yuan among 10,000 yuan', 3, 3, 772130000, { kind: 'scale', factor: 10000, shouldBe: 77213 }],
    ['a point slipped', 1, 2, 6182.7, { kind: 'scale', factor: 0.1, shouldBe: 61827 }],
    ['a figure left blank', 3, 2, '', { kind: 'omitted', shouldBe: 41096 }],
    ['a number stored as text', 2, 3, '３１８４４', { kind: 'textNumber', value: 31844 }],
  ] as const)('names %s', (_, row, column, value, cause) => {
    const [first, ...others] = findArithmetic(sheetOf(towns(row, column, value))).suspicions;
    expect(first?.cells[0]).toEqual({ row, column });
    expect(first?.cause).toMatchObject({ ...cause, cell: { row, column } });
    expect(others).toEqual([]);
  });

  it('folds the totals that one figure breaks under it', () => {
    const [first] = findArithmetic(sheetOf(towns(1, 1, 82134))).suspicions;
    expect(first?.relations).toHaveLength(2);
    expect(first).toMatchObject({ difference: -900 });
  });

  it('names a row that the total does not contain', () => {
    const rows = towns(0, 0, '科目').toSpliced(4, 0, ['住房', 5177, 3309, 8124, 16610]);
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cause.kind).toBe('leftOut');
    expect(first?.cells[0]).toEqual({ row: 4, column: 1 });
  });

  it.each([
    ['holds a part twice', 206289 + 64520, { kind: 'countedTwice', cell: { row: 3, column: 1 }, was: 64520 }],
    ['leaves a part out', 206289 - 64520, { kind: 'leftOut', cells: [{ row: 3, column: 1 }] }],
  ] as const)('says that a total %s', (_, total, cause) => {
    const [first, ...others] = findArithmetic(sheetOf(towns(5, 1, total))).suspicions;
    expect(first?.cause).toEqual(cause);
    expect(first?.cells[0]).toEqual({ row: 5, column: 1 });
    expect(others).toEqual([]);
  });

  it('says that a figure is that of another period', () => {
    const prior = ['上年甲镇', 76018, 30677, 61135, 27904, 195734];
    const rows = towns(1, 1, 76018).map((line, r): Rows[number] => [...line, prior[r] ?? '']);
    const [first, ...others] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cause).toEqual({ kind: 'stale', cell: { row: 1, column: 1 }, was: 76018, shouldBe: 81234 });
    expect(others).toEqual([]);
  });

  it('takes no figure for that of another period where both are often the same', () => {
    const rows = towns(1, 1, 76018).map((line, r): Rows[number] => [...line, r === 0 ? '调整预算' : (line[1] ?? '')]);
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cause.kind).not.toBe('stale');
  });

  it('takes the figure for wrong that is far from its usual share', () => {
    // 5,000 too many: 甲 may have been 1,123, or 乙 91,456; 甲 is never a twentieth of the total elsewhere.
    const rows = table(`
      | 乡镇 | 乙    | 甲   | 丙    | 合计   |
      | 东   | 94410 | 1089 | 31207 | 126706 |
      | 南   | 88790 | 1311 | 29316 | 119417 |
      | 西   | 96456 | 6123 | 30518 | 128097 |
      | 北   | 91277 | 997  | 30004 | 122278 |
      | 中   | 95001 | 1204 | 33115 | 129320 |`);
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cells[0]).toEqual({ row: 3, column: 2 });
    expect(first?.cause).toMatchObject({ kind: 'wrongDigit', shouldBe: 1123 });
  });

  it('clears a subtotal that fits the grand total', () => {
    const rows = table(`
      | 科目     | 甲镇  | 乙镇  | 丙镇  |
      | 教育小计 | 9314  | 7732  | 6604  |
      | 普通     | 5310  | 4033  | 5300  |
      | 职业     | 4104  | 3699  | 1304  |
      | 卫生小计 | 8127  | 6318  | 7645  |
      | 公共     | 5310  | 4353  | 3208  |
      | 医疗     | 2817  | 1965  | 4437  |
      | 总计     | 17441 | 14050 | 14249 |`);
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cells[0]).toEqual({ row: 2, column: 1 });
    expect(first?.cause).toMatchObject({ kind: 'wrongDigit', shouldBe: 5210 });
  });

  it('names a row pasted beside its twin', () => {
    const rows = towns(0, 0, '科目').toSpliced(5, 0, ['其他', 28417, 19650, 44371, 92438]);
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cause.kind).toBe('leftOut');
    expect(
      first?.cells
        .slice(0, 2)
        .map((c) => c.row)
        .sort(),
    ).toEqual([4, 5]);
  });

  it('believes a list of one column when a slip proves its total', () => {
    const rows: Rows = [
      ['单位', '金额'],
      ['甲', 81234],
      ['乙', 61827],
      ['丙', 20519],
      ['合计', 165380],
    ];
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cells[0]).toEqual({ row: 4, column: 1 });
    expect(first?.expected).toBe(163580);
  });

  it('says that a SUM skipped a number stored as text', () => {
    const rows = towns(2, 3, '３１８４４').map((line, r) => (r === 5 ? line.with(3, 173947 - 31844) : line));
    const [first] = findArithmetic(sheetOf(rows)).suspicions;
    expect(first?.cause).toMatchObject({ kind: 'textNumber', value: 31844, skipped: true });
  });
});

describe('slips and text numbers', () => {
  it('takes no arbitrary difference for a slip', () => {
    expect(slipBetween(8712, 9033, 0)).toBeUndefined();
  });

  it('looks at printed decimals', () => {
    expect(slipBetween(71.6, 70.6012, 0.05)).toMatchObject({ kind: 'wrongDigit', shouldBe: 70.6 });
  });

  it('says how often chance offers such a slip', () => {
    expect(slipBetween(2.4, 4.2, 0.05)?.chance).toBeGreaterThan(0.2);
    expect(slipBetween(8217.34, 8271.34, 0.005)?.chance).toBeLessThan(0.001);
  });

  it('sees no slip of the fingers in a computed figure', () => {
    expect(slipBetween(43.020144878, 40.32014, 0.01)).toBeUndefined();
  });

  it.each([
    ['１，２３４．５０', 1234.5],
    [' 3 400 ', 3400],
    ['(12.5)', -12.5],
    ['12%', 0.12],
    ['2010-01', undefined],
    ['甲', undefined],
  ])('reads %s', (text, value) => expect(textAmount(text)?.value).toBe(value));
});
