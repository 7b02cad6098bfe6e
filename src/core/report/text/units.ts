/** What a figure of a text is: only figures of one kind are added or held against each other. */
export type QuantityKind = 'money' | 'percent' | 'points' | 'count' | 'price' | 'number' | 'time';

export interface QuantityUnit {
  readonly kind: QuantityKind;
  /** In how many of the kind's own unit (yuan, percent, piece) it counts. */
  readonly factor: number;
  /** What is counted: persons, households; empty for money and rates. */
  readonly thing: string;
}

const SCALES: Readonly<Record<string, number>> = {
  '': 1,
  百: 1e2,
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

/** Things that reports count; each may stand with a scale: 万人, 亿立方米. */
const THINGS: readonly string[] = [
  '人次',
  '户次',
  '人',
  '户',
  '宗',
  '次',
  '件',
  '笔',
  '家',
  '项',
  '所',
  '辆',
  '台',
  '套',
  '座',
  '条',
  '名',
  '处',
  '张',
  '份',
  '批',
  '平方米',
  '平方公里',
  '㎡',
  'm2',
  'm²',
  '平米',
  '立方米',
  'm3',
  'm³',
  '亩',
  '公顷',
  '公里',
  '吨',
  '公斤',
  '千米',
  '个乡镇',
  '个村',
  '个单位',
  '个部门',
  '个项目',
  '个',
  '场',
  '期',
  '篇',
  '例',
  '本',
  '只',
  '头',
  '床',
  '间',
  '栋',
  '艘',
  '班',
  '支',
];

/** The same thing by another name. */
const SAME_THING: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  m2: '平方米',
  'm²': '平方米',
  平米: '平方米',
  m3: '立方米',
  'm³': '立方米',
};

const TIMES: readonly string[] = [
  '年度',
  '年',
  '个月',
  '月份',
  '月',
  '日',
  '号',
  '天',
  '季度',
  '个季度',
  '周年',
  '周',
  '小时',
  '时',
  '分钟',
  '届',
  '岁',
  '周岁',
];

const UNITS = new Map<string, QuantityUnit>();
for (const [scale, factor] of Object.entries(SCALES)) {
  UNITS.set(`${scale}元`, { kind: 'money', factor, thing: '' });
  UNITS.set(`${scale}元人民币`, { kind: 'money', factor, thing: '' });
  if (scale !== '') UNITS.set(scale, { kind: 'number', factor, thing: '' });
  for (const thing of THINGS)
    UNITS.set(`${scale}${thing}`, { kind: 'count', factor, thing: SAME_THING[thing] ?? thing });
}
for (const name of ['%', '个百分比']) UNITS.set(name, { kind: 'percent', factor: 1, thing: '' });
UNITS.set('‰', { kind: 'percent', factor: 0.1, thing: '' });
for (const name of ['个百分点', '百分点']) UNITS.set(name, { kind: 'points', factor: 1, thing: '' });
UNITS.set('个点', { kind: 'points', factor: 1, thing: '' });
UNITS.set('倍', { kind: 'number', factor: 1, thing: '倍' });
for (const name of TIMES) UNITS.set(name, { kind: 'time', factor: 1, thing: name });

/** 元/人/月, 元每亩: a price, with what it is for. */
const PRICE = '(?:(?:/|每)(?:人|年|月|生|户|亩|天|日|次|平方米|㎡|学期|学年|套|台|吨|公里|个|床|班))+';
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LONGEST_FIRST = [...UNITS.keys()].sort((a, b) => b.length - a.length);
/** Blanks may stand between the signs of a unit that a page was set with. */
const SPACED = LONGEST_FIRST.map((name) => [...name].map(escaped).join(' ?'));

/** A unit as it stands after a figure. */
export const UNIT_PATTERN = new RegExp(`(?:${SPACED.join('|')})(?:${PRICE})?`, 'y');

export function unitOf(text: string): QuantityUnit {
  const plain = text.replace(/\s/g, '');
  const known = UNITS.get(plain);
  if (known) return known;
  const at = plain.search(/[/每]/);
  const money = UNITS.get(plain.slice(0, at));
  if (!money) return { kind: 'number', factor: 1, thing: '' };
  return { kind: 'price', factor: money.factor, thing: plain.slice(at).replaceAll('每', '/') };
}
