import type { Span } from '../text/mention';
import type { Answer } from './answer';

/** A stretch of a text and what is to stand there. */
export interface Replaced extends Span {
  readonly text: string;
}

/** The filled blanks, and the words that turn with their sign, in the order of the text. */
export function replacementsOf(answers: readonly Answer[]): Replaced[] {
  return answers
    .flatMap(({ figure, filled }) => {
      if (!filled) return [];
      const { start, end } = figure.placed.mention;
      return [{ start, end, text: filled.text }, ...(filled.word ? [filled.word] : [])];
    })
    .sort((a, b) => a.start - b.start);
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
