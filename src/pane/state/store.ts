import type { PaneAction } from './action';
import type { PaneState } from './pane-state';
import { reduce } from './reduce';

/** Holds the state outside of React: a ribbon command changes it too. */
export interface PaneStore {
  readonly state: () => PaneState;
  readonly dispatch: (action: PaneAction) => void;
  readonly subscribe: (listener: (action: PaneAction) => void) => () => void;
}

export function paneStore(initial: PaneState): PaneStore {
  let state = initial;
  const listeners = new Set<(action: PaneAction) => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
      for (const listener of listeners) listener(action);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
