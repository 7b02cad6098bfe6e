import { rectName, type Rect } from '../../core/grid/address';
import type { SummarySheet, SummaryStyle } from '../../core/summary/summary-sheet';

/** `Worksheet.getRanges` takes 8,192 characters. */
const ADDRESS_LENGTH = 8_000;

/** The cells of each style as few rectangles: a table's columns mostly share a style from top to bottom. */
export function styleAreas(summary: SummarySheet, columns: number): ReadonlyMap<SummaryStyle, readonly Rect[]> {
  const areas = new Map<SummaryStyle, Rect[]>();
  let open: { readonly style: SummaryStyle; rect: Rect }[] = [];
  summary.rows.forEach(({ cells, spanned }, row) => {
    const runs: { readonly style: SummaryStyle; rect: Rect }[] = [];
    for (let column = 0; column < columns; column++) {
      const style = cells[spanned === true ? 0 : column]?.style;
      const last = runs.at(-1);
      if (style === undefined) continue;
      if (last?.style === style && last.rect.right === column - 1) last.rect = { ...last.rect, right: column };
      else runs.push({ style, rect: { top: row, bottom: row, left: column, right: column } });
    }
    open = runs.map((run) => {
      const above = open.find(
        ({ style, rect }) =>
          style === run.style &&
          rect.bottom === row - 1 &&
          rect.left === run.rect.left &&
          rect.right === run.rect.right,
      );
      if (above) {
        const grown = { ...above.rect, bottom: row };
        const list = areas.get(run.style);
        list?.splice(list.indexOf(above.rect), 1, grown);
        above.rect = grown;
        return above;
      }
      const list = areas.get(run.style) ?? [];
      list.push(run.rect);
      areas.set(run.style, list);
      return run;
    });
  });
  return areas;
}

/** Addresses of many rectangles, in as few texts as Excel takes. */
export function addressGroups(rects: readonly Rect[]): readonly string[] {
  const groups: string[] = [];
  for (const rect of rects) {
    const name = rectName(rect);
    const last = groups.at(-1);
    if (last !== undefined && last.length + 1 + name.length <= ADDRESS_LENGTH)
      groups[groups.length - 1] = `${last},${name}`;
    else groups.push(name);
  }
  return groups;
}
