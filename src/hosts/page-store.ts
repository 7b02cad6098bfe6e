import type { Store } from './host';

/** Every name of ours begins so, wherever it is kept. */
const STORE_PREFIX = 'gouji.';

/** Keeps values as long as the page, and for nobody after it. */
export function memoryStore(): Store {
  const kept = new Map<string, string>();
  return {
    get: (key) => Promise.resolve(valueOf(kept.get(key))),
    set: (key, value) => {
      kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

/** Keeps values in the browser; where it forbids that (private windows, `file://`), as long as the page. */
export function browserStore(storage: () => Storage): Store {
  const memory = memoryStore();
  return {
    async get(key) {
      const here = await memory.get(key);
      if (here !== undefined) return here;
      try {
        return valueOf(storage().getItem(STORE_PREFIX + key));
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      await memory.set(key, value);
      storage().setItem(STORE_PREFIX + key, JSON.stringify(value));
    },
  };
}

/** What is no JSON was not kept by us. */
export function valueOf(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
