import type { Dossier } from '../core/reading/dossier';
import { bookId } from '../core/grid/place';
import type { Datum, Report } from '../core/findings/rule';
import type { Evaluated } from '../core/fiscal/indicators/evaluate';
import { roundHalfUp } from '../core/numbers/decimal';
import { INFORMATIVE, isCounted } from '../core/fiscal/indicators/catalogue';
import { amount } from './row-report';

/** A report on an indicator, with its value, told at the first of its cells that stands in this workbook; undefined: none does. */
export function indicatorReport<MessageId extends string>(
  { sheets, workbook }: Dossier,
  { id, unit, computed }: Evaluated,
  messageId: MessageId,
  data: Readonly<Record<string, Datum>>,
): Report<MessageId> | undefined {
  if (!computed) return undefined;
  const own = computed.cells.filter(
    ({ book, sheet }) => book === bookId(workbook) && sheets.some((reading) => reading.sheet.name === sheet),
  );
  const [first] = own;
  if (!first) return undefined;
  const { value, verdict, grade, source } = computed;
  return {
    ...(INFORMATIVE.has(id)
      ? { level: 'hint' }
      : { level: 'warning', grade: grade ?? (verdict === 'fail' ? 'red' : 'yellow') }),
    sheet: first.sheet,
    indicator: id,
    aspect: id,
    against: computed.cells.filter((cell) => cell.book !== first.book || cell.sheet !== first.sheet),
    cells: own.filter(({ sheet }) => sheet === first.sheet).map(({ row, column }) => ({ row, column })),
    messageId,
    data: {
      row: { indicator: id },
      value:
        typeof value !== 'number'
          ? value
          : Number.isInteger(value) && isCounted(unit)
            ? amount(value)
            : { amount: roundHalfUp(value, 2), decimals: 2 },
      ...data,
    },
    ...(typeof value === 'number' ? { actual: roundHalfUp(value, 4) } : {}),
    ...(source ? { source } : {}),
  };
}
