import { HostError } from '../host';
import { decodeText } from './decode-text';
import { withReplacements } from '../../core/report/fill/replace';
import { writeDocument, type Replacement } from './docx/write-docx';
import { openDocument, type OpenDocument } from './docx/read-docx';

/** A report as it was opened: its text, and the document that it lies in where it is no plain text. */
export interface OpenText {
  readonly text: string;
  readonly document?: OpenDocument;
}

/** Bytes that only other programs write. */
const FOREIGN = /^(?:%PDF|\{\\rtf|<\?xml|<!doctype|<html)/i;

/** Opens a .docx or .txt, told by its contents. Throws a {@link HostError} for what is none, or holds no figures. */
export function openReport(bytes: Uint8Array, name: string): OpenText {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const open = isArchive || isCompound ? fromDocument(openDocument(bytes, name)) : fromText(bytes, name);
  if (open.text.trim() === '') throw new HostError('emptyText', name);
  if (!/\d|[０-９]|\*/.test(open.text)) throw new HostError('noFigures', name);
  return open;
}

/** The report with some stretches of its text replaced, in the kind of file that it came as. */
export function filledBytes({ text, document }: OpenText, replaced: readonly Replacement[]): Uint8Array {
  return document ? writeDocument(document, replaced) : new TextEncoder().encode(withReplacements(text, replaced));
}

function fromDocument(document: OpenDocument): OpenText {
  return { text: document.text, document };
}

function fromText(bytes: Uint8Array, name: string): OpenText {
  const { text } = decodeText(bytes);
  if (FOREIGN.test(text.trimStart()) || text.includes('\0')) throw new HostError('notADocument', name);
  return { text };
}
