import type { CellValue } from '../../../grid/value';
import { dateOfSerial } from '../../../numbers/date';
import { roundHalfUp } from '../../../numbers/decimal';
import type { Run } from '../scope';
import { ERROR, isError, Matrix, notComputed, numberIn, toNumber, toText } from '../value';
import { type FunctionTable, ofTexts, ofValues } from './function-table';

function joined(args: readonly Run[]): Run {
  return (scope) => {
    let text = '';
    for (const arg of args) {
      const value = arg(scope);
      for (const one of value instanceof Matrix ? value.values() : [value]) {
        const part = toText(one);
        if (typeof part !== 'string') return part;
        text += part;
      }
    }
    return text;
  };
}

/** `#,##0.00`, `0.0%`, `000`: figures; `yyyy-mm-dd`, `yyyy年m月`: dates. Others are not read. */
function formatted(value: CellValue, format: string): CellValue {
  const number = toNumber(value);
  if (typeof value === 'string' && isError(number)) return value;
  if (typeof number !== 'number') return number;
  const figure = /^(#,##)?([#0]+)(?:\.(0+))?(%?)$/.exec(format);
  if (figure) return writtenFigure(number, figure);
  if (/^(y{4}|yy|m{1,2}|d{1,2}|[-/.年月日])+$/i.test(format)) return writtenDate(number, format);
  return /^(@|general)$/i.test(format) ? toText(value) : notComputed({ kind: 'format', format });
}

function writtenFigure(number: number, [, thousands, whole = '', fraction = '', percent]: RegExpExecArray): string {
  const rounded = roundHalfUp(Math.abs(percent ? number * 100 : number), fraction.length);
  const [digits = '', decimals] = rounded.toFixed(fraction.length).split('.');
  const least = whole.replace(/#/g, '').length;
  const padded = least === 0 && digits === '0' ? '' : digits.padStart(least, '0');
  const grouped = thousands ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const sign = number < 0 && rounded !== 0 ? '-' : '';
  return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}${percent ?? ''}`;
}

function writtenDate(serial: number, format: string): CellValue {
  const [year = '', month = '', day = ''] = (dateOfSerial(serial) ?? '').split('-');
  if (day === '') return ERROR.value;
  return format.replace(/y+|m+|d+/gi, (token) => {
    const part = { y: year, m: month, d: day }[token[0]?.toLowerCase() as 'y' | 'm' | 'd'];
    if (/^y/i.test(token)) return token.length > 2 ? part : part.slice(2);
    return token.length > 1 ? part : String(Number(part));
  });
}

/** 1-based place of a text in another; FIND minds case, SEARCH does not. */
function place(needle: string, text: string, from: string | undefined): CellValue {
  const at = text.indexOf(needle, Math.max(0, Number(from ?? 1) - 1));
  return at < 0 ? ERROR.value : at + 1;
}

function substitute(text: string, old: string, fresh: string, which: string | undefined): string {
  if (old === '') return text;
  if (which === undefined) return text.replaceAll(old, fresh);
  const parts = text.split(old);
  const at = Number(which);
  return at >= parts.length ? text : [parts.slice(0, at).join(old), parts.slice(at).join(old)].join(fresh);
}

export const TEXTS: FunctionTable = {
  CONCATENATE: joined,
  CONCAT: joined,
  LEFT: ofTexts(1, (text = '', count = '1') => text.slice(0, Math.max(0, Number(count)))),
  RIGHT: ofTexts(1, (text = '', count = '1') => (Number(count) > 0 ? text.slice(-Number(count)) : '')),
  MID: ofTexts(3, (text = '', from = '1', count = '0') => text.substr(Number(from) - 1, Math.max(0, Number(count)))),
  LEN: ofTexts(1, (text = '') => text.length),
  TRIM: ofTexts(1, (text = '') => text.trim().replace(/ +/g, ' ')),
  UPPER: ofTexts(1, (text = '') => text.toUpperCase()),
  LOWER: ofTexts(1, (text = '') => text.toLowerCase()),
  EXACT: ofTexts(2, (a = '', b = '') => a === b),
  REPT: ofTexts(2, (text = '', count = '0') => text.repeat(Math.max(0, Math.trunc(Number(count))))),
  FIND: ofTexts(2, (needle = '', text = '', from) => place(needle, text, from)),
  SEARCH: ofTexts(2, (needle = '', text = '', from) =>
    /[*?~]/.test(needle)
      ? notComputed({ kind: 'function', name: 'SEARCH' })
      : place(needle.toLowerCase(), text.toLowerCase(), from),
  ),
  SUBSTITUTE: ofTexts(3, (text = '', old = '', fresh = '', which) => substitute(text, old, fresh, which)),
  VALUE: ofTexts(1, (text = '') => numberIn(text) ?? toNumber(text === '' ? 'x' : text)),
  TEXT: ofValues(2, ([value, format]) => {
    const text = toText(format);
    return typeof text === 'string' ? formatted(value, text) : text;
  }),
};
