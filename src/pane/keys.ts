/** What a key asks for while the pane has the focus. */
export type KeyCommand = ListCommand | 'back' | 'help' | 'tab' | 'undo';

/** What it asks of the list of findings. */
export type ListCommand = 'following' | 'previous' | 'first' | 'last' | 'goTo' | 'explain' | 'fix' | 'search';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  j: 'following',
  ArrowDown: 'following',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'goTo',
  e: 'explain',
  f: 'fix',
  u: 'undo',
  '/': 'search',
  Escape: 'back',
  '?': 'help',
  '？': 'help',
  '1': 'tab',
  '2': 'tab',
  '3': 'tab',
  '4': 'tab',
  '5': 'tab',
};

/** Letters count with caps lock too; a chord belongs to the browser or to Excel. */
export function keyCommand({ key, ctrlKey, altKey, metaKey }: PressedKey): KeyCommand | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key];
}
