import type { Span } from '../text/mention';

/** A stretch of a text and what is to stand there. */
export interface Replaced extends Span {
  readonly text: string;
}

/** A text with some stretches replaced, each given once. */
export function withReplacements(text: string, replaced: readonly Replaced[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: instead } of [...replaced].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + instead;
    at = end;
  }
  return out + text.slice(at);
}
