import { startTransition, useEffect, useState } from 'react';
import type { PaneAction } from './state/action';
import type { PaneState } from './state/pane-state';
import type { PaneStore } from './state/store';

/** What comes of itself and fills the whole pane; whatever the user does counts at once. */
const LARGE: ReadonlySet<PaneAction['type']> = new Set<PaneAction['type']>([
  'opening',
  'opened',
  'reading',
  'checking',
  'found',
  'checked',
  'reportChecked',
]);

/** The state as it is drawn. Large changes are drawn in slices, between which the browser hears clicks. */
export function usePaneState(store: PaneStore): PaneState {
  const [state, draw] = useState(store.state);
  useEffect(() => {
    // Something may have been dispatched before anyone listened.
    draw(store.state());
    return store.subscribe(({ type }) => {
      if (LARGE.has(type)) startTransition(() => draw(store.state()));
      else draw(store.state());
    });
  }, [store]);
  return state;
}
