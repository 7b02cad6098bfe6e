import { paneCommands } from './commands';
import type { PaneCommands } from './pane-commands';
import type { PanePorts } from './ports';
import { initialState } from './state/pane-state';
import { paneStore, type PaneStore } from './state/store';

/** A pane without its picture: an entry makes it, hands it to the components and may command it. */
export interface PaneModel {
  readonly ports: PanePorts;
  readonly store: PaneStore;
  readonly commands: PaneCommands;
}

export function makePane(ports: PanePorts): PaneModel {
  const store = paneStore(
    initialState({ language: ports.language ?? 'zh-CN', appearance: 'system', ...ports.settings.load() }),
  );
  return { ports, store, commands: paneCommands(ports, store) };
}
