import { type Sheet, cellIndex, CellKind, textAt } from '../grid/sheet';
import { textAmount } from '../numbers/amount-text';
import { plainText } from './label';
import { profileRow, type RowProfile } from './row-profile';

/** Where a table stands on its sheet, still without meaning: rows are inclusive, 0-based. */
export interface Block {
  readonly titleRows: readonly number[];
  readonly headerRows: readonly [first: number, last: number];
  /** Header rows that only number the columns: 栏次 | 1 | 2. */
  readonly numberRows: readonly number[];
  readonly bodyRows: readonly [first: number, last: number];
  /** Notes and signatures that were left out. */
  readonly noteRows: readonly number[];
  readonly columns: readonly [first: number, last: number];
}

const MOST_HEADER_ROWS = 6;
/** A table may pause for this many empty rows. */
const MOST_BLANK_ROWS = 3;

/** Finds the tables of a sheet from top to bottom. */
export function findBlocks(sheet: Sheet): Block[] {
  const profiles: RowProfile[] = [];
  for (let row = 0; row < sheet.cells.rowCount; row++) profiles.push(profileRow(sheet, row));
  const blocks: Block[] = [];
  for (let from = 0; ;) {
    const block = nextBlock(sheet, profiles, from);
    if (!block) return blocks;
    blocks.push(block);
    from = Math.max(block.bodyRows[1], ...block.noteRows) + 1;
  }
}

function nextBlock(sheet: Sheet, profiles: readonly RowProfile[], from: number): Block | undefined {
  let body = from;
  while (body < profiles.length && !startsBody(sheet, profiles, body, from)) body++;
  if (body >= profiles.length) return undefined;
  const header = headerAbove(sheet, profiles, body, from);
  const { last, notes } = bodyEnd(sheet, profiles, body);
  const titleRows: number[] = [];
  for (let row = from; row < header; row++) if (profiles[row]?.kind !== 'blank') titleRows.push(row);
  return {
    titleRows,
    headerRows: [header, body - 1],
    numberRows: profiles
      .slice(header, body)
      .filter((profile) => isColumnNumbers(sheet, profile))
      .map(({ row }) => row),
    bodyRows: [body, last],
    noteRows: notes,
    columns: columnSpan(profiles, header, last),
  };
}

/** A row of figures; a row of years or of column numbers still belongs to the header. */
function startsBody(sheet: Sheet, profiles: readonly RowProfile[], row: number, from: number): boolean {
  const profile = profiles[row];
  if (!profile || profile.kind !== 'numeric') return false;
  const below = profiles[row + 1];
  if (
    isColumnNumbers(sheet, profile) &&
    hasWordsAbove(profiles, row, from) &&
    below !== undefined &&
    below.kind !== 'blank' &&
    // 甲, 乙 and 丙 below each other are made-up items.
    !(below.words.length > 0 && wordsOf(sheet, below).every(isColumnName))
  )
    return false;
  return !(
    isRowOfYears(numbersOf(sheet, profile)) &&
    !hasNumericAbove(profiles, row, from) &&
    !isUnderHeaders(profiles, profile, from) &&
    nextIsNumeric(profiles, row)
  );
}

/** 2022 | 2023, rising or falling: they name what stands below. */
function isRowOfYears(values: readonly number[]): boolean {
  const isYear = (value: number) => Number.isInteger(value) && value >= 1949 && value <= 2100;
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? NaN)));
  return values.length > 0 && values.every(isYear) && steps.every((step) => step !== 0 && step === steps[0]);
}

/** The columns of its figures have their names above already: then 2,085 is an amount. */
function isUnderHeaders(profiles: readonly RowProfile[], { row, numbers }: RowProfile, from: number): boolean {
  const above = profiles.slice(Math.max(from, row - MOST_HEADER_ROWS), row).filter(({ kind }) => kind === 'words');
  return numbers.every((column) => above.some(({ words }) => words.includes(column)));
}

function nextIsNumeric(profiles: readonly RowProfile[], row: number): boolean {
  return profiles.slice(row + 1, row + 4).some((profile) => profile.kind === 'numeric');
}

function hasNumericAbove(profiles: readonly RowProfile[], row: number, from: number): boolean {
  return profiles.slice(from, row).some((profile) => profile.kind === 'numeric');
}

function hasWordsAbove(profiles: readonly RowProfile[], row: number, from: number): boolean {
  return profiles.slice(Math.max(from, row - 3), row).some((profile) => profile.kind === 'words');
}

function numbersOf(sheet: Sheet, profile: RowProfile): number[] {
  const { cells } = sheet;
  return profile.numbers.map((column) => {
    const at = cellIndex(cells, profile.row, column);
    if (cells.kind[at] === CellKind.number) return cells.number[at] ?? 0;
    return textAmount(cells.texts[cells.text[at] ?? 0] ?? '')?.value ?? NaN;
  });
}

/**
 * Whether a row numbers the columns of a form: 栏次 | 1 | 2 = 3 + 4 | 3, 甲 | 乙 | 1 | 2, or 1 2 3 alone. What is
 * written in it are numbers of columns, not figures.
 */
