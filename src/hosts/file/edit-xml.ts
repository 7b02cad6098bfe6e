import { HostError } from '../host';
import { XmlScanner } from './xml';

/**
 * Small edits of a part that must otherwise stay byte for byte: elements are appended to a section,
 * in the prefix that the part uses, and nothing is parsed and printed again.
 */
export function appendTo(xml: string, section: string, element: string): string {
  const opened = withEndTag(xml, section);
  const found = findSection(opened, section);
  if (!found) throw new HostError('damaged', section);
  return opened.slice(0, found.contentEnd) + withPrefix(element, found.prefix) + opened.slice(found.contentEnd);
}

/** `<fonts/>` as `<fonts></fonts>`, so that something can be put into it. */
function withEndTag(xml: string, section: string): string {
  const found = findSection(xml, section);
  if (!found?.empty) return xml;
  const open = xml.slice(found.start, found.contentStart).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, found.start)}${open}</${found.prefix}${section}>${xml.slice(found.contentStart)}`;
}

export interface Section {
  /** `x:` or nothing. */
  readonly prefix: string;
  /** Where its start tag begins. */
  readonly start: number;
  /** Just after its start tag, and just before its end tag. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** `<fonts/>`: it has no end tag. */
  readonly empty: boolean;
}

/** The first element of that name. */
export function findSection(xml: string, name: string): Section | undefined {
  const scan = new XmlScanner(xml);
  while (scan.next()) {
    if (scan.name !== name || scan.closing) continue;
    const [start, contentStart] = scan.span;
    const prefix = /^<([\w.-]+:)/.exec(xml.slice(start, start + 80))?.[1] ?? '';
    if (scan.empty) return { prefix, start, contentStart, contentEnd: contentStart, empty: true };
    for (let depth = 1; depth > 0 && scan.next();) {
      if (scan.name !== name) continue;
      if (scan.closing) depth--;
      else if (!scan.empty) depth++;
    }
    return { prefix, start, contentStart, contentEnd: scan.span[0], empty: false };
  }
  return undefined;
}

/** Inserts an element right before the first of the given siblings that is present, else before the end of the root. */
export function insertBefore(original: string, siblings: readonly string[], root: string, element: string): string {
  const xml = withEndTag(original, root);
  const sections = siblings.map((name) => findSection(xml, name)).filter((section) => section !== undefined);
  const first = sections.sort((a, b) => a.start - b.start)[0];
  const body = findSection(xml, root);
  if (!body) throw new HostError('damaged', root);
  const at = first ? first.start : body.contentEnd;
  return xml.slice(0, at) + withPrefix(element, body.prefix) + xml.slice(at);
}

/** Sets the `count` of a section to what it holds now. */
export function recount(xml: string, section: string, count: number): string {
  const found = findSection(xml, section);
  if (!found) return xml;
  const tag = xml.slice(found.start, found.contentStart);
  const counted = tag.replace(/(\scount\s*=\s*)(?:"\d*"|'\d*')/, `$1"${count}"`);
  return xml.slice(0, found.start) + counted + xml.slice(found.contentStart);
}

export function withPrefix(element: string, prefix: string): string {
  return prefix === '' ? element : element.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** The child elements of a section as they stand in the text. */
export function childrenOf(xml: string, section: string): string[] {
  const found = findSection(xml, section);
  if (!found || found.empty) return [];
  const inner = xml.slice(found.contentStart, found.contentEnd);
  const scan = new XmlScanner(inner);
  const children: string[] = [];
  let depth = 0;
  let start = 0;
  while (scan.next()) {
    if (!scan.closing && depth === 0) start = scan.span[0];
    if (!scan.closing && !scan.empty) depth++;
    if (scan.closing) depth--;
    if (depth === 0) children.push(inner.slice(start, scan.span[1]));
  }
  return children;
}

/** The text without the elements of that name for which `drop` says so; it is asked while the scanner stands on each. */
export function without(xml: string, name: string, drop: (element: XmlScanner) => boolean): string {
  const scan = new XmlScanner(xml);
  let out = '';
  let from = 0;
  while (scan.next()) {
    if (scan.name !== name || scan.closing) continue;
    const [start] = scan.span;
    const dropped = drop(scan);
    if (!scan.empty) scan.skip();
    if (!dropped) continue;
    out += xml.slice(from, start);
    from = scan.span[1];
  }
  return out + xml.slice(from);
}
