import type { Mention } from './mention';

/** The strongest sign between a figure and the one before it, weakest first; `item`: a new numbered item begins. */
export const SEPARATORS = ['', '、', ',', ':', ';', '。', 'line', 'item'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A figure with the words around it. */
export interface Placed {
  readonly mention: Mention;
  readonly index: number;
  /** Words between the last sign and the figure, without blanks: what the figure is of. */
  readonly lead: string;
  /** All words since the figure before, by clauses; the last is `lead`. */
  readonly clauses: readonly string[];
  /** Those of them that are of its own sentence. */
  readonly ownClauses: readonly string[];
  /** Words behind it, to the next sign or figure. */
  readonly trail: string;
  readonly separator: Separator;
  /** Brackets opened and closed since the figure before, in that order of the text. */
  readonly brackets: string;
  readonly depth: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Of which numbered item of the text it is; 0: before the first. */
  readonly item: number;
  /** The number that the item is given, where it is given in digits. */
  readonly ordinal: number | undefined;
}

const HEADING = /^ *(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,3}(?:[)、]|\.(?!\d)|\.(?=(?:19|20)\d{2}年)))/;
const SIGN = /[,、;:。!?()\n]/;
/** A percentage that is part of a name: 增值税(50%部分), 按40%比例. */
const NAME_OF_SHARE = /^ ?(?:的?部分|的?比例|分享|留成|税率|股权|以内的)/;

/** Figures that end what the words before them say; a bare whole number (1＋1＋N＋7) does not. */
function isFigure({ unit, decimals, blank, unitText, unitEnd }: Mention, plain: string): boolean {
  if (blank === 'name' || blank === 'documentNumber') return false;
  if (unit.kind === 'percent' && NAME_OF_SHARE.test(plain.slice(unitEnd, unitEnd + 5))) return false;
  return unit.kind !== 'number' || blank !== undefined || decimals > 0 || unitText !== '';
}

/** Figures with the words and signs around them, in the order of the text. */
export function layOut(plain: string, mentions: readonly Mention[]): Placed[] {
  const figures = mentions.filter((mention) => isFigure(mention, plain));
  const opensWithItem = HEADING.test(plain.slice(0, 14));
  const place = { depth: 0, sentence: 0, paragraph: 0, item: opensWithItem ? 1 : 0 };
  let ordinal = opensWithItem ? ordinalAt(plain, 0) : undefined;
  let from = 0;
  return figures.map((mention, index) => {
    const gap = gapOf(plain, from, mention.start);
    for (const sign of gap.signs) {
      if (sign === '(') place.depth += 1;
      else if (sign === ')') place.depth = Math.max(0, place.depth - 1);
      else if (sign === '。' || sign === 'line' || sign === 'item') place.sentence += 1;
      if (sign !== 'line' && sign !== 'item') continue;
      // A bracket that nobody closed ends with its paragraph.
      place.depth = 0;
      place.paragraph += 1;
      if (sign !== 'item') continue;
      place.item += 1;
      ordinal = gap.ordinal;
    }
    from = mention.unitEnd;
    const next = figures[index + 1]?.start ?? plain.length;
    return {
      mention,
      index,
      lead: gap.clauses.at(-1) ?? '',
      clauses: gap.clauses,
      ownClauses: gap.clauses.slice(Math.min(gap.begins, gap.clauses.length - 1)),
      trail: trailOf(plain, mention.unitEnd, next),
      separator: gap.separator,
      brackets: gap.signs.filter((sign) => sign === '(' || sign === ')').join(''),
      ...place,
      ordinal,
    };
  });
}

interface Gap {
  readonly clauses: readonly string[];
  /** The clause with which the last sentence begins. */
  readonly begins: number;
  readonly signs: readonly (Separator | '(' | ')')[];
  readonly separator: Separator;
  readonly ordinal: number | undefined;
}

