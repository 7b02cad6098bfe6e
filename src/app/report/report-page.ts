import type { CellPlace } from '../../core/grid/place';
import type { SourceFigure } from '../../core/report/match/sources';
import type { Figure } from '../../core/report/text/entries';
import type { Translator } from '../../messages/translator';
import { findingText } from '../finding-text';
import { checkText } from './check-text';

/** What became of a figure: contradicted, worth a look, proved, or neither proved nor contradicted. */
export type FigureVerdict = 'wrong' | 'doubtful' | 'right' | 'open';

/** A figure of a report as a pane shows it. */
export interface PageFigure {
  readonly start: number;
  readonly end: number;
  readonly verdict: FigureVerdict;
  /** What is said of it. */
  readonly says: readonly string[];
  /** The cell that it was found in, or should agree with. */
  readonly cell?: CellPlace;
}

/** A report that was checked: plain data that crosses from a worker. */
export interface ReportPage {
  readonly text: string;
  /** In the order of the text. */
  readonly figures: readonly PageFigure[];
}

/** Checks a text against itself and the figures of a workbook, for a pane to show. */
export function reportPage(text: string, sources: readonly SourceFigure[], translate: Translator): ReportPage {
  const { reading, matches, findings, unchecked } = checkText('report', text, sources);
  const open = new Set(unchecked);
  const cells = new Map(matches.map(({ figure, sources: [first] }) => [figure, first?.computation.cells[0]]));
  const figures = reading.figures
    .filter(({ isBlank }) => !isBlank)
    .flatMap((figure): PageFigure[] => {
      const { start, end, unitEnd } = figure.placed.mention;
      const said = findings.filter(
        ({ at: [first] }) => first && 'start' in first && first.start < end && start < first.end,
      );
      const cell = cells.get(figure);
      // A bare number counts only where something is said of it.
      if (figure.unit.kind === 'number' && said.length === 0) return [];
      return [
        {
          start,
          end: unitEnd,
          verdict: verdictOf(figure, said, open),
          says: said.map((finding) => findingText(finding, translate)),
          ...(cell ? { cell } : {}),
        },
      ];
    });
  return { text, figures };
}

function verdictOf(
  figure: Figure,
  said: readonly { readonly level: string }[],
  open: ReadonlySet<Figure>,
): FigureVerdict {
  if (said.some(({ level }) => level === 'error')) return 'wrong';
  if (said.length > 0) return 'doubtful';
  return open.has(figure) ? 'open' : 'right';
}
