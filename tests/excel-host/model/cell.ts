/** An error value such as `#DIV/0!`. */
export interface SimError {
  readonly error: string;
}

export type SimValue = number | string | boolean | SimError;

export type Edge = 'top' | 'bottom' | 'left' | 'right';

export interface Border {
  readonly style: string;
  readonly color: string;
}

/** Everything that formatting may say of a cell; what is absent is Excel's default. */
export interface CellFormat {
  numberFormat: string;
  bold: boolean;
  underline: string;
  color: string;
  fontName: string;
  size: number;
  fill: string;
  horizontalAlignment: string;
  verticalAlignment: string;
  wrapText: boolean;
  indentLevel: number;
}

const DEFAULT_FORMAT: Readonly<CellFormat> = {
  numberFormat: 'General',
  bold: false,
  underline: 'None',
  color: '#000000',
  fontName: '宋体',
  size: 11,
  fill: '',
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  indentLevel: 0,
};

export interface Hyperlink {
  readonly documentReference?: string;
  readonly address?: string;
}

export interface SimCell {
  /** Absent: blank. A formula that gives the empty text holds `''`. */
  value?: SimValue;
  /** Without `=`. */
  formula?: string;
  format: Partial<CellFormat>;
  borders?: Partial<Record<Edge, Border>>;
  hyperlink?: Hyperlink;
}

export function formatOf<K extends keyof CellFormat>(cell: SimCell | undefined, key: K): CellFormat[K] {
  return cell?.format[key] ?? DEFAULT_FORMAT[key];
}

/** What `Range.values` gives of a cell: an error is its text, a blank the empty text. */
export function valueOnWire(cell: SimCell | undefined): number | string | boolean {
  const value = cell?.value ?? '';
  return typeof value === 'object' ? value.error : value;
}

/** What `Range.formulas` gives: a text that looks like a formula comes back bare, without its apostrophe. */
export function formulaOnWire(cell: SimCell | undefined): number | string | boolean {
  return cell?.formula === undefined ? valueOnWire(cell) : `=${cell.formula}`;
}

/** What `Range.valueTypes` gives. */
export function valueType(cell: SimCell | undefined): string {
  const value = cell?.value;
  if (value === undefined) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { number: 'Double', string: 'String', boolean: 'Boolean' }[typeof value as 'number' | 'string' | 'boolean'];
}

export function holdsContent(cell: SimCell): boolean {
  return cell.formula !== undefined || (cell.value !== undefined && cell.value !== '');
}
