import { cellName, quoteSheet } from '../../core/grid/address';
import type { CellPlace } from '../../core/grid/place';
import type { Answer } from '../../core/report/fill/answer';
import { fillBlanks } from '../../core/report/fill/fill-blanks';
import type { Computation, Proposal } from '../../core/report/match/proposal';
import type { SourceFigure } from '../../core/report/match/sources';
import { readReport } from '../../core/report/read-report';
import type { Figure } from '../../core/report/text/entries';
import type { Translator } from '../../messages/translator';

/** A stretch of a draft with what it becomes, and what is to be said of it in the margin. */
export interface Fill {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly comment?: string;
}

/** A draft with its blanks answered. */
export interface FilledDraft {
  readonly fills: readonly Fill[];
  readonly answers: readonly Answer[];
  /** Masked names and numbers of documents: never filled. */
  readonly kept: number;
}

export function fillDraft(text: string, sources: readonly SourceFigure[], translate: Translator): FilledDraft {
  const reading = readReport(text);
  const answers = fillBlanks(reading, sources);
  const fills = answers.flatMap(({ figure, filled }): Fill[] => {
    if (!filled) return [];
    const { start, end } = figure.placed.mention;
    const comment = commentOf(filled.proposal, translate);
    return [{ start, end, text: filled.text, comment }, ...(filled.word ? [filled.word] : [])];
  });
  const kept = reading.mentions.filter(({ blank }) => blank === 'name' || blank === 'documentNumber').length;
  return { fills: fills.sort((a, b) => a.start - b.start), answers, kept };
}

/** 收入执行表!C5，增长率 = … : where the figure is from and how it comes about. */
export function commentOf({ computation, path, header }: Proposal, translate: Translator): string {
  return translate.text('fill.comment', {
    name: path.join(' / ') + (header && `（${header}）`),
    book: [...new Set(computation.cells.map(({ book }) => bookName(book)))].join(' '),
    formula: formulaOf(computation),
  });
}

/** The name of a workbook without its folders. */
export function bookName(book: string): string {
  return book.split(/[\\/]/).at(-1) ?? book;
}

/** How a figure comes about, as a formula over its cells. */
export function formulaOf({ op, cells, months = 0 }: Computation): string {
  const [a = '', b = '', c = '', d = ''] = cells.map(reference);
  switch (op) {
    case 'cell':
      return `=${a}`;
    case 'difference':
      return `=${a}-${b}`;
    case 'sum':
      return `=${cells.map(reference).join('+')}`;
    case 'average':
      return `=${a}/${months}`;
    case 'growth':
      return `=(${a}-${b})/${b}`;
    case 'share':
      return `=${a}/${b}`;
    case 'points':
      return `=${a}/${b}-${c}/${d}`;
    case 'pace':
      return `=${a}/${b}-${months}/12`;
    case 'coverage':
      return `=${a}/(${cells.slice(1).map(reference).join('+')})*${months}`;
  }
}

function reference({ sheet, row, column }: CellPlace): string {
  return `${quoteSheet(sheet)}!${cellName({ row, column })}`;
}

/** As much of the sentence as tells which blank it is. */
const CONTEXT = 16;

/** The blank with the words around it. */
export function contextOf({ placed: { mention } }: Figure, text: string): string {
  const before =
    text
      .slice(Math.max(0, mention.start - CONTEXT), mention.start)
      .split('\n')
      .at(-1) ?? '';
  return `${before}${text.slice(mention.start, mention.unitEnd)}`;
}
