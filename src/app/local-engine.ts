import '../messages/every-language';
import type { Write } from '../core/fix/fix';
import { recalculated, type Recalculated } from '../core/formulas/compute/recalculate';
import type { PackLayer } from '../core/fiscal/pack';
import type { Address } from '../core/grid/address';
import type { BookId } from '../core/grid/book-id';
import type { Workbook } from '../core/grid/sheet';
import type { SourceFigure } from '../core/report/match/sources';
import type { SummarySheet } from '../core/summary/summary-sheet';
import type { Correction } from '../core/tables/corrections';
import { translator, type Language, type Reader } from '../messages/translator';
import { cellExplanation, type CellExplanation } from './cell-explanation';
import { checkReport, type CheckReport } from './check-report';
import type { CheckSoFarOptions, Engine, EngineOptions } from './engine';
import type { FixPreview } from './fix-preview';
import { indicatorBoard, type IndicatorBoard } from './indicator-board';
import { plainCheck, type PlainCheck } from './plain-findings';
import type { DraftToFill } from './report/basis-sheet';
import type { ReportPage } from './report/report-page';
import { Session } from './session';
import { withStandards } from './kept/kept-in-workbook';
import { summaryListing, summarySheets, type SummaryListing } from './write-summary';

/** The engine in the thread that it is made in: a worker's own, or the page's where no worker can be made. */
export class LocalEngine implements Engine {
  private readonly session = new Session();

  /** `pause` gives the event loop a turn between sheets, so that a page can paint and cancel. */
  constructor(private readonly pause: () => Promise<void>) {}

  async check(
    workbook: Workbook,
    { signal, progress, found, corrections, standards }: EngineOptions = {},
  ): Promise<CheckReport> {
    const book = this.open(workbook, corrections, standards);
    const result = await this.session.check(book, {
      pause: this.pause,
      ...(signal ? { signal } : {}),
      ...(progress ? { progress } : {}),
      ...(found ? { found: (soFar) => found(checkReport(soFar)) } : {}),
    });
    return checkReport(result);
  }

  checkSoFar(workbook: Workbook, { corrections, standards }: CheckSoFarOptions = {}): Promise<CheckReport> {
    return Promise.resolve(checkReport(this.session.checkSoFar(this.open(workbook, corrections, standards))));
  }

  /** A pane shows one workbook: what was open before is no companion of it. */
  private open(workbook: Workbook, corrections?: readonly Correction[], standards?: PackLayer): BookId {
    const book = this.session.open(standards ? withStandards(workbook, standards) : workbook, corrections);
    for (const other of this.session.books()) if (other !== book) this.session.close(other);
    return book;
  }

  books(): readonly BookId[] {
    return this.session.books();
  }

  async summary(book: BookId, reader: Reader, wanted?: readonly string[]): Promise<readonly SummarySheet[]> {
    const translate = translator(reader.language, reader);
    return summarySheets(await this.session.check(book), translate, wanted ? { wanted } : {});
  }

  async summaries(book: BookId, language: Language): Promise<readonly SummaryListing[]> {
    return summaryListing(await this.session.check(book), translator(language));
  }

  preview(book: BookId, writes: readonly Write[]): Promise<FixPreview> {
    return this.session.preview(book, writes);
  }

  results(workbook: Workbook, changed: readonly Address[]): Promise<readonly Recalculated[]> {
    return Promise.resolve(recalculated(workbook, changed).cells);
  }

  async explainCell(book: BookId, at: Address): Promise<CellExplanation | undefined> {
    return cellExplanation(await this.session.check(book), at);
  }

  async board(book: BookId, language: Language): Promise<IndicatorBoard> {
    return indicatorBoard(await this.session.check(book), translator(language));
  }

  async report(book: BookId | undefined, text: string, language: Language): Promise<ReportPage> {
    const { reportPage } = await import(/* webpackChunkName: "report" */ './report/report-page');
    return reportPage(text, book === undefined ? [] : await this.sources(book), translator(language));
  }

  async basis(book: BookId, draft: DraftToFill, language: Language): Promise<SummarySheet> {
    const { basisSheet, filledBy } = await import(/* webpackChunkName: "report" */ './report/basis-sheet');
    const answers = filledBy(draft, await this.sources(book));
    return basisSheet({ draft: draft.name, text: draft.text, answers, own: book }, translator(language));
  }

  /** The figures of a book that a report may quote. */
  private async sources(book: BookId): Promise<SourceFigure[]> {
    const { sourceFigures } = await import(/* webpackChunkName: "report" */ '../core/report/match/sources');
    const { sheets } = (await this.session.check(book)).context;
    return sheets.flatMap(({ sheet, tables }) => sourceFigures(book, sheet, tables));
  }

  async plain(book: BookId, language: Language): Promise<PlainCheck> {
    return plainCheck(await this.session.check(book), translator(language));
  }
}
