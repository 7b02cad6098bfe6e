import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { translator } from '../../messages/translator';
import type { PaneModel } from '../pane';
import { PaneContext, type PaneTools } from '../pane-context';
import { PANE_THEMES, useDark } from '../theme';
import { usePaneState } from '../use-pane-state';
import { Desk } from './Desk';

/** The pane in its language and its look. */
export function Pane({ pane }: { readonly pane: PaneModel }) {
  const { store, commands, ports } = pane;
  const state = usePaneState(store);
  const { language, appearance, showsNumbers = false } = state.settings;
  const translate = useMemo(() => translator(language, { showsNumbers }), [language, showsNumbers]);
  const dark = useDark(appearance, ports.dark);
  const tools: PaneTools = {
    state,
    commands,
    dispatch: store.dispatch,
    translate,
    source: ports.source,
    diagnostics: ports.diagnostics,
  };
  const title = state.workbook?.name;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    document.title = title
      ? `${title} – ${translate.text('app.name')}`
      : `${translate.text('app.name')} · ${translate.text('app.tagline')}`;
  }, [language, dark, title, translate]);
  return (
    <FluentProvider theme={dark ? PANE_THEMES.dark : PANE_THEMES.light} applyStylesToPortals>
      <PaneContext.Provider value={tools}>
        <Desk />
      </PaneContext.Provider>
    </FluentProvider>
  );
}
