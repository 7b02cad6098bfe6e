import { monthNumber, type Period } from '../../../numbers/period';
import { itemName } from '../../../tables/label';

/**
 * What a row or column of a ledger is, however its desk calls it: 年初余额, 2023年末余额 and 上月末库存 are what there was
 * before, 举借 and 当年新增 what came. Such a name is the same in a summary that has it as a column and in a list that has it as a row.
 */
export type Concept = '@opening' | '@closing' | '@limit' | '@newLimit' | '@inflow' | '@outflow';

/** Whether a key says at which stage a figure is, or what of a ledger, rather than of what thing. */
export function isConcept(key: string): boolean {
  return key.startsWith('@');
}

const STOCK = /(?:余额|结余|库存|结存|库款)数?$/;
const CONCEPTS: readonly (readonly [RegExp, Concept])[] = [
  [/^新增(?:债务)?限额$/, '@newLimit'],
  [/^(?:年末|政府|法定)?(?:债务)?限额$/, '@limit'],
  [/^(?:年初|期初|月初|上年度末|上[年月期日]末?).*(?:余额|结余|库存|结存|库款)数?$/, '@opening'],
  [/^(?:年末|期末|月末|本[年月期]末|年终|期终).*(?:余额|结余|库存|结存|库款)数?$/, '@closing'],
  [/^[本当][年月期]收入(?:合计|小计)?$/, '@inflow'],
  [/^[本当][年月期]支出(?:合计|小计)?$/, '@outflow'],
  [/^(?:[本当][年月期])?(?:新增|增加|举借|借入|发行|流入)(?:债务|债券|数|额|金额)?$/, '@inflow'],
  [/^(?:[本当][年月期])?(?:偿还|还本|减少|流出|化解)(?:债务|本金|数|额|金额)?$/, '@outflow'],
];
/** 2023年末余额, 3月末余额. */
const DATED = /^(?:((?:19|20)\d\d)年(?:度)?)?(?:(\d{1,2})月份?)?(?:末|底)(.*)$/;
const OF_YEAR = /^((?:19|20)\d\d)年(?:度)?(?=\D)/;

/** The concept of a name in a table of some time; undefined: it is a thing of its own. */
export function conceptOf(name: string, period: Period | undefined): Concept | undefined {
  const said = itemName(name).replace(/\([^()]*\)|[\s、：:|]/g, '');
  const [, year, month, rest = ''] = DATED.exec(said) ?? [];
  if (year !== undefined || month !== undefined) return datedConcept(year, month, rest, period);
  const bare = withoutYear(said, period);
  return bare === undefined ? undefined : CONCEPTS.find(([words]) => words.test(bare))?.[1];
}

/** 2024年举借 in a table of 2024; undefined: it is of another year. */
function withoutYear(said: string, period: Period | undefined): string | undefined {
  const [head, year = ''] = OF_YEAR.exec(said) ?? [];
  if (head === undefined) return said;
  return period === undefined || period.to.startsWith(year) ? said.slice(head.length) : undefined;
}

/** What there was at the end of a year or month, by the time of the table. */
function datedConcept(
  year: string | undefined,
  month: string | undefined,
  rest: string,
  period: Period | undefined,
): Concept | undefined {
  if (!period) return undefined;
  const behindBy =
    month === undefined ? Number(period.to.slice(0, 4)) - Number(year) : monthNumber(period.to) - Number(month);
  if (rest === '限额' || rest === '债务限额') return behindBy === 0 ? '@limit' : undefined;
  if (!STOCK.test(rest)) return undefined;
  return behindBy === 0 ? '@closing' : behindBy === 1 ? '@opening' : undefined;
}
