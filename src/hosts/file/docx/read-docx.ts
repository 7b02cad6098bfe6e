import { HostError } from '../../host';
import { readRelationships, xmlPart } from '../package-parts';
import { openZip, type Zip } from '../zip';
import { documentText, joinTexts, type TextRun } from './document-text';

/** A Word document that was opened: its text, that of the body first. */
export interface OpenDocument {
  readonly zip: Zip;
  /** Name of the part with the body. */
  readonly part: string;
  readonly text: string;
  /** The body, then footnotes, endnotes, headers and footers: their runs lie in the one text. */
  readonly stories: readonly DocumentStory[];
}

/** A part of a document that holds text. */
export interface DocumentStory {
  readonly part: string;
  readonly xml: string;
  readonly runs: readonly TextRun[];
}

const BESIDE = ['footnotes', 'endnotes', 'header', 'footer'];

/** Opens a .docx; throws a {@link HostError} for what is none, is encrypted or damaged. */
export function openDocument(bytes: Uint8Array, fileName: string): OpenDocument {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new HostError(isCompound(bytes) ? compoundFault(bytes) : 'notADocument', fileName);
  const zip = openZip(bytes);
  const part = readRelationships(zip, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  if (!/\.xml$/.test(part) || !zip.entries.has('[Content_Types].xml')) throw new HostError('notADocument', fileName);
  const xml = xmlPart(zip, part);
  if (xml === undefined) throw new HostError('damaged', fileName);
  if (!/<(?:\w+:)?document[\s>]/.test(xml.slice(0, 20_000))) throw new HostError('notADocument', fileName);
  return { zip, part, ...withStories(zip, part, xml) };
}

/** The body and what stands beside it: a figure of a footnote is quoted as any other. */
function withStories(zip: Zip, body: string, xml: string): Pick<OpenDocument, 'text' | 'stories'> {
  const beside = readRelationships(zip, body)
    .filter(({ type }) => BESIDE.includes(type))
    .sort((a, b) => BESIDE.indexOf(a.type) - BESIDE.indexOf(b.type))
    .map(({ target }) => target);
  // Two references may lead to one header: it is read, and written, once.
  const others = [...new Set(beside)].map((target) => ({ part: target, xml: xmlPart(zip, target) ?? '' }));
  const parts = [{ part: body, xml }, ...others];
  const { text, runs } = joinTexts(parts.map((one) => documentText(one.xml, one.part === body)));
  return { text, stories: parts.map((one, i) => ({ ...one, runs: runs[i] ?? [] })) };
}

function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** A .docx with a password lies in a compound file as a .doc does. */
function compoundFault(bytes: Uint8Array): 'encrypted' | 'oldDocument' {
  const wanted = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 512; at < bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return 'encrypted';
  }
  return 'oldDocument';
}
