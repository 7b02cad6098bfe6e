import { cellIndex, CellKind, textAt, type Sheet } from '../grid/sheet';
import type { Rect } from '../grid/address';
import { isDateFormat, isWrittenDate } from '../numbers/date';
import { bracketedUnit } from '../numbers/unit';
import { textAmount } from '../numbers/amount-text';
import { doubtfulFigure } from '../numbers/doubtful-figure';
import { columnRole, type ColumnContent } from './column-roles';
import { bySiblings } from './column-siblings';
import { isColumnNumbering } from './column-numbers';
import type { Block } from './find-blocks';
import { isSubtotalLabel, isTotalLabel, plainText } from './label';
import { figureAt, isYear, shownText } from './printed';
import { isMeta } from './row-profile';
import { shownOf } from './shown';
import { isAmountRole, isFigureRole, type Column } from './table';
import { tierOfPath } from './tier';
import { isUnitColumn } from './unit-column';

/** Reads the header rows into one column each: its path of header texts and what it holds. */
export function readColumns(sheet: Sheet, block: Block, year?: number): Column[] {
  const [first, last] = block.columns;
  const paths = headerPaths(sheet, block);
  const columns: Column[] = [];
  const shown = shownOf(sheet);
  for (let column = first; column <= last; column++) {
    const path = paths[column - first] ?? [];
    if (!shown.isColumn(column) && !/[一-龥]{2}/.test(ownHeader(sheet, block, column))) {
      // Nobody adds up what nobody sees.
      columns.push({ column, path, role: 'serial' });
      continue;
    }
    const content = contentOf(sheet, block, column);
    const isEmpty = content.words + content.numbers + content.dates === 0;
    // 单位：万元 at the end of the headers heads nothing.
    if (isEmpty && (path.length === 0 || path.every(isMeta))) continue;
    const unit = bracketedUnit(path.join(' '));
    const tier = tierOfPath(path);
    columns.push({
      column,
      path,
      // 万元, % and 人 beside each figure call nothing.
      role: isUnitColumn(sheet, block, column, path) ? 'text' : columnRole(path, content),
      ...(unit === undefined ? {} : { unit }),
      ...(tier === undefined ? {} : { tier }),
    });
  }
  return bySiblings(countsAmongAmounts(sheet, block, oneName(sheet, block, withItem(sheet, block, columns))), year);
}

/**
 * Without a column that says what it lists, the one of words before the figures does that tells most
 * lines apart; and its twin in a second half.
 */
function withItem(sheet: Sheet, block: Block, columns: readonly Column[]): Column[] {
  const figures = columns.findIndex(({ role }) => isFigureRole(role));
  const words = columns.filter(
    ({ role, path }, i) =>
      role === 'text' &&
      path.length > 0 &&
      (figures <= 0 || i < figures) &&
      !/号$|地址|坐落|电话/.test(path.at(-1) ?? ''),
  );
  const first = columns.some(({ role }) => role === 'item')
    ? undefined
    : words.reduce<Column | undefined>(
        (best, column) =>
          best && distinctTexts(sheet, block, best.column) >= distinctTexts(sheet, block, column.column)
            ? best
            : column,
        undefined,
      );
  return columns.map((column) =>
    first && column.role === 'text' && column.path.at(-1) === first.path.at(-1) ? { ...column, role: 'item' } : column,
  );
}

/**
 * A ledger names each line several times (乡镇名称, 企业名称, 项目名称): the column that tells most
 * lines apart is the item, the others are words beside it. Columns that take turns (类 | 款 | 项)
 * are one indented list and stay.
 */
