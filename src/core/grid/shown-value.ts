import { cellIndex, CellKind, type CellStore, type Sheet } from './sheet';

/** A format that shows another number than is stored, with a plain one that shows that number. */
interface ScaledFormat {
  readonly scale: number;
  readonly plain: string;
}

/**
 * The sheet as whoever reads it sees it: figures stored in 元 that a format shows in 万元 (`0!.0,`) are figures in
 * 万元, and 12.5 % among rates printed as 12.5 is 12.5. The very sheet where no format does so.
 */
export function asShown(sheet: Sheet): Sheet {
  const { cells } = sheet;
  const scaled = cells.formats.map(scaledFormat);
  const percent = cells.formats.map(percentFormat);
  const mixed = percent.some((one) => one !== undefined) ? mixedColumns(cells, percent) : new Set<number>();
  if (mixed.size === 0 && !scaled.some((one) => one !== undefined)) return sheet;
  const formats = [...cells.formats];
  const number = Float64Array.from(cells.number);
  const format = Uint16Array.from(cells.format);
  for (let at = 0; at < number.length; at++) {
    if (cells.kind[at] !== CellKind.number) continue;
    const own = cells.format[at] ?? 0;
    const seen = scaled[own] ?? (mixed.has(cells.column[at] ?? 0) ? percent[own] : undefined);
    if (!seen) continue;
    number[at] = Number(((number[at] ?? 0) * seen.scale).toPrecision(15));
    if (!formats.includes(seen.plain)) formats.push(seen.plain);
    format[at] = formats.indexOf(seen.plain);
  }
  return { ...sheet, cells: { ...cells, number, format, formats }, stored: cells.number };
}

/** Columns of rates in which some are printed with the sign and others without. */
function mixedColumns(cells: CellStore, percent: readonly (ScaledFormat | undefined)[]): Set<number> {
  const stand = new Map<number, { header: string; withSign: number; without: number }>();
  for (let at = 0; at < cells.kind.length; at++) {
    const column = cells.column[at] ?? 0;
    const own = stand.get(column) ?? { header: '', withSign: 0, without: 0 };
    if (cells.kind[at] === CellKind.number) {
      if (percent[cells.format[at] ?? 0]) own.withSign++;
      else own.without++;
    } else if (cells.kind[at] === CellKind.text && own.withSign + own.without === 0)
      own.header = cells.texts[cells.text[at] ?? 0] ?? '';
    stand.set(column, own);
  }
  const mixed = [...stand].filter(
    ([, { header, withSign, without }]) => withSign > 0 && without > 0 && RATE_HEADER.test(header),
  );
  return new Set(mixed.map(([column]) => column));
}

const RATE_HEADER = /[%％率比幅速]|增长|增减|进度/;

function percentFormat(format: string): ScaledFormat | undefined {
  const decimals = /[0#?](?:\.([0#?]+))?%/.exec(format)?.[1]?.length ?? 0;
  return format.includes('%') ? { scale: 100, plain: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` } : undefined;
}

/** Whether a cell shows its number as a percentage: 0.125 as 12.5%. */
export function isShownAsPercent({ cells }: Sheet, row: number, column: number): boolean {
  const at = cellIndex(cells, row, column);
  return at >= 0 && (cells.formats[cells.format[at] ?? 0] ?? '').includes('%');
}

/** Whether a cell shows another number than it holds: what refers to the cell, or is written there, must mind it. */
export function showsAnother({ cells, stored }: Sheet, at: number): boolean {
  return at >= 0 && stored !== undefined && stored[at] !== cells.number[at];
}

/** A point that is only drawn (`!.`, `\.`, `"."`) between digits moves the figure as a comma behind them does. */
function scaledFormat(format: string): ScaledFormat | undefined {
  const positive = (format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '');
  if (/[ymdhseE@%]/.test(positive.replace(/"[^"]*"/g, ''))) return undefined;
  const drawn = /[0#?](?:!\.|\\\.|"\.")([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
  const bare = positive.replace(/"[^"]*"|[!\\]./g, '');
  const thousands = /[0#?](,+)(?![0#?,.])/.exec(bare)?.[1]?.length ?? 0;
  if (drawn + thousands === 0) return undefined;
  const decimals = drawn > 0 ? drawn : (/\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0);
  return { scale: 10 ** -(drawn + 3 * thousands), plain: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}
