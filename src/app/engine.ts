import type { Write } from '../core/fix/fix';
import type { Recalculated } from '../core/formulas/compute/recalculate';
import type { Address } from '../core/grid/address';
import type { PackLayer } from '../core/fiscal/pack';
import type { BookId } from '../core/grid/book-id';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import type { Correction } from '../core/tables/corrections';
import type { ReadProgress } from '../hosts/host';
import type { Language, Reader } from '../messages/translator';
import type { CellExplanation } from './cell-explanation';
import type { SummaryListing } from './write-summary';
import type { CheckReport } from './check-report';
import type { FixPreview } from './fix-preview';
import type { IndicatorBoard } from './indicator-board';
import type { PlainCheck } from './plain-findings';
import type { DraftToFill } from './report/basis-sheet';
import type { ReportPage } from './report/report-page';

/**
 * The port through which a pane has a workbook checked, wherever the work is done. What is understood of a
 * workbook lies with the engine, and what is made from that is made there.
 */
export interface Engine {
  /** Rejects with a `HostError`: `cancelled` when the signal says so. */
  check(workbook: Workbook, options?: EngineOptions): Promise<CheckReport>;
  /** What is wrong within the sheets of a workbook that are there, while others are still being read. */
  checkSoFar(workbook: Workbook, options?: CheckSoFarOptions): Promise<CheckReport>;
  /** Our sheets for a workbook that was checked, those of these ids alone where some are given; rejects where it was not. */
  summary(book: BookId, reader: Reader, wanted?: readonly string[]): Promise<readonly SummarySheet[]>;
  /** Every sheet of ours with what it would say, or with what is missing for it. */
  summaries(book: BookId, language: Language): Promise<readonly SummaryListing[]>;
  /** What its check would be after some writes. */
  preview(book: BookId, writes: readonly Write[]): Promise<FixPreview>;
  /** What formulas of a workbook give after some of its cells were changed, where that is another result. */
  results(workbook: Workbook, changed: readonly Address[]): Promise<readonly Recalculated[]>;
  /** What was understood of a cell of a book that was checked; undefined: its sheet is none of the user's. */
  explainCell(book: BookId, at: Address): Promise<CellExplanation | undefined>;
  /** Its indicators. */
  board(book: BookId, language: Language): Promise<IndicatorBoard>;
  /** A report against its own figures and those of the workbook; no workbook: against its own alone. */
  report(book: BookId | undefined, text: string, language: Language): Promise<ReportPage>;
  /** The sheet 底稿 for a draft that its figures fill. */
  basis(book: BookId, draft: DraftToFill, language: Language): Promise<SummarySheet>;
  /** Its check as the command line prints it. */
  plain(book: BookId, language: Language): Promise<PlainCheck>;
}

export interface CheckSoFarOptions {
  readonly signal?: AbortSignal;
  /** What the user said of tables that were read otherwise. */
  readonly corrections?: readonly Correction[];
  /** Bounds and definitions that were chosen for it; absent: those that lie in it. */
  readonly standards?: PackLayer;
}

export interface EngineOptions extends CheckSoFarOptions {
  /** Called before a sheet is checked. */
  readonly progress?: (progress: ReadProgress) => void;
  /** Called with what was found so far; kept when the rest is cancelled. */
  readonly found?: (soFar: CheckReport) => void;
}