function isColumnNumbers(sheet: Sheet, profile: RowProfile): boolean {
  const values = numbersOf(sheet, profile);
  const rises = values.every(
    (value, i) =>
      Number.isInteger(value) && value >= 0 && value < MOST_COLUMNS && (i === 0 || value > (values[i - 1] ?? NaN)),
  );
  if (!rises) return false;
  const names = wordsOf(sheet, profile);
  if (names.length > 0)
    return (
      names.every(isColumnName) && (values.length > 0 || names.some(isStatedColumn)) && names.length + values.length > 1
    );
  return (
    values.length >= 2 && (values[0] === 0 || values[0] === 1) && values.at(-1) === (values[0] ?? 0) + values.length - 1
  );
}

/** Forms have fewer columns than this. */
const MOST_COLUMNS = 300;

/** What stands for a column beside its number: the word for the row, the stems of label columns, a sum of columns. */
function isColumnName(text: string): boolean {
  return /^(?:栏次|行次|列次|序号|[甲乙丙丁戊己庚辛壬癸]|[-—/×*]+)$/.test(text) || isStatedColumn(text);
}

/** 1=2+3: the number of a column with what it is made of. */
function isStatedColumn(text: string): boolean {
  return /^[(\d]+\)?=[\d()+\-−–—×÷*/%…~.]+$/.test(text.replace(/\s/g, ''));
}

function wordsOf(sheet: Sheet, { row, words: columns }: RowProfile): string[] {
  return columns.map((column) => plainText(textAt(sheet, row, column)));
}

function headerAbove(sheet: Sheet, profiles: readonly RowProfile[], body: number, from: number): number {
  let first = body;
  while (first > from && body - first < MOST_HEADER_ROWS) {
    const above = profiles[first - 1];
    if (!above || !belongsToHeader(sheet, profiles, above, first, body)) break;
    first--;
  }
  return first;
}

function belongsToHeader(
  sheet: Sheet,
  profiles: readonly RowProfile[],
  profile: RowProfile,
  below: number,
  body: number,
): boolean {
  if (profile.kind === 'words' || profile.kind === 'numeric') return true;
  if (profile.kind !== 'line' && profile.kind !== 'note') return false;
  // A single word above the figures: a group over part of the columns, or 备注 alone on a lower level.
  if (below < body && isInsideMerge(sheet, profile.row)) return true;
  const text = words(sheet, profile);
  return (
    profile.row === body - 1 &&
    below === body &&
    text.length <= 10 &&
    !/表$|情况$/.test(text) &&
    profiles[profile.row - 1]?.kind === 'words'
  );
}

function words(sheet: Sheet, profile: RowProfile): string {
  return wordsOf(sheet, profile).join(' ');
}

/** Some merged cell reaches from this row into the row below: both are one header. */
function isInsideMerge(sheet: Sheet, row: number): boolean {
  return sheet.merges.some((merge) => merge.top <= row && merge.bottom > row);
}

function bodyEnd(sheet: Sheet, profiles: readonly RowProfile[], body: number): { last: number; notes: number[] } {
  const notes: number[] = [];
  let last = body;
  let blanks = 0;
  const numeric = new Set(profiles[body]?.numbers);
  const labels = new Set(profiles[body]?.words);
  for (let row = body + 1; row < profiles.length; row++) {
    const profile = profiles[row];
    if (!profile) break;
    if (profile.kind === 'blank') {
      if (++blanks > MOST_BLANK_ROWS) break;
      continue;
    }
    if (profile.kind === 'note') {
      notes.push(row);
      if (profiles.slice(row + 1, row + 3).some((next) => next.kind === 'numeric')) notes.pop();
      continue;
    }
    if (startsNewTable(profile, numeric, labels, profiles, blanks)) break;
    if (profile.kind !== 'numeric' && (blanks > 0 || notes.length > 0 || isLongText(sheet, profile))) {
      if (!nextIsNumeric(profiles, row) || isLongText(sheet, profile)) {
        notes.push(row);
        continue;
      }
    }
    blanks = 0;
    last = row;
    for (const column of profile.numbers) numeric.add(column);
    if (profile.kind === 'numeric') for (const column of profile.words) labels.add(column);
  }
  return { last, notes: notes.filter((row) => row > last) };
}

function isLongText(sheet: Sheet, profile: RowProfile): boolean {
  return profile.kind === 'line' && words(sheet, profile).length > 30;
}

/** Words where figures stood, and figures again below: another header has begun. */
function startsNewTable(
  profile: RowProfile,
  numeric: ReadonlySet<number>,
  labels: ReadonlySet<number>,
  profiles: readonly RowProfile[],
  blanks: number,
): boolean {
  if (profile.kind === 'numeric') return false;
  const overFigures = profile.words.filter((column) => numeric.has(column) && !labels.has(column)).length;
  if (profile.kind === 'words') return overFigures >= 2 || (overFigures >= 1 && overFigures * 2 >= numeric.size);
  const below = profiles.slice(profile.row + 1, profile.row + 5);
  const header = below.findIndex(
    (next) => next.kind === 'words' && next.words.filter((column) => numeric.has(column)).length * 2 >= numeric.size,
  );
  const figures = below.findIndex((next) => next.kind === 'numeric');
  if (profile.kind === 'meta') return header >= 0 || blanks > 0;
  return header >= 0 && (figures < 0 || header < figures) && profile.kind === 'line';
}

function columnSpan(profiles: readonly RowProfile[], first: number, last: number): [number, number] {
  let left = Infinity;
  let right = 0;
  for (const profile of profiles.slice(first, last + 1)) {
    for (const column of [...profile.words, ...profile.numbers]) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return [left === Infinity ? 0 : left, right];
}
