import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks of a browser: sizes, media queries, observers, object addresses. */
export function stubBrowser(): void {
  class NoObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.assign(globalThis, { ResizeObserver: NoObserver, TextDecoder, TextEncoder });
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    // A narrow page in a light system.
    value: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
  for (const [name, size] of [
    ['clientHeight', 600],
    ['clientWidth', 800],
    ['offsetHeight', 60],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  }
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  let made = 0;
  URL.createObjectURL = () => `blob:gouji/${++made}`;
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = () => undefined;
}
