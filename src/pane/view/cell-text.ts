import { cellIndex, CellKind, indentLevel, isBold, type Sheet } from '../../core/grid/sheet';
import { formatDecimals } from '../../core/grid/shown-decimals';

/** A cell as the sheet view paints it. */
export interface ShownCell {
  readonly text: string;
  readonly align: 'start' | 'center' | 'end';
  readonly bold: boolean;
  readonly indent: number;
}

const BLANK: ShownCell = { text: '', align: 'start', bold: false, indent: 0 };

/** What a cell shows. Number formats are followed simply: decimals, thousands, per cent, dates. */
export function shownCell({ cells }: Sheet, row: number, column: number): ShownCell {
  const at = cellIndex(cells, row, column);
  if (at < 0) return BLANK;
  const look = { bold: isBold(cells, at), indent: indentLevel(cells, at) };
  const shown = cells.texts[cells.shown[at] ?? 0] ?? '';
  switch (cells.kind[at]) {
    case CellKind.number:
      return {
        ...look,
        align: 'end',
        text:
          shown === '' ? numberText(cells.number[at] ?? 0, cells.formats[cells.format[at] ?? 0] ?? 'General') : shown,
      };
    case CellKind.boolean:
      return { ...look, align: 'center', text: cells.number[at] === 1 ? 'TRUE' : 'FALSE' };
    case CellKind.text:
    case CellKind.error:
      return {
        ...look,
        align: cells.kind[at] === CellKind.text ? 'start' : 'center',
        text: cells.texts[cells.text[at] ?? 0] ?? '',
      };
    default:
      return { ...BLANK, ...look };
  }
}

export function numberText(value: number, format: string): string {
  const plain = format.split(';')[0]?.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '') ?? '';
  if (/[ymd]/i.test(plain) && !/[#?]/.test(plain)) return dateText(value, plain, /[年月]/.test(format));
  const decimals = formatDecimals(format, value);
  if (decimals === undefined) return generalText(value);
  const percent = plain.includes('%');
  const text = figures(
    percent ? value * 100 : value,
    Math.max(0, percent ? decimals - 2 : decimals),
    plain.includes(','),
  );
  return percent ? `${text}%` : text;
}

/** Excel's General: as many digits as fit, never more than the number has at 15 digits. */
function generalText(value: number): string {
  const short = Number(value.toPrecision(11));
  return Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-9) ? short.toExponential() : String(short);
}

function figures(value: number, decimals: number, grouped: boolean): string {
  const key = `${decimals},${grouped}`;
  let format = FORMATS.get(key);
  if (!format)
    FORMATS.set(
      key,
      (format = new Intl.NumberFormat('zh-CN', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: grouped,
      })),
    );
  return format.format(Number(value.toPrecision(15)));
}

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A serial number of the 1900 date system: day 60 is the leap day that never was. */
function dateText(serial: number, format: string, chinese: boolean): string {
  const day = Math.floor(serial);
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000);
  if (Number.isNaN(date.getTime()) || serial < 0) return generalText(serial);
  const parts = { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
  const two = (n: number) => String(n).padStart(2, '0');
  const hasDay = /d/i.test(format);
  const hasYear = /y/i.test(format);
  if (chinese) return `${hasYear ? `${parts.y}年` : ''}${parts.m}月${hasDay ? `${parts.d}日` : ''}`;
  return [...(hasYear ? [String(parts.y)] : []), two(parts.m), ...(hasDay ? [two(parts.d)] : [])].join('-');
}
