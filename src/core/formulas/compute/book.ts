import type { CellValue } from '../../grid/value';
import type { DefinedName, Sheet } from '../../grid/sheet';
import type { Area, Source } from './source';
import { isNotComputed, type NotComputed } from './value';

/** The sheets of a workbook that formulas may look into, and its names. */
export interface Surroundings {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

/** Cells that ranges may be read for, as a multiple of the cells of the book, and at least. */
const EFFORT = 20;
const LEAST_EFFORT = 1_000_000;

/** What formulas are computed with: the sheets, the names, and what was looked up before. */
export class Book {
  private readonly sources = new Map<string, Source>();
  private readonly names = new Map<string, string>();
  private readonly indexes = new Map<string, LookupIndex | NotComputed>();
  private effort: number;

  constructor(sources: readonly Source[], names: readonly DefinedName[] = []) {
    let cells = 0;
    for (const source of sources) {
      this.sources.set(source.sheet.name.toLowerCase(), source);
      cells += source.sheet.cells.kind.length;
    }
    for (const { name, refersTo, sheet } of names) this.names.set(nameKey(name, sheet), refersTo);
    this.effort = Math.max(LEAST_EFFORT, EFFORT * cells);
  }

  source(name: string): Source | undefined {
    return this.sources.get(name.toLowerCase());
  }

  /** The sheets that a name may look into, whichever sheet it is local to. */
  sheetsBehind(name: string): readonly string[] {
    const end = `!${name.toLowerCase()}`;
    const isKnown = [...this.names.keys()].some((key) => key.endsWith(end));
    return !isKnown ? [] : [...this.sources.values()].map(({ sheet }) => sheet.name);
  }

  /** What a name stands for, without `=`: its sheet's own before the workbook's. */
  meaningOf(name: string, sheet: string): string | undefined {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name));
  }

  /**
   * Whether a range of so many cells may still be read. A column of running totals sums n²/2 cells:
   * what goes beyond a fixed multiple of the book is passed over, so that a check stays linear.
   */
  spend(count: number): boolean {
    if (count > this.effort) return false;
    this.effort -= count;
    return true;
  }

  /** Where each value stands in a row or column of cells: a column that is looked up a thousand times is read once. */
  indexOf(area: Area): LookupIndex | NotComputed {
    const { top, left, bottom, right } = area.rect;
    const key = `${area.source.sheet.name}!${top},${left},${bottom},${right}`;
    let index = this.indexes.get(key);
    if (!index) this.indexes.set(key, (index = lookupIndex(area)));
    return index;
  }
}

function nameKey(name: string, sheet?: string): string {
  return `${sheet?.toLowerCase() ?? ''}!${name.toLowerCase()}`;
}

/** The places of each value in a list, ascending; numbers and texts apart, texts without regard to case. */
export type LookupIndex = ReadonlyMap<string, readonly number[]>;

function lookupIndex(area: Area): LookupIndex | NotComputed {
  const index = new Map<string, number[]>();
  const isColumn = area.width === 1;
  const length = isColumn ? area.height : area.width;
  for (let place = 0; place < length; place++) {
    const value = isColumn ? area.at(place, 0) : area.at(0, place);
    if (value === undefined) continue;
    if (isNotComputed(value)) return value;
    const key = lookupKey(value);
    const known = index.get(key);
    if (known) known.push(place);
    else index.set(key, [place]);
  }
  return index;
}

export function lookupKey(value: CellValue): string {
  if (typeof value === 'number') return `n${Number(value.toPrecision(15))}`;
  if (typeof value === 'string') return `s${value.toLowerCase()}`;
  return typeof value === 'object' ? `e${value.error}` : `b${String(value)}`;
}
