import type { SimXmlPart, SimWorkbook } from '../model/workbook';
import { text } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';

const partClass: ClassDefinition<SimXmlPart> = {
  name: 'CustomXmlPart',
  id: ({ id }) => id,
  scalars: {
    Id: { get: ({ id }) => id },
    NamespaceUri: { get: ({ xml }) => namespaceOf(xml) },
  },
  methods: {
    GetXml: ({ xml }) => xml,
    Delete: (part, _, { workbook }) => void workbook.xmlParts.splice(workbook.xmlParts.indexOf(part), 1),
    SetXml: (part, args) => {
      part.xml = wellFormed(text(args, 0));
      return null;
    },
  },
};

const collectionClass: ClassDefinition<SimWorkbook> = {
  name: 'CustomXmlPartCollection',
  methods: {
    Add: (workbook, args, server) => {
      const part = { id: `{${workbook.xmlParts.length + 1}}`, xml: wellFormed(text(args, 0)) };
      workbook.xmlParts.push(part);
      return remote(partClass, part, server);
    },
    GetByNamespace: ({ xmlParts }, args, server) => {
      const wanted = text(args, 0);
      const found = xmlParts.filter(({ xml }) => namespaceOf(xml) === wanted);
      return remote(scopedClass, found, server);
    },
  },
};

const scopedClass: ClassDefinition<readonly SimXmlPart[]> = {
  name: 'CustomXmlPartScopedCollection',
  item: (parts, key, server) => {
    const part = parts.find(({ id }) => id === key);
    if (!part) throw SimulatedFault.invalidArgument();
    return remote(partClass, part, server);
  },
  methods: {
    GetOnlyItemOrNullObject: (parts, _, server) => {
      const [only] = parts;
      return only && parts.length === 1 ? remote(partClass, only, server) : NULL_OBJECT;
    },
  },
};

/** Of the root element, as Excel indexes the parts. */
function namespaceOf(xml: string): string {
  return /^\s*(?:<\?xml[^>]*>\s*)?<[^>]*?\sxmlns(?::\w+)?=["']([^"']*)["']/.exec(xml)?.[1] ?? '';
}

function wellFormed(xml: string): string {
  if (!/^\s*</.test(xml) || !/>\s*$/.test(xml)) throw SimulatedFault.invalidArgument();
  return xml;
}

export function customXmlParts(server: Server): Remote {
  return remote(collectionClass, server.workbook, server);
}
