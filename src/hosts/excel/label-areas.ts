import type { Rect } from '../../core/grid/address';
import { cellsOf } from './blocks';

/** A slice of this size is asked for whole: bold and indent cost about 50 bytes a cell. */
const WHOLE_CELLS = 6_000;
/** Titles and headers stand in the first rows, in any column. */
const HEAD_ROWS = 30;
/** Code, name, unit, …: no fiscal table has more columns that name its rows. */
const LABEL_COLUMNS = 6;

/** An amount that was typed as text. Bare digits are a code, and codes name rows. */
const AMOUNT = /^(?!\d+$)[\s\d.,%+-]*$/;

/**
 * Where bold and indent can mean something: they tell the levels of rows and the headers. So of a big
 * slice only the head rows are asked for, and the columns in which words are at least as many as
 * numbers — the first few, because the labels stand left of the figures.
 */
export function labelAreas(rect: Rect, head: boolean, values: readonly (readonly unknown[])[]): Rect[] {
  if (cellsOf(rect) <= WHOLE_CELLS) return [rect];
  const areas: Rect[] = [];
  const headRows = head ? Math.min(HEAD_ROWS, values.length) : 0;
  if (headRows > 0) areas.push({ ...rect, bottom: rect.top + headRows - 1 });
  const body = { ...rect, top: rect.top + headRows };
  if (body.top > body.bottom) return areas;
  for (const column of labelColumns(values.slice(headRows), rect.right - rect.left + 1)) {
    const at = rect.left + column;
    const last = areas.at(-1);
    if (last && last.top === body.top && last.right === at - 1) areas[areas.length - 1] = { ...last, right: at };
    else areas.push({ ...body, left: at, right: at });
  }
  return areas;
}

function labelColumns(values: readonly (readonly unknown[])[], width: number): number[] {
  const columns: number[] = [];
  for (let column = 0; column < width && columns.length < LABEL_COLUMNS; column++) {
    let words = 0;
    let numbers = 0;
    for (const row of values) {
      const value = row[column];
      if (value === '' || typeof value === 'boolean') continue;
      if (typeof value === 'string' && !AMOUNT.test(value)) words++;
      else numbers++;
    }
    if (words > 0 && words >= numbers) columns.push(column);
  }
  return columns;
}
