import type { Rect } from '../../core/grid/address';
import type { CellStoreBuilder } from '../../core/grid/build';
import type { Slice } from './blocks';
import { cellValue, formulaText, looksLikeError } from './cell-values';
import { checkedGrid, member, rangeOf, type Grid } from './grids';
import { labelAreas } from './label-areas';
import type { SheetEntry } from './read-inventory';

/** A block whose grids are here, and whose bold, indent and value types are still to be asked for. */
export interface Pending {
  readonly entry: SheetEntry;
  readonly slice: Slice;
  readonly values: Grid;
  readonly formulas: Grid;
  readonly formats: Grid;
}

/** Queues the grids of a slice; the answer is to be called after the trip. */
export function askGrids(entry: SheetEntry, slice: Slice): () => Pending {
  const range = rangeOf(entry.sheet, slice.rect).load('values,formulas,numberFormat');
  // Read once and let go, or Excel keeps a reference for every block.
  range.untrack();
  return () => {
    const grid = (raw: unknown): Grid => checkedGrid(raw, slice.rect, entry.name);
    return {
      entry,
      slice,
      values: grid(range.values),
      formulas: grid(range.formulas),
      formats: grid(range.numberFormat),
    };
  };
}

/** Queues what is still unknown of a block; after the trip the answer puts its cells into their builder. */
export function askDetails(block: Pending): (builders: readonly CellStoreBuilder[]) => void {
  const { entry, slice, values } = block;
  const { rect } = slice;
  const styles = labelAreas(rect, slice.head, values).map((area) => {
    const range = rangeOf(entry.sheet, area);
    const result = range.getCellProperties({ format: { font: { bold: true }, indentLevel: true } });
    range.untrack();
    return { area, result };
  });
  const errors = errorArea(rect, values);
  const types = errors && rangeOf(entry.sheet, errors).load('valueTypes');
  types?.untrack();
  return (builders) => {
    const format = new Overlay(rect);
    for (const { area, result } of styles) format.lay(area, checkedGrid(result.value, area, entry.name));
    const type = new Overlay(rect);
    if (errors && types) type.lay(errors, checkedGrid(types.valueTypes, errors, entry.name));
    const builder = builders[slice.sheet];
    if (builder) addCells(block, format, type, builder);
  };
}

function addCells(block: Pending, format: Overlay, type: Overlay, builder: CellStoreBuilder): void {
  const { top, left } = block.slice.rect;
  block.values.forEach((row, r) =>
    row.forEach((raw, c) => {
      const formula = formulaText(block.formulas[r]?.[c], raw);
      const value = cellValue(raw, type.at(r, c) === Excel.RangeValueType.error);
      if (value === undefined && formula === undefined) return;
      const code = block.formats[r]?.[c];
      const look = member(format.at(r, c), 'format');
      const indent = member(look, 'indentLevel');
      builder.add(top + r, left + c, value, {
        formula,
        format: typeof code === 'string' && code !== 'General' ? code : undefined,
        bold: member(member(look, 'font'), 'bold') === true,
        indent: typeof indent === 'number' ? indent : 0,
      });
    }),
  );
}

/** The smallest rectangle around the texts that look like an error value. */
function errorArea({ top, left }: Rect, values: Grid): Rect | undefined {
  let area: Rect | undefined;
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (!looksLikeError(value)) return;
      const [y, x] = [top + r, left + c];
      area = area
        ? { top: area.top, bottom: y, left: Math.min(area.left, x), right: Math.max(area.right, x) }
        : { top: y, bottom: y, left: x, right: x };
    }),
  );
  return area;
}

/** Answers for parts of a block, found by the cell's place in the block. */
class Overlay {
  private readonly parts: { readonly area: Rect; readonly grid: Grid }[] = [];

  constructor(private readonly block: Rect) {}

  lay(area: Rect, grid: Grid): void {
    this.parts.push({ area, grid });
  }

  at(row: number, column: number): unknown {
    const [y, x] = [this.block.top + row, this.block.left + column];
    for (const { area, grid } of this.parts) {
      if (y < area.top || y > area.bottom || x < area.left || x > area.right) continue;
      return grid[y - area.top]?.[x - area.left];
    }
    return undefined;
  }
}
