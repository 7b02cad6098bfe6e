import { CellKind, textAt, type Sheet } from '../grid/sheet';
import { textAmount } from '../numbers/amount-text';
import { doubtfulFigure } from '../numbers/doubtful-figure';
import { periodIn } from '../numbers/period';
import { isItemHeader } from './column-roles';
import { isNote, plainText } from './label';
import type { Shown } from './shown';

/** What a row looks like before anything is known of tables. */
export interface RowProfile {
  readonly row: number;
  /** Columns with words: text that is no number. */
  readonly words: readonly number[];
  /** Columns with numbers, also those stored as text. */
  readonly numbers: readonly number[];
  readonly kind: 'blank' | 'numeric' | 'words' | 'line' | 'meta' | 'note';
}

const META =
  /单位[:：(（]|编制(?:单位|部门)|编报单位|填报单位|填报日期|编制时间|编制日期|报表日期|所属期|^第?\d+页|^\(?(?:截[至止]到?)?(?:19|20)\d{2}年(?:度|[上下]半年|[\d一二三四十\-—~－至到第季度月日底末]*)(?:<[^>]*>)?\)?$|^\d{4}-\d{1,2}-\d{1,2}$|^(?:表|附表|附件)[一二三四五六七八九十\d]+(?:-\d+)?[::、]?$|^[^\d]{0,6}\d{1,3}(?:-\d+)?表$/;

/** 查询期间：202306, 机构：某县财政局; 其中：… is a header. */
const SAYS_OF_ITSELF = /^(?!其中)[一-龥]{2,8}[:：]\s*\S/;

export function isMeta(text: string): boolean {
  return META.test(plainText(text));
}

/** What is shown of a row. */
export function profileRow(sheet: Sheet, row: number, shown: Shown): RowProfile {
  const { cells } = sheet;
  const words: number[] = [];
  const numbers: number[] = [];
  let first = '';
  let meta = 0;
  for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
    const column = cells.column[at] ?? 0;
    if (!shown.isCell(row, column)) continue;
    const kind = cells.kind[at];
    if (kind === CellKind.text) {
      const text = cells.texts[cells.text[at] ?? 0] ?? '';
      if (text.trim() === '') continue;
      if (textAmount(text) || doubtfulFigure(text) !== undefined) numbers.push(column);
      else {
        words.push(column);
        if (first === '') first = text;
        if (isMeta(text) || SAYS_OF_ITSELF.test(text.trim())) meta++;
      }
    } else if (kind === CellKind.number || kind === CellKind.error || (cells.formula[at] ?? 0) !== 0)
      numbers.push(column);
  }
  // Dates are looked for only where they matter: a long list has a million texts.
  const dates = meta > 0 && numbers.length === 0 ? datesAmong(sheet, row, words) : 0;
  // 指标 beside 2024年末: a header of one column.
  const isOfDates = dates > 1 || (dates === 1 && words.length === 2 && isItemHeader(plainText(first)));
  return { row, words, numbers, kind: kindOf(words.length, numbers.length, isOfDates ? 0 : meta, first) };
}

function datesAmong(sheet: Sheet, row: number, columns: readonly number[]): number {
  return columns.filter((column) => {
    const text = textAt(sheet, row, column);
    return !/[:：]/.test(text) && periodIn(text) !== undefined;
  }).length;
}

/** Dates beside each other (2022年末, 2023年6月末) are headers: `meta` is then none. */
function kindOf(words: number, numbers: number, meta: number, first: string): RowProfile['kind'] {
  if (words === 0 && numbers === 0) return 'blank';
  if (numbers === 0 && isNote(first)) return 'note';
  if (meta > 0 && meta * 2 >= words && numbers === 0) return 'meta';
  if (numbers > 0) return 'numeric';
  return words === 1 ? 'line' : 'words';
}
