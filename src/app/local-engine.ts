import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import { translator, type Language } from '../messages/translator';
import { checkReport, type CheckReport } from './check-report';
import { checkWorkbook, type CheckResult } from './check-workbook';
import type { Engine, EngineOptions } from './engine';
import { plainCheck, type PlainCheck } from './plain-findings';
import { summarySheets } from './write-summary';

/** The engine in the thread that it is made in: a worker's own, or the page's where no worker can be made. */
export class LocalEngine implements Engine {
  private last: CheckResult | undefined;

  /** `pause` gives the event loop a turn between sheets, so that a page can paint and cancel. */
  constructor(private readonly pause: () => Promise<void>) {}

  async check(workbook: Workbook, { signal, progress, found, corrections }: EngineOptions = {}): Promise<CheckReport> {
    this.last = undefined;
    const result = await checkWorkbook(workbook, {
      pause: this.pause,
      ...(signal ? { signal } : {}),
      ...(corrections ? { corrections } : {}),
      ...(progress ? { progress } : {}),
      ...(found ? { found: (soFar) => found(checkReport(soFar)) } : {}),
    });
    this.last = result;
    return checkReport(result);
  }

  summary(language: Language): Promise<readonly SummarySheet[]> {
    return Promise.resolve(summarySheets(this.checked(), translator(language)));
  }

  plain(language: Language): Promise<PlainCheck> {
    return Promise.resolve(plainCheck(this.checked(), translator(language)));
  }

  private checked(): CheckResult {
    if (!this.last) throw new RangeError('nothing was checked yet');
    return this.last;
  }
}
