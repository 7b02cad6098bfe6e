import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from '../hosts/file/decode-text';
import { openDocument, type OpenDocument } from '../hosts/file/docx/read-docx';
import { LIMITS } from '../hosts/file/limits';
import { HostError } from '../hosts/host';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './cannot-open';

/** A report as it was opened: its text, and the document that it lies in where it is no plain text. */
export interface OpenText {
  readonly text: string;
  /** Plain text begins with a mark of its encoding, which a copy keeps. */
  readonly mark: string;
  readonly document?: OpenDocument;
}

/** Reads a .docx or .txt, told by its contents. Rejects with a {@link CannotOpen} whose message is the sentence to print. */
export async function readText(file: string, translate: Translator): Promise<OpenText> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.fileBytes) throw new HostError('tooLarge', basename(file));
    return opened(await readBytes(file), basename(file));
  } catch (cause) {
    throw new CannotOpen(sentenceOf(cause, file, translate), { cause });
  }
}

/** Bytes that only other programs write. */
const FOREIGN = /^(?:%PDF|\{\\rtf|<\?xml|<!doctype|<html)/i;

function opened(bytes: Uint8Array, name: string): OpenText {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const open = isArchive || isCompound ? fromDocument(openDocument(bytes, name)) : fromText(bytes, name);
  if (open.text.trim() === '') throw new HostError('emptyText', name);
  if (!/\d|[０-９]|\*/.test(open.text)) throw new HostError('noFigures', name);
  return open;
}

function fromDocument(document: OpenDocument): OpenText {
  return { text: document.text, mark: '', document };
}

function fromText(bytes: Uint8Array, name: string): OpenText {
  const { text } = decodeText(bytes);
  if (FOREIGN.test(text.trimStart()) || text.includes('\0')) throw new HostError('notADocument', name);
  return { text, mark: '' };
}
