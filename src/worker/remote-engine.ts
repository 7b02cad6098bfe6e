import type { CheckReport } from '../app/check-report';
import type { CheckSoFarOptions, Engine, EngineOptions } from '../app/engine';
import type { CellExplanation } from '../app/cell-explanation';
import type { FixPreview } from '../app/fix-preview';
import type { IndicatorBoard } from '../app/indicator-board';
import type { SummaryListing } from '../app/write-summary';
import type { PlainCheck } from '../app/plain-findings';
import type { DraftToFill } from '../app/report/basis-sheet';
import type { ReportPage } from '../app/report/report-page';
import type { Write } from '../core/fix/fix';
import type { Recalculated } from '../core/formulas/compute/recalculate';
import type { Address } from '../core/grid/address';
import type { BookId } from '../core/grid/book-id';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import type { CellsChange, Host, ReadOptions, Store, WrittenCells, WrittenSummary } from '../hosts/host';
import type { Language, Reader } from '../messages/translator';
import type { Remote } from 'comlink';
import type { EngineService, Told } from './engine-service';
import { heard, type EngineThread } from './engine-thread';
import { untold } from './told';

/** What the worker of a service holds, so that nothing large is posted twice. */
interface Held {
  service: unknown;
  file: RemoteFileHost | undefined;
  workbook: Workbook | undefined;
}

/** The engine in a worker. */
export class RemoteEngine implements Engine {
  private readonly held: Held = { service: undefined, file: undefined, workbook: undefined };

  constructor(private readonly thread: EngineThread) {}

  /** A file that the worker reads and writes. */
  openFile(bytes: Uint8Array, fileName: string, store: Store): Host {
    return new RemoteFileHost(this.thread, this.held, bytes, fileName, store);
  }

  check(
    workbook: Workbook,
    { signal, progress, found, corrections = [], standards }: EngineOptions = {},
  ): Promise<CheckReport> {
    return this.thread.run(async (service) => {
      await this.hand(service, workbook);
      // Listeners are called over channels of their own: what they bring may come after the answer.
      const listening = { still: true };
      const whileListening = <T>(listener: ((value: T) => void) | undefined) =>
        heard<T>((value) => (listening.still ? listener?.(value) : undefined));
      try {
        return untold(await service.check(corrections, standards, whileListening(progress), whileListening(found)));
      } finally {
        listening.still = false;
      }
    }, signal);
  }

  checkSoFar(
    workbook: Workbook,
    { signal, corrections = [], standards }: CheckSoFarOptions = {},
  ): Promise<CheckReport> {
    return this.thread.run(async (service) => {
      await this.hand(service, workbook);
      return service.checkSoFar(corrections, standards);
    }, signal);
  }

  /** The worker has the workbook as it is here. */
  private async hand(service: Remote<EngineService>, workbook: Workbook): Promise<void> {
    const held = current(this.held, service);
    if (held.workbook !== workbook) {
      // Those that the worker has already are not posted again.
      for (const sheet of workbook.sheets) if (!held.workbook?.sheets.includes(sheet)) await service.takeSheet(sheet);
      await service.takeWorkbook({ ...workbook, sheets: workbook.sheets.map(({ name }) => name) });
    }
    held.workbook = workbook;
  }

  results(workbook: Workbook, changed: readonly Address[]): Promise<readonly Recalculated[]> {
    return this.thread.run(async (service) => {
      await this.hand(service, workbook);
      return service.results(changed);
    });
  }

  explainCell(book: BookId, at: Address): Promise<CellExplanation | undefined> {
    return this.thread.run((service) => service.explainCell(book, at));
  }

  summary(book: BookId, reader: Reader, wanted?: readonly string[]): Promise<readonly SummarySheet[]> {
    return this.thread.run((service) => service.summary(book, reader, wanted));
  }

  summaries(book: BookId, language: Language): Promise<readonly SummaryListing[]> {
    return this.thread.run((service) => service.summaries(book, language));
  }

  preview(book: BookId, writes: readonly Write[]): Promise<FixPreview> {
    return this.thread.run((service) => service.preview(book, writes));
  }

  board(book: BookId, language: Language): Promise<IndicatorBoard> {
    return this.thread.run((service) => service.board(book, language));
  }

  report(book: BookId | undefined, text: string, language: Language): Promise<ReportPage> {
    return this.thread.run((service) => service.report(book, text, language));
  }

  basis(book: BookId, draft: DraftToFill, language: Language): Promise<SummarySheet> {
    return this.thread.run((service) => service.basis(book, draft, language));
  }

  plain(book: BookId, language: Language): Promise<PlainCheck> {
    return this.thread.run((service) => service.plain(book, language));
  }
}

/** A file whose bytes stay here too: a worker that was ended is given them again. */
class RemoteFileHost implements Host {
  readonly capabilities = { writes: 'copy' } as const;

  constructor(
    private readonly thread: EngineThread,
    private readonly held: Held,
    private bytes: Uint8Array,
    private readonly fileName: string,
    readonly store: Store,
  ) {}

  read({ signal, progress }: ReadOptions = {}): Promise<Workbook> {
    return this.thread.run(async (service) => {
      const held = current(this.held, service);
      if (held.file !== this) await service.takeFile(this.bytes, this.fileName);
      held.file = this;
      held.workbook = undefined;
      const workbook = untold(await service.readFile(heard(progress)));
      held.workbook = workbook;
      return workbook;
    }, signal);
  }

  /** A page shows cells in its own view of the sheet. */
  reveal(): Promise<void> {
    return Promise.resolve();
  }

  writeCells(change: CellsChange): Promise<WrittenCells> {
    return this.thread.run(async (service) => {
      const held = current(this.held, service);
      if (held.file !== this) await service.takeFile(this.bytes, this.fileName);
      held.file = this;
      const written = untold(await service.writeCells(change));
      if (written.file) this.bytes = written.file.bytes;
      return written;
    });
  }

  writeSummary(sheets: readonly SummarySheet[]): Promise<WrittenSummary> {
    return this.onFile((service) => service.writeFile(sheets));
  }

  removeSummary(): Promise<WrittenSummary> {
    return this.onFile((service) => service.cleanFile());
  }

  private onFile(work: (service: Remote<EngineService>) => Promise<Told<WrittenSummary>>): Promise<WrittenSummary> {
    return this.thread.run(async (service) => {
      const held = current(this.held, service);
      if (held.file !== this) await service.takeFile(this.bytes, this.fileName);
      held.file = this;
      return untold(await work(service));
    });
  }
}

function current(held: Held, service: unknown): Held {
  if (held.service !== service) Object.assign(held, { service, file: undefined, workbook: undefined });
  return held;
}
