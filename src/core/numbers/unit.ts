/** Units of money in which a table may stand; their size in yuan. */
export const MONEY_UNITS = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 } as const;

export type Unit = keyof typeof MONEY_UNITS;

const MONEY = '(百万元|千元|仟元|万元|萬元|亿元|億元|元)';
/** 元 per something (元/人, 元/亩) is a price: in a list another says what the amounts are in. */
const NO_PRICE = '(?![/每])';

/** `金额单位：万元`, `金额：万元`, `人民币：万元`, and lists such as `单位：人、元` or `单位：亩、元/亩、万元`. */
const DECLARATION =
  '(?:(?:金额)?单位[::]?|(?:金额|资金|数额|款额|货币)[::]|人民币[::]|unit[::])[(]?(?:人民币|RMB|¥)?[::(]?(?:[^、,,;\\s]{1,6}?[、,,/])*?';
const DECLARED = new RegExp(`${DECLARATION}${MONEY}${NO_PRICE}`, 'i');
const DECLARED_PRICE = new RegExp(`${DECLARATION}${MONEY}`, 'i');
const PARENTHESISED = new RegExp(`[(](?:单位[::]?)?(?:人民币)?${MONEY}(?:人民币)?[)]`);
/** 标题（2023年6月，万元） */
const AFTER_OTHERS = new RegExp(`[(][^()]{0,20}[,、;]${MONEY}[)]`);
/** 标题（万元，10月末） */
const BEFORE_OTHERS = new RegExp(`[(]${MONEY}[,、;][^()]{0,20}[)]`);
const BARE = new RegExp(`^(?:人民币)?${MONEY}(?:人民币)?$`);
/** 金额单位为万元, 各栏除增幅外均为万元, 本表金额以万元计, 各数都已折算到万元: a sentence that says it. */
const WORDED = new RegExp(
  [
    `单位(?:均|都)?(?:为|是|系)${MONEY}`,
    `(?:金额|数据|数字|数值|各栏|各列|各项|本表|表中|表内)(?:[^。;,、]{0,12}外)?(?:均|都|一律)?(?:以|按|为|系|用)${MONEY}`,
    `除[^。;,]{1,12}外[,]?(?:其余|其他)?(?:各栏|各列|各项|数据|金额|单位)?(?:均|都)?(?:以|按|为|系)?${MONEY}`,
    `(?:以|按)${MONEY}(?:为单位|为准|计(?!算)|列示|反映|填列|填报)`,
    `(?:折算?|折合|换算|统一|填[列报写]?|列示?|记|精确|保留|(?:金额|数据|数字))(?:成|到|至|为|作)${MONEY}`,
  ]
    .map((one) => `${one}${NO_PRICE}`)
    .join('|'),
);
/** 金额以万计 */
const BY_SIZE = /以(千|百万|万|亿)计(?!算)/;

/** As old and handwritten forms spell it. */
const SPELLINGS: Readonly<Record<string, Unit>> = { 仟元: '千元', 萬元: '万元', 億元: '亿元' };

/** In one width, with plain brackets: 兑付额〔万元〕. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')');
}

function unitIn(pattern: RegExp, text: string): Unit | undefined {
  const found = pattern
    .exec(plain(text))
    ?.slice(1)
    .find((group) => group !== undefined);
  return found === undefined ? undefined : (SPELLINGS[found] ?? (found as Unit));
}

/** A unit that stands alone in its cell, above the right end of a table, or beside what else is counted: `万元、%`. */
export function bareUnit(text: string): Unit | undefined {
  const units = text
    .normalize('NFKC')
    .replace(/^\((.*)\)$/, '$1')
    .split(/[、,;]/);
  const others = units.filter((unit) => unitIn(BARE, unit) === undefined);
  return others.every((unit) => RATES.test(unit.trim()) || countUnit(unit) !== undefined)
    ? units.map((unit) => unitIn(BARE, unit)).find((unit) => unit !== undefined)
    : undefined;
}

const RATES = /^(?:%|‰|倍|天|年|月|个月|百分点|角|分)$/;

/** The unit that a line such as `金额单位：万元` or `各栏除增幅外均为万元` declares. */
export function declaredUnit(text: string): Unit | undefined {
  const size = BY_SIZE.exec(plain(text))?.[1];
  return (
    unitIn(DECLARED, text) ??
    unitIn(DECLARED_PRICE, text) ??
    unitIn(WORDED, text) ??
    (size === undefined ? undefined : (`${size}元` as Unit))
  );
}

/** The unit in brackets after a name: `应发金额(元)`. */
export function bracketedUnit(text: string): Unit | undefined {
  return unitIn(PARENTHESISED, text) ?? unitIn(AFTER_OTHERS, text) ?? unitIn(BEFORE_OTHERS, text);
}

/** Size of a unit in yuan. */
export function yuanPer(unit: Unit): number {
  return MONEY_UNITS[unit];
}

/** What is counted rather than paid: persons, households, cases, areas. Longer words before those they begin with. */
export const COUNT_UNITS = [
  '万人次',
  '万人',
  '人次',
  '人',
  '户次',
  '户',
  '宗',
  '件',
  '笔',
  '家',
  '个',
  '次',
  '所',
  '辆',
  '台',
  '套',
  '座',
  '条',
  '名',
  '万平方米',
  '平方米',
  '平方公里',
  '㎡',
  '万亩',
  '亩',
  '公顷',
  '公里',
  '吨',
] as const;

export type CountUnit = (typeof COUNT_UNITS)[number];

/** A unit of money, or of what is counted. */
export type AnyUnit = Unit | CountUnit;

const COUNT = new RegExp(`^(?:${COUNT_UNITS.map((unit) => unit.normalize('NFKC')).join('|')})$`);

/** The unit of what is counted that a text is, and nothing else. */
export function countUnit(text: string): CountUnit | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return COUNT.test(plain) ? COUNT_UNITS.find((unit) => unit.normalize('NFKC') === plain) : undefined;
}

/** The unit in brackets after a name: `户数(户)`, `面积(亩)`. */
export function bracketedCount(text: string): CountUnit | undefined {
  const inside = /[(（[]([^()（）[\]]{1,4})[)）\]][^()（）]*$/.exec(text.normalize('NFKC'))?.[1];
  return inside === undefined ? undefined : countUnit(inside);
}

/** Whether a line says that persons, households or the like are counted, and no money: `单位：人`. */
export function declaresCount(text: string): boolean {
  const said = /单位[::]([^、,;]{1,4}?)\)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  return said !== undefined && countUnit(said) !== undefined;
}

/** Whether a unit is one of money. */
export function isMoney(unit: AnyUnit): unit is Unit {
  return unit in MONEY_UNITS;
}
