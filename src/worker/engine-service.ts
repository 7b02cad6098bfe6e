import type { CheckReport } from '../app/check-report';
import type { IndicatorBoard } from '../app/indicator-board';
import type { PlainCheck } from '../app/plain-findings';
import type { BookId } from '../core/grid/book-id';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import type { Correction } from '../core/tables/corrections';
import type { HostFault, ReadProgress, WrittenSummary } from '../hosts/host';
import type { Language } from '../messages/translator';

/** What the worker answers to. Its arguments and answers are plain data that can be posted. */
export interface EngineService {
  /** Answers as soon as the worker's script runs. */
  hello(): true;
  /** Takes a file in; later calls are about it. */
  takeFile(bytes: Uint8Array, fileName: string): void;
  readFile(progress: (progress: ReadProgress) => void): Promise<Told<Workbook>>;
  writeFile(sheets: readonly SummarySheet[]): Promise<Told<WrittenSummary>>;
  /** Takes in a workbook that was read elsewhere. */
  takeWorkbook(workbook: Workbook): void;
  /** Checks the workbook that was read or taken last. */
  check(
    corrections: readonly Correction[],
    progress: (progress: ReadProgress) => void,
    found: (soFar: CheckReport) => void,
  ): Promise<Told<CheckReport>>;
  /** The workbooks that are open. */
  books(): readonly BookId[];
  summary(book: BookId, language: Language): Promise<readonly SummarySheet[]>;
  board(book: BookId, language: Language): Promise<IndicatorBoard>;
  plain(book: BookId, language: Language): Promise<PlainCheck>;
}

/** An answer, or the fault in words of the port: an error's own fields do not survive being posted. */
export type Told<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: HostFault; readonly detail: string };
