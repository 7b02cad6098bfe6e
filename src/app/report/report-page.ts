import type { CellPlace } from '../../core/grid/place';
import type { Answer, Filled } from '../../core/report/fill/answer';
import { fillBlanks, filledWith } from '../../core/report/fill/fill-blanks';
import type { SourceFigure } from '../../core/report/match/sources';
import type { Figure } from '../../core/report/text/entries';
import type { Translator } from '../../messages/translator';
import { findingText } from '../finding-text';
import { checkText, isCounted, type TextCheck } from './check-text';
import { commentOf, type Fill } from './fill-text';

/** What became of a figure: contradicted, worth a look, proved, or neither; of a blank: filled, or left to whoever reads. */
export type FigureVerdict = 'wrong' | 'doubtful' | 'right' | 'open' | 'filled' | 'left';

/** What may stand in a blank. */
export interface PageFill {
  readonly text: string;
  /** Where it is from and how it comes about. */
  readonly says: string;
  readonly cell?: CellPlace;
  /** The blank, and the word before it that turns with the sign, with what they become. */
  readonly replaced: readonly Fill[];
}

/** A figure of a report as a pane shows it. */
export interface PageFigure {
  readonly start: number;
  readonly end: number;
  readonly verdict: FigureVerdict;
  /** What is said of it. */
  readonly says: readonly string[];
  /** The cell that it was found in, or should agree with. */
  readonly cell?: CellPlace;
  /** What fills it, of a blank. */
  readonly fill?: PageFill;
  /** What else might, the likeliest first. */
  readonly candidates?: readonly PageFill[];
}

/** A report that was checked: plain data that crosses from a worker. */
export interface ReportPage {
  readonly text: string;
  /** In the order of the text. */
  readonly figures: readonly PageFigure[];
}

/** As many candidates as anybody weighs. */
const MOST_CANDIDATES = 5;

/** Checks a text against itself and the figures of a workbook, and answers its blanks, for a pane to show. */
export function reportPage(text: string, sources: readonly SourceFigure[], translate: Translator): ReportPage {
  const check = checkText('report', text, sources);
  const isDraft = check.reading.figures.some(({ isBlank }) => isBlank);
  const answers = isDraft ? fillBlanks(check.reading, sources) : [];
  const figures = [
    ...printedFigures(check, translate),
    ...answers.map((answer) => blankFigure(answer, check.reading.plain, translate)),
  ];
  return { text, figures: figures.sort((a, b) => a.start - b.start) };
}

function printedFigures({ reading, matches, findings, unchecked }: TextCheck, translate: Translator): PageFigure[] {
  const open = new Set(unchecked);
  const cells = new Map(matches.map(({ figure, sources: [first] }) => [figure, first?.computation.cells[0]]));
  return reading.figures
    .filter(({ isBlank }) => !isBlank)
    .flatMap((figure): PageFigure[] => {
      const { start, end, unitEnd } = figure.placed.mention;
      const said = findings.filter(
        ({ at: [first] }) => first && 'start' in first && first.start < end && start < first.end,
      );
      const cell = cells.get(figure);
      // A bare number counts only where something is said of it.
      if (!isCounted(figure) && said.length === 0) return [];
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

function blankFigure({ figure, filled, proposals, why }: Answer, plain: string, translate: Translator): PageFigure {
  const { start, unitEnd } = figure.placed.mention;
  const place = { start, end: unitEnd };
  if (filled) {
    const fill = pageFill(figure, filled, translate);
    return { ...place, verdict: 'filled', says: [fill.says], fill, ...(fill.cell ? { cell: fill.cell } : {}) };
  }
  const candidates = proposals
    .slice(0, MOST_CANDIDATES)
    .map((proposal) => pageFill(figure, filledWith(plain, figure, proposal), translate));
  return { ...place, verdict: 'left', says: [translate.text(`fill.why.${why ?? 'none'}`)], candidates };
}

function pageFill({ placed: { mention } }: Figure, { proposal, text, word }: Filled, translate: Translator): PageFill {
  const [cell] = proposal.computation.cells;
  const says = commentOf(proposal, translate);
  return {
    text,
    says,
    ...(cell ? { cell } : {}),
    replaced: [{ start: mention.start, end: mention.end, text, comment: says }, ...(word ? [word] : [])],
  };
}
