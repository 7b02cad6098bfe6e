import { type Sheet, cellIndex } from '../grid/sheet';
import { fromHeadings, headerAbove, nextIsNumeric, startsBody, words } from './block-header';
import { profileRow, type RowProfile } from './row-profile';
import { shownOf, type Shown } from './shown';

/** Where a table stands on its sheet, still without meaning: rows are inclusive, 0-based. */
export interface Block {
  readonly titleRows: readonly number[];
  readonly headerRows: readonly [first: number, last: number];
  readonly bodyRows: readonly [first: number, last: number];
  /** Notes and signatures that were left out. */
  readonly noteRows: readonly number[];
  readonly columns: readonly [first: number, last: number];
  /** Stretches of columns that are tables of their own under one header. */
  readonly sides?: readonly (readonly [first: number, last: number])[];
}

/** A table may pause for this many empty rows. */
const MOST_BLANK_ROWS = 3;

/** Finds the tables of a sheet from top to bottom. */
export function findBlocks(sheet: Sheet): Block[] {
  const profiles = profilesOf(sheet, shownOf(sheet));
  const blocks: Block[] = [];
  for (let from = 0; ;) {
    const block = nextBlock(sheet, profiles, from);
    if (!block) return blocks;
    blocks.push(...bandsOf(sheet, profiles, block));
    from = Math.max(block.bodyRows[1], ...block.noteRows) + 1;
  }
}

/**
 * Hidden rows count inside a body, where someone folded or filtered lines away, and where they are a table of
 * their own; anywhere else a system keeps its own there.
 */
function profilesOf(sheet: Sheet, shown: Shown, from = 0, end = sheet.cells.rowCount): RowProfile[] {
  // By row; what stands above is not there, and costs nothing where it is a million rows.
  const all: RowProfile[] = [];
  for (let row = from; row < end; row++) all[row] = profileRow(sheet, row, shown);
  const seen: RowProfile[] = [];
  let above: RowProfile['kind'] = 'blank';
  let stretch: { readonly to: number; readonly isTable: boolean } = { to: -1, isTable: false };
  for (let row = from; row < end; row++) {
    const profile = all[row] ?? blankRow(row);
    seen[row] = profile;
    if (shown.isRow(row)) {
      if (profile.kind !== 'blank') above = profile.kind;
      continue;
    }
    if (row > stretch.to) stretch = hiddenStretch(sheet, all, shown, row);
    const isLine = profile.kind === 'numeric' && (above === 'numeric' || above === 'words');
    if (!stretch.isTable && !isLine) seen[row] = blankRow(row);
  }
  return seen;
}

/** The hidden rows from one on, and whether they have a header in words and lines of figures below it. */
function hiddenStretch(sheet: Sheet, profiles: readonly RowProfile[], { isRow }: Shown, from: number) {
  let to = from;
  while (to + 1 < profiles.length && !isRow(to + 1)) to++;
  const rows = profiles.slice(from, to + 1);
  const header = rows.findIndex((profile) => profile.kind === 'words' && /[一-龥]{2}/.test(words(sheet, profile)));
  const lines = header < 0 ? [] : rows.slice(header + 1).filter(({ kind }) => kind === 'numeric');
  return { to, isTable: lines.length >= 2 };
}

/**
 * Parts tables that stand beside each other with an empty column between them: 分档情况 beside a list of firms.
 * Each has lines with names and figures of its own, and begins and ends where it likes.
 */
function bandsOf(sheet: Sheet, profiles: readonly RowProfile[], block: Block): Block[] {
  const [top, bottom] = [block.headerRows[0], block.bodyRows[1]];
  const ranges = rangesBetweenGaps(sheet, profiles, block);
  if (ranges.length < 2) return [block];
  const shown = shownOf(sheet);
  const bands = ranges.map(([left, right]) => {
    const inside = (column: number) => column >= left && column <= right;
    // The rows of the block alone: stray cells make a sheet of a hundred blocks a million rows long.
    const isCell = (row: number, column: number) => inside(column) && shown.isCell(row, column);
    return tablesOf(sheet, profilesOf(sheet, { ...shown, isCell }, top, bottom + 1), top);
  });
  if (!bands.every(([first]) => first && hasNames(profiles, first))) return [block];
  const starts = bands.flatMap(([first]) => first?.bodyRows[0] ?? []);
  // One header over all: 收入 beside 支出 go down together, though one is longer.
  if (starts.every((start) => start === block.bodyRows[0])) return [{ ...block, sides: ranges }];
  return bands.flatMap((found) =>
    found.map((one) => ({ ...one, titleRows: one.titleRows.length > 0 ? one.titleRows : block.titleRows })),
  );
}

function tablesOf(sheet: Sheet, profiles: readonly RowProfile[], top: number): Block[] {
  const found: Block[] = [];
  for (let from = top; ;) {
    const block = nextBlock(sheet, profiles, from);
    if (!block) return found;
    found.push(block);
    from = block.bodyRows[1] + 1;
  }
}

