import type { Address } from '../../core/grid/address';
import type { FigureVerdict, PageFigure, ReportPage } from '../../app/report/report-page';

/** A stretch of a report: words, or a figure with what became of it. */
export interface ReportPiece {
  readonly text: string;
  /** Index among the figures; absent: words. */
  readonly figure?: number;
}

/** The text of a report cut at its figures. */
export function reportPieces({ text, figures }: ReportPage): ReportPiece[] {
  const pieces: ReportPiece[] = [];
  let at = 0;
  figures.forEach(({ start, end }, figure) => {
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), figure });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** What a reader steps through: what is contradicted or worth a look. */
const STOPS: readonly FigureVerdict[] = ['wrong', 'doubtful'];

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
  const counts = { wrong: 0, doubtful: 0, right: 0, open: 0 };
  for (const { verdict } of figures) counts[verdict] += 1;
  return counts;
}
