import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { intervalOf, meets, quotientInterval, scaled, type Printed } from '../numbers/interval';
import { itemName } from '../tables/label';
import { figureAt } from '../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../tables/table';
import { brokenAmong, type BrokenShare, type SharePair } from './share-columns';

/** A row that says by its name that it holds shares: 账龄占比（%）, 县级安排占资金来源（%）. */
const SHARES = /(?:占比|比重|构成)(?:\([%％]\)|[%％])?$|占.+(?:[%％]|比重|比例)\)?$/;
const SHARE_OF = /^(?:其中:)?(.{2,}?)占(.{2,}?)(?:的)?(?:比重|比例)?(?:\([%％]\)|[%％])?$/;

/** Shares along a row that do not follow from the figures of another row, or from the two that its name tells. */
export function brokenShareRows(sheet: Sheet, table: Table): BrokenShare[] {
  return table.rows
    .filter(({ name }) => SHARES.test(name))
    .flatMap((shares) => {
      const named = ofTwoColumns(sheet, table, shares);
      return named ? [named].filter(({ holds }) => !holds) : alongRow(sheet, table, shares);
    });
}

/** Each share of one row, and the figure above it: what they leave for the whole must be one figure. */
function alongRow(sheet: Sheet, table: Table, shares: TableRow): BrokenShare[] {
  const columns = table.columns.filter(({ role }) => isAmountRole(role)).map(({ column }) => column);
  const readings = table.rows
    .filter((parts) => parts !== shares && !SHARES.test(parts.name))
    .map((parts) => {
      const pairs = columns.flatMap((column): SharePair[] => {
        const [share, part] = [shares, parts].map(({ row }) => figureAt(sheet, row, column));
        return share && part ? [{ shareAt: at(shares, column), partAt: at(parts, column), share, part }] : [];
      });
      const wholes = columns.map((column) => at(parts, column));
      return { pairs, wholes };
    });
  return brokenAmong(sheet, readings);
}

function at({ row }: TableRow, column: number): Position {
  return { row, column };
}

/** 县级安排占资金来源（%） below columns of these names: one figure, of the totals of the two. */
function ofTwoColumns(
  sheet: Sheet,
  table: Table,
  shares: TableRow,
): (BrokenShare & { readonly holds: boolean }) | undefined {
  const [, part, whole] = SHARE_OF.exec(shares.name) ?? [];
  if (part === undefined || whole === undefined) return undefined;
  const [over, under] = [part, whole].map((name) => calledLike(table, name));
  const total = table.rows.find(({ role }) => role === 'total');
  const [share, ...others] = table.columns.flatMap(({ column, role }) => {
    const figure = isAmountRole(role) ? figureAt(sheet, shares.row, column) : undefined;
    return figure ? [{ column, figure }] : [];
  });
  if (!over || !under || over === under || !total || !share || others.length > 0) return undefined;
  const [a, b] = [over, under].map(({ column }) => figureAt(sheet, total.row, column));
  return (
    a &&
    b &&
    judged(
      a,
      b,
      share.figure,
      at(shares, share.column),
      [over, under].map(({ column }) => at(total, column)),
    )
  );
}

function judged(
  a: Printed,
  b: Printed,
  share: Printed,
  target: Position,
  operands: readonly Position[],
): (BrokenShare & { readonly holds: boolean }) | undefined {
  const ratio = quotientInterval(intervalOf(a), intervalOf(b));
  if (!ratio) return undefined;
  const scale = share.value > 1.5 ? 100 : 1;
  const expected = (a.value / b.value) * scale;
  return {
    target,
    operands,
    expected,
    actual: share.value,
    scale,
    holds: meets(scaled(ratio, scale), intervalOf(share)),
  };
}

/** The one column of amounts whose header is a name, or begins or ends with it. */
function calledLike({ columns }: Table, name: string): Column | undefined {
  const found = columns.filter(({ role, path }) => {
    const header = itemName(path.at(-1) ?? '');
    return isAmountRole(role) && (header.startsWith(name) || header.endsWith(name));
  });
  return found.length === 1 ? found[0] : undefined;
}
