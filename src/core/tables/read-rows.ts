import { cellIndex, CellKind, indentLevel, textAt, type CellStore, type Sheet } from '../grid/sheet';
import { dateOfSerial, isDateFormat } from '../numbers/date';
import { daysIn } from '../numbers/period';
import type { Block } from './find-blocks';
import {
  fusedCode,
  isFiller,
  isOfWhich,
  isSubtotalLabel,
  isTotalLabel,
  itemName,
  leadingBlanks,
  numberingOf,
  plainText,
} from './label';
import { isYear } from './printed';
import { rankRows, type LabelledRow } from './rank-rows';
import { withGroups } from './row-groups';
import { isFigureRole, type Column, type TableRow } from './table';
import { isUnitColumn, unitOfRow } from './unit-column';

/** Reads labels, in whichever column they stand, and ranks the rows. */
export function readRows(sheet: Sheet, block: Block, columns: readonly Column[]): TableRow[] {
  const phases = phaseColumn(sheet, block, columns);
  const years = phases === undefined ? [] : yearsIn(sheet, block, phases);
  const units = columns.find(({ column, path }) => isUnitColumn(sheet, block, column, path))?.column;
  const labelColumns = labelColumnsOf(columns.filter(({ column }) => column !== phases && column !== units));
  const words = columns
    .filter(({ role }) => role === 'text' || role === 'serial' || role === 'code')
    .map(({ column }) => column);
  const dates = columns.filter(({ role }) => role === 'date').map(({ column }) => column);
  const codeColumns = columns.filter((column) => column.role === 'code').map(({ column }) => column);
  const figures = columns.filter(({ role }) => isFigureRole(role)).map(({ column }) => column);
  const rows: LabelledRow[] = [];
  for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
    const labels = labelColumnsIn(sheet, row, labelColumns, words, dates);
    const read = readRow(sheet, row, labels, codeColumns, figures);
    const said = units === undefined ? '' : textAt(sheet, row, units).trim();
    const labelled = read && said !== '' ? { ...read, ...unitOfRow(said) } : read;
    const phase = phases === undefined ? undefined : phaseIn(textAt(sheet, row, phases), years);
    const above = rows.at(-1);
    // The second row of an item (本期 under 上年同期) has its label in the merged cell above.
    if (labelled) rows.push(phase ? { ...labelled, phase } : labelled);
    else if (phase && above) rows.push({ ...above, row, phase });
  }
  const told = withGroups(sheet, withWholeOfPlaces(rows), columns);
  return phases === undefined ? rankRows(told) : rankByPhase(told);
}

const WHOLE_PLACE = /^全[县市区旗州]$/;
const PLACE = /(?:镇|乡|街道|办事处|苏木|农场|[县市区旗])$/;
const LEAST_PLACES = 3;

/** 全县 at either end of a list of towns is their total; among 全省 and 全国 it is one of several. */
function withWholeOfPlaces(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const whole = [rows[0], rows.at(-1)].find((row) => WHOLE_PLACE.test(row?.name ?? ''));
  const others = rows.filter((row) => row !== whole);
  if (!whole || others.length < LEAST_PLACES || !others.every(({ name }) => PLACE.test(name))) return rows;
  return rows.map((row) => (row === whole ? { ...row, isTotal: true } : row));
}

const PRIOR_ROW = /^(?:上年|去年|同期)/;
const OWN_ROW = /^(?:本期|本年|当期|本月|今年)/;

/** `years`: what the column says in turn where it says years: 2025年, 2024年. */
function phaseIn(text: string, [own, before]: readonly string[] = []): TableRow['phase'] {
  const plain = plainText(text);
  if (own !== undefined && plain.startsWith(own)) return 'ytd';
  if (before !== undefined && plain.startsWith(before)) return 'prior';
  return PRIOR_ROW.test(plain) ? 'prior' : OWN_ROW.test(plain) ? 'ytd' : undefined;
}

const YEAR_ROW = /^((?:19|20)\d{2})年?(?:度|数|同期)?$/;

/** The two years that a column says in turn, the later first; none: it says no years, or more of them. */
function yearsIn(sheet: Sheet, { bodyRows: [first, last] }: Block, column: number): readonly string[] {
  const years = new Set<string>();
  for (let row = first; row <= last; row++) {
    const year = YEAR_ROW.exec(plainText(textAt(sheet, row, column)))?.[1];
    if (year !== undefined) years.add(year);
  }
  const [own, before, more] = [...years].sort().reverse();
  return own !== undefined && before !== undefined && more === undefined && Number(own) === Number(before) + 1
    ? [own, before]
    : [];
}

/** A third row of each item says how the two differ. */
const CHANGE_ROW = /^(?:增减|增长|同比|比上年|较上年|升降|变化|差额|[+-]?%)/;

/** The column that says 上年同期, 本期 in turn, in a table with two rows for each item, or with a third of their change. */
function phaseColumn(sheet: Sheet, block: Block, columns: readonly Column[]): number | undefined {
  return columns.find(({ column, role }) => {
    if (isFigureRole(role)) return false;
    const said = { prior: 0, ytd: 0, other: 0 };
    const years = yearsIn(sheet, block, column);
    for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
      const text = textAt(sheet, row, column);
      const phase = phaseIn(text, years);
      if (text.trim() !== '' && (phase || !CHANGE_ROW.test(plainText(text)))) said[phase ?? 'other']++;
    }
    return said.prior >= 2 && said.ytd >= 2 && said.other === 0;
  })?.column;
}

