import { useEffect, useState } from 'react';
import type { IndicatorBoard } from '../app/indicator-board';
import { usePane } from './pane-context';

/** The indicators of the last complete check, asked for anew when that or the language changes. */
export function useBoard(): IndicatorBoard | undefined {
  const { state, commands, dispatch } = usePane();
  const [board, setBoard] = useState<IndicatorBoard>();
  const { report, extent } = state.check ?? {};
  const { language } = state.settings;
  useEffect(() => {
    let wanted = true;
    commands.board().then(
      (made) => {
        if (wanted) setBoard(made);
      },
      (error: unknown) => dispatch({ type: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [commands, dispatch, report, extent, language]);
  return board;
}