/** Whether the lines of a block have words before their figures. */
function hasNames(
  profiles: readonly RowProfile[],
  { bodyRows: [first, last], columns: [left, right] }: Block,
): boolean {
  const lines = profiles.slice(first, last + 1);
  const named = lines.filter(({ words, numbers }) => {
    const word = words.find((column) => column >= left && column <= right);
    return word !== undefined && numbers.some((column) => column > word && column <= right);
  });
  return (
    named.length >= 2 &&
    named.length * 2 >= lines.filter(({ words }) => words.some((c) => c >= left && c <= right)).length
  );
}

/** Stretches of columns with nothing in header and body between them, nor a group of headers across. */
function rangesBetweenGaps(sheet: Sheet, profiles: readonly RowProfile[], block: Block): [number, number][] {
  const [top, bottom] = [block.headerRows[0], block.bodyRows[1]];
  const used = new Set<number>();
  for (const { words: worded, numbers } of profiles.slice(top, bottom + 1))
    for (const column of [...worded, ...numbers]) used.add(column);
  for (const merge of sheet.merges)
    if (merge.bottom >= top && merge.top <= bottom)
      for (let column = merge.left; column <= merge.right; column++) used.add(column);
  const ranges: [number, number][] = [];
  for (const column of [...used].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && column === range[1] + 1) range[1] = column;
    else ranges.push([column, column]);
  }
  return ranges;
}

function blankRow(row: number): RowProfile {
  return { row, words: [], numbers: [], kind: 'blank' };
}

function nextBlock(sheet: Sheet, profiles: readonly RowProfile[], from: number): Block | undefined {
  let body = from;
  while (body < profiles.length && !startsBody(sheet, profiles, body, from)) body++;
  if (body >= profiles.length) return undefined;
  body = fromHeadings(sheet, profiles, body, from);
  const header = headerAbove(sheet, profiles, body, from);
  const { last, notes } = bodyEnd(sheet, profiles, body);
  const titleRows: number[] = [];
  for (let row = from; row < header; row++) if (profiles[row]?.kind !== 'blank') titleRows.push(row);
  return {
    titleRows,
    headerRows: [header, body - 1],
    bodyRows: [body, last],
    noteRows: notes,
    columns: withHidden(sheet, columnSpan(profiles, header, last), body, last),
  };
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
    if (headsNarrowTable(profile, profiles)) break;
    if (profile.kind === 'note') {
      notes.push(row);
      if (profiles.slice(row + 1, row + 3).some((next) => next.kind === 'numeric')) notes.pop();
      continue;
    }
    if (startsNewTable(profile, numeric, labels, profiles, blanks)) break;
    // 单位：万元 below the last line.
    if (profile.kind === 'meta' && !profiles.slice(row + 1, row + 3).some((next) => next.kind !== 'blank')) {
      notes.push(row);
      continue;
    }
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

/** A paragraph, or a sentence, alone in its row. */
function isLongText(sheet: Sheet, profile: RowProfile): boolean {
  if (profile.kind !== 'line') return false;
  const text = words(sheet, profile);
  return text.length > 30 || /[一-龥]{4}.*。$/.test(text.trim());
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
  if (profile.kind === 'words') {
    if (overFigures >= 2 || (overFigures >= 1 && overFigures * 2 >= numeric.size)) return true;
    return blanks > 0 && overFigures > 0 && headsAllBelow(profile, profiles);
  }
  const below = profiles.slice(profile.row + 1, profile.row + 5);
  const header = below.findIndex(
    (next) => next.kind === 'words' && next.words.filter((column) => numeric.has(column)).length * 2 >= numeric.size,
  );
  const figures = below.findIndex((next) => next.kind === 'numeric');
  if (profile.kind === 'meta') return header >= 0 || blanks > 0;
  return header >= 0 && (figures < 0 || header < figures) && profile.kind === 'line';
}

/**
 * 附：财政性存款（万元）, perhaps its unit, then a header, then figures in its columns alone: another table, whether or not a
 * row is empty between.
 */
function headsNarrowTable({ row, kind }: RowProfile, profiles: readonly RowProfile[]): boolean {
  if (kind !== 'line' && kind !== 'note') return false;
  const header = profiles[row + 1]?.kind === 'meta' ? profiles[row + 2] : profiles[row + 1];
  return header?.kind === 'words' && header.words.length >= 2 && headsAllBelow(header, profiles);
}

/** 平衡情况 | 金额, below a wider table and an empty row: all that follows stands in its columns. */
function headsAllBelow({ row, words: headers }: RowProfile, profiles: readonly RowProfile[]): boolean {
  const below = profiles.slice(row + 1, row + 3);
  return (
    below.length === 2 &&
    below.every(({ kind, numbers }) => kind === 'numeric' && numbers.every((c) => headers.includes(c)))
  );
}

/** Hidden columns beside a table are its own: the codes of its lines, or what a system keeps there. */
function withHidden(
  sheet: Sheet,
  [first, last]: readonly [number, number],
  top: number,
  bottom: number,
): [number, number] {
  const hidden = new Set(sheet.hiddenColumns);
  const isFilled = (column: number) => {
    for (let row = top; row <= bottom; row++) if (cellIndex(sheet.cells, row, column) >= 0) return true;
    return false;
  };
  let [left, right] = [first, last];
  while (left > 0 && hidden.has(left - 1) && isFilled(left - 1)) left--;
  while (right + 1 < sheet.cells.columnCount && hidden.has(right + 1) && isFilled(right + 1)) right++;
  return [left, right];
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
