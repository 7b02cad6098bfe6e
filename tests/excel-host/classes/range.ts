import { contains, quoteSheet, rectName, type Position, type Rect } from '../../../src/core/grid/address';
import { bounding, intersect, type SimSheet } from '../model/sheet';
import { flag, whole, asFlag } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { isRemote, NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { cellCount } from './areas';
import {
  cellProperties,
  columnProperties,
  rowProperties,
  setCellProperties,
  setLineProperties,
} from './cell-properties';
import { conditionalFormats } from './conditional-formats';
import { formulas, numberFormats, types, values } from './grids';
import { cornerOf, rangeAreas } from './range-areas';
import { rangeFormat } from './range-format';
import { SimAreas, SimRange, writable } from './targets';
import { worksheet } from './worksheet';

/** Excel's own limit, from the documentation of `getMergedAreasOrNullObject`. */
const MOST_MERGED_AREAS = 512;

const rangeClass: ClassDefinition<SimRange> = {
  name: 'Range',
  keepsReference: true,
  scalars: {
    Values: values,
    Formulas: formulas,
    NumberFormat: numberFormats,
    ValueTypes: types,
    Address: { get: ({ sheet, rect }) => `${quoteSheet(sheet.name)}!${rectName(rect)}` },
    RowIndex: { get: ({ rect }) => rect.top },
    ColumnIndex: { get: ({ rect }) => rect.left },
    RowCount: { get: ({ rect }) => rect.bottom - rect.top + 1 },
    ColumnCount: { get: ({ rect }) => rect.right - rect.left + 1 },
    CellCount: { get: ({ rect }) => (cellCount(rect) > 2 ** 31 - 1 ? -1 : cellCount(rect)) },
    RowHidden: {
      get: ({ sheet, rect }) => uniform(rect.top, rect.bottom, (row) => sheet.rows.get(row)?.hidden ?? false),
      set: ({ sheet, rect }, value) => hide(writable(sheet).rows, rect.top, rect.bottom, asFlag(value)),
    },
    ColumnHidden: {
      get: ({ sheet, rect }) => uniform(rect.left, rect.right, (column) => sheet.columns.get(column)?.hidden ?? false),
      set: ({ sheet, rect }, value) => hide(writable(sheet).columns, rect.left, rect.right, asFlag(value)),
    },
  },
  navigations: {
    Format: (self, server) => rangeFormat(self.sheet, [self.rect], server),
    ConditionalFormats: (self, server) => conditionalFormats(self.sheet, [self.rect], server),
    Worksheet: (self, server) => worksheet(self.sheet, server),
  },
  methods: {
    _KeepReference: () => null,
    _ValidateArraySize: ({ rect }, args) => {
      const fits = whole(args, 0) === rect.bottom - rect.top + 1 && whole(args, 1) === rect.right - rect.left + 1;
      if (!fits) throw SimulatedFault.wrongShape();
    },
    GetRow: (self, args, server) => {
      const row = self.rect.top + whole(args, 0);
      return range(new SimRange(self.sheet, { ...self.rect, top: row, bottom: row }), server);
    },
    GetBoundingRect: (self, args, server) =>
      range(new SimRange(self.sheet, bounding(self.rect, rangeArg(args).rect)), server),
    GetMergedAreasOrNullObject: ({ sheet, rect }, _, server) => {
      const { mergesListed } = server.workbook;
      const merges = sheet.merges.filter(
        (merge) => intersect(merge, rect) && (mergesListed === 'whole' || contains(rect, cornerPosition(merge))),
      );
      if (merges.length > MOST_MERGED_AREAS || (mergesListed === 'never' && merges.length > 0))
        throw new SimulatedFault('GeneralException', 'Too many merged areas.', 500);
      const areas = mergesListed === 'single' ? merges.map(cornerOf) : merges;
      return merges.length === 0
        ? NULL_OBJECT
        : rangeAreas(new SimAreas(sheet, areas, mergesListed !== 'whole'), server);
    },
    GetCellProperties: (self, args, server) => cellProperties(self, args[0], server),
    GetRowProperties: (self, args, server) => rowProperties(self, args[0], server),
    GetColumnProperties: (self, args, server) => columnProperties(self, args[0], server),
    SetCellProperties: (self, args, server) => setCellProperties(self, args[0], server),
    SetRowProperties: (self, args, server) => setLineProperties(self, 'rows', args[0], server),
    SetColumnProperties: (self, args, server) => setLineProperties(self, 'columns', args[0], server),
    Merge: ({ sheet, rect }, args) => {
      writable(sheet);
      if (!flag(args, 0)) sheet.merge(rect);
      else for (let row = rect.top; row <= rect.bottom; row++) sheet.merge({ ...rect, top: row, bottom: row });
    },
    Group: ({ sheet, rect }, args) => {
      if (args[0] !== 'ByRows') throw SimulatedFault.invalidArgument();
      writable(sheet).groups.push([rect.top, rect.bottom]);
    },
    Unmerge: ({ sheet, rect }) => writable(sheet).unmerge(rect),
    Clear: ({ sheet, rect }) => writable(sheet).clear(rect),
    Select: ({ sheet, rect }, _, server) => {
      if (sheet.visibility !== 'Visible') throw new SimulatedFault('InvalidOperation', 'The sheet is hidden.');
      server.workbook.activeSheet = sheet;
      server.workbook.selection = rect;
    },
  },
};

function cornerPosition({ top, left }: Rect): Position {
  return { row: top, column: left };
}

export function range(self: SimRange, server: Server): Remote {
  return remote(rangeClass, self, server);
}

/** The range that an argument names. */
export function rangeArg(args: readonly unknown[]): SimRange {
  const argument = args[0];
  const self = isRemote(argument) ? argument.self : undefined;
  if (!(self instanceof SimRange)) throw SimulatedFault.invalidArgument();
  return self;
}

/** The value that all lines share; `null` when they differ, as Excel answers. */
function uniform(first: number, last: number, get: (line: number) => boolean): boolean | null {
  const value = get(first);
  for (let line = first + 1; line <= last; line++) if (get(line) !== value) return null;
  return value;
}

function hide(lines: SimSheet['rows'], first: number, last: number, hidden: boolean): void {
  // All rows of a sheet are a million; only those that have a state need to lose it.
  if (!hidden)
    for (const [line, state] of lines) if (line >= first && line <= last) lines.set(line, { ...state, hidden });
  if (!hidden) return;
  for (let line = first; line <= last; line++) lines.set(line, { ...lines.get(line), hidden });
}
