import type { DatedSpan } from '../text/periods';
import type { Entry, Figure } from '../text/entries';

/** A text as it was read, before its claims are judged. */
export interface ReadText {
  readonly plain: string;
  readonly figures: readonly Figure[];
  readonly entries: readonly Entry[];
  readonly periods: readonly DatedSpan[];
}

/** The entries of the same numbered item before one, nearest first. */
export function entriesBefore({ entries }: ReadText, { index, level }: Entry, most = 12): Entry[] {
  return entries
    .slice(Math.max(0, index - most), index)
    .reverse()
    .filter((entry) => entry.level.placed.item === level.placed.item);
}

/** Figures that may be added: money with money, persons with persons. */
export function isSameKind(a: Figure, b: Figure): boolean {
  return a.unit.kind === b.unit.kind && a.unit.thing === b.unit.thing;
}
