import { firstCell, type Finding } from '../core/findings/finding';
import type { Host, Selected } from '../hosts/host';
import type { PaneCommands } from './pane-commands';
import type { PanePorts } from './ports';
import type { PaneStore } from './state/store';

interface Showing {
  readonly source: PanePorts['source'];
  readonly host: () => Host | undefined;
  readonly dispatch: PaneStore['dispatch'];
}

/** Leads to cells: in the page's own view of a sheet, or in the program that has the workbook open, and back again. */
export function showing({ source, host, dispatch }: Showing): Pick<PaneCommands, 'goTo' | 'mark' | 'goBack'> {
  /** What the user had selected before the first finding was shown. */
  let origin: Selected | undefined;
  async function markInExcel(findings: readonly Finding[]): Promise<void> {
    const cells = findings.map(firstCell).filter((cell) => cell !== undefined);
    try {
      const marked = await host()?.mark?.(cells);
      if (marked) dispatch({ type: 'marked', marked });
    } catch (error) {
      dispatch({ type: 'couldNotShow', error });
    }
  }
  return {
    goTo: async (address, related = []) => {
      // The page has its own view of the sheet; elsewhere the program that has it open shows the cell.
      if (source.kind === 'files') {
        dispatch({ type: 'showed', sheet: address.sheet, marks: [address, ...related] });
        return;
      }
      try {
        origin ??= await host()?.selection?.();
        await host()?.reveal(address);
      } catch (error) {
        dispatch({ type: 'couldNotShow', error });
      }
    },
    mark: async (findings, wanted) => {
      if (source.kind === 'open-workbook') {
        await markInExcel(findings);
        return;
      }
      const firsts = findings.map(firstCell).filter((cell) => cell !== undefined);
      const sheet = firsts.some((cell) => cell.sheet === wanted) ? wanted : firsts[0]?.sheet;
      if (sheet === undefined) return;
      const cells = firsts.filter((cell) => cell.sheet === sheet).map(({ row, column }) => ({ row, column }));
      dispatch({ type: 'showed', sheet, marks: cells });
    },
    goBack: async () => {
      const back = origin;
      origin = undefined;
      try {
        if (back) await host()?.restore?.(back);
      } catch (error) {
        dispatch({ type: 'couldNotShow', error });
      }
    },
  };
}
