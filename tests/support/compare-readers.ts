import * as sheetjs from '@e965/xlsx';
import { cellIndex, CellKind, formulaAt, valueAt, type Sheet, type Workbook } from '../../src/core/grid/sheet';

/** A cell that we and another reader see otherwise. */
export interface Difference {
  readonly what: 'value' | 'kind' | 'format' | 'formula' | 'only ours' | 'only theirs' | 'sheets' | 'merges';
  /** `sheet!cell`. */
  readonly at: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * Every cell of a workbook as we read it against `@e965/xlsx`: value and kind of value, number format, formula, merged
 * areas and the order of the sheets. Blank cells that only carry a look count for neither.
 */
export function differences(ours: Workbook, bytes: Uint8Array): Difference[] {
  const theirs = sheetjs.read(bytes, { cellDates: false, cellNF: true, cellFormula: true });
  const found: Difference[] = [];
  const names = ours.sheets.map(({ name }) => name);
  if (names.join('\n') !== theirs.SheetNames.join('\n'))
    found.push({ what: 'sheets', at: '', ours: names, theirs: theirs.SheetNames });
  for (const sheet of ours.sheets) {
    const other = theirs.Sheets[sheet.name];
    if (other) found.push(...cellsOf(sheet, other), ...mergesOf(sheet, other));
  }
  return found;
}

function* cellsOf(sheet: Sheet, other: sheetjs.WorkSheet): Generator<Difference> {
  const seen = new Set<string>();
  for (const [name, raw] of Object.entries(other)) {
    if (name.startsWith('!')) continue;
    const cell = raw as sheetjs.CellObject;
    const at = sheetjs.utils.decode_cell(name);
    const value = theirValue(cell);
    if (value === undefined && cell.f === undefined) continue;
    seen.add(name);
    const differ = (what: Difference['what'], ours: unknown, theirs: unknown): Difference => ({
      what,
      at: `${sheet.name}!${name}`,
      ours,
      theirs,
    });
    const mine = ourValue(sheet, at.r, at.c);
    const formula = formulaAt(sheet, at.r, at.c);
    if (mine === undefined && formula === undefined) {
      yield differ('only theirs', undefined, value ?? cell.f);
      continue;
    }
    if (mine !== value) yield differ(typeof mine === typeof value ? 'value' : 'kind', mine, value);
    if (plain(formula) !== plain(cell.f)) yield differ('formula', formula, cell.f);
    const index = cellIndex(sheet.cells, at.r, at.c);
    const format = index < 0 ? 'General' : (sheet.cells.formats[sheet.cells.format[index] ?? 0] ?? 'General');
    if (
      typeof value === 'number' &&
      cell.z !== undefined &&
      format !== String(cell.z) &&
      !(format === 'yyyy/m/d' && String(cell.z) === 'm/d/yy')
    )
      yield differ('format', format, cell.z);
  }
  for (let row = 0; row < sheet.cells.rowCount; row++)
    for (let at = sheet.cells.rowStart[row] ?? 0; at < (sheet.cells.rowStart[row + 1] ?? 0); at++) {
      const column = sheet.cells.column[at] ?? 0;
      const name = sheetjs.utils.encode_cell({ r: row, c: column });
      if (sheet.cells.kind[at] !== CellKind.blank && !seen.has(name))
        yield { what: 'only ours', at: `${sheet.name}!${name}`, ours: ourValue(sheet, row, column), theirs: undefined };
    }
}

function* mergesOf(sheet: Sheet, other: sheetjs.WorkSheet): Generator<Difference> {
  const written = (areas: readonly string[]) => [...new Set(areas)].sort().join(' ');
  const mine = written(
    sheet.merges.map((one) =>
      sheetjs.utils.encode_range({ s: { r: one.top, c: one.left }, e: { r: one.bottom, c: one.right } }),
    ),
  );
  const theirs = written((other['!merges'] ?? []).map((one) => sheetjs.utils.encode_range(one)));
  if (mine !== theirs) yield { what: 'merges', at: sheet.name, ours: mine, theirs };
}

/** An error by its name; a line end as XML has it, for SheetJS keeps carriage returns. */
function theirValue({ t, v, w }: sheetjs.CellObject): unknown {
  if (t === 'e') return w ?? String(v);
  if (typeof v === 'string') return v === '' ? undefined : v.replace(/\r\n?/g, '\n');
  return v;
}

function ourValue(sheet: Sheet, row: number, column: number): unknown {
  const value = valueAt(sheet, row, column);
  if (value === '') return undefined;
  return typeof value === 'object' ? value.error : value;
}

/** Written alike: SheetJS leaves out what newer functions are prefixed with in files. */
function plain(formula: string | undefined): string {
  return (formula ?? '')
    .replace(/_xl(?:fn|ws|udf)\.(?:_xl(?:fn|ws|udf)\.)?/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}
