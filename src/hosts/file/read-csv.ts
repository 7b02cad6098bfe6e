import { sheetFromCells, type TypedCell } from './typed-cell';
import type { Workbook } from '../../core/grid/sheet';
import { HostError } from '../host';
import { LIMITS } from './limits';

/** Reads comma-, tab- or semicolon-separated text in UTF-8, UTF-16 or GB18030. */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  const text = decodeText(bytes);
  const rows = splitRows(text, separatorOf(text));
  const name = fileName.replace(/\.[^.]*$/, '') || 'Sheet1';
  return { sheets: [sheetFromCells(name, rows)], names: [], fileName };
}

/** UTF-8 where it is valid UTF-8, else GB18030: what Chinese Excel and treasury systems export. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((separator) => [head.split(separator).length, separator] as const);
  return counts.sort((a, b) => b[0] - a[0])[0]?.[1] ?? ',';
}

/** RFC 4180: quoted fields may hold separators, line ends and doubled quotes. */
function splitRows(text: string, separator: string): TypedCell[][] {
  const rows: TypedCell[][] = [];
  let row: TypedCell[] = [];
  let cells = 0;
  const endField = (field: string, quoted: boolean) => {
    row.push({ text: field, quoted });
    if (++cells > LIMITS.cells) throw new HostError('tooLarge');
  };
  for (let at = 0; at <= text.length;) {
    let field: string;
    const quoted = text[at] === '"';
    if (quoted) {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) end = text.length;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
      field = text.slice(at, end);
      at = end;
    }
    endField(field, quoted);
    if (text[at] === separator) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}
