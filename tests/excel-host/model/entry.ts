import { SimulatedFault } from '../wire/fault';
import { formatOf, type SimCell, type SimValue } from './cell';

export type Evaluate = (formula: string) => SimValue;

const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:e[+-]?\d+)?(%?)$/i;
const DATE = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/;
const MAX_TEXT = 32_767;

/**
 * Puts what an add-in hands over into a cell as Excel does with a typed entry: a text-formatted cell
 * keeps a text, elsewhere a text may become a formula, a number, a date, a boolean or an error.
 */
export function enter(cell: SimCell, raw: unknown, evaluate: Evaluate): void {
  if (raw === null || raw === undefined) return;
  delete cell.formula;
  delete cell.value;
  if (typeof raw === 'number' || typeof raw === 'boolean') {
    cell.value = raw;
    return;
  }
  if (typeof raw !== 'string') throw SimulatedFault.invalidArgument();
  if (raw.length > MAX_TEXT) throw SimulatedFault.invalidArgument();
  if (raw === '') return;
  if (formatOf(cell, 'numberFormat') === '@') cell.value = raw;
  else if (raw.startsWith("'")) cell.value = raw.slice(1);
  else enterTyped(cell, raw, evaluate);
}

function enterTyped(cell: SimCell, raw: string, evaluate: Evaluate): void {
  const number = NUMBER.exec(raw);
  const date = DATE.exec(raw);
  if (number) {
    cell.value = Number(raw.replaceAll(',', '').replace('%', '')) / (number[1] ? 100 : 1);
  } else if (date) {
    cell.value = serial(Number(date[1]), Number(date[2]), Number(date[3] ?? 1));
    cell.format.numberFormat = date[3] ? 'yyyy/m/d' : 'mmm-yy';
  } else if (/^(true|false)$/i.test(raw)) {
    cell.value = raw.toLowerCase() === 'true';
  } else if (ERRORS.test(raw)) {
    cell.value = { error: raw };
  } else if (/^[=+-]./.test(raw)) {
    cell.formula = raw.startsWith('=') ? raw.slice(1) : raw;
    cell.value = evaluate(cell.formula);
  } else if (raw.startsWith('@')) {
    // Excel reads it as a formula with an implicit intersection, and most of them do not parse.
    throw SimulatedFault.invalidArgument();
  } else {
    cell.value = raw;
  }
}

/** Excel's serial number of a day, in the 1900 system. */
function serial(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
