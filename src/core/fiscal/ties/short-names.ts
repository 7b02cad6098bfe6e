import { remembered } from '../../tables/remembered';

/**
 * Names of one list in the other, where the desks shorten them their own way: 人社局 for 人力资源和社会保障局, 公卫 for
 * 基本公共卫生服务补助. A short name has its letters in the long one, in their order; only what can be one name alone counts.
 */
export function shortNames(some: readonly string[], others: readonly string[]): ReadonlyMap<string, string> {
  const found = oneToOne(some, others, (a, b) => bareOf(a) === bareOf(b) && haveOneSide(a, b));
  for (;;) {
    const taken = new Set(found.values());
    const more = oneToOne(
      some.filter((name) => !found.has(name)),
      others.filter((name) => !taken.has(name)),
      (a, b) => isShortFor(a, b) || isShortFor(b, a),
    );
    // 农行 is 农业银行 as soon as 农商行 is known to be 农商银行.
    if (more.size === 0) return found;
    for (const [name, other] of more) found.set(name, other);
  }
}

/** What has one partner alone, which nothing else has alone: 农商行 is 农商银行, though 农行 could be, too. */
function oneToOne(
  some: readonly string[],
  others: readonly string[],
  areOne: (a: string, b: string) => boolean,
): Map<string, string> {
  const only = new Map<string, string[]>();
  for (const name of some) {
    const [other, more] = others.filter((one) => areOne(name, one));
    if (other !== undefined && more === undefined) only.set(other, [...(only.get(other) ?? []), name]);
  }
  return new Map([...only].flatMap(([other, [name = '', more]]) => (more === undefined ? [[name, other]] : [])));
}

const SIDE = /(?:支出|收入)$/;
const LEAST = 2;
/** 债券资金 is no 专项债券资金, nor 非税收入 the 非税占比. */
const PART =
  /专项|非|税收|结余|结转|再融资|新增|农村|城市|中央|省级|市级|上级|县级|本级|其[他它余]|类|总|^一般|置换|占比|比[重例]|进度|增[幅长速]|同比|[率%％]|人均|户均|预算|决算|计划|目标|上年|去年|同期|缺口|差额|[个人户件宗]数/;

const bareOf = remembered((name) => name.replace(SIDE, ''));
/** 支出 of 公共预算支出累计; of 收入安排的支出 none. */
const sideOf = remembered((name) => {
  const [side = '', more] = new Set(name.match(/支出|收入/g));
  return more === undefined ? side : '';
});

/** Whether a name is a long one shortened: 土地出让收入 for 国有土地使用权出让收入. */
export function isShortFor(short: string, long: string): boolean {
  const [a, b] = [bareOf(short), bareOf(long)];
  if (a.length < LEAST || a.length > b.length) return false;
  let at = 0;
  let rest = '';
  for (let i = 0; i < b.length; i++) {
    if (b.length - i < a.length - at) return false;
    if (b.charCodeAt(i) === a.charCodeAt(at)) at++;
    else rest += b.charAt(i);
  }
  return at === a.length && haveOneSide(short, long) && !PART.test(rest);
}

/** 教育支出 is 教育, and no 教育收入. */
function haveOneSide(one: string, other: string): boolean {
  const [a, b] = [sideOf(one), sideOf(other)];
  return a === '' || b === '' || a === b;
}
