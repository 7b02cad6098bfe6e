import type { Position } from '../grid/address';
import { placeKey } from '../grid/place';
import { meets } from '../numbers/interval';
import type { BookId } from '../grid/book-id';
import { CellKind, type CellStore, type Sheet } from '../grid/sheet';
import type { Table } from '../tables/table';
import { orCutOff } from './claims/judge';
import type { Match } from './match/match';
import { matchFigures } from './match/match-figures';
import { sourceFigures, type SourceFigure } from './match/sources';
import { subjectIn } from './text/subject';
import { readReport, type ReportReading } from './read-report';

/** A sheet with what was read of it. */
interface ReadTables {
  readonly sheet: Sheet;
  readonly tables: readonly Table[];
}

/** A figure that a sentence in a cell tells, held against the tables of its workbook. */
export interface ToldFigure {
  readonly cell: Position;
  readonly match: Match;
  readonly reading: ReportReading;
  /** Whether another row of the column that it should be in prints it: 支出安排 may be 本年支出 or 支出总计. */
  readonly isBeside: boolean;
}

/** What a cell tells in words: 9月末库款余额30771万元. Shorter texts are labels. */
const SHORTEST = 10;
const TELLS = /\d(?:[\d,.]*\d)?\s*(?:万元|亿元|千元|元|%|％)/;

const SOURCES = new WeakMap<ReadTables, readonly SourceFigure[]>();

/** A sheet that did not change since the last edit keeps its figures. */
function sourcesKept(book: BookId, read: ReadTables): readonly SourceFigure[] {
  const known = SOURCES.get(read) ?? sourceFigures(book, read.sheet, read.tables);
  SOURCES.set(read, known);
  return known;
}

/** The figures that sentences of a sheet tell, beside the tables of the whole workbook; `asOf` is the day of its figures. */
export function toldInCells(
  book: BookId,
  read: ReadTables,
  all: readonly ReadTables[],
  asOf: string | undefined,
  lent: () => readonly SourceFigure[] = () => [],
): ToldFigure[] {
  const sentences = sentencesOf(read.sheet);
  if (sentences.length === 0) return [];
  // A sentence on a sheet is of the time of the sheet.
  let text = headOf(read, asOf);
  const starts = sentences.map((sentence) => {
    const start = text.length;
    text += `${sentence.text.replace(/\n/g, ' ')}\n`;
    return start;
  });
  const reading = readReport(text);
  const sources = all.flatMap((one) => sourcesKept(book, one));
  const own = matchFigures(reading, sources);
  const others = elsewhere(reading, own, lent);
  return [...own, ...others].flatMap((match): ToldFigure[] => {
    const { start } = match.figure.placed.mention;
    const cell = sentences[starts.findLastIndex((from) => from <= start)]?.cell;
    const beside = others.includes(match) ? isNamedElsewhere(match, lent()) : isBeside(match, sources);
    return cell && !isOfAnother(match, read.sheet) ? [{ cell, match, reading, isBeside: beside }] : [];
  });
}

/** What no table of its own workbook has under its name, beside the tables of the others. */
function elsewhere(reading: ReportReading, own: readonly Match[], lent: () => readonly SourceFigure[]): Match[] {
  const open = new Set(own.flatMap(({ figure, verdict }) => (verdict === 'none' ? [figure] : [])));
  if (open.size === 0) return [];
  const sources = lent();
  if (sources.length === 0) return [];
  return matchFigures(reading, sources).filter(({ figure, verdict }) => open.has(figure) && verdict !== 'none');
}

const NAMELESS = /^(?:余额|金额|总额|资金|合计)$/;

/** 最大一户为自然资源局，余额3729万元: a bare word is of its own sheet, not of whatever has such a row elsewhere. */
function isOfAnother({ figure, verdict, sources }: Match, sheet: Sheet): boolean {
  const cells = sources.flatMap(({ computation }) => computation.cells);
  return (
    verdict !== 'equal' &&
    NAMELESS.test(subjectIn(figure.placed.lead)) &&
    cells.some((cell) => cell.sheet !== sheet.name)
  );
}

function isBeside({ figure, sources: [source] }: Match, all: readonly SourceFigure[]): boolean {
  const [at, more] = source?.computation.cells ?? [];
  if (!at || more) return false;
  const printed = all.find(({ cell }) => placeKey(cell) === placeKey(at));
  return all.some(
    (other) =>
      other.table === printed?.table && other.header === printed.header && meets(orCutOff(figure), other.interval),
  );
}

const BARE = /^总?(?:收入|支出)$/;

/** Of many workbooks another may have what is told under the same name: 直达资金 that came in, and what was shared out of it. */
function isNamedElsewhere(match: Match, sources: readonly SourceFigure[]): boolean {
  const { figure, verdict } = match;
  const name = subjectIn(figure.placed.lead);
  if (verdict !== 'wrong') return false;
  // 支出3.32亿元: of what, only its own page knows.
  if (name.length < 2 || BARE.test(name)) return true;
  return sources.some(
    ({ kind, path, header, title, interval }) =>
      kind === figure.unit.kind &&
      meets(orCutOff(figure), interval) &&
      [...path, header, title].some((words) => words.includes(name)),
  );
}

function headOf({ sheet, tables: [table] }: ReadTables, asOf: string | undefined): string {
  const title = table?.title ?? sheet.name;
  const day = table?.period?.to ?? asOf;
  const time = day === undefined || /(?:19|20)\d{2}/.test(title) ? '' : `${day.slice(0, 4)}年`;
  return `${time}${title}。\n`;
}

/** More sentences than this nobody numbers. */
const MOST_SENTENCES = 99;

/** 1, （1） or 一、 before a sentence. */
function isOrdinal({ kind, number, text, texts }: CellStore, i: number): boolean {
  if (kind[i] === CellKind.number) {
    const value = number[i] ?? 0;
    return Number.isInteger(value) && value >= 1 && value <= MOST_SENTENCES;
  }
  return /^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.]?$/.test((texts[text[i] ?? 0] ?? '').trim());
}

interface Sentence {
  readonly cell: Position;
  readonly text: string;
}

const SENTENCES = new WeakMap<Sheet, readonly Sentence[]>();

function sentencesOf(sheet: Sheet): readonly Sentence[] {
  const known = SENTENCES.get(sheet) ?? findSentences(sheet);
  SENTENCES.set(sheet, known);
  return known;
}

function findSentences({ cells }: Sheet): Sentence[] {
  const tell = cells.texts.map((text) => text.length >= SHORTEST && TELLS.test(text));
  if (!tell.includes(true)) return [];
  const found: Sentence[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    const [from, to] = [cells.rowStart[row] ?? 0, cells.rowStart[row + 1] ?? 0];
    // What stands beside other cells is a remark on them; a number before it only counts the sentences.
    const filled = Array.from({ length: to - from }, (_, k) => from + k).filter(
      (i) => cells.kind[i] !== CellKind.blank && !isOrdinal(cells, i),
    );
    if (filled.length > 1) continue;
    for (let i = from; i < to; i++) {
      const text = cells.text[i] ?? 0;
      if (cells.kind[i] === CellKind.text && tell[text] === true)
        found.push({ cell: { row, column: cells.column[i] ?? 0 }, text: cells.texts[text] ?? '' });
    }
  }
  return found;
}
