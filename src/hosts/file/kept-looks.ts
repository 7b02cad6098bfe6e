import { cellName } from '../../core/grid/address';
import { CellKind, cellIndex, textAt, type Sheet } from '../../core/grid/sheet';
import type { SummaryCell, SummarySheet, SummaryStyle } from '../../core/summary/summary-sheet';
import { findSection } from './edit-xml';
import { XmlScanner } from './xml';

/** What a user may have changed of the looks of our sheet. */
export interface KeptLooks {
  /** The element of its columns as it stands. */
  readonly columns: string | undefined;
  /** Attributes of a row that say how high it is. */
  height(row: number): string | undefined;
  /** The style of a cell; undefined: ours is to be used. */
  style(row: number, column: number, cell: SummaryCell): string | undefined;
}

/** Looks that tell something: they follow the figures, not what was there before. */
const TELLING: readonly SummaryStyle[] = ['error', 'warning', 'hint', 'pass'];

/** The looks of a sheet of ours where what is to be written has its shape; undefined: it has another. */
export function keptLooks(xml: string, before: Sheet, after: SummarySheet): KeptLooks | undefined {
  if (!hasShape(before, after)) return undefined;
  const styles = new Map<string, { readonly style: string; readonly isFormula: boolean }>();
  const heights = new Map<number, string>();
  const scan = new XmlScanner(xml);
  let cell: { at: string; style: string } | undefined;
  while (scan.next()) {
    if (scan.closing) continue;
    if (scan.name === 'row') {
      const height = scan.attribute('ht');
      if (height !== undefined) heights.set(Number(scan.attribute('r')) - 1, ` ht="${height}" customHeight="1"`);
    } else if (scan.name === 'c') {
      cell = { at: scan.attribute('r') ?? '', style: scan.attribute('s') ?? '0' };
      styles.set(cell.at, { style: cell.style, isFormula: false });
    } else if (scan.name === 'f' && cell) styles.set(cell.at, { style: cell.style, isFormula: true });
  }
  const columns = findSection(xml, 'cols');
  return {
    columns: columns && columns.prefix === '' ? `${xml.slice(columns.start, columns.contentEnd)}</cols>` : undefined,
    height: (row) => heights.get(row),
    style: (row, column, { style, formula, value }) => {
      const known = styles.get(cellName({ row, column }));
      if (!known || TELLING.includes(style) || known.isFormula !== (formula !== undefined)) return undefined;
      const wasNumber = kindAt(before, row, column) === CellKind.number;
      return wasNumber === (typeof value === 'number') ? known.style : undefined;
    },
  };
}

/** The same lines in the same columns, whatever stands in them. */
function hasShape(before: Sheet, { rows, widths }: SummarySheet): boolean {
  const { rowCount, columnCount } = before.cells;
  if (rowCount !== rows.length || columnCount !== widths.length) return false;
  return rows.every(
    ({ spanned, cells: [first] }, row) => spanned === true || textAt(before, row, 0) === (first?.value ?? ''),
  );
}

function kindAt({ cells }: Sheet, row: number, column: number): number {
  const at = cellIndex(cells, row, column);
  return at < 0 ? CellKind.blank : (cells.kind[at] ?? CellKind.blank);
}
