import { remembered } from './remembered';

/**
 * Words as they are meant: full-width forms made plain, the padding of 合　　计 taken out, line breaks
 * inside a header closed. Every comparison of words goes through here.
 */
export const plainText = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim(),
);

/** How deep a label is pushed in by blanks before it: an ideographic space counts two. */
export function leadingBlanks(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === '\u3000') width += 2;
    else if (char === ' ' || char === '\u00a0') width += 1;
    else if (char === '\t') width += 4;
    else break;
  }
  return width;
}

/** Numbering before an item, outermost first; a row with one stands below the nearest row of an outer one. */
const NUMBERINGS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['一、', /^[一二三四五六七八九十百]+[、.]/],
  ['(一)', /^\([一二三四五六七八九十百]+\)/],
  ['1.', /^\d{1,2}(?:、|[.](?!\d)|．)/],
  ['(1)', /^\(\d{1,2}\)/],
  ['①', /^[\u2460-\u2473]/],
];

const CIRCLED = /^[\u2460-\u2473]/;

/** An outline of figures, 1.1 or 1.2.3: as deep below 1. as it has points. */
const OUTLINE = /^\d{1,2}((?:\.\d{1,2}){1,4})[.、]?(?=[^\d.%])/;
/** A figure that only a blank parts from the words: 1 一般公共预算收入, but not 1 月. */
const BARE = /^\d{1,2}[\s\u3000]+(?=[一-龥])(?![年月日季])/;

export interface Numbering {
  /** 0: 一、  1: (一)  2: 1.  2.1: 1.1  3: (1)  4: ① */
  readonly rank: number;
  /** Length of the numbering in the plain label. */
  readonly length: number;
}

export function numberingOf(label: string): Numbering | undefined {
  if (CIRCLED.test(label)) return { rank: 4, length: 1 };
  const text = plainText(label);
  const outline = OUTLINE.exec(text);
  if (outline) return { rank: 2 + ((outline[1] ?? '').split('.').length - 1) / 10, length: outline[0].length };
  const bare = BARE.exec(label.normalize('NFKC').trim());
  if (bare) return { rank: 2, length: bare[0].trim().length };
  for (const [rank, [, pattern]] of NUMBERINGS.entries()) {
    const match = pattern.exec(text);
    if (match) return { rank, length: match[0].length };
  }
  return undefined;
}

/** `#` is 其中 before a Chinese name; elsewhere it counts. */
const OF_WHICH = /^(?:其中|#(?=["“「]?[一-龥]))[::]?/;
const OF_WHICH_ONLY = /^其中[::]?$/;

/** 另：隐性债务, 附：遗属人数: what stands below a table and in none of its totals. */
const ASIDE = /^\s*(?:另|另有|另外|附|此外)\s*[:：]/;

export function isAside(label: string): boolean {
  return ASIDE.test(label);
}

/** Whether a label begins with 其中: what follows is part of the row above, not all of it. */
export function isOfWhich(label: string): boolean {
  return OF_WHICH.test(plainText(label));
}

const TOTAL =
  /^(?:[一-龥\d\-—–~～至“”"]{0,14}?)(?:合计|总计|共计|总和)$|^[两二三四五六七八九十]+(?:类|项|者|户|部分)(?:合并|相加|之和|汇总)$|^全年累计$|^(?:合计|总计|共计)[:(]|^总(?:额|分|得分)$|^(?:本年)?(?:收入|支出)(?:合计|总计)$|合计数$/;
const SUBTOTAL = /小计(?:$|[:(])/;

export function isTotalLabel(label: string): boolean {
  return TOTAL.test(itemName(label));
}

export function isSubtotalLabel(label: string): boolean {
  return SUBTOTAL.test(itemName(label));
}

/**
 * A code fused with its name, as treasury systems print it: `(900)--退库合计`, `201 一般公共服务支出`. Without anything between
 * them only a class of the budget is one, by what it is called: `205教育支出`, no `205户农户`.
 */
const FUSED =
  /^(?:\(([A-Z]?\d{2,11})\)\s*-*|([A-Z]?\d{3,11})[\s\-—_]+(?=\D)|((?:10[1-9]|110|2[0-3]\d)(?:\d{2}){0,2})(?![户人亩个家年月日号所项笔万亿元吨台辆套])(?=[一-龥、()]{1,18}(?:支出|收入|税|费|基金|事务|预备费)$))/;

/** The label with the blanks that part a code from its name. */
function spaced(label: string): string {
  return label.normalize('NFKC').trim();
}

/** The classification code inside a label, where it has one. */
export function fusedCode(label: string): string | undefined {
  const match = FUSED.exec(spaced(label));
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** The name of an item without code, numbering, 其中 and padding: what two tables call the same thing. */
export const itemName = remembered((label) => {
  let text = plainText(spaced(label).replace(FUSED, '').replace(BARE, ''));
  text = text
    .replace(OF_WHICH_ONLY, '其中')
    .replace(/^(?:其中|#)[::]/, '')
    .trim();
  for (let again = true; again;) {
    again = false;
    for (const pattern of [OUTLINE, ...NUMBERINGS.map(([, numbering]) => numbering)]) {
      const shorter = text.replace(pattern, '').trim();
      if (shorter !== text && shorter !== '') {
        text = shorter;
        again = true;
      }
    }
  }
  return text
    .replace(/^[\u2460-\u2473]/, '')
    .replace(/^(?:其中|#)[::]/, '')
    .trim();
});

const NOTE =
  /^(?:注|附注|备注|说明|填表说明|资料来源|数据来源|单位负责人|负责人|填报人|填表人|制表|审核|复核|审批|联系电话|报出日期|财务负责人|经办人)(?:$|[::\d(])|^(?:Source|Note)s?[:]/i;

/** Remarks and signatures under a table. */
export function isNote(label: string): boolean {
  return NOTE.test(plainText(label));
}

/** Fillers of templates: `…`, `——`, `XX`. They name nothing. */
export function isFiller(label: string): boolean {
  return /^(?:[….·\-—/*]+|[xX×]{2,}.*|某某.*|待填)$/.test(plainText(label));
}

const SIGNED =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.])?(加|减|加计|减计|扣除|减去|加上)[::]/;

/** Whether a form adds or takes away what stands in a row: 加：, 减：; undefined where it says neither. */
export function signOf(label: string): 1 | -1 | undefined {
  const sign = SIGNED.exec(plainText(label))?.[1];
  return sign === undefined ? undefined : /^[减扣]/.test(sign) ? -1 : 1;
}

/** 增减%, 完成预算%, 税收占比: a row of rates among rows of amounts. */
export function isRateName(name: string): boolean {
  return /[%％]\)?$|(?:率|占比|比重)$/.test(name);
}
