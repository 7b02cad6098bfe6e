/** An Excel error value in a cell, for example `#DIV/0!`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. `undefined` is a blank cell; a number is always finite. */
export type CellValue = number | string | boolean | CellError | undefined;

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object';
}
