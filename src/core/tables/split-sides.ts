import { isFigureRole, type Column } from './table';

/**
 * Parts two tables that stand side by side under one title (收入 ‖ 支出): a second column of items
 * with figures on both sides begins the second one.
 */
export function splitSides(given: readonly Column[]): Column[][] {
  const columns = withSecondList(given);
  const starts: number[] = [];
  let figures = 0;
  columns.forEach((column, i) => {
    if (column.role === 'item') {
      if (
        figures > 0 &&
        columns.slice(0, i).some(({ role }) => role === 'item') &&
        hasFiguresAfter(columns, i) &&
        isOtherSide(columns, i)
      ) {
        starts.push(precededByCode(columns, i) ? i - 1 : i);
        figures = 0;
      }
    } else if (isFigure(column)) figures++;
  });
  const sides: Column[][] = [];
  let from = 0;
  for (const start of [...starts, columns.length]) {
    sides.push(columns.slice(from, start));
    from = start;
  }
  return sides.filter((side) => side.length > 0).map(withOneList);
}

/**
 * 资产 | 期末 | 年初 ‖ 负债和净资产 | 期末 | 年初: words amid the figures, after which the same headers come again, list
 * the other half.
 */
function withSecondList(columns: readonly Column[]): readonly Column[] {
  const leaves = (some: readonly Column[]): string =>
    some
      .filter(isFigure)
      .map(({ path }) => path.at(-1))
      .join('|');
  const item = columns.findIndex(({ role }) => role === 'item');
  if (item < 0 || columns.filter(({ role }) => role === 'item').length > 1) return columns;
  return columns.map((column, i) => {
    const [before, after] = [columns.slice(item, i), columns.slice(i + 1)];
    const isOther =
      i > item && column.role === 'text' && before.filter(isFigure).length >= 2 && leaves(before) === leaves(after);
    return isOther ? { ...column, role: 'item' as const } : column;
  });
}

/** What stands after the figures of a side names nothing: it is words beside them. */
function withOneList(side: readonly Column[]): Column[] {
  const figures = side.findIndex(isFigure);
  const items = side.findIndex(({ role }) => role === 'item');
  return side.map((column, i) =>
    column.role === 'item' && figures >= 0 && items < figures && i > figures ? { ...column, role: 'text' } : column,
  );
}

/** Both halves list items of one sort; a second name in a ledger (项目名称 after 企业名称) is no half. */
function isOtherSide(columns: readonly Column[], i: number): boolean {
  const [here, first] = [columns[i], columns.find(({ role }) => role === 'item')].map((column) =>
    (column?.path.at(-1) ?? '').replace(/\([^()]*\)$/, ''),
  );
  const figures = (some: readonly Column[]): string =>
    some
      .filter(isFigure)
      .map(({ path }) => path.at(-1))
      .join('|');
  const isRepeated =
    figures(columns.slice(0, i)).includes('|') && figures(columns.slice(0, i)) === figures(columns.slice(i));
  return here === first || isRepeated || (LISTS_ITEMS.test(here ?? '') && LISTS_ITEMS.test(first ?? ''));
}

const LISTS_ITEMS =
  /^(?:.{0,8}(?:项目|科目)(?:名称)?|收入|支出|资产|负债|来源|运用|用途|地区|县区|区划|部门|单位|预算单位)$/;

function hasFiguresAfter(columns: readonly Column[], from: number): boolean {
  for (const column of columns.slice(from + 1)) {
    if (column.role === 'item') return false;
    if (isFigure(column)) return true;
  }
  return false;
}

function isFigure({ role }: Column): boolean {
  return isFigureRole(role);
}

function precededByCode(columns: readonly Column[], i: number): boolean {
  const before = columns[i - 1]?.role;
  return before === 'code' || before === 'serial';
}