function oneName(sheet: Sheet, block: Block, columns: readonly Column[]): Column[] {
  const dropped = new Set<Column>();
  let kept: Column | undefined;
  for (const column of columns) {
    // Figures between two names may begin a second table: that is judged by its halves.
    if (isFigureRole(column.role)) kept = undefined;
    if (column.role !== 'item') continue;
    if (kept && standTogether(sheet, block, kept.column, column.column)) {
      const less =
        distinctTexts(sheet, block, column.column) > distinctTexts(sheet, block, kept.column) ? kept : column;
      dropped.add(less);
      kept = less === kept ? column : kept;
    } else kept = column;
  }
  return columns.map((column) => (dropped.has(column) ? { ...column, role: 'text' } : column));
}

/** 指标数 or 资金数 of 3, 2 and 5 beside amounts of thousands: how many, not how much. */
function countsAmongAmounts(sheet: Sheet, block: Block, columns: readonly Column[]): Column[] {
  const largest = (column: Column): number | undefined => {
    let most: number | undefined;
    for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
      const figure = figureAt(sheet, row, column.column);
      if (figure && !Number.isInteger(figure.value)) return undefined;
      if (figure) most = Math.max(most ?? 0, Math.abs(figure.value));
    }
    return most;
  };
  const anyAbove = ({ column }: Column, least: number): boolean => {
    for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++)
      if ((figureAt(sheet, row, column)?.value ?? 0) > least) return true;
    return false;
  };
  return columns.map((column) => {
    if (!MAY_COUNT.test(column.path.at(-1) ?? '') || !isAmountRole(column.role)) return column;
    const most = largest(column);
    const others = columns.filter((other) => other !== column && isAmountRole(other.role));
    const isFew = most !== undefined && most < FEW && others.some((other) => anyAbove(other, most * MUCH));
    return isFew ? { ...column, role: 'count' } : column;
  });
}

const MAY_COUNT = /^(?:指标|资金|文件|批次|标的|合同|贷款)数$/;
const FEW = 1000;
const MUCH = 20;

function standTogether(sheet: Sheet, block: Block, a: number, b: number): boolean {
  let [both, inA, inB] = [0, 0, 0];
  for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
    const [hasA, hasB] = [a, b].map((column) => textAt(sheet, row, column).trim() !== '');
    if (hasA && hasB) both++;
    if (hasA) inA++;
    if (hasB) inB++;
  }
  // A group that is named only beside its first line stands together with it, too.
  return both * 2 > Math.min(inA, inB);
}

function distinctTexts(sheet: Sheet, block: Block, column: number): number {
  const texts = new Set<string>();
  for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) texts.add(plainText(textAt(sheet, row, column)));
  return texts.size;
}

/** What stands where there is no figure: neither words nor numbers. */
const NO_FIGURE = /^[-—–－―/／*]{1,3}$/;

function contentOf(sheet: Sheet, block: Block, column: number): ColumnContent {
  const { cells } = sheet;
  let words = 0;
  let totals = 0;
  let numbers = 0;
  let codes = 0;
  let digits = 0;
  let dates = 0;
  let years = 0;
  let counting = true;
  let previous = NaN;
  for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
    const at = cellIndex(cells, row, column);
    if (at < 0) continue;
    const kind = cells.kind[at];
    const text = kind === CellKind.text ? (cells.texts[cells.text[at] ?? 0] ?? '').trim() : '';
    if (kind === CellKind.text && (text === '' || NO_FIGURE.test(text))) continue;
    if (kind === CellKind.number ? isDateFormat(cells.formats[cells.format[at] ?? 0] ?? '') : isWrittenDate(text)) {
      dates++;
      continue;
    }
    const plain = text !== '' ? text : String(cells.number[at] ?? '');
    if (/^[A-Z]?\d{1,18}$/.test(plain)) digits++;
    if (/^(?:T?\d{2}|T?\d{3}|T?\d{5}|T?\d{7}|T?\d{9}|T\d{4,6})$/.test(plain)) codes++;
    const value = kind === CellKind.number ? (cells.number[at] ?? NaN) : textAmount(text)?.value;
    if (value === undefined && doubtfulFigure(text) === 'ownUnit') numbers++;
    else if (value === undefined) {
      words++;
      if (isTotalLabel(text) || isSubtotalLabel(text)) totals++;
    } else {
      numbers++;
      if (isYear(value)) years++;
      if (!Number.isNaN(previous) && value !== previous + 1) counting = false;
      previous = value;
    }
  }
  return { words, totals, numbers, codes, digits, dates, counting: counting && numbers >= 3, years };
}

