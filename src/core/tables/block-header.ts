import { type Sheet, cellIndex, CellKind, textAt } from '../grid/sheet';
import { textAmount } from '../numbers/amount-text';
import { isColumnNumbering } from './column-numbers';
import { plainText } from './label';
import { isYear, shownText } from './printed';
import type { RowProfile } from './row-profile';

/** Where the figures of a table begin, and which rows above them are its header. */

const MOST_HEADER_ROWS = 6;

/** 一、日常活动产生的现金流量： between the header and the first figures heads lines and not columns. */
export function fromHeadings(sheet: Sheet, profiles: readonly RowProfile[], body: number, from: number): number {
  const label = profiles[body]?.words[0];
  let first = body;
  while (first > from && profiles[first - 1]?.kind === 'line' && profiles[first - 1]?.words[0] === label) first--;
  const header = profiles[first - 1];
  const isHeaded =
    first < body && header?.kind === 'words' && label !== undefined && header.words.includes(label) && first > from;
  return isHeaded && !isInsideMerge(sheet, header.row) ? first : body;
}

/** A row of figures; a row of years or of column numbers still belongs to the header. */
export function startsBody(sheet: Sheet, profiles: readonly RowProfile[], row: number, from: number): boolean {
  const profile = profiles[row];
  if (!profile || profile.kind !== 'numeric') return false;
  const below = profiles[row + 1];
  if (
    isColumnNumbering(textsOf(sheet, profile)) &&
    hasWordsAbove(profiles, row, from) &&
    below !== undefined &&
    below.kind !== 'blank' &&
    // 甲, 乙 and 丙 below each other are made-up items.
    !isColumnNumbering(textsOf(sheet, below).slice(0, 1).concat('1', '2', '3'))
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
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? NaN)));
  return values.length > 0 && values.every(isYear) && steps.every((step) => step !== 0 && step === steps[0]);
}

/** The columns of its figures have their names above already: then 2,085 is an amount. */
function isUnderHeaders(profiles: readonly RowProfile[], { row, numbers }: RowProfile, from: number): boolean {
  const above = profiles.slice(Math.max(from, row - MOST_HEADER_ROWS), row).filter(({ kind }) => kind === 'words');
  return numbers.every((column) => above.some(({ words }) => words.includes(column)));
}

/** Whether figures follow in one of the next rows. */
export function nextIsNumeric(profiles: readonly RowProfile[], row: number): boolean {
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

/** What a row shows, from left to right. */
function textsOf(sheet: Sheet, { row, words: worded, numbers }: RowProfile): string[] {
  return [...worded, ...numbers].sort((a, b) => a - b).map((column) => shownText(sheet, row, column));
}

/** The first row of the header above a body. */
export function headerAbove(sheet: Sheet, profiles: readonly RowProfile[], body: number, from: number): number {
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
  // The lower rows of a header whose every cell is merged down hold nothing of their own.
  if (profile.kind === 'blank') return isInsideMerge(sheet, profile.row - 1);
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

/** The words of a row, beside each other. */
export function words(sheet: Sheet, profile: RowProfile): string {
  return profile.words.map((column) => plainText(textAt(sheet, profile.row, column))).join(' ');
}

/** Some merged cell reaches from this row into the row below: both are one header. */
function isInsideMerge(sheet: Sheet, row: number): boolean {
  return sheet.merges.some((merge) => merge.top <= row && merge.bottom > row);
}
