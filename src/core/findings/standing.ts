import { type CellStore, cellIndex, CellKind, type Sheet } from '../grid/sheet';
import { bookId, cellPlaces } from '../grid/place';
import { isDateFormat } from '../numbers/date';
import { textAmount } from '../numbers/amount-text';
import { namedRelations } from '../reading/named-relations';
import type { Dossier } from '../reading/dossier';
import type { SheetReading } from '../reading/sheet-reading';
import { shownOf } from '../tables/shown';
import { isFigureRole, type Table } from '../tables/table';
import { sharedMeasures } from '../fiscal/ties/two-sources';
import type { Finding } from './finding';

/** How a figure stands; the higher outdoes the lower. */
export const STAND = { none: 0, input: 1, compared: 2, proved: 3, broken: 4, unread: 5 } as const;

export type Standing = keyof typeof STAND;

export interface At {
  readonly row: number;
  readonly column: number;
}

/** Each cell of a sheet, by its index: how it stands, and in which of the tables; -1: in none. */
export interface SheetStanding {
  readonly stand: Uint8Array;
  readonly owner: Int32Array;
}

/** How the figures of each sheet of the book stand. */
export function standings(
  dossier: Dossier,
  findings: readonly Finding[],
): { readonly reading: SheetReading; readonly standing: SheetStanding }[] {
  const compared = comparedCells(dossier);
  const broken = brokenCells(findings, dossier);
  return dossier.sheets.map((reading) => ({
    reading,
    standing: ofSheet(reading, compared.get(reading.sheet.name) ?? [], broken.get(reading.sheet.name) ?? []),
  }));
}

function ofSheet(reading: SheetReading, compared: readonly At[], broken: readonly At[]): SheetStanding {
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
  for (const { target, operands, verdict } of namedRelations(reading))
    if (verdict !== 'broken') for (const cell of [target, ...operands]) raise(cell, STAND.proved);
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
  return { stand, owner };
}

export function forEachFigure(stand: Uint8Array, visit: (at: number) => void): void {
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
