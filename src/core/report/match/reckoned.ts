import type { Interval } from '../../numbers/interval';
import type { Computation, Proposal } from './proposal';
import type { SourceFigure } from './sources';

export interface Sized {
  readonly size: number;
  readonly interval: Interval;
}

/** What follows from some cells for certain. */
export function reckoned(op: Computation['op'], sources: readonly SourceFigure[], { size, interval }: Sized): Proposal {
  const [first] = sources;
  return {
    computation: { op, cells: sources.map(({ cell }) => cell) },
    size,
    interval,
    score: 1,
    isCertain: true,
    path: first?.path ?? [],
    header: [...new Set(sources.map(({ header }) => header))].join(' ÷ '),
  };
}
