import Papa from 'papaparse';
import type { Workbook } from '../../core/grid/sheet';
import { HostError } from '../host';
import { decodeText } from './decode-text';
import { LIMITS } from './limits';
import { sheetFromFields } from './typed-cell';

/** So much of a text tells how its lines are parted. */
const LOOKED_AT = 65_536;
/** Of two that part the lines alike the rarer in figures comes first. */
const SEPARATORS = ['\t', ';', '|', ','];

/** Reads separated text of any common dialect: encoding, separator and decimal sign are told by what is there. */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  const { text, encoding } = decodeText(bytes);
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const separator = declared?.[1] ?? separatorOf(body);
  const rows = parsed(body, separator);
  const decimalComma = separator !== ',' && usesDecimalComma(rows);
  const name = fileName.replace(/\.[^.]*$/, '') || 'Sheet1';
  return {
    sheets: [sheetFromFields(name, rows, decimalComma)],
    names: [],
    fileName,
    dialect: { encoding, separator, decimalComma },
  };
}

function separatorOf(text: string): string {
  const head = text.slice(0, LOOKED_AT);
  return Papa.parse(head, { delimitersToGuess: SEPARATORS, skipEmptyLines: true, preview: 1 }).meta.delimiter;
}

function parsed(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data }, parser) => {
      rows.push(data);
      cells += data.length;
      if (cells > LIMITS.cells) parser.abort();
    },
  });
  if (cells > LIMITS.cells) throw new HostError('tooLarge');
  // The last line end begins no row.
  if (rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  return rows;
}

/** Points part the thousands or stand nowhere, commas stand before the decimals. */
function usesDecimalComma(rows: readonly (readonly string[])[]): boolean {
  let comma = 0;
  let point = 0;
  for (const field of rows.flat()) {
    if (/^[-+]?\d+(?:\.\d{3})*,\d{1,2}$/.test(field.trim())) comma++;
    else if (/^[-+]?\d[\d,]*\.\d{1,2}$/.test(field.trim())) point++;
  }
  return comma > point;
}
