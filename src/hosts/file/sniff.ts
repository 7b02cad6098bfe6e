import { uint16, uint32 } from './bytes';
import { decodeText, wideEncoding } from './decode-text';
import { openZip } from './zip';

/** What a file is, told by its contents and never by its name. */
export type FileKind =
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  /** BIFF in a compound file: .xls, WPS .et. */
  | 'xls'
  /** A compound file with a password around it. */
  | 'encrypted'
  /** A page that some export named .xls. */
  | 'html'
  /** SpreadsheetML of 2003, often named .xls as well. */
  | 'xml'
  | 'jsonl'
  | 'text'
  | 'unknown';

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packageKind(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return compoundKind(bytes);
  // A stream of BIFF 2–4 without a compound file around it: BOF.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'xls';
  const head = bytes.subarray(0, 4096);
  const unicode = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (bytes.length === 0 || (!unicode && head.includes(0) && wideEncoding(head) === undefined)) return 'unknown';
  return textKind(decodeText(head).text.trimStart());
}

/** A package of Office is known by its content types, one of OpenDocument by its first entry. */
function packageKind(bytes: Uint8Array): FileKind {
  const names = [...openZip(bytes).entries.keys()].map((name) => name.toLowerCase());
  if (names.some((name) => /(?:^|\/)workbook\.bin$/.test(name))) return 'xlsb';
  return names.includes('content.xml') && !names.includes('[content_types].xml') ? 'ods' : 'xlsx';
}

function compoundKind(bytes: Uint8Array): FileKind {
  // An entry of the directory is 128 bytes and begins with its name.
  const has = (name: string) => {
    const wanted = [...name, '\0'].flatMap((c) => [c.charCodeAt(0), 0]);
    for (let at = 512; at < bytes.length; at += 128) if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
    return false;
  };
  // MS-OFFCRYPTO 2.3.4: agile and standard encryption alike.
  if (has('EncryptedPackage')) return 'encrypted';
  return has('Workbook') || has('WORKBOOK') || has('Book') || has('BOOK') ? 'xls' : 'unknown';
}

/**
 * Whether all sectors that the chains of a compound file lead to are there (MS-CFB 2.3): of one that was cut off a part would
 * be read as if it were all. Up to 109 sectors of the table stand in the header; those are enough for 7 MB.
 */
export function isWholeCompound(bytes: Uint8Array): boolean {
  const size = 1 << uint16(bytes, 30);
  if (size !== 512 && size !== 4096) return false;
  const isThere = (sector: number) => (sector + 1) * size < bytes.length;
  const tables = Math.min(uint32(bytes, 44), IN_HEADER);
  for (let t = 0; t < tables; t++) {
    const table = uint32(bytes, 76 + 4 * t);
    if (!isThere(table)) return false;
    // Every sector that another one leads to must be there; what is above the last number is a mark.
    for (let i = 0; i < size / 4; i++) {
      const next = uint32(bytes, (table + 1) * size + 4 * i);
      if (next <= LAST_SECTOR && !isThere(next)) return false;
    }
  }
  return true;
}

const IN_HEADER = 109;
const LAST_SECTOR = 0xfffffffa;

function textKind(start: string): FileKind {
  if (/^\{\s*"/.test(start)) return 'jsonl';
  if (/^<\?xml/.test(start) && /urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return 'xml';
  if (/^<(?:!doctype html|html|head|meta|table|style|body|div)\b/i.test(start)) return 'html';
  // Word and other XML files are text too, but no table of comma-separated values.
  return start.startsWith('<') || start.startsWith('%PDF') || start.startsWith('{\\rtf') ? 'unknown' : 'text';
}
