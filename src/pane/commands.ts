import type { IndicatorBoard } from '../app/indicator-board';
import { fromKept, toKeep } from '../app/kept/kind';
import { correctionsFor, type KeptCorrection } from '../app/kept/said-of-tables';
import type { Address, Position } from '../core/grid/address';
import { bookId } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import { HostError, type Host } from '../hosts/host';
import type { PanePorts, WorkbookFile } from './ports';
import type { Settings } from './settings';
import type { PaneStore } from './state/store';

/** What the user can have done; components call these and nothing else. */
export interface PaneCommands {
  readonly openFile: (file: WorkbookFile) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Opens what has to be fetched first. */
  readonly openFrom: (fetchFile: () => Promise<WorkbookFile>) => Promise<void>;
  readonly check: () => Promise<void>;
  /** Takes what the user now says of all tables, keeps it, and checks again. */
  readonly correct: (corrections: readonly KeptCorrection[]) => Promise<void>;
  readonly cancel: () => void;
  readonly write: () => Promise<void>;
  /** The indicators of the workbook as it was checked last; undefined: it was not, or the check was ended. */
  readonly board: () => Promise<IndicatorBoard | undefined>;
  readonly goTo: (address: Address, related?: readonly Position[]) => Promise<void>;
  readonly changeSettings: (settings: Settings) => void;
}

/** A sentence about a file names it, where the reader had nothing more telling to say. */
function namingFile(name: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof HostError && error.detail === '' && error.fault !== 'cancelled'
      ? new HostError(error.fault, name, { cause: error })
      : error;
  };
}

/** Composes the ports into what a pane does; the state tells how far it is. */
/** What reads corrections checks them with a library that the first picture does not need. */
const corrections = () => import(/* webpackChunkName: "kept" */ '../app/kept/corrections');

export function paneCommands({ source, engine, settings }: PanePorts, store: PaneStore): PaneCommands {
  const { dispatch, state } = store;
  let host: Host | undefined;
  let running: AbortController | undefined;

  /** One thing at a time: what comes next ends what still runs. */
  async function begin(work: (signal: AbortSignal) => Promise<void>, whenCancelled: () => void): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await work(mine.signal);
    } catch (error) {
      if (running !== mine) return;
      if (error instanceof HostError && error.fault === 'cancelled') whenCancelled();
      else dispatch({ type: 'failed', error });
    } finally {
      if (running === mine) running = undefined;
    }
  }

  const progress = (signal: AbortSignal) => (one: { sheet: string; done: number; total: number }) => {
    if (!signal.aborted) dispatch({ type: 'progressed', progress: one });
  };

  /** What was kept for this workbook; a store that fails has kept nothing. */
  async function recall(from: Host): Promise<Host> {
    const { CORRECTIONS } = await corrections();
    const kept = await from.store.get(CORRECTIONS.name).catch((error: unknown) => {
      if (error instanceof HostError) throw error;
    });
    dispatch({ type: 'recalled', corrections: fromKept(CORRECTIONS, kept) });
    return from;
  }

  async function keep(said: readonly KeptCorrection[]): Promise<void> {
    try {
      const { CORRECTIONS } = await corrections();
      await host?.store.set(CORRECTIONS.name, toKeep(CORRECTIONS, said));
    } catch {
      // It holds for this check all the same.
      dispatch({ type: 'couldNotKeep' });
    }
  }

  async function open(file: WorkbookFile, signal: AbortSignal): Promise<void> {
    if (source.kind !== 'files') return;
    dispatch({ type: 'opening', name: file.name });
    host = undefined;
    const opened = await source.open(file);
    const snapshot = await opened.read({ signal, progress: progress(signal) }).catch(namingFile(file.name));
    host = opened;
    await recall(opened);
    dispatch({ type: 'opened', name: file.name, snapshot });
  }

  /** A file was read when it was opened; the workbook beside the pane is read as it stands now. */
  async function workbookToCheck(signal: AbortSignal): Promise<Workbook> {
    const { workbook } = state();
    if (source.kind === 'files') {
      if (!workbook?.snapshot) throw new RangeError('no workbook is open');
      return workbook.snapshot;
    }
    dispatch({ type: 'reading' });
    const beside = host ?? (await recall(await source.host()));
    host = beside;
    const snapshot = await beside.read({ signal, progress: progress(signal) });
    dispatch({ type: 'opened', name: snapshot.fileName ?? '', snapshot });
    return snapshot;
  }

  async function check(signal: AbortSignal): Promise<void> {
    const snapshot = await workbookToCheck(signal);
    dispatch({ type: 'checking' });
    const report = await (
      await engine()
    ).check(snapshot, {
      signal,
      corrections: correctionsFor(state().corrections, state().workbook?.name ?? ''),
      progress: progress(signal),
      found: (soFar) => {
        if (!signal.aborted) dispatch({ type: 'found', report: soFar });
      },
    });
    dispatch({ type: 'checked', report });
  }

  const openFrom = (fetchFile: () => Promise<WorkbookFile>) =>
    begin(
      async (signal) => open(await fetchFile(), signal),
      () => dispatch({ type: 'openingCancelled' }),
    );

  return {
    openFile: (file) => openFrom(() => Promise.resolve(file)),
    openSample: () => (source.kind === 'files' ? openFrom(source.sample) : Promise.resolve()),
    openFrom,
    check: () => begin(check, () => dispatch({ type: 'checkCancelled' })),
    correct: (corrections) =>
      begin(
        async (signal) => {
          dispatch({ type: 'corrected', corrections });
          await keep(corrections);
          await check(signal);
        },
        () => dispatch({ type: 'checkCancelled' }),
      ),
    cancel: () => running?.abort(),
    write: () =>
      begin(
        async () => {
          if (!host) throw new RangeError('no host is there');
          dispatch({ type: 'writing' });
          const { settings: now, workbook } = state();
          if (!workbook?.snapshot) throw new RangeError('no workbook is open');
          const sheets = await (await engine()).summary(bookId(workbook.snapshot), now.language);
          dispatch({ type: 'written', written: await host.writeSummary(sheets) });
        },
        () => dispatch({ type: 'dismissed' }),
      ),
    board: async () => {
      const { workbook, check: checked, settings: now } = state();
      if (!workbook?.snapshot || checked?.extent !== 'complete') return undefined;
      return (await engine()).board(bookId(workbook.snapshot), now.language);
    },
    goTo: async (address, related = []) => {
      // The page has its own view of the sheet; elsewhere the program that has it open shows the cell.
      if (source.kind === 'files') {
        dispatch({ type: 'showed', sheet: address.sheet, marks: [address, ...related] });
        return;
      }
      try {
        await host?.reveal(address);
      } catch (error) {
        dispatch({ type: 'couldNotShow', error });
      }
    },
    changeSettings: (changed) => {
      settings.save(changed);
      dispatch({ type: 'changedSettings', settings: changed });
    },
  };
}
