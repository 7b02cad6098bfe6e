import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { CellStoreBuilder, makeSheet } from '../../core/grid/build';
import type { DefinedName, Sheet, Visibility, Workbook } from '../../core/grid/sheet';
import type { CellValue } from '../../core/grid/value';
import { isDateFormat } from '../../core/numbers/date';
import { HostError } from '../host';
import { decodeText } from './decode-text';
import { LIMITS, wholeBudget, type Budget } from './limits';
import { isWholeCompound } from './sniff';
import { sheetFromFields } from './typed-cell';
import { openZip, unpackAll } from './zip';

/** The formats that are read by a library. It gives no bold type and no indents. */
export type OlderKind = 'xls' | 'xlsb' | 'ods' | 'html' | 'xml';

/** Texts above this are no export of a table. */
const MOST_TEXT = 64 * 2 ** 20;
const DAYS_TO_1904 = 1462;

/** Workbooks of older Excel, of WPS, of LibreOffice, and pages that are named like one. */
export function readOlder(bytes: Uint8Array, fileName: string, kind: OlderKind): Workbook {
  // The library unpacks whatever an entry holds; so what it holds is seen before.
  if (kind === 'xlsb' || kind === 'ods') refuseEncrypted(unpackAll(openZip(bytes)), fileName);
  else if (bytes.length > MOST_TEXT) throw new HostError('tooLarge', fileName);
  if (kind === 'xls' && bytes[0] === 0xd0 && !isWholeCompound(bytes)) throw new HostError('damaged', fileName);
  const book = parsed(bytes, fileName, kind);
  const budget = wholeBudget();
  const names = book.SheetNames.slice(0, LIMITS.sheets);
  if (names.length < book.SheetNames.length) throw new HostError('tooLarge', fileName);
  const sheets = names.flatMap((name, i): Sheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return [];
    return [kind === 'html' ? pageTable(name, sheet, budget) : sheetOf(name, sheet, book, i, budget)];
  });
  return { sheets, names: definedNames(book), fileName };
}

function parsed(bytes: Uint8Array, fileName: string, kind: OlderKind): WorkBook {
  set_cptable(CODE_PAGES);
  // `raw` leaves the texts of a page as they are: what is a number is for us to tell, and 2023-05 is no date.
  const options = {
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
  } as const;
  try {
    return kind === 'html' || kind === 'xml'
      ? read(decodeText(bytes).text, { ...options, type: 'string', raw: true })
      : read(bytes, { ...options, type: 'array' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    const broken = kind === 'html' ? 'notAWorkbook' : 'damaged';
    throw new HostError(/password|encrypt/i.test(why) ? 'encrypted' : broken, fileName, { cause });
  }
}

/** OpenDocument encrypts its parts one by one and says so in the manifest. */
function refuseEncrypted(parts: ReadonlyMap<string, Uint8Array>, fileName: string): void {
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new HostError('encrypted', fileName);
}

function sheetOf(name: string, sheet: WorkSheet, book: WorkBook, index: number, budget: Budget): Sheet {
  const builder = new CellStoreBuilder();
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  eachCell(sheet, budget, name, (cell, row, column) => {
    const value = valueOf(cell);
    const formula = cell.f?.replace(/^=/, '');
    if (value === undefined && formula === undefined) return;
    const format = typeof cell.z === 'string' ? cell.z : undefined;
    const isDay = from1904 && typeof value === 'number' && format !== undefined && isDateFormat(format);
    builder.add(row, column, isDay ? value + DAYS_TO_1904 : value, { formula, format });
  });
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
  const visibility: Visibility = hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible';
  return makeSheet(name, builder.build(), {
    visibility,
    protected: sheet['!protect'] !== undefined,
    ...areasOf(sheet, budget),
  });
}

/** A table of a page: fields as in a text file, with the areas that a cell spans. */
function pageTable(name: string, sheet: WorkSheet, budget: Budget): Sheet {
  const rows: string[][] = [];
  eachCell(sheet, budget, name, (cell, row, column) => {
    const fields = (rows[row] ??= []);
    while (fields.length < column) fields.push('');
    fields[column] = cell.v === undefined ? '' : String(cell.v);
  });
  return {
    ...sheetFromFields(
      name,
      Array.from(rows, (fields) => fields ?? []),
    ),
    ...areasOf(sheet, budget),
  };
}

function eachCell(
  sheet: WorkSheet,
  budget: Budget,
  name: string,
  visit: (cell: CellObject, row: number, column: number) => void,
): void {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (!cell) return;
      if (--budget.cells < 0) throw new HostError('tooLarge', name);
      visit(cell, row, column);
    }),
  );
}

function valueOf({ t, v, w }: CellObject): CellValue {
  switch (t) {
    case 'n':
      return typeof v === 'number' ? v : undefined;
    case 's':
      return typeof v === 'string' ? v : undefined;
    case 'b':
      return v === true;
    case 'e':
      return { error: w ?? (typeof v === 'number' ? (ERRORS[v] ?? '#N/A') : String(v)) };
    default:
      return undefined;
  }
}

/** Codes of BIFF (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

function areasOf(sheet: WorkSheet, budget: Budget): Pick<Sheet, 'merges' | 'hiddenRows' | 'hiddenColumns'> {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  if ((budget.merges -= merges.length) < 0) throw new HostError('tooLarge');
  const hidden = (lines: readonly ({ hidden?: boolean } | undefined)[] = []) => {
    const found: number[] = [];
    lines.forEach((line, i) => {
      if (line?.hidden === true) found.push(i);
    });
    return found;
  };
  return { merges, hiddenRows: hidden(sheet['!rows']), hiddenColumns: hidden(sheet['!cols']) };
}

function definedNames(book: WorkBook): DefinedName[] {
  return (book.Workbook?.Names ?? []).slice(0, LIMITS.names).map((name): DefinedName => {
    const { Name, Ref, Sheet: sheet } = name;
    const local = sheet === undefined ? undefined : book.SheetNames[sheet];
    return {
      name: Name,
      refersTo: Ref,
      hidden: (name as { readonly Hidden?: boolean }).Hidden === true,
      ...(local === undefined ? {} : { sheet: local }),
    };
  });
}

const ENCODINGS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Workbooks before Excel 97 are written in the code page of their desk; browsers and Node know all that matter. */
const CODE_PAGES = {
  utils: {
    decode(page: number, bytes: ArrayLike<number>): string {
      const encoding = ENCODINGS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
      return new TextDecoder(encoding, { ignoreBOM: true }).decode(Uint8Array.from(bytes));
    },
    // Only writing asks for it, and nothing is written by the library.
    encode: (): number[] => [],
  },
};
