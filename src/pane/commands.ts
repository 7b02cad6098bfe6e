import { fromKept, toKeep, type KeptKind } from '../app/kept/kind';
import type { PackLayer } from '../core/fiscal/pack';
import { correctionsFor } from '../app/kept/said-of-tables';
import type { Write } from '../core/fix/fix';
import { bookId } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';
import { loadLanguage } from '../messages/translator';
import { HostError, type CellsChange, type Host, type HostNotice } from '../hosts/host';
import { editFollower } from './edit-follower';
import { exchangeLastCheck } from './last-check';
import type { PaneCommands } from './pane-commands';
import type { PanePorts, WorkbookFile } from './ports';
import { repairs } from './repairs';
import { showing } from './show-cells';
import { withCells } from './with-cells';
import type { PaneStore } from './state/store';

/** A sentence about a file names it, where the reader had nothing more telling to say. */
function namingFile(name: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof HostError && error.detail === '' && error.fault !== 'cancelled'
      ? new HostError(error.fault, name, { cause: error })
      : error;
  };
}

/** A text that was pasted, as a file. */
function textFile(name: string, text: string): WorkbookFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) };
}

/** What reads corrections checks them with a library that the first picture does not need. */
const kinds = () =>
  Promise.all([
    import(/* webpackChunkName: "kept" */ '../app/kept/corrections'),
    import(/* webpackChunkName: "kept" */ '../app/kept/standards'),
  ]).then(([{ CORRECTIONS }, { STANDARDS }]) => ({ CORRECTIONS, STANDARDS }));

