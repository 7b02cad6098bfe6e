import type { SimSheet } from '../model/sheet';
import type { SimName, SimWorkbook } from '../model/workbook';
import { asFlag, text } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { rangeArg } from './range';

/** The names of the workbook (without a sheet), or those of one sheet. */
class NameScope {
  constructor(
    readonly workbook: SimWorkbook,
    readonly sheet: SimSheet | undefined,
  ) {}

  get names(): readonly SimName[] {
    return this.workbook.names.filter((name) => name.scope === this.sheet);
  }

  find(name: string): SimName | undefined {
    return this.names.find((other) => other.name.toLowerCase() === name.toLowerCase());
  }
}

const nameCollectionClass: ClassDefinition<NameScope> = {
  name: 'NamedItemCollection',
  items: (self, server) => self.names.map((name) => namedItem(name, server)),
  item: (self, key, server) => {
    const name = self.find(text([key], 0));
    if (!name) throw SimulatedFault.notFound();
    return namedItem(name, server);
  },
  methods: {
    GetItemOrNullObject: (self, args, server) => {
      const name = self.find(text(args, 0));
      return name ? namedItem(name, server) : NULL_OBJECT;
    },
    Add: (self, args, server) => {
      const name = text(args, 0);
      if (!/^[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*$/.test(name)) throw SimulatedFault.invalidArgument();
      if (self.find(name)) throw SimulatedFault.alreadyExists();
      const { sheet, rect } = rangeArg(args.slice(1));
      const added: SimName = {
        name,
        target: { sheet, rect },
        visible: true,
        ...(self.sheet ? { scope: self.sheet } : {}),
      };
      self.workbook.names.push(added);
      return namedItem(added, server);
    },
  },
};

const namedItemClass: ClassDefinition<SimName> = {
  name: 'NamedItem',
  id: (self) => self.name,
  scalars: {
    Name: { get: (self) => self.name },
    Formula: { get: (self, server) => server.workbook.formulaOf(self) },
    Visible: { get: (self) => self.visible, set: (self, value) => void (self.visible = asFlag(value)) },
  },
  methods: {
    Delete: (self, _, server) => {
      server.workbook.names = server.workbook.names.filter((other) => other !== self);
    },
  },
};

function namedItem(name: SimName, server: Server): Remote {
  return remote(namedItemClass, name, server);
}

export function nameCollection(sheet: SimSheet | undefined, server: Server): Remote {
  return remote(nameCollectionClass, new NameScope(server.workbook, sheet), server);
}
