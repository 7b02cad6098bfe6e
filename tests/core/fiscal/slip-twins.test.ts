import { namedTables } from '../../../src/core/fiscal/ties/same-figures/named-table';
import { slipTwins } from '../../../src/core/fiscal/ties/same-figures/slip-twins';
import { bookId } from '../../../src/core/grid/place';
import { readTables } from '../../../src/core/tables/read-tables';
import { workbooksOf } from '../../support/text-table';

/** Pairs of figures of the first workbook and another one that are one with two digits exchanged, as they are printed. */
function twins(text: string): string[] {
  const [own = [], ...lent] = workbooksOf(text).map((workbook) =>
    workbook.sheets.flatMap((sheet) => namedTables(bookId(workbook), sheet, readTables(sheet, workbook))),
  );
  return slipTwins(own, lent.flat(), () => []).map(({ one, other }) => `${one.figure.yuan} ${other.figure.yuan}`);
}

interface Side {
  readonly title: string;
  readonly row: string;
  readonly column: string;
}

const ONE: Side = { title: '青禾县2025年8月困难群众救助资金', row: '农村低保', column: '发放金额' };

/** A figure among two that are found nowhere else, in one workbook, and it with two digits exchanged in another. */
const pair = (one: Partial<Side>, other: Partial<Side>): string => {
  const table = ({ title, row, column }: Side, value: string, more: string) => `${title}
单位：元
| 项目 | ${column} |
| ${row} | ${value} |
| 临时救助 | ${more} |
| 医疗救助 | 3${more} |`;
  return `${table({ ...ONE, ...one }, '4,620,096.37', '127483.20')}
《另一本.xlsx》
${table({ ...ONE, ...other }, '4,602,096.37', '983651.40')}`;
};

test('a figure that is another but for two digits is told', () =>
  expect(twins(pair({}, {}))).toEqual(['4620096.37 4602096.37']));

test.each<[string, Partial<Side>, Partial<Side>]>([
  ['of last year', { column: '发放金额' }, { column: '上年同期发放金额' }],
  ['of last year, as its row says', { row: '上年农村低保' }, {}],
  ['an average', { column: '人均发放金额' }, { column: '发放金额' }],
  [
    'of another purse',
    { title: '青禾县2025年8月一般公共预算救助资金' },
    { title: '青禾县2025年8月政府性基金救助资金' },
  ],
  ['of another office', { row: '县教育局' }, { row: '县民政局' }],
  ['of another month', { column: '7月发放金额' }, { column: '8月发放金额' }],
  ['of another day', {}, { title: '青禾县2024年8月困难群众救助资金' }],
  ['of another county', {}, { title: '白沙县2025年8月困难群众救助资金' }],
  ['on the other side', { row: '救助收入' }, { row: '救助支出' }],
  ['what was planned', { column: '年初预算' }, { column: '发放金额' }],
])('none is told that is %s', (_, one, other) => expect(twins(pair(one, other))).toEqual([]));
