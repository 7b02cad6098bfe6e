import { HostError } from '../host';
import { decodeEntities } from './xml';

/** No element of a workbook has a tenth of that. */
const MOST_ATTRIBUTES = 128;

/** Names to look for, as bytes, made once; they are ASCII. */
export function nameBytes(name: string): Uint8Array {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0));
}

/**
 * A forward scanner over the UTF-8 bytes of a part: a sheet of a million cells is never one string, and only the
 * texts that are kept are decoded. Each byte is looked at once, whatever is missing. Namespace prefixes are dropped
 * (`x:row` is `row`): the parts that Gouji reads have one vocabulary each.
 */
export class XmlBytes {
  /** True for `</name>`. */
  closing = false;
  /** True for `<name/>`. */
  empty = false;
  /** Of what {@link attributeAt} or {@link textAt} found last. */
  start = 0;
  end = 0;
  private at = 0;
  private nameStart = 0;
  private nameEnd = 0;
  private attributes = 0;
  /** Start and end of the name, start and end of the value, of each attribute. */
  private readonly spans = new Int32Array(4 * MOST_ATTRIBUTES);

  constructor(readonly bytes: Uint8Array) {}

  /** Moves to the next tag; false at the end of the part. */
  next(): boolean {
    const { bytes } = this;
    for (;;) {
      const start = bytes.indexOf(LESS, this.at);
      if (start < 0) return false;
      const mark = bytes[start + 1] ?? 0;
      if (mark === EXCLAMATION || mark === QUESTION) {
        this.at = endOfMarkup(bytes, start);
        continue;
      }
      return this.readTag(start + (mark === SLASH ? 2 : 1), mark === SLASH);
    }
  }

  is(name: Uint8Array): boolean {
    return isAt(this.bytes, this.nameStart, this.nameEnd, name);
  }

  /** The only byte of a name of one letter; 0 for a longer one. */
  get letter(): number {
    return this.nameEnd - this.nameStart === 1 ? (this.bytes[this.nameStart] ?? 0) : 0;
  }

  /** Where an attribute's value stands, by its local name; false: there is none. */
  attributeAt(name: Uint8Array): boolean {
    const { spans } = this;
    for (let i = 0; i < this.attributes; i++) {
      if (!isAt(this.bytes, spans[4 * i] ?? 0, spans[4 * i + 1] ?? 0, name)) continue;
      this.start = spans[4 * i + 2] ?? 0;
      this.end = spans[4 * i + 3] ?? 0;
      return true;
    }
    return false;
  }

  attribute(name: Uint8Array): string | undefined {
    return this.attributeAt(name) ? this.decode(this.start, this.end) : undefined;
  }

  /** A stretch of the part as a text, entities resolved. */
  decode(start: number, end: number): string {
    return decodeEntities(decodeBytes(this.bytes, start, end));
  }

  /** Where the character data between this tag and the next one stands; false: it has a CDATA section and is no single stretch. */
  textAt(): boolean {
    this.start = this.at;
    this.end = this.at;
    if (this.empty || this.closing) return true;
    const to = this.bytes.indexOf(LESS, this.at);
    this.end = to < 0 ? this.bytes.length : to;
    return this.bytes[this.end + 1] !== EXCLAMATION;
  }

  /** The character data between this tag and the next one. */
  text(): string {
    if (this.textAt()) return this.decode(this.start, this.end);
    const { bytes } = this;
    let out = '';
    for (let from = this.at; ;) {
      const to = bytes.indexOf(LESS, from);
      const end = to < 0 ? bytes.length : to;
      out += this.decode(from, end);
      if (bytes[end + 1] !== EXCLAMATION) return out;
      from = endOfMarkup(bytes, end);
      if (isAt(bytes, end, end + CDATA.length, CDATA)) out += decodeBytes(bytes, end + CDATA.length, from - 3);
    }
  }

  /** Passes over everything up to the end of the current element. */
  skip(): void {
    if (this.empty || this.closing) return;
    const name = this.bytes.slice(this.nameStart, this.nameEnd);
    for (let depth = 1; depth > 0 && this.next();) {
      if (!this.is(name)) continue;
      if (this.closing) depth--;
      else if (!this.empty) depth++;
    }
  }

