import { readReport } from '../../../src/core/report/read-report';

/** What is said of each amount: its name, and the parts that the other figures play. */
function said(text: string): string[] {
  const { entries } = readReport(text);
  return entries.map(
    ({ level, topic, said: others }) =>
      `${topic} ${level.placed.mention.value}: ${others.map(({ role, placed }) => `${role.is} ${placed.mention.value}`).join(', ')}`,
  );
}

test('figures belong to the amount before them, and what stands in a bracket to the bracket', () => {
  expect(said('地方收入31959万元，含地本级7234万元（增17.3%）、县级24725万元（增35.6%），增长30.9%。')).toEqual([
    '地方收入 31959: ',
    '地本级 7234: growth 17.3',
    '县级 24725: growth 35.6, growth 30.9',
  ]);
  expect(said('收入100万元（含甲30万元），增长5%。')).toEqual(['收入 100: growth 5', '甲 30: ']);
});

test('a title is no part of the sentence below it, a line that a page broke is', () => {
  expect(said('2023年1—5月青禾县财政运行情况\n库款余额4751万元。')).toEqual(['库款余额 4751: ']);
  expect(said('我县认真落实上级关于\n库款余额4751万元。')[0]).not.toBe('库款余额 4751: ');
});

test('an amount inherits the name that its sentence gave', () => {
  expect(said('接待费年初预算为12.50万元，支出决算为9.80万元，完成年初预算的78.4%。')).toEqual([
    '接待费年初预算 12.5: ',
    '接待费年初预算 9.8: progress 78.4',
  ]);
});

test('time, place and verbs are no part of a name', () => {
  expect(said('截至2023年5月底，全县累计完成税收收入9360万元。')).toEqual(['税收收入 9360: ']);
});

test('由 … 调整为 … is one amount with what it was before', () => {
  expect(said('总支出由52000万元调整为55600万元，调增3600万元。')).toEqual(['总支出 55600: from 52000, delta 3600']);
});

test('parallel lists bind by their places', () => {
  expect(said('甲乡、乙乡分别完成1200万元、1575万元，分别增收200万元、75万元。')).toEqual([
    '乙乡 1200: delta 200',
    '乙乡 1575: delta 75',
  ]);
});

test('the base of a rate, its rate and the pace each play their part', () => {
  expect(said('1－9月，税收30800万元，占年初预算44000万元的70%，短平均进度5个百分点，短收2200万元。')).toEqual([
    '税收 30800: base 44000, progress 70, pace 5, delta 2200',
  ]);
});
