import type { AnyUnit } from '../numbers/unit';
import { isAside, signOf } from './label';
import type { RowRole, TableRow } from './table';

/** A labelled row before its place in the hierarchy is known. */
export interface LabelledRow {
  readonly row: number;
  readonly label: string;
  readonly name: string;
  readonly labelColumn: number;
  /** Depth of indent: Excel's level and blanks before the words, in half steps. */
  readonly indent: number;
  readonly code?: string;
  readonly numbering?: number;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
  readonly isOfWhich: boolean;
  /** Its figures stand in this column: labels further right are deeper. */
  readonly hasFigures: boolean;
  readonly phase?: TableRow['phase'];
  readonly group?: string;
  readonly unit?: AnyUnit;
  readonly isUnitless?: true;
}

type Ranked = TableRow['ranked'];

interface Open {
  readonly index: number;
  readonly level: number;
  readonly numbering: number;
  readonly indent: number;
  readonly ofWhich: boolean;
  readonly isSigned: boolean;
  /** The 其中 row below it. */
  list?: Open;
  /** Without figures it only heads what follows. */
  readonly isHeading: boolean;
}

/**
 * Gives each row its parent. Codes decide where there are any: the nearest row above in the code
 * tree that is present, whether or not a level between is missing. Else numbering, indent and 其中
 * decide together, each only against rows that have it too.
 */
export function rankRows(rows: readonly LabelledRow[]): TableRow[] {
  const coded = rows.filter(({ code }) => code !== undefined && /^\d{3,}$/.test(code)).length;
  return coded >= 3 && coded * 2 >= rows.length ? rankByCode(rows) : rankByLabels(rows);
}

function rankByCode(rows: readonly LabelledRow[]): TableRow[] {
  const indexOf = new Map<string, number>();
  const repeated = new Set<string>();
  rows.forEach(({ code }, i) => {
    if (code === undefined) return;
    if (indexOf.has(code)) repeated.add(code);
    else indexOf.set(code, i);
  });
  const ranked: TableRow[] = [];
  const levels: number[] = rows.map(() => 0);
  const parents = rows.map(({ code }, i) => {
    if (code === undefined || !/^\d+$/.test(code)) return -1;
    for (let length = code.length - 1; length >= 2; length--) {
      const prefix = code.slice(0, length);
      const parent = indexOf.get(prefix);
      if (parent !== undefined && parent !== i && !repeated.has(prefix)) return parent;
    }
    return -1;
  });
  const levelOf = (i: number): number => {
    const parent = parents[i] ?? -1;
    return parent < 0 ? 0 : levelOf(parent) + 1;
  };
  rows.forEach((row, i) => {
    levels[i] = levelOf(i);
    ranked.push(finish(row, levels[i] ?? 0, parents[i] ?? -1, (parents[i] ?? -1) < 0 ? 'none' : 'code'));
  });
  return ranked;
}

function rankByLabels(rows: readonly LabelledRow[]): TableRow[] {
  const anyNumbering = rows.some(({ numbering }) => numbering !== undefined);
  const ranked: TableRow[] = [];
  const open: Open[] = [];
  for (const [index, row] of rows.entries()) {
    const isSigned = signOf(row.label) !== undefined;
    // 加 and 减 stand beside the figure that they change, never below it.
    if (isSigned) for (let above = open.at(-1); above && !above.isHeading; above = open.at(-1)) open.pop();
    const isBeside = isAside(row.label);
    const closing = (row.isTotal && row.numbering === undefined) || isBeside;
    // A total ends every group, and its own indent is only the centring of its word.
    if (closing) open.length = 0;
    for (let above = open.at(-1); above && !isBelow(row, above, anyNumbering); above = open.at(-1)) open.pop();
    const parent = open.at(-1);
    const level = parent ? parent.level + 1 : 0;
    ranked.push(finish(row, level, parent?.index ?? -1, parent ? reason(row, parent) : 'none'));
    if (closing) continue;
    const own: Open = {
      index,
      level,
      numbering: row.numbering ?? -1,
      indent: row.indent,
      ofWhich: row.isOfWhich,
      isSigned,
      isHeading: !row.hasFigures,
    };
    if (row.isOfWhich && parent) parent.list = own;
    open.push(own);
  }
  return withoutOnlyChildren(ranked);
}

/**
 * A single row set in below an item is a slip of padding, not a list: no item has one part. It moves
 * up beside the item.
 */
function withoutOnlyChildren(rows: readonly TableRow[]): TableRow[] {
  const children = new Map<number, number>();
  for (const { parent } of rows) children.set(parent, (children.get(parent) ?? 0) + 1);
  return rows.map((row) => {
    const parent = rows[row.parent];
    if (row.ranked !== 'indent' || !parent || parent.ranked === 'none' || children.get(row.parent) !== 1) return row;
    return { ...row, parent: parent.parent, level: parent.level, ranked: parent.ranked };
  });
}

function reason(row: LabelledRow, parent: Open): Ranked {
  if (row.isOfWhich) return 'ofWhich';
  if (parent.numbering >= 0) return 'numbering';
  return 'indent';
}

/** Whether the row stands below the innermost open one. */
function isBelow(row: LabelledRow, above: Open, anyNumbering: boolean): boolean {
  // What follows a 其中 row stands beside it, under the item that both are part of.
  if (above.ofWhich) return false;
  if (row.isOfWhich) return true;
  // What is set in below 加 has its sign, too, and is no part of it; but what is set in below its 其中 is.
  if (above.isSigned) return row.indent > (above.list?.indent ?? Infinity);
  if (row.numbering !== undefined && above.numbering >= 0) return row.numbering > above.numbering;
  if (row.indent !== above.indent) return row.indent > above.indent;
  if (row.numbering !== undefined) return false;
  // Plain items follow a numbered heading without any indent.
  return anyNumbering && above.numbering >= 0 && !row.isSubtotal;
}

function finish(row: LabelledRow, level: number, parent: number, ranked: Ranked): TableRow {
  const role = roleOf(row);
  return {
    row: row.row,
    label: row.label,
    name: row.name,
    labelColumn: row.labelColumn,
    role,
    level,
    parent,
    ranked,
    ...(row.code === undefined ? {} : { code: row.code }),
    ...(row.phase === undefined ? {} : { phase: row.phase }),
    ...(row.group === undefined ? {} : { group: row.group }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(row.isUnitless === true ? { isUnitless: true } : {}),
  };
}

function roleOf({ label, isTotal, isSubtotal, isOfWhich }: LabelledRow): RowRole {
  if (isAside(label)) return 'aside';
  return isTotal ? 'total' : isSubtotal ? 'subtotal' : isOfWhich ? 'ofWhich' : 'item';
}
