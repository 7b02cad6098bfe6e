import { appendTo } from '../edit-xml';
import { readRelationships, relationshipsPath, xmlPart } from '../package-parts';
import { escape, XmlScanner } from '../xml';
import type { OpenDocument } from './read-docx';

/** A comment to be added; `key` tells which. */
export interface WordComment {
  readonly key: number;
  readonly text: string;
}

export interface AddedComments {
  /** The id that each comment got, by its key. */
  readonly ids: ReadonlyMap<number, number>;
  readonly parts: readonly (readonly [name: string, content: Uint8Array])[];
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const AUTHOR = 'Gouji';

/** The parts that hold the comments of a document with some more; those that are there stay as they are. */
export function commentParts({ zip, part }: OpenDocument, comments: readonly WordComment[]): AddedComments {
  if (comments.length === 0) return { ids: new Map(), parts: [] };
  const known = readRelationships(zip, part).find(({ type }) => type === 'comments')?.target;
  const name = known ?? `${part.slice(0, part.lastIndexOf('/') + 1)}comments.xml`;
  const before =
    xmlPart(zip, name) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${WORD}"></w:comments>`;
  const first = highestId(before) + 1;
  const ids = new Map(comments.map(({ key }, i) => [key, first + i]));
  const elements = comments.map(({ text }, i) => comment(first + i, text)).join('');
  return {
    ids,
    parts: [
      [name, encoded(appendTo(before, 'comments', elements))],
      ...(known === undefined ? declared(zip, part, name) : []),
    ],
  };
}

function comment(id: number, text: string): string {
  const lines = text.split('\n').map((line) => `<p><r><t xml:space="preserve">${escape(line)}</t></r></p>`);
  return `<comment w:id="${id}" w:author="${AUTHOR}" w:initials="G">${lines.join('')}</comment>`;
}

function highestId(xml: string): number {
  const scan = new XmlScanner(xml);
  let highest = -1;
  while (scan.next())
    if (scan.name === 'comment' && !scan.closing) highest = Math.max(highest, Number(scan.attribute('id') ?? 0));
  return highest;
}

/** A part of comments that is new is to be declared, and led to from the body. */
function declared(zip: OpenDocument['zip'], part: string, name: string): (readonly [string, Uint8Array])[] {
  const types = xmlPart(zip, '[Content_Types].xml') ?? '';
  const path = relationshipsPath(part);
  const related =
    xmlPart(zip, path) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const target = name.slice(name.lastIndexOf('/') + 1);
  return [
    [
      '[Content_Types].xml',
      encoded(appendTo(types, 'Types', `<Override PartName="/${name}" ContentType="${CONTENT}"/>`)),
    ],
    [
      path,
      encoded(
        appendTo(related, 'Relationships', `<Relationship Id="${freeId(related)}" Type="${TYPE}" Target="${target}"/>`),
      ),
    ],
  ];
}

function freeId(xml: string): string {
  let id = 'rIdGouji';
  for (let i = 1; xml.includes(`"${id}"`); i++) id = `rIdGouji${i}`;
  return id;
}

function encoded(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}
