import type { Rect } from '../grid/address';
import { type CellStore, cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { bookId, cellPlaces } from '../grid/place';
import { isDateFormat } from '../numbers/date';
import { textAmount } from '../numbers/amount-text';
import { roleRelations } from '../faults/role-relations';
import type { Dossier } from '../reading/dossier';
import type { SheetReading } from '../reading/sheet-reading';
import type { UnreadReason } from '../reading/unread';
import { shownOf } from '../tables/shown';
import { isFigureRole, type Table } from '../tables/table';
import { sharedMeasures } from '../fiscal/ties/two-sources';
import type { Finding } from './finding';

/**
 * What became of every figure of a table, or of those of a sheet that stand in none: each is counted once,
 * `numbers` = `proved` + `broken` + `compared` + `input` + `unread`.
 */
export interface Coverage {
  readonly sheet: string;
  /** The table; for what stands in none, all of the sheet. */
  readonly at: Rect;
  readonly isTable: boolean;
  readonly numbers: number;
  /** In a relation that holds, or the result of a formula that was computed again. */
  readonly proved: number;
  /** What a finding says is wrong. */
  readonly broken: number;
  /** Held against a figure of another table, or part of an indicator. */
  readonly compared: number;
  /** Typed, and nothing adds it up. */
  readonly input: number;
  readonly unread: number;
}

/** Figures of a sheet that were not understood, for one reason. */
export interface Unread {
  readonly sheet: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly why: UnreadReason | 'outside';
}

/** How a figure stands; the higher outdoes the lower. */
const STAND = { none: 0, input: 1, compared: 2, proved: 3, broken: 4, unread: 5 } as const;

/** Says of every figure whether anything was checked about it. */
export function coverageOf(dossier: Dossier, findings: readonly Finding[]): { coverage: Coverage[]; unread: Unread[] } {
  const compared = comparedCells(dossier);
  const broken = brokenCells(findings, dossier);
  const parts = dossier.sheets.map((reading) =>
    ofSheet(reading, compared.get(reading.sheet.name) ?? [], broken.get(reading.sheet.name) ?? []),
  );
  return { coverage: parts.flatMap(({ coverage }) => coverage), unread: parts.flatMap(({ unread }) => unread) };
}

interface At {
  readonly row: number;
  readonly column: number;
}

function ofSheet(
  reading: SheetReading,
  compared: readonly At[],
  broken: readonly At[],
): { coverage: Coverage[]; unread: Unread[] } {
  const { sheet, tables, arithmetic, formulaFaults } = reading;
  const { cells } = sheet;
  const stand = new Uint8Array(cells.kind.length);
  const raise = ({ row, column }: At, to: number): void => {
    const at = cellIndex(cells, row, column);
    if (at >= 0 && (stand[at] ?? 0) > STAND.none && (stand[at] ?? 0) < to) stand[at] = to;
  };
  const owner = new Int32Array(cells.kind.length).fill(-1);
  markFigures(sheet, tables, stand, owner);
  for (const cell of compared) raise(cell, STAND.compared);
  for (const { axis, target, operands, held } of arithmetic.patterns)
    for (const line of held)
      for (const along of [target, ...operands])
        raise(axis === 'rows' ? { row: along, column: line } : { row: line, column: along }, STAND.proved);
  for (const table of tables)
    for (const { row, target, operands, verdict } of roleRelations(sheet, table))
      if (verdict !== 'broken')
        for (const { column } of [target, ...operands]) raise({ row: row.row, column }, STAND.proved);
  const doubtful = new Set(formulaFaults.map(({ cell: { row, column } }) => cellIndex(cells, row, column)));
  forEachFigure(stand, (at) => {
    if ((cells.formula[at] ?? 0) !== 0 && !doubtful.has(at) && (stand[at] ?? 0) < STAND.proved)
      stand[at] = STAND.proved;
  });
  for (const cell of broken) raise(cell, STAND.broken);
  for (const { cell } of reading.unread) {
    const at = cellIndex(cells, cell.row, cell.column);
    if (at < 0) continue;
    stand[at] = STAND.unread;
    owner[at] = tables.findIndex(
      ({ bodyRows, columns }) =>
        cell.row >= bodyRows[0] && cell.row <= bodyRows[1] && columns.some(({ column }) => column === cell.column),
    );
  }
  const outside = outsideUnchecked(cells, stand, owner);
  return {
    coverage: counted(sheet, tables, stand, owner),
    unread: [
      ...(['text', 'ownUnit', 'noResult', 'error'] as const).map((why) => ({
        sheet: sheet.name,
        cells: reading.unread.filter((one) => one.why === why).map(({ cell }) => cell),
        why,
      })),
      { sheet: sheet.name, cells: outside, why: 'outside' as const },
    ].filter(({ cells: some }) => some.length > 0),
  };
}

function forEachFigure(stand: Uint8Array, visit: (at: number) => void): void {
  for (let at = 0; at < stand.length; at++) if ((stand[at] ?? 0) > STAND.none) visit(at);
}

/** Figures of the tables, and all numbers that stand in no table; headings, codes, dates and serial numbers are none. */
function markFigures(sheet: Sheet, tables: readonly Table[], stand: Uint8Array, owner: Int32Array): void {
  const { cells } = sheet;
  // What a system keeps in hidden rows and columns is for no reader.
  const { isRow, isCell } = shownOf(sheet);
  const figures = tables.map(
    ({ columns }) => new Set(columns.filter(({ role }) => isFigureRole(role)).map(({ column }) => column)),
  );
  for (let row = 0; row < cells.rowCount; row++) {
    const here = tables.flatMap(({ at, bodyRows }, i) =>
      row >= at.top && row <= at.bottom ? [{ i, at, isBody: row >= bodyRows[0] && row <= bodyRows[1] }] : [],
    );
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
      if (!isFigure(cells, at)) continue;
      const column = cells.column[at] ?? 0;
      const table = here.find(({ at: rect }) => column >= rect.left && column <= rect.right);
      if (table ? !(table.isBody && figures[table.i]?.has(column)) : !isRow(row) || !isCell(row, column)) continue;
      stand[at] = STAND.input;
      owner[at] = table?.i ?? -1;
    }
  }
}

