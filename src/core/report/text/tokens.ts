import { createToken, type CustomPatternMatcherFunc, type IToken, Lexer } from 'chevrotain';
import { UNIT_PATTERN } from './units';

/** Tries a sticky pattern at a place. */
function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** A pattern that holds only after certain tokens: `元` is a unit behind digits and a word elsewhere. */
function after(pattern: RegExp, before: (last: IToken) => boolean): CustomPatternMatcherFunc {
  return (text, offset, matched) => {
    const last = matched.at(-1);
    return last !== undefined && before(last) ? at(pattern, text, offset) : null;
  };
}

const White = createToken({ name: 'White', pattern: /[ \n]+/, group: Lexer.SKIPPED });

/** 〔2023〕*号: the number of a document. */
export const DocumentNumber = createToken({
  name: 'DocumentNumber',
  pattern: /(?:\*{1,2}|[X×_]{1,4})?[〔[﹝(](?:(?:19|20)\d{2}|\*{1,4})[〕\]﹞)](?:第?\d+|\*{1,4}|[X×_]{1,4})号/,
  line_breaks: false,
});

/** 2024.7.1, 2024-07-01 */
const Day = createToken({ name: 'Day', pattern: /(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}(?!\d)/ });

const LINE_START = /(?:^|\n)[ ]*$/;
/** 1. or 12、 at the beginning of a line; 2.5 is none. */
const Numbering = createToken({
  name: 'Numbering',
  pattern: (text: string, offset: number) =>
    LINE_START.test(text.slice(Math.max(0, offset - 12), offset))
      ? at(/\(?\d{1,3}(?:[、)]|\.(?!\d)|\.(?=(?:19|20)\d{2}年))/y, text, offset)
      : null,
  line_breaks: false,
  start_chars_hint: [...'(0123456789'],
});

/** A minus is of the figure only where no other figure and no word of Latin stands before it. */
export const Minus = createToken({
  name: 'Minus',
  pattern: (text: string, offset: number) =>
    /[\d%年月日号季度元人户倍A-Za-z]/.test(text.charAt(offset - 1)) ? null : at(/-(?=\d)/y, text, offset),
  line_breaks: false,
  start_chars_hint: ['-'],
});

/** A2, G318: digits of a name. */
const Name = createToken({ name: 'Name', pattern: /[A-Za-z]+\d+[A-Za-z0-9]*/ });

export const Digits = createToken({
  name: 'Digits',
  // Separators that make no number are read all the same, to be told of: 34.568.64.
  pattern:
    /\d{1,3}(?:[.,]\d{3})+\.\d{1,2}(?!\d)|\d{1,3}(?:,\d{3})*,\d{4}(?![\d,.年])|\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/,
});

export const Stars = createToken({ name: 'Stars', pattern: /\*+|[X×]{1,4}|_{2,}/ });

const isFigure = ({ tokenType }: IToken) => tokenType === Digits || tokenType === Stars;

export const Unit = createToken({
  name: 'Unit',
  pattern: after(UNIT_PATTERN, isFigure),
  line_breaks: false,
  start_chars_hint: [
    ...'%‰百千仟万亿元个倍年月日号天季周小时分届岁人户宗次件笔家项所辆台套座条名处张份批平㎡m立亩公吨场期篇例本只头床间栋艘班支',
  ],
});

export const RangeSign = createToken({
  name: 'RangeSign',
  pattern: after(/(?:-+|~+|至)(?= ?[\d*])/y, (last) => isFigure(last) || last.tokenType === Unit),
  line_breaks: false,
  start_chars_hint: ['-', '~', '至'],
});

const Word = createToken({ name: 'Word', pattern: /[^\d*X×_〔[﹝( \nA-Za-z~至-]+|[^]/, line_breaks: true });

/** What a text is made of, what comes first tried first. */
export const TOKENS = [White, DocumentNumber, Day, Numbering, Unit, RangeSign, Minus, Name, Digits, Stars, Word];

/** Tokens that hold no figure. */
export const FIGURELESS = [DocumentNumber, Day, Numbering, Name, Word];