function gapOf(plain: string, start: number, end: number): Gap {
  const clauses: string[] = [''];
  const signs: (Separator | '(' | ')')[] = [];
  let separator: Separator = '';
  let ordinal: number | undefined;
  let begins = 0;
  for (let i = start; i < end; i++) {
    const inName = bracketInName(plain, i);
    if (inName !== '') {
      clauses.push((clauses.pop() ?? '') + inName);
      i += inName.length - 1;
      continue;
    }
    const char = plain.charAt(i);
    if (!SIGN.test(char)) {
      if (char !== ' ') clauses.push((clauses.pop() ?? '') + char);
      continue;
    }
    const sign = char === '\n' ? lineBreak(plain, i) : char === '!' || char === '?' ? '。' : char;
    if (sign === '') continue;
    if (sign === 'item') ordinal = ordinalAt(plain, i + 1);
    if (sign === '(' || sign === ')') signs.push(sign);
    else {
      signs.push(sign as Separator);
      if (SEPARATORS.indexOf(sign as Separator) > SEPARATORS.indexOf(separator)) separator = sign as Separator;
    }
    if (SEPARATORS.indexOf(sign as Separator) >= SEPARATORS.indexOf('。')) begins = clauses.length;
    clauses.push('');
  }
  return { begins, clauses: joinedBrackets(clauses, signs), signs, separator, ordinal };
}

const IN_NAME = /\((?!类|款|项|含|其中|不含|包括)[一-龥]{1,5}\)(?=[一-龥])/y;

/** 国有资源（资产）有偿使用收入: a bracket that belongs to a name. */
function bracketInName(plain: string, at: number): string {
  if (plain.charAt(at) !== '(' || !/[一-龥]/.test(plain.charAt(at - 1))) return '';
  IN_NAME.lastIndex = at;
  return IN_NAME.exec(plain)?.[0] ?? '';
}

function ordinalAt(plain: string, at: number): number | undefined {
  const digits = /^ *\(?(\d{1,3})/.exec(plain.slice(at, at + 8))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A figure in a bracket by itself is of the words before it: 年初预算(10065万元). */
function joinedBrackets(clauses: readonly string[], signs: readonly string[]): readonly string[] {
  return clauses.at(-1) === '' && signs.at(-1) === '(' ? clauses.slice(0, -1) : clauses;
}

/** Longer numbered lines are no headings but sentences that a page has broken. */
const LONGEST_HEADING = 26;

/** A numbered line of a few words: （二）政府性基金预算. */
function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && HEADING.test(line) && !/[,;:。!?]/.test(line);
}

/** What the first line of a text, or one behind a paragraph, is called that is no sentence. */
const TITLE = /(?:情况|报告|汇报|分析|通报|简报|快报|说明|总结|小结|摘要|材料|提纲|草案\)|初稿\)|讨论稿\))$/;

/** 2023年1—5月财政运行情况, above all that is told. */
function isTitle(plain: string, from: number, line: string): boolean {
  return TITLE.test(line.trim()) && !/[,;:。!?]/.test(line) && /(?:^|[。;:!?\n]) *\n?$/.test(plain.slice(0, from));
}

/** Pages break lines inside sentences: only behind a full stop, a heading or a title, or before a numbered line, does one end a paragraph. */
function lineBreak(plain: string, at: number): Separator {
  const behind = plain.slice(at + 1, at + 14);
  if (HEADING.test(behind)) return 'item';
  const from = plain.lastIndexOf('\n', at - 1) + 1;
  const line = plain.slice(from, at);
  if (isHeading(line) || isTitle(plain, from, line)) return 'line';
  return /[。;:!?] *$/.test(plain.slice(Math.max(0, at - 4), at)) || /^ *\n/.test(behind) ? 'line' : '';
}

function trailOf(plain: string, start: number, next: number): string {
  const words = plain.slice(start, Math.min(next, start + 24)).replace(/[ \n]/g, '');
  const inner = /^\)?/.exec(words)?.[0] ?? '';
  const rest = words.slice(inner.length);
  const sign = rest.search(SIGN);
  return sign < 0 ? rest : rest.slice(0, sign);
}
