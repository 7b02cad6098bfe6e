import type { ReportReading } from '../read-report';
import type { Replaced } from './replace';

/** Which figures a mask takes out: every one, or only money. */
export const MASKS = ['all', 'amounts'] as const;
export type Mask = (typeof MASKS)[number];

/** A figure that was taken out: where its `*` stands in the masked text, and what stood there. */
export interface MaskedFigure {
  readonly at: number;
  readonly text: string;
}

export interface Masked {
  readonly replaced: readonly Replaced[];
  readonly key: readonly MaskedFigure[];
}

/** Takes figures out of a text, a `*` for each, and keeps what fills them again. */
export function maskFigures({ figures }: ReportReading, text: string, mask: Mask): Masked {
  let shift = 0;
  const key: MaskedFigure[] = [];
  const replaced = figures
    .filter(
      (figure) => !figure.isBlank && (mask === 'all' || figure.unit.kind === 'money' || figure.unit.kind === 'price'),
    )
    .map(({ placed: { mention } }): Replaced => {
      const { start, end } = mention;
      key.push({ at: start + shift, text: text.slice(start, end) });
      shift += 1 - (end - start);
      return { start, end, text: '*' };
    });
  return { replaced, key };
}

/** What fills a masked text again; undefined: the key is of another text. */
export function unmasked(text: string, key: readonly MaskedFigure[]): Replaced[] | undefined {
  if (key.some(({ at }) => text.charAt(at) !== '*')) return undefined;
  return key.map(({ at, text: figure }) => ({ start: at, end: at + 1, text: figure }));
}
