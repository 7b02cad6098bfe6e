import { escape } from '../xml';
import { writeZip } from '../write-zip';
import type { TextRun } from './document-text';
import { commentParts, type WordComment } from './comments';
import type { OpenDocument } from './read-docx';

/** A stretch of the text of a document to be replaced, with what is to be said of it in the margin. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly comment?: string;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

/** A copy of the document in which only those stretches differ; every other part is copied raw. */
export function writeDocument(document: OpenDocument, replacements: readonly Replacement[]): Uint8Array {
  const { zip, stories } = document;
  const sorted = [...replacements].sort((a, b) => a.start - b.start);
  const comments: WordComment[] = sorted.flatMap(({ comment }, i) =>
    comment === undefined || !hostsComment(document, sorted[i]) ? [] : [{ key: i, text: comment }],
  );
  const added = commentParts(document, comments);
  const changed = stories.flatMap(({ part, xml, runs }): (readonly [string, Uint8Array])[] => {
    const prefix = ROOT.exec(xml)?.[1] ?? '';
    const edits = runsTouched(runs, sorted).flatMap(({ run, texts }) =>
      editsOf(run, texts, sorted, added.ids, prefix, xml),
    );
    return edits.length === 0 ? [] : [[part, new TextEncoder().encode(applied(xml, edits))]];
  });
  return writeZip(zip, new Map([...changed, ...added.parts]));
}

/** The root of a part with text, by the prefix that its program gives the names. */
const ROOT = /<(\w+:)?(?:document|hdr|ftr|footnotes|endnotes)[\s>]/;

function hostsComment({ stories }: OpenDocument, replaced: Replacement | undefined): boolean {
  return stories.some(({ runs }) =>
    runs.some((run) => run.hostsComments && replaced !== undefined && overlaps(run, replaced)),
  );
}

interface Touched {
  readonly run: readonly [start: number, end: number];
  readonly texts: readonly TextRun[];
}

/** Runs in which something is replaced, each once. */
function runsTouched(runs: readonly TextRun[], replacements: readonly Replacement[]): Touched[] {
  const touched = new Map<number, TextRun[]>();
  for (const text of runs) {
    const known = touched.get(text.run[0]) ?? [];
    touched.set(text.run[0], [...known, text]);
  }
  return [...touched.values()].flatMap((texts) => {
    const [first] = texts;
    const isTouched = texts.some((text) => replacements.some((one) => overlaps(text, one)));
    return first && isTouched ? [{ run: first.run, texts }] : [];
  });
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A run that is nothing but text is parted, so that a comment lies on its figure; of another only the text is replaced. */
function editsOf(
  [start, end]: readonly [number, number],
  texts: readonly TextRun[],
  replacements: readonly Replacement[],
  ids: ReadonlyMap<number, number>,
  prefix: string,
  xml: string,
): Edit[] {
  const [only] = texts;
  if (texts.length === 1 && only?.isAlone) return [{ start, end, xml: parted(only, replacements, ids, prefix, xml) }];
  const inner = texts.flatMap((text): Edit[] => {
    const pieces = piecesOf(text, replacements, xml).map(({ raw }) => raw);
    return [{ start: text.tag[0], end: text.closing[1], xml: textElement(text, pieces.join(''), xml) }];
  });
  const told = replacements.flatMap((one, i) =>
    ids.has(i) && texts.some((text) => text.start <= one.start && one.start < text.end) ? [ids.get(i) ?? 0] : [],
  );
  if (told.length === 0) return inner;
  const before = told.map((id) => rangeStart(id, prefix)).join('');
  const after = told.map((id) => rangeEnd(id, prefix)).join('');
  return [{ start, end: start, xml: before }, ...inner, { start: end, end, xml: after }];
}

interface Piece {
  readonly raw: string;
  /** Index of the replacement that it is; undefined: text that stays. */
  readonly of: number | undefined;
}

/** The text of a run as stretches that stay and stretches that are new, as XML. */
function piecesOf({ start, end, content }: TextRun, replacements: readonly Replacement[], xml: string): Piece[] {
  const raw = characters(xml.slice(...content));
  const pieces: Piece[] = [];
  let at = start;
  replacements.forEach((one, i) => {
    if (!overlaps({ start, end }, one)) return;
    if (one.start > at) pieces.push({ raw: raw.slice(at - start, one.start - start).join(''), of: undefined });
    // What runs over several runs stands in the first of them.
    if (one.start >= start) pieces.push({ raw: escape(one.text), of: i });
    at = Math.min(end, one.end);
  });
  if (at < end) pieces.push({ raw: raw.slice(at - start).join(''), of: undefined });
  return pieces;
}

/** The characters of some XML text, a reference (&amp;) for one; a sign beyond the first plane for two. */
function characters(raw: string): string[] {
  const found: string[] = [];
  for (const match of raw.matchAll(/&[^;]+;|\r\n|[^]/g)) found.push(match[0]);
  return found;
}

function parted(
  run: TextRun,
  replacements: readonly Replacement[],
  ids: ReadonlyMap<number, number>,
  prefix: string,
  xml: string,
): string {
  const open = xml.slice(run.run[0], xml.indexOf('>', run.run[0]) + 1);
  return piecesOf(run, replacements, xml)
    .map(({ raw, of }) => {
      const piece = `${open}${run.properties}${textElement(run, raw, xml)}</${prefix}r>`;
      const id = of === undefined ? undefined : ids.get(of);
      return id === undefined ? piece : `${rangeStart(id, prefix)}${piece}${rangeEnd(id, prefix)}`;
    })
    .join('');
}

function textElement({ tag, closing }: TextRun, raw: string, xml: string): string {
  const open = xml.slice(...tag);
  const isLoose = /^\s|\s$/.test(raw) && !open.includes('xml:space');
  return `${isLoose ? open.replace(/>$/, ' xml:space="preserve">') : open}${raw}${xml.slice(...closing)}`;
}

function rangeStart(id: number, prefix: string): string {
  return `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;
}

function rangeEnd(id: number, prefix: string): string {
  return `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
}

function applied(xml: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, xml: text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}
