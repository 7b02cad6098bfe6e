import type { Address } from '../../core/grid/address';
import type { Fill } from '../../app/report/fill-text';
import { withReplacements } from '../../core/report/fill/replace';
import type { ChosenFill } from '../../app/report/basis-sheet';
import type { FigureVerdict, PageFigure, PageFill, ReportPage } from '../../app/report/report-page';

/** A stretch of a report: words, or a figure with what became of it. */
export interface ReportPiece {
  readonly text: string;
  /** Index among the figures; absent: words. */
  readonly figure?: number;
}

/** The text of a report cut at its figures, blanks as they are filled. */
export function reportPieces({ text, figures }: ReportPage): ReportPiece[] {
  const replaced = figures.flatMap(({ fill }) => fill?.replaced ?? []);
  const shown = (start: number, end: number): string => {
    const inside = replaced.filter((one) => one.start >= start && one.end <= end);
    const moved = inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return withReplacements(text.slice(start, end), moved);
  };
  const pieces: ReportPiece[] = [];
  let at = 0;
  figures.forEach(({ start, end }, figure) => {
    if (start > at) pieces.push({ text: shown(at, start) });
    pieces.push({ text: shown(start, end), figure });
    at = end;
  });
  if (at < text.length) pieces.push({ text: shown(at, text.length) });
  return pieces;
}

/** What stands in the blanks of a draft, certain or chosen, with the words that turn. */
export function fillsOf({ figures }: ReportPage): Fill[] {
  return figures.flatMap(({ fill }) => fill?.replaced ?? []);
}

/** Which candidates were chosen for blanks that were left. */
export function chosenFills({ figures }: ReportPage): ChosenFill[] {
  return figures.flatMap(({ start, fill, candidates = [] }) => {
    const candidate = fill ? candidates.indexOf(fill) : -1;
    return candidate < 0 ? [] : [{ start, candidate }];
  });
}

/** A page on which some blanks are filled with what was chosen for them, by their index. */
export function withChoices(page: ReportPage, choices: ReadonlyMap<number, PageFill>): ReportPage {
  if (choices.size === 0) return page;
  return {
    ...page,
    figures: page.figures.map((figure, i): PageFigure => {
      const fill = choices.get(i);
      if (!fill) return figure;
      return { ...figure, verdict: 'filled', says: [fill.says], fill, ...(fill.cell ? { cell: fill.cell } : {}) };
    }),
  };
}

/** What a reader steps through: what is contradicted, worth a look, or left blank. */
const STOPS: readonly FigureVerdict[] = ['wrong', 'doubtful', 'left'];

/** The next figure that needs a look, in a direction, round the end; undefined: there is none. */
export function nextStop(figures: readonly PageFigure[], from: number | undefined, step: 1 | -1): number | undefined {
  const stops = figures.flatMap(({ verdict }, i) => (STOPS.includes(verdict) ? [i] : []));
  if (from === undefined) return step > 0 ? stops[0] : stops.at(-1);
  const next = step > 0 ? stops.find((i) => i > from) : stops.findLast((i) => i < from);
  return next ?? (step > 0 ? stops[0] : stops.at(-1));
}

/** The first figure of a text that a cell holds. */
export function quotedFrom(figures: readonly PageFigure[], { sheet, row, column }: Address): number | undefined {
  const at = figures.findIndex(({ cell }) => cell?.sheet === sheet && cell.row === row && cell.column === column);
  return at < 0 ? undefined : at;
}

/** How many figures came to what. */
export function verdictCounts({ figures }: ReportPage): Readonly<Record<FigureVerdict, number>> {
  const counts = { wrong: 0, doubtful: 0, right: 0, open: 0, filled: 0, left: 0 };
  for (const { verdict } of figures) counts[verdict] += 1;
  return counts;
}
