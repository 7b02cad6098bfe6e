import { cellName } from '../core/grid/address';
import type { CellContent, Write } from '../core/fix/fix';
import type { Recalculated } from '../core/formulas/compute/recalculate';
import { ownDecimals } from '../core/numbers/decimal';
import { isCellError, type CellValue } from '../core/grid/value';
import type { Translator } from '../messages/translator';

/** A write as a line: 收入!C5：1,234 → 1,243. */
export function writeText({ at, before, after }: Write, translate: Translator): string {
  return translate.text('fix.write', {
    cell: `${at.sheet.trim()}!${cellName(at)}`,
    before: contentText(before, translate),
    after: contentText(after, translate),
  });
}

/** A formula's new result as a line. */
export function resultText({ sheet, row, column, before, after }: Recalculated, translate: Translator): string {
  return translate.text('fix.write', {
    cell: `${sheet.trim()}!${cellName({ row, column })}`,
    before: valueText(before, translate),
    after: valueText(after, translate),
  });
}

function contentText({ value, formula }: CellContent, translate: Translator): string {
  return formula === undefined ? valueText(value, translate) : `=${formula}`;
}

function valueText(value: CellValue, translate: Translator): string {
  if (value === undefined) return translate.text('fix.blank');
  if (typeof value === 'number') return translate.amount(value, Math.min(ownDecimals(value), 6));
  if (typeof value === 'string') return translate.text('fix.text', { text: value });
  return isCellError(value) ? value.error : value ? 'TRUE' : 'FALSE';
}
