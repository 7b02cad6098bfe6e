import { defineRule, type Level, type Report } from '../core/findings/rule';
import { exchangedInCells, type ExchangedInCell } from '../core/report/exchanged-in-cells';
import { toldInCells, type ToldFigure } from '../core/report/told-in-cells';
import { cellName } from '../core/grid/address';
import type { BookId } from '../core/grid/book-id';
import { bookId, type CellPlace } from '../core/grid/place';
import { significant } from '../core/numbers/decimal';
import type { Dossier } from '../core/reading/dossier';
import { lentFigures } from '../core/report/match/lent-sources';
import type { SourceFigure } from '../core/report/match/sources';
import { printed, subjectOf } from './text-report';

type MessageId = 'differs' | 'computes' | 'exchanged';

/** So many other figures of the same sheet's sentences that agree make a difference an error. */
const SURE = 3;

/** A note, an explanation or a sentence for leaders on a sheet tells figures: they are those of the workbook's tables. */
export const figuresInSentences = defineRule<MessageId>({
  code: 'T333',
  name: 'told-in-cells',
  reach: 'set',
  levels: ['error', 'warning'],
  messageIds: ['differs', 'computes', 'exchanged'],
  check: ({ workbook, sheets, companions, asOf, bookName }) => {
    const own = bookId(workbook);
    const counties = new Set(
      sheets.flatMap(({ named }) => named.map(({ county }) => county)).filter((name) => name !== ''),
    );
    let known: readonly SourceFigure[] | undefined;
    const lent = (): readonly SourceFigure[] => (known ??= lentFigures(companions, counties));
    const told = sheets.map((reading) => ({
      sheet: reading.sheet.name,
      figures: toldInCells(own, reading, sheets, asOf, lent),
    }));
    const named = [...sheets, ...companions].flatMap((one) => one.named);
    const passed = told.reduce((sum, { figures }) => sum + figures.filter(agrees).length, 0);
    const reports = told.flatMap(({ sheet, figures }) => {
      const level: Level = figures.filter(agrees).length >= SURE ? 'error' : 'warning';
      return figures.flatMap((figure) => reportOf(figure, { book: own, sheet }, level, bookName) ?? []);
    });
    const twins = exchangedInCells(told, own, asOf, named).map((one) => exchanged(one, own, bookName));
    reports.push(...twins);
    return { passed, reports, ...(passed + reports.length === 0 ? { skipped: { why: 'noSentences' } } : {}) };
  },
});

function agrees({ match: { verdict } }: ToldFigure): boolean {
  return verdict === 'equal' || verdict === 'rounding';
}

function reportOf(
  { cell, match, reading, isBeside }: ToldFigure,
  { book, sheet }: Pick<CellPlace, 'book' | 'sheet'>,
  ofSheet: Level,
  bookName: Dossier['bookName'],
): Report<MessageId> | undefined {
  const { figure, verdict, sources } = match;
  const [source] = sources;
  const [first, ...others] = source?.computation.cells ?? [];
  if (verdict !== 'wrong' || isBeside || !source || !first) return undefined;
  const { mention } = figure.placed;
  const expected = source.size / mention.unit.factor;
  const subject = subjectOf(figure, reading) || (source.path.at(-1) ?? '');
  // Another workbook may be of another calibre.
  const level: Level = first.book === book ? ofSheet : 'warning';
  return {
    level,
    ...(level === 'warning' ? { grade: 'yellow' as const } : {}),
    sheet,
    cells: [cell],
    against: [first, ...others],
    messageId: others.length === 0 ? 'differs' : 'computes',
    data: {
      subject,
      stated: printed(figure, reading),
      expected: `${Number(expected.toFixed(Math.max(2, mention.decimals)))}${mention.unitText.replace(/\s/g, '')}`,
      from: [first, ...others].map((at) => nameOf(at, { book, sheet }, bookName)),
    },
    expected,
    actual: mention.value,
    difference: mention.value - expected,
    aspect: subject,
  };
}

function nameOf(at: CellPlace, from: Pick<CellPlace, 'book' | 'sheet'>, bookName: Dossier['bookName']): string {
  if (at.book !== from.book) return `《${bookName(at.book)}》${at.sheet.trim()}!${cellName(at)}`;
  return at.sheet === from.sheet ? cellName(at) : `${at.sheet.trim()}!${cellName(at)}`;
}

/** Nothing is called what the sentence tells; but one figure is what it tells, with two digits exchanged. */
function exchanged(
  { sheet, told: { cell, match, reading }, other }: ExchangedInCell,
  book: BookId,
  bookName: Dossier['bookName'],
): Report<MessageId> {
  const { figure } = match;
  const { mention } = figure.placed;
  const expected = significant(other.figure.yuan / mention.unit.factor);
  const subject = subjectOf(figure, reading);
  return {
    level: 'warning',
    grade: 'yellow',
    sheet,
    cells: [cell],
    against: [other.cell],
    messageId: 'exchanged',
    data: {
      subject,
      stated: printed(figure, reading),
      expected: `${expected}${mention.unitText.replace(/\s/g, '')}`,
      from: [nameOf(other.cell, { book, sheet }, bookName)],
    },
    expected,
    actual: mention.value,
    difference: mention.value - expected,
    aspect: subject,
  };
}
