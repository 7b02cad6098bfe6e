import { isRateName } from './label';
import { bracketedCount, bracketedUnit, isMoney, type AnyUnit, type CountUnit, type Unit } from '../numbers/unit';
import { type Column, type ColumnRole, isRateRole, type Table, type TableRow } from './table';

/** Columns whose figures are counted, whatever the table's amounts stand in. */
const COUNTED: readonly ColumnRole[] = ['persons', 'count', 'area', 'months', 'serial'];

/** What people say after a figure that is called so. */
const BY_NAME: readonly (readonly [RegExp, CountUnit])[] = [
  [/人次/, '人次'],
  [/户次/, '户次'],
  [/户数$/, '户'],
  [/(?:人数|人口|学生数|职工数|学生|教师|教职工|寄宿生|住校生|在校生)$/, '人'],
  [/宗数$/, '宗'],
  [/件数$/, '件'],
  [/笔数$/, '笔'],
  [/(?:家数|企业数)$/, '家'],
  [/(?:次数)$/, '次'],
];

/** People by what they are, which only a table of people counts: beside 退休 of 人员经费表 stands money. */
const PEOPLE = /^(?:编制数?|核定编制数?|实有|在职|在编|编外|离休|退休|退职)(?:数|人员)?(?:小计|合计)?$/;
const TARGETS = /(?:对象|人员|人口|学生)(?:合计|小计|总计|共计)$/;
const OF_PEOPLE = /(?:人员|人数|编制)/;
const OF_MONEY = /(?:工资|经费|支出|费用|补贴|补助|津贴|薪|金额|资金|预算|保险|养老|收入)/;

/** Points, whatever the row is about. */
const SCORE = /(?:得分|分值|扣分|满分|总分|评分)$/;

/** What a figure stands in; `none`: it is counted, in whatever. */
function told(table: Table, row: TableRow | undefined, column: Column | undefined): AnyUnit | 'none' | undefined {
  const header = column?.path.at(-1) ?? '';
  const label = row?.label ?? '';
  if (SCORE.test(header) || isRateName(row?.name ?? '') || row?.isUnitless === true) return 'none';
  const counted = bracketedCount(header) ?? bracketedCount(label);
  if (counted) return counted;
  if (column && isOfPeople(table, column)) return '人';
  const [, named] = BY_NAME.find(([words]) => words.test(header) || words.test(row?.name ?? '')) ?? [];
  const isCounted = column !== undefined && COUNTED.includes(column.role);
  if (named && (isCounted || bracketedUnit(label) === undefined)) return named;
  if (isCounted) return row?.unit !== undefined && !isMoney(row.unit) ? row.unit : 'none';
  if (column !== undefined && isRateRole(column.role)) return 'none';
  // 27,101 户 beside 发放金额（元）: what a row is counted in says nothing of the money in it.
  if (row?.unit !== undefined && !isMoney(row.unit) && column !== undefined && !NUMBER.test(header)) {
    if (column.unit !== undefined) return column.unit;
    if (table.unit !== undefined && table.columns.some(isOfNumbers)) return table.unit;
  }
  return row?.unit ?? column?.unit ?? bracketedUnit(label) ?? table.unit;
}

function isOfPeople({ title = '', columns }: Table, { path }: Column): boolean {
  const about = [title, ...path].join('');
  // 对象合计 behind 城市低保人数 and 农村低保人数.
  if (TARGETS.test(path.at(-1) ?? '') && columns.some(({ role }) => role === 'persons')) return true;
  return PEOPLE.test(path.at(-1) ?? '') && OF_PEOPLE.test(about) && !OF_MONEY.test(about);
}

/** 发放对象数, to which alone a column 单位 of 户 and 人 belongs. */
const NUMBER = /(?:对象数?|数量|(?:户|人|次|个|件|项目)数)$/;

function isOfNumbers({ role, path }: Column): boolean {
  return COUNTED.includes(role) || NUMBER.test(path.at(-1) ?? '');
}

/** The unit of a cell, with its own word where it counts persons, households or acres: counts are never money. */
export function unitOfCell(table: Table, row?: TableRow, column?: Column): AnyUnit | undefined {
  const unit = told(table, row, column);
  return unit === 'none' ? undefined : unit;
}

/** The unit of money of a cell; undefined: none is stated, or it holds a count. */
export function moneyUnitOf(table: Table, row?: TableRow, column?: Column): Unit | undefined {
  const unit = unitOfCell(table, row, column);
  return unit !== undefined && isMoney(unit) ? unit : undefined;
}
