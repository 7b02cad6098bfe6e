import type { Write } from '../core/fix/fix';
import type { BookId } from '../core/grid/book-id';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import { translator, type Language } from '../messages/translator';
import { checkReport, type CheckReport } from './check-report';
import type { Engine, EngineOptions } from './engine';
import type { FixPreview } from './fix-preview';
import { indicatorBoard, type IndicatorBoard } from './indicator-board';
import { plainCheck, type PlainCheck } from './plain-findings';
import { Session } from './session';
import { summaryListing, summarySheets, type SummaryListing } from './write-summary';

/** The engine in the thread that it is made in: a worker's own, or the page's where no worker can be made. */
export class LocalEngine implements Engine {
  private readonly session = new Session();

  /** `pause` gives the event loop a turn between sheets, so that a page can paint and cancel. */
  constructor(private readonly pause: () => Promise<void>) {}

  async check(workbook: Workbook, { signal, progress, found, corrections }: EngineOptions = {}): Promise<CheckReport> {
    const book = this.session.open(workbook, corrections);
    // A pane shows one workbook: what was open before is no companion of it.
    for (const other of this.session.books()) if (other !== book) this.session.close(other);
    const result = await this.session.check(book, {
      pause: this.pause,
      ...(signal ? { signal } : {}),
      ...(progress ? { progress } : {}),
      ...(found ? { found: (soFar) => found(checkReport(soFar)) } : {}),
    });
    return checkReport(result);
  }

  books(): readonly BookId[] {
    return this.session.books();
  }

  async summary(book: BookId, language: Language, wanted?: readonly string[]): Promise<readonly SummarySheet[]> {
    return summarySheets(await this.session.check(book), translator(language), wanted ? { wanted } : {});
  }

  async summaries(book: BookId, language: Language): Promise<readonly SummaryListing[]> {
    return summaryListing(await this.session.check(book), translator(language));
  }

  preview(book: BookId, writes: readonly Write[]): Promise<FixPreview> {
    return this.session.preview(book, writes);
  }

  async board(book: BookId, language: Language): Promise<IndicatorBoard> {
    return indicatorBoard(await this.session.check(book), translator(language));
  }

  async plain(book: BookId, language: Language): Promise<PlainCheck> {
    return plainCheck(await this.session.check(book), translator(language));
  }
}
