import type { Rect } from '../../../src/core/grid/address';
import { formatOf, type Border, type CellFormat, type Edge } from '../model/cell';
import type { SimSheet } from '../model/sheet';
import { asFlag, asSize, asText } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { remote, type ClassDefinition, type Remote, type Scalar, type Server } from '../wire/remote';
import { cellCount } from './areas';
import { writable } from './targets';

/** Cells whose format is asked or set together: those of a range, or of several. */
class Formatted {
  constructor(
    readonly sheet: SimSheet,
    readonly rects: readonly Rect[],
    readonly edge = '',
  ) {}
}

/** More cells than anyone formats by hand: Excel keeps whole columns as such, the simulation does not. */
const MOST_FORMATTED = 2_000_000;

function look<K extends keyof CellFormat>(key: K, check: (value: unknown) => CellFormat[K]): Scalar<Formatted> {
  return {
    get: ({ sheet, rects }) => {
      let common: CellFormat[K] | undefined;
      for (const rect of rects) {
        for (let row = rect.top; row <= rect.bottom; row++) {
          for (let column = rect.left; column <= rect.right; column++) {
            const value = formatOf(sheet.cell(row, column), key);
            if (common !== undefined && common !== value) return null;
            common = value;
          }
        }
      }
      return common ?? null;
    },
    set: ({ sheet, rects }, value, server) => {
      writable(sheet);
      const checked = check(value);
      for (const rect of rects) {
        if (cellCount(rect) > MOST_FORMATTED) throw server.missing('RangeFormat', `${key} of so many cells`);
        sheet.each(rect, (cell) => void (cell.format[key] = checked));
      }
    },
  };
}

/** Colours come back in capitals, as from Excel. */
function colour(value: unknown): string {
  const text = asText(value);
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw SimulatedFault.invalidArgument();
  return text.toUpperCase();
}

function oneOf(...allowed: readonly string[]): (value: unknown) => string {
  return (value) => {
    const text = asText(value);
    if (!allowed.includes(text)) throw SimulatedFault.invalidArgument();
    return text;
  };
}

const rangeFormatClass: ClassDefinition<Formatted> = {
  name: 'RangeFormat',
  scalars: {
    HorizontalAlignment: look('horizontalAlignment', oneOf('General', 'Left', 'Center', 'Right')),
    VerticalAlignment: look('verticalAlignment', oneOf('Top', 'Center', 'Bottom')),
    WrapText: look('wrapText', asFlag),
    IndentLevel: look('indentLevel', asSize),
  },
  navigations: {
    Font: (self, server) => remote(fontClass, self, server),
    Fill: (self, server) => remote(fillClass, self, server),
    Borders: (self, server) => remote(bordersClass, self, server),
  },
  methods: {
    AutofitRows: ({ sheet, rects }) => {
      for (const rect of rects) for (let row = rect.top; row <= rect.bottom; row++) delete sheet.rows.get(row)?.size;
    },
  },
};

const fontClass: ClassDefinition<Formatted> = {
  name: 'RangeFont',
  scalars: {
    Bold: look('bold', asFlag),
    Color: look('color', colour),
    Name: look('fontName', asText),
    Size: look('size', asSize),
    Underline: look('underline', oneOf('None', 'Single')),
  },
};

const fillClass: ClassDefinition<Formatted> = { name: 'RangeFill', scalars: { Color: look('fill', colour) } };

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'];

const bordersClass: ClassDefinition<Formatted> = {
  name: 'RangeBorderCollection',
  item: (self, key, server) => {
    const edge = asText(key);
    if (!EDGES.includes(edge)) throw SimulatedFault.invalidArgument();
    return remote(borderClass, new Formatted(self.sheet, self.rects, edge), server);
  },
};

const borderClass: ClassDefinition<Formatted> = {
  name: 'RangeBorder',
  scalars: {
    Style: { get: () => null, set: (self, value) => draw(self, { style: oneOf('None', 'Continuous')(value) }) },
    Color: { get: () => null, set: (self, value) => draw(self, { color: colour(value) }) },
  },
};

function draw({ sheet, rects, edge }: Formatted, change: Partial<Border>): void {
  writable(sheet);
  for (const rect of rects) {
    sheet.each(rect, (cell, row, column) => {
      for (const side of sides(edge, rect, row, column)) {
        const before = cell.borders?.[side] ?? { style: 'None', color: '#000000' };
        cell.borders = { ...cell.borders, [side]: { ...before, ...change } };
      }
    });
  }
}

function sides(edge: string, rect: Rect, row: number, column: number): Edge[] {
  const [top, bottom] = [row === rect.top, row === rect.bottom];
  const [left, right] = [column === rect.left, column === rect.right];
  switch (edge) {
    case 'EdgeTop':
      return top ? ['top'] : [];
    case 'EdgeBottom':
      return bottom ? ['bottom'] : [];
    case 'EdgeLeft':
      return left ? ['left'] : [];
    case 'EdgeRight':
      return right ? ['right'] : [];
    case 'InsideHorizontal':
      return [...(top ? [] : (['top'] as const)), ...(bottom ? [] : (['bottom'] as const))];
    default:
      return [...(left ? [] : (['left'] as const)), ...(right ? [] : (['right'] as const))];
  }
}

export function rangeFormat(sheet: SimSheet, rects: readonly Rect[], server: Server): Remote {
  return remote(rangeFormatClass, new Formatted(sheet, rects), server);
}
