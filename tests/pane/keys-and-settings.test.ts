/** @jest-environment jsdom */
import { keyCommand } from '../../src/pane/keys';
import { browserSettings } from '../../src/pane/settings';

const pressed = (key: string, ctrlKey = false) => keyCommand({ key, ctrlKey, altKey: false, metaKey: false });

test('the keys of the list', () => {
  expect(['j', 'J', 'ArrowDown', 'k', 'ArrowUp', 'Enter', 'e', 'Escape', '?', '？'].map((key) => pressed(key))).toEqual(
    ['following', 'following', 'following', 'previous', 'previous', 'goTo', 'explain', 'back', 'help', 'help'],
  );
  expect([pressed('j', true), pressed('x'), pressed('Tab')]).toEqual([undefined, undefined, undefined]);
});

test('settings are remembered, nonsense is not believed', () => {
  const store = browserSettings(() => window.localStorage);
  store.save({ language: 'en-US', appearance: 'dark', showsNumbers: true });
  // Whole numbers of persons are asked for anew each time.
  expect(store.load()).toEqual({ language: 'en-US', appearance: 'dark' });
  window.localStorage.setItem('gouji.settings', '{"language":"tlh","appearance":"dark"}');
  expect(store.load()).toEqual({ appearance: 'dark' });
  window.localStorage.setItem('gouji.settings', '{');
  expect(store.load()).toEqual({});
});

test('a browser that forbids storage changes nothing', () => {
  const store = browserSettings(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  store.save({ language: 'en-US', appearance: 'dark' });
  expect(store.load()).toEqual({});
});
