import { textAmount } from './amount-text';
import { isWrittenDate } from './date';

const WITH_UNIT = /^[约近超]?[¥$]?\d[\d,.]*(?:千|百)?(?:万|亿)元?$/;
/** What may stand beside the digits of a figure that somebody mistyped or softened. */
const BESIDE_DIGITS = /[约近超余多来左右以上下<>≥≤?!~〜'"`´oOlI|,.:;+\-−–—()%％‰*#/\\\s元￥¥]/g;

/** A text that means a figure and is read as none: it names its unit (`1.2亿元`), or looks like no number for certain (`100,00`, `12O`). */
export function doubtfulFigure(text: string): 'ownUnit' | 'text' | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (!/\d/.test(plain) || textAmount(text) !== undefined || isWrittenDate(text)) return undefined;
  if (WITH_UNIT.test(plain)) return 'ownUnit';
  return /^\d+$/.test(plain.replace(BESIDE_DIGITS, '')) && !/^\d+[-/~:]\d+|^0\d+$/.test(plain) ? 'text' : undefined;
}
