import { asFlag } from '../wire/arguments';
import { type ClassDefinition, type Remote, type Server, remote } from '../wire/remote';
import type { SimWorkbook } from '../model/workbook';
import { SimulatedFault } from '../wire/fault';
import { customXmlParts } from './custom-xml-parts';
import { nameCollection } from './names';
import { range } from './range';
import { rangeAreas } from './range-areas';
import { SimAreas, SimRange } from './targets';
import { worksheetCollection } from './worksheets';

const workbookClass: ClassDefinition<SimWorkbook> = {
  name: 'Workbook',
  scalars: { Name: { get: (self) => self.fileName } },
  navigations: {
    Worksheets: (_, server) => worksheetCollection(server),
    Application: (_, server) => remote(applicationClass, server.workbook, server),
    Names: (_, server) => nameCollection(undefined, server),
    CustomXmlParts: (_, server) => customXmlParts(server),
    Protection: (_, server) => remote(workbookProtectionClass, server.workbook, server),
    _Runtime: (_, server) => remote(runtimeClass, server.workbook, server),
  },
  methods: {
    GetSelectedRange: (self, _, server) => range(selected(self), server),
    GetSelectedRanges: (self, _, server) => {
      const { sheet, rect } = selected(self);
      return rangeAreas(new SimAreas(sheet, [rect]), server);
    },
  },
};

function selected(workbook: SimWorkbook): SimRange {
  if (workbook.selectionIsObject) {
    throw new SimulatedFault('InvalidSelection', 'The current selection is invalid for this operation.');
  }
  return new SimRange(workbook.active, workbook.selection);
}

const applicationClass: ClassDefinition<SimWorkbook> = {
  name: 'Application',
  scalars: {
    CalculationMode: {
      get: (self) => self.calculationMode,
      set: (self, value) => {
        if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') {
          throw SimulatedFault.invalidArgument();
        }
        self.calculationMode = value;
      },
    },
  },
  methods: {
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
};

const runtimeClass: ClassDefinition<SimWorkbook> = {
  name: 'Runtime',
  scalars: {
    EnableEvents: {
      get: (self) => self.eventsEnabled,
      set: (self, value) => void (self.eventsEnabled = asFlag(value)),
    },
  },
};

const workbookProtectionClass: ClassDefinition<SimWorkbook> = {
  name: 'WorkbookProtection',
  scalars: { Protected: { get: (self) => self.structureProtected } },
};

/** The object that every request starts from. */
export function rootObject(server: Server): Remote {
  return remote(workbookClass, server.workbook, server);
}
