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

const STOCK = /(?:余额|结余|库存|结存|库款|滚存结余)数?$/;
const LIMIT = /限额$/;
const BEFORE = /^(?:年初|期初|月初|本?年年初|上[年月期日]末?|上年度?末|期前)/;
const BEHIND = /^(?:年末|期末|月末|本[年月期]末|年终|期终|当前|现)/;
const IN = /^(?:本[年月期]|当[年月期])?(?:新增|增加|举借|借入|发行|流入)(?:债务|债券|数|额|金额)?$/;
const OUT = /^(?:本[年月期]|当[年月期])?(?:偿还|还本|减少|流出|化解)(?:债务|本金|数|额|金额)?$/;
const FLOW = /^(?:本[年月期]|当[年月期])(收入|支出)(?:合计|小计)?$/;
const DATED = /^(?:((?:19|20)\d\d)年(?:度)?)?(?:(\d{1,2})月份?)?(?:末|底)(.*)$/;
const OF_YEAR = /^((?:19|20)\d\d)年(?:度)?(?=\D)/;

/** The concept of a name in a table of some time; undefined: it is a thing of its own. */
export function conceptOf(name: string, period: Period | undefined): Concept | undefined {
  const said = itemName(name).replace(/\([^()]*\)|[\s、：:|]/g, '');
  const dated = DATED.exec(said);
  if (dated && (dated[1] ?? dated[2])) return datedConcept(dated[1], dated[2], dated[3] ?? '', period);
  const bare = withoutYear(said, period);
  if (bare === undefined) return undefined;
  if (LIMIT.test(bare) && !/预算|执行|支出/.test(bare)) return /新增/.test(bare) ? '@newLimit' : limitOf(bare);
  if (STOCK.test(bare) && BEFORE.test(bare)) return '@opening';
  if (STOCK.test(bare) && BEHIND.test(bare)) return '@closing';
  const flow = FLOW.exec(bare)?.[1];
  if (flow !== undefined) return flow === '收入' ? '@inflow' : '@outflow';
  if (IN.test(bare)) return '@inflow';
  return OUT.test(bare) ? '@outflow' : undefined;
}

function limitOf(bare: string): Concept | undefined {
  return /^(?:债务|年末债务|政府债务|年末|法定)?限额$/.test(bare) ? '@limit' : undefined;
}

/** 2024年举借 in a table of 2024; undefined: it is of another year. */
function withoutYear(said: string, period: Period | undefined): string | undefined {
  const year = OF_YEAR.exec(said);
  if (!year) return said;
  return period === undefined || period.to.startsWith(year[1] ?? '') ? said.slice(year[0].length) : undefined;
}

/** 2023年末余额, 3月末余额: by the time of the table. */
function datedConcept(
  year: string | undefined,
  month: string | undefined,
  rest: string,
  period: Period | undefined,
): Concept | undefined {
  if (!period) return undefined;
  const behindBy =
    month === undefined ? Number(period.to.slice(0, 4)) - Number(year) : monthNumber(period.to) - Number(month);
  if (LIMIT.test(rest)) return behindBy === 0 && !/新增/.test(rest) ? '@limit' : undefined;
  if (!STOCK.test(rest)) return undefined;
  return behindBy === 0 ? '@closing' : behindBy === 1 ? '@opening' : undefined;
}
