import type { ReportReading } from './read-report';
import type { Figure } from './text/entries';
import { isPartOfYear } from './text/periods';

/** A day up to which figures of a text run, and the figures that stand under it. */
export interface CutOff {
  /** ISO date; its year is 2000 where the text names none. */
  readonly day: string;
  readonly figures: readonly Figure[];
}

/** The days to which the figures of a text run, in the order in which it names them: figures of two days are not to be compared. */
export function cutOffs({ figures, periods }: ReportReading): CutOff[] {
  const dated = periods.filter(isPartOfYear);
  const byDay = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { start } = figure.placed.mention;
    const at = dated.findLast((period) => period.start < start);
    if (!at) continue;
    const known = byDay.get(at.period.to) ?? [];
    known.push(figure);
    byDay.set(at.period.to, known);
  }
  return [...byDay].map(([day, under]) => ({ day, figures: under }));
}
