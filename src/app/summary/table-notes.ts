import type { CellPlace } from '../../core/grid/place';
import type { Cited, Entry } from '../../core/summary/entry';
import type { SummaryColumn, SummaryLine, SummaryTable } from '../../core/summary/summary-table';
import type { Translator } from '../../messages/translator';
import { headerText, placeText, wordsText, type Letterhead } from './summary-words';

interface Shown {
  readonly line: SummaryLine;
  readonly column: SummaryColumn;
  readonly entry: Entry | undefined;
}

/** How many cells a sentence names before it counts the rest. */
const MOST_NAMED = 8;

/** How many figures of a table are of which kind. */
export interface FigureCounts {
  /** Formulas on the user's cells. */
  readonly live: number;
  /** Formulas on the table's own cells. */
  readonly computed: number;
  readonly values: number;
  readonly missing: number;
}

export function countsOf(table: SummaryTable): FigureCounts {
  const cells = shownCells(table);
  const count = (which: (entry: Entry) => boolean) => cells.filter(({ entry }) => entry && which(entry)).length;
  return {
    live: count((entry) => entry.is === 'cited' && entry.formula !== undefined),
    computed: count((entry) => entry.is === 'computed'),
    values: count((entry) => entry.is === 'cited' && entry.formula === undefined),
    missing: cells.filter(({ entry, column }) => entry === undefined && isFigureColumn(column)).length,
  };
}

/** The sentences under a table: how many figures are live, which are values and why, what is missing, who else says it. */
export function notesOf(table: SummaryTable, head: Letterhead, translate: Translator): string[] {
  return [
    translate.text('summary.note.counts', { ...countsOf(table) }),
    ...valuesNotes(table, head, translate),
    ...missingNotes(table, translate),
    ...otherSources(table, head, translate),
    ...table.remarks.map((words) => wordsText(words, translate)),
  ];
}

function shownCells({ blocks }: SummaryTable): Shown[] {
  return blocks.flatMap(({ lines, columns }) =>
    lines.flatMap((line) => columns.map((column) => ({ line, column, entry: line.entries.get(column.id) }))),
  );
}

function isFigureColumn({ look }: SummaryColumn): boolean {
  return look !== 'text' && look !== 'words' && look !== 'light' && look !== 'unit';
}

function valuesNotes(table: SummaryTable, head: Letterhead, translate: Translator): string[] {
  const values = shownCells(table).flatMap(({ entry }) =>
    entry?.is === 'cited' && entry.formula === undefined ? [entry] : [],
  );
  return (['text', 'shown', 'book'] as const).flatMap((why) => {
    const because = values.filter((entry) => (entry.valueBecause ?? 'text') === why);
    if (because.length === 0) return [];
    const places = [...new Set(because.map((entry) => sourceText(entry, why, head)))];
    return [translate.text(`summary.note.value.${why}`, { count: because.length, places: listed(places, translate) })];
  });
}

/** The cell of a value; of another workbook its name alone, for all its figures are values. */
function sourceText({ cells }: Cited, why: 'text' | 'shown' | 'book', head: Letterhead): string {
  const [cell] = cells;
  if (!cell) return '';
  return why === 'book' ? `《${head.bookName(cell.book)}》` : placeText(cell, head);
}

function missingNotes(table: SummaryTable, translate: Translator): string[] {
  const { missingLines, missingColumns, blocks } = table;
  const notes: string[] = [];
  if (missingLines.length > 0)
    notes.push(
      translate.text('summary.note.noLines', {
        lines: translate.list(missingLines.map((words) => wordsText(words, translate))),
      }),
    );
  if (missingColumns.length > 0)
    notes.push(
      translate.text('summary.note.noColumns', {
        columns: translate.list(missingColumns.map((id) => wordsText({ words: `column.${id}` }, translate))),
      }),
    );
  const gaps = blocks.flatMap(({ lines, columns }) =>
    lines.flatMap((line) => {
      const open = columns.filter((column) => isFigureColumn(column) && !line.entries.has(column.id));
      return open.length === 0
        ? []
        : [
            `${wordsText(line.label, translate)}（${translate.list(open.map((column) => headerText(column, translate)))}）`,
          ];
    }),
  );
  if (gaps.length > 0) notes.push(translate.text('summary.note.gaps', { gaps: listed(gaps, translate) }));
  const withoutBase = shownCells(table).some(({ entry }) => entry?.is === 'computed' && entry.value === undefined);
  if (withoutBase) notes.push(translate.text('summary.note.noBase'));
  return notes;
}

function otherSources(table: SummaryTable, head: Letterhead, translate: Translator): string[] {
  const cited = shownCells(table).flatMap(({ line, column, entry }) =>
    entry?.is === 'cited' && entry.others.length > 0 ? [{ line, column, entry }] : [],
  );
  const apart = cited.flatMap(({ line, column, entry }) =>
    entry.others
      .filter(({ agrees }) => !agrees)
      .map((other) => {
        const [cell] = entry.cells;
        return translate.text('summary.note.differs', {
          line: wordsText(line.label, translate),
          column: headerText(column, translate),
          used: cell ? placeText(cell, head) : '',
          value: translate.amount(entry.value, 2),
          other: placeText(other.cell, head),
          otherValue: translate.amount(other.value, 2),
        });
      }),
  );
  const agreeing = cited.filter(({ entry }) => entry.others.every(({ agrees }) => agrees));
  const tables = [...new Set(agreeing.flatMap(({ entry }) => entry.others.map(({ cell }) => tableText(cell, head))))];
  return [
    ...apart,
    ...(agreeing.length === 0
      ? []
      : [translate.text('summary.note.agrees', { count: agreeing.length, tables: listed(tables, translate) })]),
  ];
}

function tableText({ book, sheet }: CellPlace, { own, bookName }: Letterhead): string {
  return book === own ? sheet.trim() : `《${bookName(book)}》${sheet.trim()}`;
}

function listed(items: readonly string[], translate: Translator): string {
  return items.length <= MOST_NAMED
    ? translate.list(items)
    : translate.text('summary.note.andMore', {
        items: translate.list(items.slice(0, MOST_NAMED)),
        count: items.length,
      });
}