function isNumberingRow(sheet: Sheet, row: number, [first, last]: Block['columns']): boolean {
  const texts: string[] = [];
  for (let column = first; column <= last; column++) {
    const text = shownText(sheet, row, column);
    if (text !== '') texts.push(text);
  }
  return isColumnNumbering(texts);
}

/** The words that stand in the column itself, not in a group to its left. */
function ownHeader(sheet: Sheet, { headerRows: [top, bottom] }: Block, column: number): string {
  for (let row = bottom; row >= top; row--) {
    const text = plainText(textAt(sheet, row, column));
    if (text !== '') return text;
  }
  return '';
}

/** For each column of the block, its header texts from the top; merged and unmerged groups spread to the right. */
function headerPaths(sheet: Sheet, block: Block): string[][] {
  const [first, last] = block.columns;
  const [top] = block.headerRows;
  let [, bottom] = block.headerRows;
  while (bottom > top && isNumberingRow(sheet, bottom, block.columns)) bottom--;
  const paths: string[][] = Array.from({ length: last - first + 1 }, () => []);
  const merges = sheet.merges.filter((merge) => merge.bottom >= top && merge.top <= bottom);
  const shown = shownOf(sheet);
  for (let row = top; row <= bottom; row++) {
    if (!shown.isRow(row) || (row > top && isNumberingRow(sheet, row, block.columns))) continue;
    let group = '';
    let groupEnd = -1;
    let groupRows = row;
    for (let column = first; column <= last; column++) {
      const merge = merges.find(
        (rect) => rect.top <= row && rect.bottom >= row && rect.left <= column && rect.right >= column,
      );
      const text = merge ? shownText(sheet, merge.top, merge.left) : shownText(sheet, row, column);
      if (text !== '') {
        group = text;
        groupEnd = merge ? merge.right : reach(sheet, row, column, last, bottom, merges);
        groupRows = merge ? merge.top : row;
      } else if (column > groupEnd) group = '';
      // A cell merged downwards says its word once.
      if (group !== '' && groupRows === row) joinWord(paths[column - first] ?? [], group, row, top);
    }
  }
  return paths;
}

/** A word broken over two header rows (地方一般公 / 共预算支出) is one word. */
function joinWord(path: string[], text: string, row: number, top: number): void {
  const above = path.at(-1);
  if (row > top && above !== undefined && isBroken(above, text)) path[path.length - 1] = above + text;
  else if (above !== text) path.push(text);
}

function isBroken(above: string, below: string): boolean {
  return (
    /[一-龥]$/.test(above) &&
    /^[一-龥]/.test(below) &&
    /(?:[公算支收预增减累同本完执])$/.test(above) &&
    /^(?:共|支出|收入|算|预算|减|计|期|月|成|行|出|入)/.test(below)
  );
}

/** How far a group text that is not merged holds: to the next text of its row, while there are words below. */
function reach(
  sheet: Sheet,
  row: number,
  column: number,
  last: number,
  bottom: number,
  merges: readonly Rect[],
): number {
  if (row === bottom) return column;
  let end = column;
  for (let next = column + 1; next <= last; next++) {
    if (
      textAt(sheet, row, next).trim() !== '' ||
      merges.some((m) => m.top <= row && m.bottom >= row && m.left <= next && m.right >= next)
    )
      break;
    let below = false;
    for (let r = row + 1; r <= bottom; r++) if (textAt(sheet, r, next).trim() !== '') below = true;
    if (!below) break;
    end = next;
  }
  return end;
}
