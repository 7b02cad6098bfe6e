import { cellIndex, CellKind, type Sheet, textAt } from '../../grid/sheet';
import type { StatedSum } from '../../relations/types';
import { plainText } from '../label';
import type { Column, TableRow } from '../table';
import { lineFormula } from './line-formula';

type Stated = Omit<StatedSum, 'from' | 'to'>;

/** Sums that the row of column numbers states: 栏次 | 1=2+3 | 2 | 3. */
export function numberedColumns(
  sheet: Sheet,
  [top, bottom]: readonly [number, number],
  columns: readonly Column[],
): Stated[] {
  for (let row = bottom; row >= top; row--) {
    const texts = columns.map(({ column }) => ({ line: column, text: written(sheet, row, column) }));
    const stated = fromNumbers(texts, texts);
    if (stated.length > 0) return stated.map((one) => ({ ...one, axis: 'columns', source: 'columnNumbers' }));
  }
  return [];
}

const NUMBER_HEADER = /^(?:行次|行号|栏次|序号|编号)$/;
const FORMULA_HEADER = /关系|公式|计算方法|勾稽/;
/** A formula in brackets after a name: 本年收入合计（1+2+3）, 四、合计（一+二-三）. */
const IN_BRACKETS = /[(（]([\d一二三四五六七八九十=+\-−–—…~至().（）\s]+(?:行|栏)?(?:之和)?)[)）]\s*$/;
const CHINESE_NUMBER = /^([一二三四五六七八九十]{1,3})[、.]/;

/** Sums of rows that a form states by the numbers of its rows, in a column of its own or behind a name. */
export function numberedRows(sheet: Sheet, columns: readonly Column[], rows: readonly TableRow[]): Stated[] {
  const numbers = columns.find(({ path }) => NUMBER_HEADER.test(path.at(-1) ?? ''))?.column;
  const formulas = columns.find(({ path, role }) => FORMULA_HEADER.test(path.at(-1) ?? '') && role !== 'item')?.column;
  const lines = rows.map(({ row, label }) => ({
    row,
    chinese: CHINESE_NUMBER.exec(plainText(label))?.[1],
    number: numbers === undefined ? '' : written(sheet, row, numbers),
    said: [
      ...(formulas === undefined ? [] : [written(sheet, row, formulas)]),
      ...((IN_BRACKETS.exec(label.trim())?.[1] ?? '') ? [IN_BRACKETS.exec(label.trim())?.[1] ?? ''] : []),
    ],
  }));
  const named = lines.flatMap(({ row, chinese, number }) => [
    ...(/^\d+$/.test(number) ? [{ line: row, text: number }] : []),
    ...(chinese === undefined ? [] : [{ line: row, text: chinese }]),
  ]);
  const stated = lines.flatMap(({ row, said }) => said.map((text) => ({ line: row, text })));
  return fromNumbers(named, stated).map((one) => ({ ...one, axis: 'rows', source: 'rowNumbers' }));
}

interface Written {
  readonly line: number;
  readonly text: string;
}

/** `named`: lines by their numbers (or by a formula that begins with its own); `said`: lines with the formulas that are written there. */
function fromNumbers(named: readonly Written[], said: readonly Written[]): Pick<Stated, 'target' | 'terms'>[] {
  const lineOf = new Map<string, number>();
  const twice = new Set<string>();
  for (const { line, text } of named) {
    const number = /^\(?(\d{1,3}|[一二三四五六七八九十]{1,3})\)?$/.exec(text)?.[1] ?? lineFormula(text)?.own;
    if (number === undefined) continue;
    if (lineOf.has(number) && lineOf.get(number) !== line) twice.add(number);
    lineOf.set(number, line);
  }
  return said.flatMap(({ line, text }) => {
    const formula = lineFormula(text);
    if (!formula || formula.terms.some(({ number }) => twice.has(number))) return [];
    const terms = formula.terms.map(({ number, factor }) => ({ line: lineOf.get(number) ?? -1, factor }));
    return terms.some((term) => term.line < 0 || term.line === line) ? [] : [{ target: line, terms }];
  });
}

function written({ cells, ...sheet }: Sheet, row: number, column: number): string {
  const at = cellIndex(cells, row, column);
  if (at < 0) return '';
  return cells.kind[at] === CellKind.number
    ? String(cells.number[at])
    : plainText(textAt({ cells, ...sheet }, row, column));
}
