import { browserStore, memoryStore } from '../../src/hosts/page-store';

function storage(items: Record<string, string> = {}): Storage {
  return {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value),
  } as Storage;
}

test('the browser keeps a value for the next page', async () => {
  const items: Record<string, string> = {};
  await browserStore(() => storage(items)).set('corrections', [{ sheet: '收入' }]);
  expect(Object.keys(items)).toEqual(['gouji.corrections']);
  expect(await browserStore(() => storage(items)).get('corrections')).toEqual([{ sheet: '收入' }]);
});

test('where it is forbidden, keeping says so, and the page has it all the same', async () => {
  const store = browserStore(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(await store.get('corrections')).toBeUndefined();
  await expect(store.set('corrections', [1])).rejects.toThrow('denied');
  expect(await store.get('corrections')).toEqual([1]);
});

test('nonsense is as good as nothing', async () => {
  expect(await browserStore(() => storage({ 'gouji.corrections': '{' })).get('corrections')).toBeUndefined();
  expect(await memoryStore().get('corrections')).toBeUndefined();
});
