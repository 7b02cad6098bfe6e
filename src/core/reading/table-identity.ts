import { bookId } from '../grid/place';
import type { BookId } from '../grid/book-id';
import type { Sheet, Workbook } from '../grid/sheet';
import { plainText } from '../tables/label';
import type { Table } from '../tables/table';
import { tierKey } from '../tables/tier';

/** Which table of a set of workbooks: what it is by itself, and where it stands. */
export interface TableIdentity {
  /** Kind, undated title, place, tier and period: equal for tables that nothing but where they stand tells apart. */
  readonly meaning: string;
  readonly book: BookId;
  readonly sheet: string;
}

/** What a table is, wherever it stands and whatever its sheet is called. */
export function meaningOf({ kind, title, place, tier, period }: Table): string {
  return [kind, undated(title), place ?? '', tierKey(tier), period?.from ?? '', period?.to ?? ''].join('\u0001');
}

/** The tables of a sheet, as others need to know them. */
export function identitiesOf(
  sheet: Pick<Sheet, 'name'>,
  workbook: Pick<Workbook, 'id' | 'fileName'>,
  tables: readonly Table[],
): TableIdentity[] {
  return tables.map((table) => ({ meaning: meaningOf(table), book: bookId(workbook), sheet: sheet.name }));
}

/** A title without its dates: the same table of another month is the same table. */
function undated(title: string): string {
  return plainText(title).replace(/[\d〇零一二三四五六七八九十]+(?=[年月日季])|\d+/g, '#');
}
