import type { BookId } from '../../core/grid/book-id';
import { cellName } from '../../core/grid/address';
import type { Answer } from '../../core/report/fill/answer';
import { fillBlanks, filledWith } from '../../core/report/fill/fill-blanks';
import type { Proposal } from '../../core/report/match/proposal';
import type { SourceFigure } from '../../core/report/match/sources';
import { readReport } from '../../core/report/read-report';
import type { Figure } from '../../core/report/text/entries';
import type { SummaryCell, SummaryRow, SummarySheet, SummaryStyle } from '../../core/summary/summary-sheet';
import { displayWidth, spannedHeight } from '../../core/summary/widths';
import type { Translator } from '../../messages/translator';
import { bookName, formulaOf } from './fill-text';

const COLUMNS = [
  ['number', 5],
  ['sentence', 44],
  ['figure', 12],
  ['unit', 8],
  ['source', 30],
  ['cell', 14],
  ['formula', 34],
] as const;
const WIDTHS = COLUMNS.map(([, width]) => width);
const WRAPPED = { sentence: 44, source: 30, formula: 34 } as const;

/** What a draft was filled with. */
export interface Basis {
  readonly draft: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  /** The workbook that gets the sheet: its cells can be clicked. */
  readonly own: BookId;
}

/** A draft as a pane has it: its text, and the blanks for which one of the candidates was chosen. */
export interface DraftToFill {
  readonly name: string;
  readonly text: string;
  readonly chosen: readonly ChosenFill[];
}

/** `candidate`: which of the proposals for the blank that starts here, from 0, the likeliest first. */
export interface ChosenFill {
  readonly start: number;
  readonly candidate: number;
}

/** The blanks of a draft with what is certain of them, and what was chosen. */
export function filledBy({ text, chosen }: DraftToFill, sources: readonly SourceFigure[]): Answer[] {
  const reading = readReport(text);
  const choices = new Map(chosen.map(({ start, candidate }) => [start, candidate]));
  return fillBlanks(reading, sources).map((answer): Answer => {
    const { figure, proposals } = answer;
    const proposal = proposals[choices.get(figure.placed.mention.start) ?? -1];
    return proposal ? { ...answer, filled: filledWith(reading.plain, figure, proposal), why: undefined } : answer;
  });
}

/** 底稿: each figure that fills a blank of a draft, with its sentence, its cell and how it comes about. */
export function basisSheet({ draft, text, answers, own }: Basis, translate: Translator): SummarySheet {
  const filled = answers.flatMap(({ figure, filled }) => (filled ? [{ figure, filled }] : []));
  const spanned = (style: SummaryStyle, value: string): SummaryRow => {
    const row = { spanned: true, cells: WIDTHS.map((_, i) => (i === 0 ? { style, value } : { style })) };
    const height = style === 'remark' ? spannedHeight(row, WIDTHS) : undefined;
    return height === undefined ? row : { ...row, height: Math.max(15, height) };
  };
  const subtitle = COLUMNS.map(([column], i): SummaryCell => {
    if (column === 'number')
      return { style: 'subtitle', value: translate.text('basis.of', { draft: bookName(draft) }) };
    if (i < COLUMNS.length - 1) return { style: 'note' };
    return { style: 'unit', value: translate.text('basis.unit') };
  });
  const header: SummaryRow = {
    cells: COLUMNS.map(([column]) => ({ style: 'header', value: translate.text(`basis.col.${column}`) })),
    height: 24,
  };
  const body = filled.map(({ figure, filled: { proposal, text: shown } }, i): SummaryRow => {
    const sentence = sentenceTo(figure, text);
    const source = sourceOf(proposal, own);
    const formula = formulaOf(proposal.computation);
    const lines = Math.max(
      ...Object.entries({ sentence, source, formula }).map(([column, words]) =>
        Math.ceil(displayWidth(words) / WRAPPED[column as keyof typeof WRAPPED]),
      ),
    );
    return {
      height: Math.max(20, 16 * lines + 4),
      cells: [
        { style: 'count', value: i + 1 },
        { style: 'text', value: sentence },
        { style: 'number', value: Number(shown) },
        { style: 'centered', value: figure.placed.mention.unitText.replace(/\s/g, '') },
        { style: 'text', value: source },
        linkTo(proposal, own),
        { style: 'text', value: formula },
      ],
    };
  });
  const first = [{ ...spanned('title', translate.text('basis.title')), height: 30 }, { cells: subtitle }, header];
  const left = answers.length - filled.length;
  return {
    id: 'basis',
    name: translate.text('basis.sheet'),
    widths: WIDTHS,
    rows: [
      ...first,
      ...body,
      spanned('remark', translate.text('basis.counts', { filled: filled.length, left })),
      spanned('note', translate.text('basis.footer')),
    ],
    repeatedRows: [0, first.length - 1],
    frozenRows: first.length,
    ...(body.length > 0 ? { filter: [first.length - 1, first.length + body.length - 1] as const } : {}),
  };
}

/** Longer beginnings of a sentence tell nobody more. */
const LONGEST = 60;

/** A sentence up to a blank, with its unit. */
function sentenceTo({ placed: { mention } }: Figure, text: string): string {
  const before = text.slice(0, mention.start);
  const from = Math.max(...['。', '；', ';', '\n'].map((sign) => before.lastIndexOf(sign))) + 1;
  const words = text.slice(from, mention.unitEnd).trim();
  return words.length > LONGEST ? `…${words.slice(-LONGEST)}` : words;
}

/** Names of row and column, and the workbook where it is another. */
function sourceOf({ computation: { cells }, path, header }: Proposal, own: BookId): string {
  const others = [...new Set(cells.filter(({ book }) => book !== own).map(({ book }) => `《${bookName(book)}》`))];
  return `${others.join('')}${path.join('/')}${header && `（${header}）`}`;
}

function linkTo({ computation: { cells } }: Proposal, own: BookId): SummaryCell {
  const [first] = cells;
  if (!first) return { style: 'text' };
  const value = `${first.sheet.trim()}!${cellName(first)}`;
  const { sheet, row, column } = first;
  return first.book === own ? { style: 'link', value, link: { sheet, row, column } } : { style: 'text', value };
}
