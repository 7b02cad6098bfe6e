import { optionalText, text } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import type { SimWorkbook } from '../model/workbook';
import { EVENT } from '../wire/events';
import { worksheet } from './worksheet';

const worksheetCollectionClass: ClassDefinition<SimWorkbook> = {
  name: 'WorksheetCollection',
  items: (self, server) => self.sheets.map((sheet) => worksheet(sheet, server)),
  item: (self, key, server) => {
    const sheet = self.find(text([key], 0));
    if (!sheet) throw SimulatedFault.notFound();
    return worksheet(sheet, server);
  },
  methods: {
    Add: (self, args, server) => {
      if (self.structureProtected) throw SimulatedFault.accessDenied();
      return worksheet(self.add(optionalText(args, 0) ?? self.unusedName()), server);
    },
    GetItemOrNullObject: (self, args, server) => {
      const sheet = self.find(text(args, 0));
      return sheet ? worksheet(sheet, server) : NULL_OBJECT;
    },
    _RegisterDataChangedEvent: (_self, _args, server) => server.listen(EVENT.dataChanged, true),
    _UnregisterDataChangedEvent: (_self, _args, server) => server.listen(EVENT.dataChanged, false),
    _RegisterSelectionChangedEvent: (_self, _args, server) => server.listen(EVENT.selectionChanged, true),
    _UnregisterSelectionChangedEvent: (_self, _args, server) => server.listen(EVENT.selectionChanged, false),
    GetActiveWorksheet: (self, _, server) => worksheet(self.active, server),
  },
};

export function worksheetCollection(server: Server): Remote {
  return remote(worksheetCollectionClass, server.workbook, server);
}
