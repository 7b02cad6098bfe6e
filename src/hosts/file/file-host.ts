import type { Address } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { SummarySheet } from '../../core/summary/summary-sheet';
import type { Host, ReadOptions, Store, WrittenSummary } from '../host';
import { memoryStore } from '../page-store';
import { addSheets } from './add-sheets';
import { emptyPackage } from './new-workbook';
import { readWorkbook } from './read-file';
import { sniff } from './sniff';

/** A workbook that came as a file: it is read from its bytes and written as a copy. */
export class FileHost implements Host {
  readonly capabilities = { writes: 'copy' } as const;
  private bytes: Uint8Array;

  constructor(
    bytes: Uint8Array,
    readonly fileName: string,
    /** Shows a cell: the page scrolls its own view of the sheet. */
    private readonly show: (address: Address) => void = () => undefined,
    /** A file is not changed by what is kept for it: the page or nobody keeps it. */
    readonly store: Store = memoryStore(),
  ) {
    this.bytes = bytes;
  }

  read(options: ReadOptions = {}): Promise<Workbook> {
    return readWorkbook(this.bytes, this.fileName, options);
  }

  reveal(address: Address): Promise<void> {
    this.show(address);
    return Promise.resolve();
  }

  /** A copy with our sheets; of what is no .xlsx, a new workbook that holds only them. */
  async writeSummary(sheets: readonly SummarySheet[]): Promise<WrittenSummary> {
    const isPackage = sniff(this.bytes) === 'zip';
    const written = addSheets(isPackage ? this.bytes : emptyPackage(), isPackage ? sheets : sheets.map(withoutSources));
    // Writing again into what was written rewrites our sheets instead of adding others.
    if (isPackage) this.bytes = written.bytes;
    return { sheetNames: written.sheetNames, file: { name: summaryFileName(this.fileName), bytes: written.bytes } };
  }
}

/** `预算.xlsx` → `预算.gouji.xlsx`; macros keep their ending. */
export function summaryFileName(fileName: string): string {
  const stem = fileName.replace(/(\.gouji)?\.[^.]*$/, '');
  return `${stem}.gouji${/\.xlsm$/i.test(fileName) ? '.xlsm' : '.xlsx'}`;
}

/** Where the source sheets are not in the same workbook, values stand instead of formulas and links. */
function withoutSources(sheet: SummarySheet): SummarySheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ style, value }) => ({ style, ...(value === undefined ? {} : { value }) })),
    })),
  };
}
