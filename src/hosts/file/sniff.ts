import { wideEncoding } from './decode-text';

/** What a file is, told by its first bytes and never by its name. */
export type FileKind = 'zip' | 'compound' | 'jsonl' | 'text' | 'unknown';

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'compound';
  const head = bytes.subarray(0, 4096);
  const unicode = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (bytes.length === 0 || (!unicode && head.includes(0) && wideEncoding(head) === undefined)) return 'unknown';
  const start = new TextDecoder().decode(head).trimStart();
  if (/^\{\s*"/.test(start)) return 'jsonl';
  // Word, HTML and XML files are text too, but no table of comma-separated values.
  return start.startsWith('<') || start.startsWith('%PDF') || start.startsWith('{\\rtf') ? 'unknown' : 'text';
}
