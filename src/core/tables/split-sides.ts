import type { Column } from './table';

/**
 * Parts two tables that stand side by side under one title (收入 ‖ 支出): a second column of items
 * with figures on both sides begins the second one.
 */
export function splitSides(columns: readonly Column[]): Column[][] {
  const starts: number[] = [];
  let figures = 0;
  columns.forEach((column, i) => {
    if (column.role === 'item') {
      if (figures > 0 && hasFiguresAfter(columns, i)) starts.push(precededByCode(columns, i) ? i - 1 : i);
      figures = 0;
    } else if (isFigure(column)) figures++;
  });
  const sides: Column[][] = [];
  let from = 0;
  for (const start of [...starts, columns.length]) {
    sides.push(columns.slice(from, start));
    from = start;
  }
  return sides.filter((side) => side.length > 0);
}

function hasFiguresAfter(columns: readonly Column[], from: number): boolean {
  for (const column of columns.slice(from + 1)) {
    if (column.role === 'item') return false;
    if (isFigure(column)) return true;
  }
  return false;
}

function isFigure({ role }: Column): boolean {
  return !['item', 'code', 'serial', 'remark', 'text'].includes(role);
}

function precededByCode(columns: readonly Column[], i: number): boolean {
  const before = columns[i - 1]?.role;
  return before === 'code' || before === 'serial';
}