/** Two lists that take turns are ranked each by itself. */
function rankByPhase(rows: readonly LabelledRow[]): TableRow[] {
  const places = rows.map((_, i) => i);
  const ranked: TableRow[] = [];
  for (const phase of ['prior', 'ytd', undefined] as const) {
    const own = places.filter((i) => rows[i]?.phase === phase);
    rankRows(own.flatMap((i) => rows[i] ?? [])).forEach((row, i) => {
      ranked[own[i] ?? 0] = { ...row, parent: row.parent < 0 ? -1 : (own[row.parent] ?? -1) };
    });
  }
  return ranked;
}

/** Item columns, or else the leftmost column of words or dates. Several stand for levels: 类 | 款 | 项. */
function labelColumnsOf(columns: readonly Column[]): number[] {
  const items = columns.filter((column) => column.role === 'item').map(({ column }) => column);
  if (items.length > 0) return items;
  const first = columns.find((column) => column.role === 'text' || column.role === 'date');
  return first ? [first.column] : [];
}

/** 一、产业发展; a serial number alone heads nothing. */
const HEADS_GROUP = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s*\S{2,}/;

/** 118户 among the names, in the row of their total. */
const COUNTED = /^\d+(?:户|人|个|家|项|笔|张|宗|件|名|次|条)$/;

/** Where groups or serial numbers stand in a column of their own, 合计 stands there and not among the items. */
function labelColumnsIn(
  sheet: Sheet,
  row: number,
  labels: readonly number[],
  words: readonly number[],
  dates: readonly number[],
): readonly number[] {
  const isNamed = labels.some(
    (column) => isWords(sheet, row, column) && !COUNTED.test(plainText(textAt(sheet, row, column))),
  );
  if (isNamed) return labels;
  // 合计 stands below the days of a ledger.
  const totals = [...words, ...dates].filter((column) => {
    const text = textAt(sheet, row, column);
    return isTotalLabel(text) || isSubtotalLabel(text);
  });
  if (totals.length > 0) return totals;
  // 一、产业发展 stands over the numbers of its projects, merged across their names.
  const heads = words.filter(
    (column) => column < Math.min(...labels) && HEADS_GROUP.test(plainText(textAt(sheet, row, column))),
  );
  const isBlank = !labels.some((column) => isWords(sheet, row, column));
  if (heads.length > 0 && isBlank) return heads;
  // 预算执行得分 stands where the groups of the other rows do.
  const outside = words.filter((column) => column < Math.min(...labels) && isWords(sheet, row, column));
  return isBlank && outside.length === 1 ? outside : labels;
}

function readRow(
  sheet: Sheet,
  row: number,
  labels: readonly number[],
  codes: readonly number[],
  figures: readonly number[],
): LabelledRow | undefined {
  const { cells } = sheet;
  // 合计 stands among the codes where the names begin further right.
  const labelColumn =
    labels.find((column) => isWords(sheet, row, column)) ??
    codes.find((column) => isWords(sheet, row, column) && codeText(sheet, row, column) === '');
  const code = codes
    .map((column) => codeText(sheet, row, column))
    .filter((text) => text !== '')
    .join('');
  if (labelColumn === undefined && code === '') return undefined;
  const at = labelColumn === undefined ? -1 : cellIndex(cells, row, labelColumn);
  const label = at < 0 ? '' : labelAt(cells, at);
  if (isFiller(label) && code === '') return undefined;
  const fused = fusedCode(label) ?? (code === '' ? undefined : code);
  const numbering = numberingOf(label);
  const depth = labelColumn === undefined ? 0 : labels.indexOf(labelColumn);
  return {
    row,
    label,
    name: itemName(label),
    labelColumn: labelColumn ?? codes[0] ?? 0,
    indent: indentLevel(cells, at) * 2 + leadingBlanks(label) + depth * 2,
    ...(fused === undefined ? {} : { code: fused }),
    ...(numbering === undefined ? {} : { numbering: numbering.rank }),
    isTotal: isTotalLabel(label),
    isSubtotal: isSubtotalLabel(label),
    isOfWhich: isOfWhich(label),
    hasFigures: figures.some((column) => cellIndex(cells, row, column) >= 0),
  };
}

function isWords(sheet: Sheet, row: number, column: number): boolean {
  const { cells } = sheet;
  const at = cellIndex(cells, row, column);
  if (at < 0) return false;
  return cells.kind[at] === CellKind.text
    ? (cells.texts[cells.text[at] ?? 0] ?? '').trim() !== ''
    : dateOf(cells, at) !== undefined || isYear(cells.number[at] ?? NaN);
}

/** A stored date calls its line as it is read: its month, where it is the first or the last day of one. */
function labelAt(cells: CellStore, at: number): string {
  const isText = cells.kind[at] === CellKind.text;
  const date = isText ? undefined : dateOf(cells, at);
  if (date === undefined) return isText ? (cells.texts[cells.text[at] ?? 0] ?? '') : `${cells.number[at] ?? ''}年`;
  const [year, month, day] = date.split('-').map(Number);
  const isMonth = day === 1 || day === daysIn(year ?? 0, month ?? 0);
  return isMonth ? `${year}年${month}月` : date;
}

function dateOf(cells: CellStore, at: number): string | undefined {
  const isDate = cells.kind[at] === CellKind.number && isDateFormat(cells.formats[cells.format[at] ?? 0] ?? '');
  return isDate ? dateOfSerial(cells.number[at] ?? NaN) : undefined;
}

function codeText(sheet: Sheet, row: number, column: number): string {
  const { cells } = sheet;
  const at = cellIndex(cells, row, column);
  if (at < 0) return '';
  const text =
    cells.kind[at] === CellKind.number ? String(cells.number[at]) : (cells.texts[cells.text[at] ?? 0] ?? '').trim();
  return /^[A-Z]?\d{2,11}$/.test(text) ? text : '';
}
