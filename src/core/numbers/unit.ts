/** Units of money in which a table may stand; their size in yuan. */
export const MONEY_UNITS = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 } as const;

export type Unit = keyof typeof MONEY_UNITS;

/** `金额单位：万元`, `金额：万元`, and lists such as `单位：人、元`. */
const DECLARED =
  /(?:(?:金额)?单位[::]?|金额[::]|unit[::])(?:人民币)?(?:[^元、,,;\s]{1,4}[、,,/])*(百万元|千元|万元|亿元|元)/i;
const PARENTHESISED = /[((【[](?:单位[::])?(百万元|千元|万元|亿元|元)[))】\]]/;

/** A unit that stands alone in its cell, above the right end of a table. */
export function bareUnit(text: string): Unit | undefined {
  return /^(?:人民币)?(百万元|千元|万元|亿元|元)$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] as
    Unit | undefined;
}

/** The unit that a line such as `金额单位：万元` declares. */
export function declaredUnit(text: string): Unit | undefined {
  return DECLARED.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] as Unit | undefined;
}

/** The unit in brackets after a name: `应发金额(元)`. */
export function bracketedUnit(text: string): Unit | undefined {
  return PARENTHESISED.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] as Unit | undefined;
}

/** Size of a unit in yuan. */
export function yuanPer(unit: Unit): number {
  return MONEY_UNITS[unit];
}
