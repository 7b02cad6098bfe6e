import { formatOf, type SimCell } from '../model/cell';
import { asSize, isRecord, record } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import type { Server } from '../wire/remote';
import { isUnbounded } from './areas';
import { writable, type SimRange } from './targets';

/** Keys of the options of `getCellProperties` that are simulated; the answers keep their camelCase. */
const CELL_KEYS: Readonly<Record<string, (cell: SimCell | undefined) => unknown>> = {
  'format/font/bold': (cell) => formatOf(cell, 'bold'),
  'format/indentLevel': (cell) => formatOf(cell, 'indentLevel'),
};

/** `{format: {font: {bold: true}}}` → `format/font/bold`. */
function wanted(options: unknown, prefix = ''): string[] {
  return Object.entries(record(options)).flatMap(([key, value]) =>
    isRecord(value) ? wanted(value, `${prefix}${key}/`) : value === true ? [`${prefix}${key}`] : [],
  );
}

function nest(entries: readonly (readonly [path: string, value: unknown])[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    const keys = path.split('/');
    let at = answer;
    for (const key of keys.slice(0, -1)) {
      const inner = at[key];
      at = isRecord(inner) ? inner : (at[key] = {});
    }
    at[keys.at(-1) ?? ''] = value;
  }
  return answer;
}

export function cellProperties({ sheet, rect }: SimRange, options: unknown, server: Server): unknown {
  if (isUnbounded(rect)) throw SimulatedFault.invalidArgument();
  const getters = wanted(options).map((path) => {
    const get = CELL_KEYS[path];
    if (!get) throw server.missing('Range properties', path);
    return [path, get] as const;
  });
  const rows: unknown[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = rect.left; column <= rect.right; column++) {
      const cell = sheet.cell(row, column);
      cells.push(nest(getters.map(([path, get]) => [path, get(cell)] as const)));
    }
    rows.push(cells);
  }
  return rows;
}

export function rowProperties({ sheet, rect }: SimRange, options: unknown, server: Server): unknown {
  const paths = wanted(options);
  return Array.from({ length: rect.bottom - rect.top + 1 }, (_, i) =>
    nest(
      paths.map((path) => {
        if (path !== 'rowHidden') throw server.missing('Range properties', path);
        return [path, sheet.rows.get(rect.top + i)?.hidden ?? false] as const;
      }),
    ),
  );
}

export function columnProperties({ sheet, rect }: SimRange, options: unknown, server: Server): unknown {
  const paths = wanted(options);
  return Array.from({ length: rect.right - rect.left + 1 }, (_, i) =>
    nest(
      paths.map((path) => {
        if (path !== 'columnHidden') throw server.missing('Range properties', path);
        return [path, sheet.columns.get(rect.left + i)?.hidden ?? false] as const;
      }),
    ),
  );
}

/** Hyperlinks by cell; nothing else is set this way. */
export function setCellProperties({ sheet, rect }: SimRange, grid: unknown, server: Server): void {
  writable(sheet);
  const rows = list(grid, rect.bottom - rect.top + 1);
  rows.forEach((row, r) =>
    list(row, rect.right - rect.left + 1).forEach((properties, c) => {
      for (const [key, value] of Object.entries(record(properties))) {
        if (key !== 'hyperlink') throw server.missing('Range properties', key);
        const { documentReference } = record(value);
        if (typeof documentReference !== 'string')
          throw server.missing('Range properties', 'hyperlink without documentReference');
        const cell = sheet.make(rect.top + r, rect.left + c);
        cell.hyperlink = { documentReference };
        // Excel gives a new link its own look, and a blank cell the target as its text.
        cell.format = { ...cell.format, color: '#0563C1', underline: 'Single' };
        cell.value ??= documentReference;
      }
    }),
  );
}

export function setLineProperties(
  { sheet, rect }: SimRange,
  axis: 'rows' | 'columns',
  data: unknown,
  server: Server,
): void {
  writable(sheet);
  const [first, count] =
    axis === 'rows' ? [rect.top, rect.bottom - rect.top + 1] : [rect.left, rect.right - rect.left + 1];
  const size = axis === 'rows' ? 'rowHeight' : 'columnWidth';
  list(data, count).forEach((properties, i) => {
    for (const [key, value] of Object.entries(record(properties))) {
      if (key !== 'format') throw server.missing('Range properties', key);
      for (const [inner, points] of Object.entries(record(value))) {
        if (inner !== size) throw server.missing('Range properties', `format/${inner}`);
        const line = sheet[axis].get(first + i);
        sheet[axis].set(first + i, { ...line, size: asSize(points) });
      }
    }
  });
}

function list(value: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw SimulatedFault.wrongShape();
  return value;
}
