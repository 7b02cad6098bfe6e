/**
 * A forward scanner for the XML of a workbook's parts. Namespace prefixes are dropped (`x:row` is
 * `row`): the parts that Gouji reads have one vocabulary each. A document type is refused by the
 * caller that opens the part, so there are no entities but the five of XML and character references.
 */
export class XmlScanner {
  /** Local name of the tag that `next` found. */
  name = '';
  /** True for `</name>`. */
  closing = false;
  /** True for `<name/>`. */
  empty = false;
  private at = 0;
  private tagStart = 0;
  private nameEnd = 0;
  private tagEnd = 0;

  constructor(readonly xml: string) {}

  /** Moves to the next tag; false at the end of the text. */
  next(): boolean {
    const { xml } = this;
    for (;;) {
      const start = xml.indexOf('<', this.at);
      if (start < 0) return false;
      const mark = xml.charCodeAt(start + 1);
      if (mark === 33 /* ! */) {
        const comment = xml.startsWith('<!--', start);
        const end = comment
          ? xml.indexOf('-->', start)
          : xml.startsWith('<![CDATA[', start)
            ? xml.indexOf(']]>', start)
            : xml.indexOf('>', start);
        if (end < 0) return false;
        this.at = end + 1;
        continue;
      }
      if (mark === 63 /* ? */) {
        const end = xml.indexOf('?>', start);
        if (end < 0) return false;
        this.at = end + 2;
        continue;
      }
      return this.readTag(start, mark === 47 /* / */);
    }
  }

  /** An attribute of the current tag by its local name, entities resolved. */
  attribute(name: string): string | undefined {
    const { xml, tagEnd } = this;
    for (let at = this.nameEnd; at < tagEnd;) {
      let first = skipSpace(xml, at, tagEnd);
      let last = first;
      for (let code = xml.charCodeAt(last); last < tagEnd && code > 32 && code !== 61; code = xml.charCodeAt(++last))
        if (code === 58 /* : */) first = last + 1;
      const equals = skipSpace(xml, last, tagEnd);
      if (xml.charCodeAt(equals) !== 61 /* = */) return undefined;
      const open = skipSpace(xml, equals + 1, tagEnd);
      const quote = xml.charAt(open);
      if (quote !== '"' && quote !== "'") return undefined;
      // The quotes of a tag pair inside it, so this never runs past its end.
      const close = xml.indexOf(quote, open + 1);
      if (last - first === name.length && xml.startsWith(name, first))
        return decodeEntities(xml.slice(open + 1, close));
      at = close + 1;
    }
    return undefined;
  }

  /** The character data between the current tag and the next one. */
  text(): string {
    if (this.empty || this.closing) return '';
    const { xml } = this;
    let from = this.at;
    let out = '';
    for (;;) {
      const to = xml.indexOf('<', from);
      if (to < 0) return out + decodeEntities(xml.slice(from));
      out += decodeEntities(xml.slice(from, to));
      if (!xml.startsWith('<![CDATA[', to)) return out;
      const end = xml.indexOf(']]>', to);
      if (end < 0) return out;
      out += xml.slice(to + 9, end);
      from = end + 3;
    }
  }

  /** Passes over everything up to the end of the current element. */
  skip(): void {
    if (this.empty || this.closing) return;
    const name = this.name;
    for (let depth = 1; depth > 0 && this.next();) {
      if (this.name !== name) continue;
      if (this.closing) depth--;
      else if (!this.empty) depth++;
    }
  }

  /** Where the current tag starts and ends in the text. */
  get span(): readonly [start: number, end: number] {
    return [this.tagStart, this.tagEnd + 1];
  }

  private readTag(start: number, closing: boolean): boolean {
    const { xml } = this;
    const from = start + (closing ? 2 : 1);
    let nameEnd = from;
    let nameStart = from;
    for (
      let code = xml.charCodeAt(nameEnd);
      code > 32 && code !== 47 && code !== 62;
      code = xml.charCodeAt(++nameEnd)
    ) {
      if (code === 58 /* : */) nameStart = nameEnd + 1;
    }
    const end = tagEndFrom(xml, nameEnd);
    if (end < 0) return false;
    this.name = xml.slice(nameStart, nameEnd);
    this.closing = closing;
    this.empty = !closing && xml.charCodeAt(end - 1) === 47;
    this.tagStart = start;
    this.nameEnd = nameEnd;
    this.tagEnd = end;
    this.at = end + 1;
    return true;
  }
}

/** Where the tag ends: a > may stand inside an attribute value. Each character is looked at once. */
function tagEndFrom(xml: string, from: number): number {
  let open = 0;
  for (let i = from; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === 62 /* > */) return i;
    else if (code === 34 || code === 39) open = code;
  }
  return -1;
}

function skipSpace(xml: string, from: number, to: number): number {
  let at = from;
  while (at < to && xml.charCodeAt(at) <= 32) at++;
  return at;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Closes line ends as XML 1.0 (2.11) asks and resolves entities; a reference to no character is dropped. */
export function decodeEntities(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/g, (_, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? '';
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Text for an element or a quoted attribute; characters that XML cannot hold are left out. */
export function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
}

/** Text of a cell: control characters, and what reads like one, as Excel writes them. */
export function escapeExcel(text: string): string {
  const coded = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escape(coded);
}

/** Excel writes control characters of a text as `_x000D_`; read them back. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
