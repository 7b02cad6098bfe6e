import { useEffect, useRef } from 'react';
import { keyCommand, type KeyCommand } from './keys';
import { usePane } from './pane-context';
import { goToFinding, neighbour } from './walk';

/** Controls that need the key for themselves. */
const OWN_KEYS =
  'input, textarea, select, [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="grid"]';

/** The keyboard of the list: J and K, Enter, E, Esc, ?. Heard wherever in the pane the focus is. */
export function usePaneKeys(): void {
  const { state, dispatch, commands } = usePane();
  const act = (command: KeyCommand): boolean => {
    if (command === 'back' || command === 'help') {
      dispatch(command === 'back' ? { type: 'back' } : { type: 'toggledHelp', open: true });
      return true;
    }
    const { check, view } = state;
    if (!check || check.report.findings.length === 0) return false;
    const current = neighbour(check, command);
    if (!current) return false;
    const { fingerprint } = current.finding;
    if (command === 'explain') dispatch({ type: 'toggledExplanation', fingerprint });
    else if (command === 'goTo' || view?.inFront) goToFinding(current, commands, dispatch);
    else dispatch({ type: 'movedTo', fingerprint });
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    const command = keyCommand(event);
    if (!command || event.defaultPrevented || !(event.target instanceof Element)) return;
    const isLetter = event.key.length === 1;
    if (event.target.closest(OWN_KEYS) && !(event.target.closest('[role="grid"]') && (isLetter || command === 'back')))
      return;
    // Enter presses the button that has the focus, unless that is a line of the list.
    if (command === 'goTo' && event.target.closest('button, a, summary') && !event.target.closest('[data-finding]'))
      return;
    if (act(command)) event.preventDefault();
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
