/** A sum of numbered lines as a form prints it: `1=2+3`, `(3)=(1)-(2)`, `8=1+2+…+7`. */
export interface LineFormula {
  /** The number of the line itself, where it is printed. */
  readonly own: string | undefined;
  readonly terms: readonly { readonly number: string; readonly factor: 1 | -1 }[];
}

const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const TERM = new RegExp(`^([+-]?)\\(?(${NUMBER})\\)?(?:(?:至|~|…+|\\.{2,})\\+?\\(?(${NUMBER})\\)?)?`);

/** Undefined for what is no sum: a quotient, a product, words. */
export function lineFormula(text: string): LineFormula | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/\+(?:…+|\.{2,})\+/g, '…');
  const equal = plain.split('=');
  if (equal.length > 2) return undefined;
  const [right = '', left] = [...equal].reverse();
  const own = left === undefined || left === '' ? undefined : new RegExp(`^\\(?(${NUMBER})\\)?$`).exec(left)?.[1];
  if (left !== undefined && left !== '' && own === undefined) return undefined;
  const terms: { number: string; factor: 1 | -1 }[] = [];
  let rest = right.replace(/(?:行|列|栏)(?:之和|合计)?$/, '');
  while (rest !== '') {
    const [all = '', sign, first = '', last] = TERM.exec(rest) ?? [];
    if (all === '' || (terms.length > 0 && sign === '')) return undefined;
    const factor = sign === '-' ? -1 : 1;
    for (const number of last === undefined ? [first] : numbersFromTo(first, last)) terms.push({ number, factor });
    rest = rest.slice(all.length);
  }
  return terms.length >= 2 ? { own, terms } : undefined;
}

const HAN = '一二三四五六七八九十';

/** Reads 1 to 20, in figures or in words. */
function valueOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number);
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number];
  const digit = (text: string | undefined) => (text ? HAN.indexOf(text) + 1 : 0);
  return (number.includes('十') ? 10 * (digit(tens) || 1) : 0) + digit(ones);
}

function written(value: number): string {
  if (value <= 10) return HAN[value - 1] ?? '';
  return `${value >= 20 ? (HAN[Math.floor(value / 10) - 1] ?? '') : ''}十${value % 10 === 0 ? '' : (HAN[(value % 10) - 1] ?? '')}`;
}

const MOST_NUMBERS = 60;

function numbersFromTo(first: string, last: string): string[] {
  const [from, to] = [valueOf(first), valueOf(last)];
  if (to <= from || to - from > MOST_NUMBERS) return [];
  const inWords = !/^\d/.test(first);
  return Array.from({ length: to - from + 1 }, (_, i) => (inWords ? written(from + i) : String(from + i)));
}