/** Composes the ports into what a pane does; the state tells how far it is. */
export function paneCommands(
  { source, engine, readReport, fillReport, settings, lastChecks }: PanePorts,
  store: PaneStore,
): PaneCommands {
  const { dispatch, state } = store;
  let host: Host | undefined;
  let running: AbortController | undefined;
  let listening = false;
  /** The report that was opened last; undefined: its text was pasted. */
  let reportFile: { readonly file: WorkbookFile; readonly text: string } | undefined;

  /** What was mended by hand after it was opened is in no file any more. */
  const fileOfReport = (text: string): WorkbookFile =>
    reportFile?.text === text ? reportFile.file : textFile('report.txt', text);

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
    const { CORRECTIONS, STANDARDS } = await kinds();
    const keptOf = (name: string) =>
      from.store.get(name).catch((error: unknown) => {
        if (error instanceof HostError) throw error;
      });
    const standards = fromKept(STANDARDS, await keptOf(STANDARDS.name));
    dispatch({
      type: 'recalled',
      corrections: fromKept(CORRECTIONS, await keptOf(CORRECTIONS.name)),
      ...(standards ? { standards } : {}),
    });
    return from;
  }

  async function keep<T>(kind: KeptKind<T>, said: T): Promise<void> {
    try {
      await host?.store.set(kind.name, toKeep(kind, said));
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
  async function workbookToCheck(signal: AbortSignal, quietly: boolean): Promise<Workbook> {
    const { workbook } = state();
    if (source.kind === 'files') {
      if (!workbook?.snapshot) throw new RangeError('no workbook is open');
      return workbook.snapshot;
    }
    if (!quietly) dispatch({ type: 'reading' });
    const beside = await attached(source.host);
    const noticed = (notice: HostNotice) => dispatch({ type: 'noticed', notice });
    const early = ahead(signal);
    const soFar = quietly ? {} : { soFar: early.heard };
    const snapshot = await beside.read({ signal, noticed, progress: progress(signal), ...soFar });
    await early.end();
    dispatch({ type: 'opened', name: snapshot.fileName ?? '', snapshot });
    return snapshot;
  }

  /** The host beside the pane, with what it keeps. */
  async function attached(open: () => Promise<Host>): Promise<Host> {
    host ??= await recall(await open());
    return host;
  }

  /** What is selected when it is asked for counts, wherever the user goes while the check runs. */
  async function checkSelection(signal: AbortSignal): Promise<void> {
    if (source.kind === 'files') return;
    dispatch({ type: 'reading' });
    const within = await (await attached(source.host)).selection?.();
    if (!within) throw new HostError('noCellsSelected');
    await check(signal);
    dispatch({ type: 'triaged', change: { within } });
  }

  async function check(signal: AbortSignal, quietly = false): Promise<void> {
    await checkSnapshot(await workbookToCheck(signal, quietly), signal, quietly);
    await listen();
  }

  /**
   * Checks the sheets that came first, one after the other, while the others are still read, and shows what is found.
   * `end` waits for the one that is looked at, for the engine takes one workbook at a time.
   */
  function ahead(signal: AbortSignal): {
    readonly heard: (workbook: Workbook) => void;
    readonly end: () => Promise<void>;
  } {
    let come: Workbook | undefined;
    let atWork: Promise<void> | undefined;
    let done = 0;
    const work = async (): Promise<void> => {
      while (come && done < come.sheets.length) {
        const workbook = { ...come, sheets: come.sheets.slice(0, ++done) };
        const report = await (await engine()).checkSoFar(workbook, { signal, ...chosenFor(workbook.fileName ?? '') });
        if (!signal.aborted && report.findings.length > 0) dispatch({ type: 'found', report });
      }
    };
    return {
      heard: (workbook) => {
        come = workbook;
        // What fails here fails again in the check of the whole, which says so.
        atWork ??= work()
          .catch(() => undefined)
          .then(() => (atWork = undefined));
      },
      end: async () => {
        come = undefined;
        await atWork;
      },
    };
  }

  /** What the user said of a workbook. */
  function chosenFor(name: string) {
    const { corrections, standards } = state();
    return { corrections: correctionsFor(corrections, name), ...(standards ? { standards } : {}) };
  }

  async function checkSnapshot(snapshot: Workbook, signal: AbortSignal, quietly: boolean): Promise<void> {
    dispatch({ type: 'checking', ...(quietly ? { quietly } : {}) });
    const report = await (
      await engine()
    ).check(snapshot, {
      signal,
      ...chosenFor(state().workbook?.name ?? ''),
      progress: progress(signal),
      found: (soFar) => {
        if (!signal.aborted) dispatch({ type: 'found', report: soFar });
      },
    });
    const lastTime = await exchangeLastCheck(lastChecks, state().workbook?.name ?? '', report);
    dispatch({ type: 'checked', report, ...(lastTime ? { lastTime } : {}) });
  }

  /** Hears what the user does in Excel, from the first check on: an edit is checked a moment later. */
  async function listen(): Promise<void> {
    if (listening || !host?.watch) return;
    listening = true;
    await host
      .watch({
        edited: (edit) => follower.edited(edit),
        selected: (at) => dispatch({ type: 'selected', at }),
      })
      // An older Excel has no events: the button is there.
      .catch(() => undefined);
  }

  const follower = editFollower({
    isBusy: () => running !== undefined,
    follow: (edits) =>
      begin(
        async (signal) => {
          if (!host?.readEdits || state().check?.extent !== 'complete') return;
          const { workbook, changed } = await host.readEdits(edits, snapshotNow(), signal);
          const results = changed ? await (await engine()).results(workbook, changed) : [];
          const snapshot = withCells(workbook, { writes: [], results });
          dispatch({ type: 'edited', snapshot });
          await checkSnapshot(snapshot, signal, true);
        },
        () => dispatch({ type: 'checkCancelled' }),
      ),
  });

  /** The workbook as the pane knows it. */
  function snapshotNow(): Workbook {
    const { workbook } = state();
    if (!workbook?.snapshot) throw new RangeError('no workbook is open');
    return workbook.snapshot;
  }

  /** Writes into the workbook and checks it again. What formulas give comes from Excel where that is open. */
  async function change(change: CellsChange, inverse: readonly Write[], undone: boolean, signal: AbortSignal) {
    if (!host) throw new RangeError('no host is there');
    const { file } = await host.writeCells(change);
    const snapshot = source.kind === 'files' ? withCells(snapshotNow(), change) : undefined;
    dispatch({ type: 'fixed', inverse, undone, ...(snapshot ? { snapshot } : {}), ...(file ? { file } : {}) });
    await check(signal, true);
  }

  async function checkReport(text: string): Promise<void> {
    const { workbook, check: checked, settings: now } = state();
    const isChecked = workbook?.snapshot && checked?.extent === 'complete';
    const book = isChecked && workbook.snapshot ? bookId(workbook.snapshot) : undefined;
    dispatch({ type: 'reportChecked', report: await (await engine()).report(book, text, now.language) });
  }

  const writeSheets = (make: () => Promise<readonly SummarySheet[]>) =>
    begin(
      async (signal) => {
        if (!host) throw new RangeError('no host is there');
        dispatch({ type: 'writing' });
        const sheets = await make();
        if (signal.aborted) throw new HostError('cancelled');
        const written = await host.writeSummary(sheets, signal);
        // A copy that nobody wants any more is dropped; what stands in the workbook is said.
        if (signal.aborted && host.capabilities.writes === 'copy') throw new HostError('cancelled');
        dispatch({ type: 'written', written, ids: sheets.map(({ id }) => id) });
      },
      () => {
        dispatch({ type: 'checkCancelled' });
        dispatch({ type: 'noticed', notice: 'writingStopped' });
      },
    );

  const openFrom = (fetchFile: () => Promise<WorkbookFile>) =>
    begin(
      async (signal) => open(await fetchFile(), signal),
      () => dispatch({ type: 'openingCancelled' }),
    );

  const changeStandards = (standards: PackLayer) =>
    begin(
      async (signal) => {
        dispatch({ type: 'choseStandards', standards });
        await keep((await kinds()).STANDARDS, standards);
        if (state().check?.extent === 'complete') await checkSnapshot(snapshotNow(), signal, true);
      },
      () => dispatch({ type: 'checkCancelled' }),
    );

  return {
    openFile: (file) => openFrom(() => Promise.resolve(file)),
    openSample: () => (source.kind === 'files' ? openFrom(source.sample) : Promise.resolve()),
    openFrom,
    check: () => {
      dispatch({ type: 'leftSelection' });
      return begin(check, () => dispatch({ type: 'checkCancelled' }));
    },
    checkSelection: () => begin(checkSelection, () => dispatch({ type: 'checkCancelled' })),
    correct: (corrections) =>
      begin(
        async (signal) => {
          dispatch({ type: 'corrected', corrections });
          await keep((await kinds()).CORRECTIONS, corrections);
          await check(signal);
        },
        () => dispatch({ type: 'checkCancelled' }),
      ),
    changeStandards,
    importStandards: async (text) => {
      const { readPack } = await import(/* webpackChunkName: "kept" */ '../app/pack-file');
      await changeStandards(readPack(text));
    },
    cancel: () => running?.abort(),
    write: (wanted) =>
      writeSheets(async () => {
        const { language, showsNumbers = false } = state().settings;
        return (await engine()).summary(bookId(snapshotNow()), { language, showsNumbers }, wanted);
      }),
    removeSummary: () =>
      begin(
        async () => {
          if (!host) throw new RangeError('no host is there');
          dispatch({ type: 'writing', toTheEnd: true });
          const written = await host.removeSummary();
          if (written.keptRemoved) dispatch({ type: 'recalled', corrections: [] });
          dispatch({ type: 'removed', written });
        },
        () => dispatch({ type: 'dismissed' }),
      ),
    summaries: async () => {
      const { workbook, check: checked, settings: now } = state();
      if (!workbook?.snapshot || checked?.extent !== 'complete') return undefined;
      return (await engine()).summaries(bookId(workbook.snapshot), now.language);
    },
    ...repairs({ begin, engine, store, snapshot: snapshotNow, change }),
    explainCell: async (at) => {
      const { workbook, check: checked } = state();
      if (!workbook?.snapshot || checked?.extent !== 'complete') return undefined;
      return (await engine()).explainCell(bookId(workbook.snapshot), at);
    },
    board: async () => {
      const { workbook, check: checked, settings: now } = state();
      if (!workbook?.snapshot || checked?.extent !== 'complete') return undefined;
      return (await engine()).board(bookId(workbook.snapshot), now.language);
    },
    checkReport: (text) =>
      begin(
        () => checkReport(text),
        () => undefined,
      ),
    openReport: (file) =>
      begin(
        async () => {
          const text = await readReport(file).catch(namingFile(file.name));
          reportFile = { file, text };
          await checkReport(text);
        },
        () => undefined,
      ),
    filledReport: async (text, replaced) => fillReport(fileOfReport(text), replaced),
    writeBasis: (text, chosen) =>
      writeSheets(async () => {
        const draft = { name: fileOfReport(text).name, text, chosen };
        return [await (await engine()).basis(bookId(snapshotNow()), draft, state().settings.language)];
      }),
    ...showing({ source, host: () => host, dispatch }),
    changeSettings: async (changed) => {
      await loadLanguage(changed.language);
      settings.save(changed);
      dispatch({ type: 'changedSettings', settings: changed });
    },
  };
}
