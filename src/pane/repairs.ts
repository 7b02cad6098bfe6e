import { inverseOf, type Write } from '../core/fix/fix';
import { bookId } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import type { CellsChange } from '../hosts/host';
import type { PaneCommands } from './pane-commands';
import type { PanePorts } from './ports';
import type { PaneStore } from './state/store';

interface Repairing {
  /** One thing at a time: what comes next ends what still runs. */
  readonly begin: (work: (signal: AbortSignal) => Promise<void>, whenCancelled: () => void) => Promise<void>;
  readonly engine: PanePorts['engine'];
  readonly store: PaneStore;
  readonly snapshot: () => Workbook;
  /** Writes into the workbook and checks it again. */
  readonly change: (
    change: CellsChange,
    inverse: readonly Write[],
    undone: boolean,
    signal: AbortSignal,
  ) => Promise<void>;
}

/** What a repair would do is shown before it is made, and the last one can be taken back. */
export function repairs({
  begin,
  engine,
  store: { dispatch, state },
  snapshot,
  change,
}: Repairing): Pick<PaneCommands, 'previewFix' | 'applyFix' | 'undoFix'> {
  return {
    previewFix: ({ fingerprint, fixes }, choice) =>
      begin(
        async () => {
          const fix = fixes[choice];
          if (!fix) return;
          dispatch({ type: 'previewing', fingerprint, choice });
          const preview = await (await engine()).preview(bookId(snapshot()), fix.writes);
          dispatch({ type: 'previewed', preview });
        },
        () => dispatch({ type: 'leftFix' }),
      ),
    applyFix: () =>
      begin(
        async (signal) => {
          const preview = state().fix?.preview;
          if (!preview) return;
          await change(preview, inverseOf(preview.writes), false, signal);
        },
        () => dispatch({ type: 'checkCancelled' }),
      ),
    undoFix: () =>
      begin(
        async (signal) => {
          const writes = state().undo.at(-1);
          if (!writes) return;
          const { results } = await (await engine()).preview(bookId(snapshot()), writes);
          await change({ writes, results }, writes, true, signal);
        },
        () => dispatch({ type: 'checkCancelled' }),
      ),
  };
}
