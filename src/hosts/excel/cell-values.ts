import type { CellValue } from '../../core/grid/value';

const ERROR_TEXT =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|TIMEOUT!|PYTHON!|GETTING_DATA)$/;

/** An error arrives as its text; only the value types tell it from a text of that spelling. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('#') && ERROR_TEXT.test(value);
}

/** What a cell holds, from `Range.values`; `isError` is asked of texts that look like an error. */
export function cellValue(value: unknown, isError: boolean): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value === '') return undefined;
  return isError && looksLikeError(value) ? { error: value } : value;
}

/**
 * The formula of a cell without its `=`, from `Range.formulas`. Excel gives the text of a typed cell
 * there, so a text that begins with `=` (typed with an apostrophe) equals its value; a formula could
 * do so only if it gave its own text.
 */
export function formulaText(formula: unknown, value: unknown): string | undefined {
  if (typeof formula !== 'string' || formula.length < 2 || !formula.startsWith('=')) return undefined;
  return formula === value ? undefined : formula.slice(1);
}
