import { rectName } from '../../../src/core/grid/address';
import type { SimSheet } from '../model/sheet';
import { asFlag, asText, record } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { parseArea } from './areas';
import { rangeArg } from './range';

const pageLayoutClass: ClassDefinition<SimSheet> = {
  name: 'PageLayout',
  scalars: {
    Orientation: {
      get: ({ page }) => page.orientation,
      set: ({ page }, value) => void (page.orientation = among(value, 'Portrait', 'Landscape')),
    },
    PaperSize: {
      get: ({ page }) => page.paperSize,
      set: ({ page }, value) => void (page.paperSize = among(value, 'Letter', 'A3', 'A4', 'Legal')),
    },
    Zoom: {
      get: ({ page }) => page.zoom,
      set: ({ page }, value) => {
        const zoom = record(value);
        if ('scale' in zoom && Object.keys(zoom).length > 1) throw SimulatedFault.invalidArgument();
        page.zoom = { ...zoom };
      },
    },
    CenterHorizontally: {
      get: ({ page }) => page.centerHorizontally,
      set: ({ page }, value) => void (page.centerHorizontally = asFlag(value)),
    },
  },
  navigations: { HeadersFooters: (self, server) => remote(headerFooterGroupClass, self, server) },
  methods: {
    SetPrintArea: ({ page }, args) => void (page.printArea = rectName(rangeArg(args).rect)),
    SetPrintTitleRows: ({ page }, args) => {
      const rows = args[0];
      const rect = typeof rows === 'string' ? parseArea(rows) : rangeArg(args).rect;
      page.printTitleRows = `$${rect.top + 1}:$${rect.bottom + 1}`;
    },
  },
};

const headerFooterGroupClass: ClassDefinition<SimSheet> = {
  name: 'HeaderFooterGroup',
  navigations: { DefaultForAllPages: (self, server) => remote(headerFooterClass, self, server) },
};

const headerFooterClass: ClassDefinition<SimSheet> = {
  name: 'HeaderFooter',
  scalars: {
    CenterFooter: {
      get: ({ page }) => page.centerFooter,
      set: ({ page }, value) => void (page.centerFooter = asText(value)),
    },
  },
};

function among(value: unknown, ...allowed: readonly string[]): string {
  const text = asText(value);
  if (!allowed.includes(text)) throw SimulatedFault.invalidArgument();
  return text;
}

export function pageLayout(sheet: SimSheet, server: Server): Remote {
  return remote(pageLayoutClass, sheet, server);
}
