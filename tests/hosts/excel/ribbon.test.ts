import { bindRibbon, type RibbonCommand } from '../../../src/hosts/excel/ribbon';

/** What Office keeps of the commands, and whether its pane can be shown. */
function office(showAsTaskpane: () => Promise<void> = () => Promise.resolve()) {
  const bound = new Map<string, (event: { completed(): void }) => void>();
  const actions = {
    associate: (name: string, act: (event: { completed(): void }) => void) => void bound.set(name, act),
  };
  Object.assign(globalThis, { Office: { actions, addin: { showAsTaskpane } } });
  let completed = 0;
  return {
    press: (name: RibbonCommand) => bound.get(name)?.({ completed: () => completed++ }),
    completed: () => completed,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('what is pressed before the pane stands is done when it does, once', async () => {
  const { press, completed } = office();
  const ribbon = bindRibbon();
  press('quickCheck');
  press('checkSelection');
  expect(completed()).toBe(2);
  const done: string[] = [];
  ribbon.answer({
    quickCheck: () => Promise.resolve(void done.push('quickCheck')),
    checkSelection: () => Promise.resolve(void done.push('checkSelection')),
  });
  await settled();
  expect(done).toEqual(['checkSelection']);
  press('quickCheck');
  expect([done, completed()]).toEqual([['checkSelection', 'quickCheck'], 3]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('no pane'))],
  [
    'throws',
    () => {
      throw new Error('no pane');
    },
  ],
])('a pane that %s keeps no command from its work, nor its event from completing', async (_, show) => {
  const { press, completed } = office(show);
  const ribbon = bindRibbon();
  let checks = 0;
  ribbon.answer({ quickCheck: () => Promise.resolve(void checks++), checkSelection: () => Promise.resolve() });
  press('quickCheck');
  await settled();
  expect([checks, completed()]).toEqual([1, 1]);
});

test('outside of Office there is nothing to bind', () => {
  Object.assign(globalThis, { Office: undefined });
  expect(() => bindRibbon()).not.toThrow();
});