  private readTag(from: number, closing: boolean): boolean {
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    this.nameStart = from;
    for (
      let code = bytes[at] ?? 0;
      at < length && code > SPACE && code !== SLASH && code !== GREATER;
      code = bytes[++at] ?? 0
    )
      if (code === COLON) this.nameStart = at + 1;
    this.nameEnd = at;
    this.closing = closing;
    this.attributes = 0;
    let slash = false;
    for (;;) {
      const code = bytes[at] ?? 0;
      if (at >= length) return false;
      if (code === GREATER) break;
      if (code <= SPACE || code === SLASH) {
        if (code === SLASH) slash = true;
        at++;
        continue;
      }
      slash = false;
      at = this.readAttribute(at);
    }
    this.empty = slash && !closing;
    this.at = at + 1;
    return true;
  }

  /** Reads `name="value"`; of what is none it passes over the word. */
  private readAttribute(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    let nameStart = from;
    let code = bytes[at] ?? 0;
    for (
      ;
      at < length && code > SPACE && code !== EQUALS && code !== GREATER && code !== SLASH;
      code = bytes[++at] ?? 0
    )
      if (code === COLON) nameStart = at + 1;
    const nameEnd = at;
    while (at < length && (bytes[at] ?? 0) <= SPACE) at++;
    if (bytes[at] !== EQUALS) return at === from ? from + 1 : at;
    at++;
    while (at < length && (bytes[at] ?? 0) <= SPACE) at++;
    const quote = bytes[at];
    if (quote !== DOUBLE && quote !== SINGLE) return at;
    const close = bytes.indexOf(quote, at + 1);
    if (close < 0) return length;
    if (this.attributes === MOST_ATTRIBUTES) throw new HostError('damaged');
    const span = 4 * this.attributes++;
    this.spans[span] = nameStart;
    this.spans[span + 1] = nameEnd;
    this.spans[span + 2] = at + 1;
    this.spans[span + 3] = close;
    return close + 1;
  }
}

const SPACE = 32;
const EXCLAMATION = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const CDATA = nameBytes('<![CDATA[');
const COMMENT = nameBytes('<!--');
const CDATA_END = nameBytes(']]>');
const COMMENT_END = nameBytes('-->');
const INSTRUCTION_END = nameBytes('?>');
const PLAIN_END = nameBytes('>');

function isAt(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean {
  const { length } = name;
  if (end - start !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[start + i] !== name[i]) return false;
  return true;
}

/** Just after a comment, a CDATA section, a declaration or an instruction that begins at `start`; the end of the part where it has none. */
function endOfMarkup(bytes: Uint8Array, start: number): number {
  const starts = (name: Uint8Array) => isAt(bytes, start, start + name.length, name);
  const [end, from] = starts(COMMENT)
    ? [COMMENT_END, start + 4]
    : starts(CDATA)
      ? [CDATA_END, start + CDATA.length]
      : bytes[start + 1] === QUESTION
        ? [INSTRUCTION_END, start + 2]
        : [PLAIN_END, start + 2];
  const [first = 0] = end;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (isAt(bytes, at, at + end.length, end)) return at + end.length;
  return bytes.length;
}

let decoder: TextDecoder | undefined;

function utf8(bytes: Uint8Array): string {
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(bytes);
}

/** Up to here putting characters together is quicker than a call of the decoder. */
const SHORT = 24;

/** The text of a stretch of UTF-8. */
function decodeBytes(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return utf8(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const code = bytes[i] ?? 0;
    if (code > 127) return utf8(bytes.subarray(start, end));
    text += String.fromCharCode(code);
  }
  return text;
}

const POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);

/**
 * The number that a stretch of ASCII writes, as `Number` reads it; NaN for what is none. Up to fifteen digits and
 * without an exponent both the digits and the power of ten are exact doubles, and one division rounds once.
 */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const code = (bytes[at] ?? 0) - 48;
    if (code >= 0 && code <= 9) {
      value = value * 10 + code;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === -2 && decimals < 0) decimals = 0;
    else return slowNumber(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return slowNumber(bytes, start, end);
  const number = decimals > 0 ? value / (POWERS[decimals] ?? NaN) : value;
  return negative ? -number : number;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeBytes(bytes, start, end).trim();
  return text === '' ? NaN : Number(text);
}
