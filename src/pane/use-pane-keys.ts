import { useEffect, useRef } from 'react';
import { keyCommand, type KeyCommand } from './keys';
import { usePane } from './pane-context';
import { hasStepBack } from './state/reduce';
import { TABS } from './tabs';
import { triaged } from './view/triage';
import { goToFinding, neighbour } from './walk';

/** Controls that need the key for themselves. */
const OWN_KEYS =
  'input, textarea, select, [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="grid"], [role="tablist"]';

/** The keyboard of the pane: 1 to 5 for its pages, J and K, Enter, E, Esc, ?. Heard wherever in the pane the focus is. */
export function usePaneKeys(): void {
  const { state, dispatch, commands, translate } = usePane();
  const act = (command: KeyCommand, key: string): boolean => {
    if (command === 'tab') {
      const tab = TABS[Number(key) - 1];
      if (tab && state.workbook) dispatch({ type: 'choseTab', tab: tab.id });
      return tab !== undefined;
    }
    if (command === 'back' && !hasStepBack(state)) {
      void commands.goBack();
      return true;
    }
    if (command === 'back' || command === 'help') {
      dispatch(command === 'back' ? { type: 'back' } : { type: 'toggledHelp', open: true });
      return true;
    }
    if (command === 'undo') {
      if (state.undo.length > 0) void commands.undoFix();
      return state.undo.length > 0;
    }
    const { check, view, tab } = state;
    if (tab !== 'check') return false;
    if (!check || check.report.findings.length === 0) return false;
    if (command === 'search') {
      dispatch({ type: 'triaged', change: { open: true } });
      return true;
    }
    const current = neighbour(triaged(check.report.findings, state.triage, translate), check.current, command);
    if (!current) return false;
    const { fingerprint } = current.finding;
    if (command === 'explain') dispatch({ type: 'toggledExplanation', fingerprint });
    else if (command === 'fix') {
      if (current.finding.fixes.length === 0) return false;
      if (check.explained !== fingerprint) dispatch({ type: 'toggledExplanation', fingerprint });
      void commands.previewFix(current.finding, 0);
    } else if (command === 'goTo' || view?.inFront) goToFinding(current, commands, dispatch);
    else dispatch({ type: 'movedTo', fingerprint });
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    const command = keyCommand(event);
    if (!command || event.defaultPrevented || !(event.target instanceof Element)) return;
    const isLetter = event.key.length === 1;
    const sparesLetters = event.target.closest('[role="grid"], [role="tablist"]') !== null;
    if (event.target.closest(OWN_KEYS) && !(sparesLetters && (isLetter || command === 'back'))) return;
    // Enter presses the button that has the focus, unless that is a line of the list.
    if (command === 'goTo' && event.target.closest('button, a, summary') && !event.target.closest('[data-finding]'))
      return;
    if (act(command, event.key)) event.preventDefault();
  };
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
