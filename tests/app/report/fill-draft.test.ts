import { checkText } from '../../../src/app/report/check-text';
import { fillDraft, formulaOf } from '../../../src/app/report/fill-text';
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

test('a coverage is filled where a column prints it, and proposed where it must be reckoned', () => {
  const draft = '2023年2月末库款系数为*。';
  const table = `青禾县2023年2月库款月报表 单位：万元
| 月份 | 本月流出 | 月末库款 | 库款系数 |
| 1月 | 17000 | 5132 | 0.30 |
| 2月 | 19000 | 4751 | 0.26 |`;
  expect(filled(draft, table)).toBe('2023年2月末库款系数为0.26。');
  const { answers } = fillDraft(draft, sourcesOf(table.replace(/\|[^|\n]*\|$/gm, '|')), zh);
  expect(answers.map(({ why }) => why)).toEqual(['unsure']);
  expect(answers[0]?.proposals.map(({ computation }) => formulaOf(computation))[0]).toBe(
    '=Sheet1!C4/(Sheet1!B3+Sheet1!B4)*2',
  );
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

describe('a figure is found by what its words and its sentence say together', () => {
  const REVIEW = `财政投资评审情况表（2023年1－9月）
| 项目类别 | 项目数（个） | 送审金额（万元） | 审减率％ |
| 预算评审 | 96 | 82460 | 10.36 |
| 合计 | 137 | 108771 | 9.96 |`;
  test('the column by its name, the row by what was named before', () => {
    expect(filled('1－9月，财政投资评审项目*个，送审金额*万元，审减率*％。', REVIEW)).toBe(
      '1－9月，财政投资评审项目137个，送审金额108771万元，审减率9.96％。',
    );
  });

  const MONTHS = [6, 9].map(
    (month) => `《${month}月.xlsx》
红岭市2024年1-${month}月支出情况表 单位：万元
| 项目 | 累计完成数 |
| 教育支出 | ${month * 100} |
| 卫生健康支出 | ${month * 50} |`,
  );
  const BEFORE = `《去年.xlsx》
红岭市2023年1-9月支出情况表 单位：万元
| 项目 | 累计完成数 |
| 教育支出 | 1000 |
| 卫生健康支出 | 400 |`;
  const BOOKS = [...MONTHS, BEFORE].join('\n');
  test('a quarter is the difference of two books, a change that of two years', () => {
    expect(filled('2024年1－9月，教育支出*万元，增长*％。三季度教育支出*万元。', BOOKS)).toBe(
      '2024年1－9月，教育支出900万元，下降10％。三季度教育支出300万元。',
    );
  });

  test('of names and figures that stand in rows, the first is of the first', () => {
    expect(filled('2024年1－9月，教育支出*万元。教育、卫生健康支出分别增长*％、*％。', BOOKS)).toContain(
      '分别下降10％、12.5％',
    );
    expect(filled('2024年1－9月，教育、卫生健康支出分别为*万元、*万元。', BOOKS)).toContain('900万元、450万元');
    expect(filled('2024年1－9月，教育、卫生健康、农林水支出分别为*万元、*万元。', BOOKS)).toContain('*万元、*万元');
  });

  const CARE = `2023年上半年困难群众救助情况表 单位：万元
| 项目 | 累计发放金额 |
| 农村特困人员供养金 | 202 |
| 城市特困人员供养金 | 24 |`;
  test('town and country are two, and together one', () => {
    expect(filled('2023年上半年，发放城乡特困供养金*万元，农村特困供养金*万元。', CARE)).toBe(
      '2023年上半年，发放城乡特困供养金226万元，农村特困供养金202万元。',
    );
    expect(whys('2023年上半年，发放城乡特困供养金*万元。', CARE.replace('| 农村特困人员供养金 | 202 |\n', ''))).toEqual(
      ['none'],
    );
  });

  test('the table of a town is not its county', () => {
    const town = REVENUE.replace('青禾县', '柳林镇').replace(' 单位', '\n单位');
    expect(whys('截至2023年5月底，税收收入完成*万元。', town)).not.toEqual([undefined]);
  });

  test('pace and points are reckoned, and their words turn', () => {
    const draft =
      '截至2023年5月底，地方收入完成*万元，快于序时进度*个百分点。税收占地方收入的*％，比上年同期回落*个百分点。';
    expect(filled(draft)).toBe(
      '截至2023年5月底，地方收入完成14560万元，慢于序时进度1.22个百分点。税收占地方收入的64.29％，比上年同期提高3.47个百分点。',
    );
  });
});
