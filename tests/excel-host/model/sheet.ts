import { contains, type Rect } from '../../../src/core/grid/address';
import { holdsContent, type CellFormat, type SimCell } from './cell';

export type SimVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface LineState {
  hidden?: boolean;
  /** Points: the height of a row, the width of a column. */
  size?: number;
}

export interface PageSetup {
  orientation: string;
  paperSize: string;
  zoom: { horizontalFitToPages?: number; verticalFitToPages?: number; scale?: number };
  centerHorizontally: boolean;
  printTitleRows: string;
  centerFooter: string;
  printArea: string;
}

export interface SimSeries {
  name: string;
  type: string;
  values: Rect | undefined;
  categories: Rect | undefined;
  color: string;
  dash: string;
}

export interface SimChart {
  readonly id: string;
  name: string;
  title: string;
  axisTitle: string;
  axisFormat: string;
  font: string;
  legend: string;
  at: Rect | undefined;
  readonly series: SimSeries[];
}

/** A conditional format by formula. */
export interface SimConditional {
  readonly id: string;
  readonly rects: readonly Rect[];
  /** With its `=`. */
  formula: string;
  fill: string;
}

let counter = 0;

/** One worksheet: only cells that hold a value, a formula or a format exist. */
export class SimSheet {
  readonly id = `{${String(++counter).padStart(8, '0')}-0000-4000-8000-000000000000}`;
  visibility: SimVisibility = 'Visible';
  isProtected = false;
  merges: Rect[] = [];
  frozenRows = 0;
  readonly rows = new Map<number, LineState>();
  readonly columns = new Map<number, LineState>();
  readonly page: PageSetup = {
    orientation: 'Portrait',
    paperSize: 'Letter',
    zoom: { scale: 100 },
    centerHorizontally: false,
    printTitleRows: '',
    centerFooter: '',
    printArea: '',
  };
  charts: SimChart[] = [];
  conditionals: SimConditional[] = [];
  /** What an AutoFilter covers. */
  filter: Rect | undefined;
  /** Groups of rows, first and last. */
  groups: (readonly [number, number])[] = [];
  private readonly grid = new Map<number, Map<number, SimCell>>();

  constructor(public name: string) {}

  cell(row: number, column: number): SimCell | undefined {
    return this.grid.get(row)?.get(column);
  }

  /** The cell, made when it does not exist. */
  make(row: number, column: number): SimCell {
    let cells = this.grid.get(row);
    if (!cells) this.grid.set(row, (cells = new Map<number, SimCell>()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { format: {} }));
    return cell;
  }

  /** Makes every cell of a rectangle and hands it over. */
  each(rect: Rect, visit: (cell: SimCell, row: number, column: number) => void): void {
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++) visit(this.make(row, column), row, column);
    }
  }

  *existing(): Generator<readonly [row: number, column: number, cell: SimCell]> {
    for (const [row, cells] of this.grid) for (const [column, cell] of cells) yield [row, column, cell];
  }

  /** Takes away contents, formats, links and merges, whatever the size of the rectangle. */
  clear(rect: Rect): void {
    for (const [row, column] of [...this.existing()]) {
      if (contains(rect, { row, column })) this.grid.get(row)?.delete(column);
    }
    this.unmerge(rect);
  }

  merge(rect: Rect): void {
    this.unmerge(rect);
    if (rect.top === rect.bottom && rect.left === rect.right) return;
    this.merges.push(rect);
    for (const [row, column, cell] of this.existing()) {
      if (!contains(rect, { row, column }) || (row === rect.top && column === rect.left)) continue;
      delete cell.value;
      delete cell.formula;
    }
  }

  unmerge(rect: Rect): void {
    this.merges = this.merges.filter((merge) => !intersect(merge, rect));
  }

  /** Whether another cell of its merged area shows in its place. */
  coveredByMerge(row: number, column: number): boolean {
    return this.merges.some((m) => contains(m, { row, column }) && (m.top !== row || m.left !== column));
  }

  usedRect(valuesOnly: boolean): Rect | undefined {
    let used: Rect | undefined;
    const add = (rect: Rect): void => {
      used = used ? bounding(used, rect) : rect;
    };
    for (const [row, column, cell] of this.existing()) {
      if (holdsContent(cell) || (!valuesOnly && hasFormat(cell)))
        add({ top: row, left: column, bottom: row, right: column });
    }
    if (!valuesOnly) this.merges.forEach(add);
    return used;
  }
}

function hasFormat(cell: SimCell): boolean {
  return Object.keys(cell.format satisfies Partial<CellFormat>).length > 0 || cell.borders !== undefined;
}

export function bounding(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export function intersect(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
