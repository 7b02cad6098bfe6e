import type { Rect } from '../grid/address';
import type { CellStore, Sheet } from '../grid/sheet';
import type { Dossier } from '../reading/dossier';
import type { SheetReading } from '../reading/sheet-reading';
import type { UnreadReason } from '../reading/unread';
import type { Table } from '../tables/table';
import type { Finding } from './finding';
import { forEachFigure, STAND, standings, type At, type SheetStanding } from './standing';

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

/** Says of every figure whether anything was checked about it. */
export function coverageOf(dossier: Dossier, findings: readonly Finding[]): { coverage: Coverage[]; unread: Unread[] } {
  const parts = standings(dossier, findings).map(({ reading, standing }) => ofSheet(reading, standing));
  return { coverage: parts.flatMap(({ coverage }) => coverage), unread: parts.flatMap(({ unread }) => unread) };
}

function ofSheet(
  { sheet, tables, unread }: SheetReading,
  { stand, owner }: SheetStanding,
): { coverage: Coverage[]; unread: Unread[] } {
  const { cells } = sheet;
  const outside = outsideUnchecked(cells, stand, owner);
  return {
    coverage: counted(sheet, tables, stand, owner),
    unread: [
      ...(['text', 'ownUnit', 'noResult', 'error'] as const).map((why) => ({
        sheet: sheet.name,
        cells: unread.filter((one) => one.why === why).map(({ cell }) => cell),
        why,
      })),
      { sheet: sheet.name, cells: outside, why: 'outside' as const },
    ].filter(({ cells: some }) => some.length > 0),
  };
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
