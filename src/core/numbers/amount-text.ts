/** A number that somebody typed as text. */
export interface TextAmount {
  readonly value: number;
  readonly decimals: number;
}

const AMOUNT = /^(\()?([-+])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(%)?(\))?$/;

/**
 * Reads `1，234.50`, `（3.2）` as a negative, `12.5%` and full-width digits. Undefined for a code (a
 * leading zero), a date, and everything that is not one number.
 */
export function textAmount(text: string): TextAmount | undefined {
  const match = AMOUNT.exec(
    text
      .normalize('NFKC')
      .replace(/[\s\u00a0]/g, '')
      .replace('−', '-'),
  );
  if (!match) return undefined;
  const [, open, sign, whole = '', fraction = '', percent, close] = match;
  if ((open === undefined) !== (close === undefined) || /^0\d/.test(whole) || whole.length > 15) return undefined;
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  const value = (open || sign === '-' ? -size : size) / (percent ? 100 : 1);
  return { value, decimals: fraction.length + (percent ? 2 : 0) };
}
