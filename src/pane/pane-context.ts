import { createContext, useContext } from 'react';
import type { Translator } from '../messages/translator';
import type { PaneModel } from './pane';
import type { PaneAction } from './state/action';
import type { PaneState } from './state/pane-state';
import type { PaneCommands } from './pane-commands';

/** What every component may use; the state itself comes down as properties or from here. */
export interface PaneTools {
  readonly state: PaneState;
  readonly commands: PaneCommands;
  readonly dispatch: (action: PaneAction) => void;
  readonly translate: Translator;
  readonly source: PaneModel['ports']['source'];
  readonly diagnostics: PaneModel['ports']['diagnostics'];
}

export const PaneContext = createContext<PaneTools | undefined>(undefined);

export function usePane(): PaneTools {
  const tools = useContext(PaneContext);
  if (!tools) throw new RangeError('a component of the pane outside of it');
  return tools;
}
