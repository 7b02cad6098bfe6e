import { findMentions } from '../../../src/core/report/text/mentions';
import { measured } from '../../../src/core/report/text/measured';
import { plainText } from '../../../src/core/report/text/plain-text';

/** Every figure of a text as it stands there, with its unit. */
function figures(text: string): string[] {
  const plain = plainText(text);
  return findMentions(plain).map(({ start, unitEnd }) => text.slice(start, unitEnd));
}

function sizes(text: string): number[] {
  return findMentions(plainText(text)).map((mention) => measured(mention).size);
}

test.each([
  ['完成21,480.50万元，增长7.4％', ['21,480.50万元', '7.4％']],
  ['完成２１４８０萬元，佔４３．２％', ['２１４８０萬元', '４３．２％']],
  ['由600元／人／月提高到650元每人每月', ['600元／人／月', '650元每人每月']],
  ['清理2.76万平方米、17.72亿立方米、74宗', ['2.76万平方米', '17.72亿立方米', '74宗']],
  ['库款系数0.3－0.8', ['0.3', '0.8']],
  ['支出决算为\n1092.80 万 元', ['1092.80 万 元']],
  ['快于序时进度3.3个百分点', ['3.3个百分点']],
])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

test('years, days, ranks, the numbers of lists and papers are no amounts', () => {
  expect(figures('1.2023年5月底，截至2023.6.13，1－5月，居全市第9位，“十四五”期间')).toEqual([]);
  expect(figures('根据湘财〔2023〕15号文件')).toEqual([]);
  expect(figures('经A2型、G318国道')).toEqual([]);
});

test('amounts count in yuan, whatever unit they are printed in', () => {
  expect(sizes('1.5亿元、15000万元、150000千元、1元')).toEqual([150_000_000, 150_000_000, 150_000_000, 1]);
});

test('a minus belongs to a figure, a dash between two figures does not', () => {
  expect(sizes('增长-3.2%')).toEqual([-3.2]);
  expect(sizes('0.3-0.8')).toEqual([0.3, 0.8]);
});

test('a printed figure stands for all that rounds to it', () => {
  const [mention] = findMentions('43.2%');
  expect(mention && measured(mention).interval).toEqual({ low: 43.15, high: 43.25 });
});

test.each([
  ['完成*万元，增长*％', ['figure', 'figure']],
  ['预估约*6亿元', ['leadingDigits']],
  ['**县与**银行', ['name', 'name']],
  ['根据*〔2023〕*号', ['documentNumber', 'documentNumber']],
  ['完成XX万元', ['figure']],
])('blanks: %s', (text, kinds) => expect(findMentions(plainText(text)).map(({ blank }) => blank)).toEqual(kinds));

test('separators that make no number are read as they were meant, and told of', () => {
  expect(findMentions('34.568.64万元、3222,215万元').map(({ value, broken }) => [value, broken])).toEqual([
    [34568.64, true],
    [3_222_215, true],
  ]);
});

test('lines that begin with # are no text, and offsets stay those of the whole', () => {
  const text = '# 来源 2023 15万元\n税收21万元';
  expect(plainText(text)).toHaveLength(text.length);
  expect(figures(text)).toEqual(['21万元']);
});
