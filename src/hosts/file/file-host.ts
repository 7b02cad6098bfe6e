import type { Address } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { SummarySheet } from '../../core/summary/summary-sheet';
import {
  HostError,
  type CellsChange,
  type Host,
  type HostNotice,
  type ReadOptions,
  type Store,
  type WrittenCells,
  type WrittenSummary,
} from '../host';
import { memoryStore, valueOf } from '../page-store';
import { addSheets, hasMacros, hasSignature, removeSheets } from './add-sheets';
import { editCells, editsOf } from './edit-cells';
import { canBeCopied, valuesPackage } from './new-workbook';
import { readWorkbook } from './read-file';
import { fileKind } from './sniff';

/** A workbook that came as a file: it is read from its bytes and written as a copy. */
export class FileHost implements Host {
  readonly capabilities = { writes: 'copy' } as const;
  readonly store: Store;
  private readonly carried = new Map<string, string>();
  private bytes: Uint8Array;
  /** What lies in the file; nothing before it was read. */
  private kept: Promise<Readonly<Record<string, string>>> = Promise.resolve({});

  constructor(
    bytes: Uint8Array,
    readonly fileName: string,
    /** Shows a cell: the page scrolls its own view of the sheet. */
    private readonly show: (address: Address) => void = () => undefined,
    /** A file is not changed by what is kept for it: the page or nobody keeps it. */
    keeper: Store = memoryStore(),
  ) {
    this.bytes = bytes;
    this.store = {
      // What was said here counts before what lies in the file.
      get: async (key) => (await keeper.get(key)) ?? valueOf((await this.kept)[key]),
      set: (key, value) => keeper.set(key, value),
    };
  }

  async read(options: ReadOptions = {}): Promise<Workbook> {
    const reading = readWorkbook(this.bytes, this.fileName, options);
    this.kept = reading.then(
      ({ kept = {} }) => kept,
      () => ({}),
    );
    return reading;
  }

  /** Puts a value into the copies that are written from now on. */
  carry(key: string, value: unknown): void {
    this.carried.set(key, JSON.stringify(value));
  }

  reveal(address: Address): Promise<void> {
    this.show(address);
    return Promise.resolve();
  }

  /** A copy with our sheets; of what is no .xlsx, a new workbook with the values of its sheets, or with ours alone. */
  async writeSummary(sheets: readonly SummarySheet[]): Promise<WrittenSummary> {
    const isPackage = fileKind(this.bytes) === 'xlsx';
    const source = isPackage ? undefined : await readWorkbook(this.bytes, this.fileName);
    const withValues = source && canBeCopied(source) ? source : undefined;
    const notices = this.notices;
    const written = addSheets(
      isPackage ? this.bytes : valuesPackage(withValues?.sheets ?? []),
      isPackage || withValues ? sheets : sheets.map(withoutSources),
      this.carried,
    );
    // Writing again into what was written rewrites our sheets instead of adding others.
    if (isPackage) this.bytes = written.bytes;
    return {
      sheetNames: written.sheetNames,
      ...notices,
      file: {
        name: this.copyName,
        bytes: written.bytes,
        holds: isPackage ? 'everything' : withValues ? 'values' : 'summary',
      },
    };
  }

  /** A copy in which some cells hold something else; copies that are written later have it too. */
  writeCells(change: CellsChange): Promise<WrittenCells> {
    if (fileKind(this.bytes) !== 'xlsx') return Promise.reject(new HostError('cannotWriteFormat', this.fileName));
    const notices = this.notices;
    this.bytes = editCells(this.bytes, editsOf(change));
    return Promise.resolve({ ...notices, file: { name: this.copyName, bytes: this.bytes } });
  }

  /** `预算.xlsx` → `预算.gouji.xlsx` */
  private get copyName(): string {
    return `${this.fileName.replace(/(\.gouji)?\.[^.]*$/, '')}.gouji${this.copyEnding}`;
  }

  /** A copy without our sheets, styles, names and what is kept in it. */
  removeSummary(): Promise<WrittenSummary> {
    if (fileKind(this.bytes) !== 'xlsx') return Promise.reject(new HostError('cannotWriteFormat', this.fileName));
    const notices = this.notices;
    const { bytes, sheetNames } = removeSheets(this.bytes);
    this.bytes = bytes;
    const name = `${this.fileName.replace(/(\.gouji)?\.[^.]*$/, '')}${this.copyEnding}`;
    return Promise.resolve({ sheetNames, ...notices, file: { name, bytes, holds: 'everything' } });
  }

  /** What a copy cannot keep. */
  private get notices(): { readonly notices?: readonly HostNotice[] } {
    return fileKind(this.bytes) === 'xlsx' && hasSignature(this.bytes) ? { notices: ['signatureLost'] } : {};
  }

  /** What a copy's name must end in: macros are told by the contents, whatever the file is called. */
  get copyEnding(): CopyEnding {
    return fileKind(this.bytes) === 'xlsx' && hasMacros(this.bytes) ? '.xlsm' : '.xlsx';
  }
}

export type CopyEnding = '.xlsx' | '.xlsm';

/** Where the source sheets are not in the same workbook, values stand instead of formulas and links. */
function withoutSources(sheet: SummarySheet): SummarySheet {
  return {
    ...sheet,
    charts: [],
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ style, value }) => ({ style, ...(value === undefined ? {} : { value }) })),
    })),
  };
}
