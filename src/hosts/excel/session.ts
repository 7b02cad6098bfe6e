import { HostError } from '../host';
import { hostError, officeCode } from './faults';

/** One conversation with Excel; every trip of ours goes through {@link sync}. */
export class Session {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly signal: AbortSignal | undefined,
    private readonly writes = false,
  ) {}

  /** The same conversation where a trip that went out is waited for: what it did can be taken back only then. */
  writing(): Session {
    return new Session(this.context, this.signal, true);
  }

  /** The same conversation, which nobody can end. */
  toTheEnd(): Session {
    return new Session(this.context, undefined);
  }

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  stopIfCancelled(): void {
    if (this.signal?.aborted) throw new HostError('cancelled');
  }

  /** Sends what is queued. A cancelled session rejects at once, whatever Excel is waiting for, unless it writes. */
  async sync(): Promise<void> {
    const { signal } = this;
    this.stopIfCancelled();
    if (!signal || this.writes) return this.context.sync();
    let stop = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      stop = () => reject(new HostError('cancelled'));
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      await Promise.race([this.context.sync(), cancelled]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Runs `work` in Excel; its errors come out as {@link HostError} where the user can be told. */
export async function inExcel<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await Excel.run(PATIENTLY, (context) => work(new Session(context, signal)));
  } catch (error) {
    throw hostError(error);
  }
}

/** With the delay, Excel waits until the user has left a cell. Versions without it refuse instead. */
const PATIENTLY: Excel.RunOptions = { delayForCellEdit: true };

/**
 * The same as one step of Excel's own undo, where it knows such groups (ExcelApi 1.20) and what `work` does can be
 * undone: Excel refuses the first call that cannot, so `work` is to change nothing before its least certain call.
 */
export async function asOneUndo<T>(work: (session: Session) => Promise<T>): Promise<T> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.20')) return inExcel(work);
  try {
    return await Excel.run({ ...PATIENTLY, mergeUndoGroup: true }, (context) => work(new Session(context, undefined)));
  } catch (error) {
    if (officeCode(error) === 'UndoNotSupported') return inExcel(work);
    throw hostError(error);
  }
}

/** Both last until the next trip only, so a pane that dies leaves nothing suspended. */
export function quietly({ workbook: { application } }: Session): void {
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
}

/** What `work` comes to, or at once that it was cancelled: as long as it `mayStop`, it puts things back by itself. */
export async function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  mayStop: () => boolean,
): Promise<T> {
  if (!signal) return work;
  let stop = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => {
      if (mayStop()) reject(new HostError('cancelled'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
