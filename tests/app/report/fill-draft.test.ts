import { checkText } from '../../../src/app/report/check-text';
import { fillDraft } from '../../../src/app/report/fill-text';
import { withReplacements } from '../../../src/core/report/fill/replace';
import { translator } from '../../../src/messages/translator';
import { sourcesOf } from '../../rules/text-rule-tester';

const REVENUE = `青禾县2023年1-5月一般公共预算收入执行情况表 单位：万元
| 项目 | 年初预算数 | 累计完成数 | 上年同期 |
| 地方一般公共预算收入合计 | 36000 | 14560 | 14800 |
| 税收收入 | 24000 | 9360 | 9000 |
| 非税收入 | 12000 | 5200 | 5800 |`;
const zh = translator('zh-CN');

function filled(draft: string, table = REVENUE): string {
  return withReplacements(draft, fillDraft(draft, sourcesOf(table), zh).fills);
}

function whys(draft: string, table = REVENUE): (string | undefined)[] {
  return fillDraft(draft, sourcesOf(table), zh).answers.map(({ why }) => why);
}

const DRAFT = '截至2023年5月底，税收收入完成*万元，完成年初预算*％，同比增加*万元，增长*％。';

test('blanks are filled from the row of their amount, in the unit behind them', () => {
  expect(filled(DRAFT)).toBe('截至2023年5月底，税收收入完成9360万元，完成年初预算39％，同比增加360万元，增长4％。');
  expect(filled('截至2023年5月底，税收收入完成*亿元。')).toBe('截至2023年5月底，税收收入完成0.94亿元。');
});

test('words follow the sign', () => {
  expect(filled('截至2023年5月底，非税收入完成*万元，同比增收*万元，增长*％。')).toBe(
    '截至2023年5月底，非税收入完成5200万元，同比减收600万元，下降10.34％。',
  );
  expect(filled('截至2023年5月底，税收收入完成*万元，同比减收*万元，下降*％。')).toBe(
    '截至2023年5月底，税收收入完成9360万元，同比增收360万元，增长4％。',
  );
});

test('a share is of the whole that the text names', () => {
  expect(filled('截至2023年5月底，地方收入完成*万元（其中：非税收入完成*万元，非税占比为*％）。')).toBe(
    '截至2023年5月底，地方收入完成14560万元（其中：非税收入完成5200万元，非税占比为35.71％）。',
  );
});

test('there is no rate from a base of zero or less', () => {
  const none = REVENUE.replace('| 9360 | 9000 |', '| 9360 | 0 |');
  expect(filled('截至2023年5月底，税收收入完成*万元，增长*％。', none)).toBe(
    '截至2023年5月底，税收收入完成9360万元，增长*％。',
  );
  expect(whys('截至2023年5月底，税收收入完成*万元，增长*％。', none)).toEqual([undefined, 'noBase']);
});

test('names and the numbers of papers are never filled', () => {
  const draft = '根据*〔2023〕*号，截至2023年5月底，**县税收收入完成*万元。';
  expect(filled(draft)).toBe('根据*〔2023〕*号，截至2023年5月底，**县税收收入完成9360万元。');
  expect(fillDraft(draft, sourcesOf(REVENUE), zh).kept).toBe(3);
});

test('what is doubtful is left: another month, no such name, a goal, digits that are half there', () => {
  expect(whys('截至2023年4月底，税收收入完成*万元。')).toEqual(['unsure']);
  expect(whys('截至2023年5月底，电子卖场交易额达到*万元。')).toEqual(['none']);
  expect(whys('力争到2026年税收收入突破*亿元。')).toEqual(['none']);
  expect(whys('截至2023年5月底，税收收入约*6万元。')).toEqual(['unsure']);
});

test('two tables that differ are several answers', () => {
  const two = `${REVENUE}\n【另一张】\n${REVENUE.replace('9360', '9361')}`;
  expect(whys('截至2023年5月底，税收收入完成*万元。', two)).toEqual(['several']);
});

test('the comment says where a figure is from and how it comes about', () => {
  const { fills } = fillDraft(DRAFT, sourcesOf(REVENUE), zh);
  expect(fills.map(({ comment }) => comment?.split(' ').at(-1))).toEqual([
    '=Sheet1!C4',
    '=Sheet1!C4/Sheet1!B4',
    '=Sheet1!C4-Sheet1!D4',
    '=(Sheet1!C4-Sheet1!D4)/Sheet1!D4',
  ]);
});

test('a filled draft checks clean', () => {
  const text = filled(DRAFT);
  const { findings, matches } = checkText('a.txt', text, sourcesOf(REVENUE));
  expect(findings).toEqual([]);
  expect(matches[0]?.verdict).toBe('equal');
});

test('figures that no claim and no cell proves are listed as not checked', () => {
  const { unchecked } = checkText('a.txt', '税收收入完成21480万元，同比增收1480万元，增长7.4%。契税完成312万元。');
  expect(unchecked.map(({ placed }) => placed.mention.value)).toEqual([312]);
});

test('the days to which figures run are told apart', () => {
  const { cutOffs } = checkText('a.txt', '2023年5月底税收21万元，截至6月13日交易额7万元、8万元。');
  expect(cutOffs.map(({ day, figures }) => [day, figures.length])).toEqual([
    ['2023-05-31', 1],
    ['2023-06-13', 2],
  ]);
});
