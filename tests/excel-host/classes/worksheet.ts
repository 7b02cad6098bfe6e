import { MAX_COLUMNS, MAX_ROWS } from '../../../src/core/grid/address';
import type { SimSheet } from '../model/sheet';
import { checkSheetName } from '../model/workbook';
import { asText, flag, optionalText, text, whole } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { parseArea, parseAreas } from './areas';
import { chartCollection } from './charts';
import { nameCollection } from './names';
import { pageLayout } from './page-layout';
import { range, rangeArg } from './range';
import { rangeAreas } from './range-areas';
import { SimAreas, SimRange } from './targets';

const WHOLE = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** A sheet that was deleted in an earlier action is gone for the later ones. */
function alive(sheet: SimSheet, server: Server): SimSheet {
  if (!server.workbook.sheets.includes(sheet)) throw SimulatedFault.notFound();
  return sheet;
}

function structureOpen(server: Server): void {
  if (server.workbook.structureProtected) throw SimulatedFault.accessDenied();
}

const worksheetClass: ClassDefinition<SimSheet> = {
  name: 'Worksheet',
  id: (self) => self.id,
  scalars: {
    Id: { get: (self) => self.id },
    Name: {
      get: (self) => self.name,
      set: (self, value, server) => {
        structureOpen(server);
        const name = asText(value);
        checkSheetName(name);
        const other = server.workbook.find(name);
        if (other && other !== self) throw SimulatedFault.alreadyExists();
        self.name = name;
      },
    },
    Visibility: {
      get: (self) => self.visibility,
      set: (self, value, server) => {
        structureOpen(server);
        if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw SimulatedFault.invalidArgument();
        self.visibility = value;
      },
    },
  },
  navigations: {
    Names: (self, server) => nameCollection(self, server),
    Protection: (self, server) => remote(worksheetProtectionClass, self, server),
    PageLayout: (self, server) => pageLayout(self, server),
    Charts: (self, server) => chartCollection(self, server),
    AutoFilter: (self, server) => remote(autoFilterClass, self, server),
    FreezePanes: (self, server) => remote(freezePanesClass, self, server),
  },
  methods: {
    GetRange: (self, args, server) => {
      const address = optionalText(args, 0);
      return range(new SimRange(alive(self, server), address === undefined ? WHOLE : parseArea(address)), server);
    },
    GetRanges: (self, args, server) => {
      const address = text(args, 0);
      if (address.length > 8192) throw SimulatedFault.invalidArgument();
      return rangeAreas(new SimAreas(alive(self, server), parseAreas(address)), server);
    },
    GetRangeByIndexes: (self, args, server) => {
      const [top, left, rows, columns] = [whole(args, 0), whole(args, 1), whole(args, 2), whole(args, 3)];
      if (top < 0 || left < 0 || rows < 1 || columns < 1) throw SimulatedFault.invalidArgument();
      if (top + rows > MAX_ROWS || left + columns > MAX_COLUMNS) throw SimulatedFault.invalidArgument();
      return range(
        new SimRange(alive(self, server), { top, left, bottom: top + rows - 1, right: left + columns - 1 }),
        server,
      );
    },
    GetUsedRangeOrNullObject: (self, args, server) => {
      const used = alive(self, server).usedRect(flag(args, 0));
      return used ? range(new SimRange(self, used), server) : NULL_OBJECT;
    },
    Activate: (self, _, server) => {
      if (alive(self, server).visibility !== 'Visible') {
        throw new SimulatedFault('InvalidOperation', 'A hidden worksheet cannot be activated.');
      }
      server.workbook.activeSheet = self;
    },
    Delete: (self, _, server) => {
      structureOpen(server);
      server.workbook.remove(alive(self, server));
    },
    Calculate: () => null,
  },
};

const worksheetProtectionClass: ClassDefinition<SimSheet> = {
  name: 'WorksheetProtection',
  scalars: { Protected: { get: (self) => self.isProtected } },
};

const autoFilterClass: ClassDefinition<SimSheet> = {
  name: 'AutoFilter',
  methods: {
    Apply: (self, args) => void (self.filter = rangeArg(args).rect),
    Remove: (self) => void (self.filter = undefined),
  },
};

const freezePanesClass: ClassDefinition<SimSheet> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (self, args) => void (self.frozenRows = whole(args, 0)),
  },
};

export function worksheet(sheet: SimSheet, server: Server): Remote {
  return remote(worksheetClass, sheet, server);
}