function isFigure(cells: CellStore, at: number): boolean {
  const kind = cells.kind[at];
  if (kind === CellKind.number) return !isDateFormat(cells.formats[cells.format[at] ?? 0] ?? '');
  if (kind === CellKind.error) return true;
  const text = kind === CellKind.text ? (cells.texts[cells.text[at] ?? 0] ?? '') : '';
  return textAmount(text) !== undefined;
}

/** Numbers that stand in no table and in no relation: nobody knows what they are. */
function outsideUnchecked(cells: CellStore, stand: Uint8Array, owner: Int32Array): At[] {
  const found: At[] = [];
  for (let row = 0; row < cells.rowCount; row++)
    for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
      if ((owner[at] ?? -1) >= 0 || stand[at] !== STAND.input) continue;
      stand[at] = STAND.unread;
      found.push({ row, column: cells.column[at] ?? 0 });
    }
  return found;
}

function counted(sheet: Sheet, tables: readonly Table[], stand: Uint8Array, owner: Int32Array): Coverage[] {
  const counts = Array.from({ length: tables.length + 1 }, () => new Uint32Array(6));
  forEachFigure(stand, (at) => {
    const own = counts[(owner[at] ?? -1) + 1];
    const how = stand[at] ?? 0;
    if (own) own[how] = (own[how] ?? 0) + 1;
  });
  const line = (at: Rect, isTable: boolean, count: Uint32Array): Coverage => ({
    sheet: sheet.name,
    at,
    isTable,
    numbers: count.reduce((sum, n) => sum + n, 0),
    proved: count[STAND.proved] ?? 0,
    broken: count[STAND.broken] ?? 0,
    compared: count[STAND.compared] ?? 0,
    input: count[STAND.input] ?? 0,
    unread: count[STAND.unread] ?? 0,
  });
  const [loose = new Uint32Array(6), ...ofTables] = counts;
  const whole = {
    top: 0,
    left: 0,
    bottom: Math.max(0, sheet.cells.rowCount - 1),
    right: Math.max(0, sheet.cells.columnCount - 1),
  };
  return [
    ...ofTables.flatMap((count, i) => {
      const at = tables[i]?.at;
      return at ? [line(at, true, count)] : [];
    }),
    ...(loose.some((n) => n > 0) ? [line(whole, false, loose)] : []),
  ];
}

/** By sheet: figures that stand twice in the set, or that an indicator is computed from. */
function comparedCells(dossier: Dossier): ReadonlyMap<string, At[]> {
  const own = bookId(dossier.workbook);
  const shared = sharedMeasures(dossier.measures, dossier.lent).flatMap(({ pairs, comparable }) =>
    comparable ? pairs.flatMap(({ one, other }) => [one.cell, other.cell]) : [],
  );
  const ofIndicators = dossier.indicators.flatMap(({ computed }) => computed?.cells ?? []);
  const found = new Map<string, At[]>();
  for (const { book, sheet, row, column } of [...shared, ...ofIndicators]) {
    if (book !== own) continue;
    const list = found.get(sheet);
    if (list) list.push({ row, column });
    else found.set(sheet, [{ row, column }]);
  }
  return found;
}

/** By sheet: the cell that a finding blames, and the result that does not follow. */
function brokenCells(findings: readonly Finding[], dossier: Dossier): ReadonlyMap<string, At[]> {
  const own = bookId(dossier.workbook);
  const found = new Map<string, At[]>();
  for (const { at, level, code, relation } of findings) {
    // A bound that is missed blames no figure.
    if (level === 'hint' || code.startsWith('I')) continue;
    const [first] = cellPlaces(at).filter(({ book }) => book === own);
    if (!first) continue;
    const list = found.get(first.sheet) ?? [];
    list.push(first, ...(relation ? [relation.target] : []));
    found.set(first.sheet, list);
  }
  return found;
}
