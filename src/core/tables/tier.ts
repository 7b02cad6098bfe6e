import { plainText } from './label';

/**
 * 级次: how much of a place figures are about. 全市 is the city with its counties, 市本级 its own budget alone;
 * the two are never one figure, though one title is the other's but for a word.
 */
export interface Tier {
  readonly breadth: 'whole' | 'own' | 'towns' | 'zone';
  /** 省, 市, 县 …: of which place; empty where the word does not say. */
  readonly of: string;
}

const RANK = '国省市州盟县区旗';
/** 全市, but not 安全区, 全区域 or 全市场. */
const WHOLE = new RegExp(`(?<![安健完齐])全([${RANK}])(?![域场际])`);
const OWN = new RegExp(`([${RANK}镇乡]?)本级|([${RANK}])直(?=预算|单位|部门|机关|$)`);
/** 县级 before what a level of government has; 县级以上, 省级补助 and 县级医院 are no scope of a table. */
const OWN_LEVEL = new RegExp(
  `([${RANK}])级(?=(?:财政|地方|本年|部门)?(?:一般公共|公共预算|公共财政|政府性基金|国有资本|社会保险|预算|决算|国库|库款|收入|支出|收支|“?三公))`,
);
const TOWNS = /(?:乡镇|乡级|镇级)(?:级|本级)?(?=财政|收入|支出|预算|收支|一般公共|合计|小计|$)/;
const ZONE =
  /(?:经济技术开发|高新技术产业开发|经济开发|高新|经开|开发|产业集聚|工业集中|示范|管理)区(?:本级)?(?=\d|财政|收入|支出|预算|收支|一般公共|政府性|$)/;

/** The tier that a title, a sheet's name or a header speaks of; undefined: none, or more than one. */
export function tierIn(text: string): Tier | undefined {
  const plain = plainText(text);
  const own = OWN.exec(plain) ?? OWN_LEVEL.exec(plain);
  const whole = WHOLE.exec(plain);
  const found: Tier[] = [];
  if (TOWNS.test(plain)) found.push({ breadth: 'towns', of: '' });
  else if (ZONE.test(plain)) found.push({ breadth: 'zone', of: '' });
  else if (own) found.push({ breadth: 'own', of: own[1] ?? own[2] ?? '' });
  if (whole) found.push({ breadth: 'whole', of: whole[1] ?? '' });
  return found.length === 1 ? found[0] : undefined;
}

const ALONE = new RegExp(
  `^(?:全[${RANK}]|[一-龥]{0,8}?[${RANK}]?本级|本地区|[${RANK}]直|乡镇(?:级|小计|合计)?|[一-龥]{0,6}开发区|高新区|经开区)(?:[(（].*)?$`,
);

/** The tier of a column: a header that is nothing but the name of one. 本级追加 names a source of money. */
export function tierOfPath(path: readonly string[]): Tier | undefined {
  const named = path.map(plainText).findLast((text) => ALONE.test(text));
  if (named === undefined) return undefined;
  return /^本地区/.test(named) ? { breadth: 'whole', of: '' } : tierIn(named.replace(/[(（].*$/, ''));
}

/** Whether two figures may be of one tier: where only one says its own, they may. */
export function tiersMeet(a: Tier | undefined, b: Tier | undefined): boolean {
  if (!a || !b) return true;
  return a.breadth === b.breadth && (a.of === b.of || a.of === '' || b.of === '');
}

/** Whether both say the same, or neither says anything. */
export function sameTier(a: Tier | undefined, b: Tier | undefined): boolean {
  return (a === undefined) === (b === undefined) && tiersMeet(a, b);
}

/** A tier as a part of a key. */
export function tierKey(tier: Tier | undefined): string {
  return tier ? `${tier.breadth}:${tier.of}` : '';
}
