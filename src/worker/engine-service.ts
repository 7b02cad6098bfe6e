import type { CheckReport } from '../app/check-report';
import type { IndicatorBoard } from '../app/indicator-board';
import type { SummaryListing } from '../app/write-summary';
import type { PlainCheck } from '../app/plain-findings';
import type { CellExplanation } from '../app/cell-explanation';
import type { DraftToFill } from '../app/report/basis-sheet';
import type { ReportPage } from '../app/report/report-page';
import type { FixPreview } from '../app/fix-preview';
import type { Write } from '../core/fix/fix';
import type { Recalculated } from '../core/formulas/compute/recalculate';
import type { Address } from '../core/grid/address';
import type { PackLayer } from '../core/fiscal/pack';
import type { BookId } from '../core/grid/book-id';
import type { Sheet, Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import type { Correction } from '../core/tables/corrections';
import type { CellsChange, HostFault, ReadProgress, WrittenCells, WrittenSummary } from '../hosts/host';
import type { Language, Reader } from '../messages/translator';

/** What the worker answers to. Its arguments and answers are plain data that can be posted. */
export interface EngineService {
  /** Answers as soon as the worker's script runs. */
  hello(): true;
  /** Takes a file in; later calls are about it. */
  takeFile(bytes: Uint8Array, fileName: string): void;
  readFile(progress: (progress: ReadProgress) => void): Promise<Told<Workbook>>;
  writeCells(change: CellsChange): Promise<Told<WrittenCells>>;
  writeFile(sheets: readonly SummarySheet[]): Promise<Told<WrittenSummary>>;
  /** The file without anything of ours. */
  cleanFile(): Promise<Told<WrittenSummary>>;
  /** Takes in a sheet of a workbook that was read elsewhere, one by one: each is a copy that the page has to make. */
  takeSheet(sheet: Sheet): void;
  /** Takes in the workbook of the sheets that came before it, and of those of the workbook before. */
  takeWorkbook(workbook: Posted): void;
  /** Checks the workbook that was read or taken last. */
  check(
    corrections: readonly Correction[],
    standards: PackLayer | undefined,
    progress: (progress: ReadProgress) => void,
    found: (soFar: CheckReport) => void,
  ): Promise<Told<CheckReport>>;
  /** Looks within the sheets of the workbook that was taken last. */
  checkSoFar(corrections: readonly Correction[], standards: PackLayer | undefined): Promise<CheckReport>;
  preview(book: BookId, writes: readonly Write[]): Promise<FixPreview>;
  explainCell(book: BookId, at: Address): Promise<CellExplanation | undefined>;
  /** Of the workbook that was read or taken last. */
  results(changed: readonly Address[]): Promise<readonly Recalculated[]>;
  /** The workbooks that are open. */
  books(): readonly BookId[];
  summary(book: BookId, reader: Reader, wanted?: readonly string[]): Promise<readonly SummarySheet[]>;
  summaries(book: BookId, language: Language): Promise<readonly SummaryListing[]>;
  board(book: BookId, language: Language): Promise<IndicatorBoard>;
  report(book: BookId | undefined, text: string, language: Language): Promise<ReportPage>;
  basis(book: BookId, draft: DraftToFill, language: Language): Promise<SummarySheet>;
  plain(book: BookId, language: Language): Promise<PlainCheck>;
}

/** A workbook whose sheets are named only. */
export type Posted = Omit<Workbook, 'sheets'> & { readonly sheets: readonly string[] };

/** An answer, or the fault in words of the port: an error's own fields do not survive being posted. */
export type Told<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: HostFault; readonly detail: string };
