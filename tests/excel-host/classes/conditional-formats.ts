import type { Rect } from '../../../src/core/grid/address';
import { intersect, type SimConditional, type SimSheet } from '../model/sheet';
import { asText, text } from '../wire/arguments';
import { SimulatedFault } from '../wire/fault';
import { remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { writable } from './targets';

/** The conditional formats that touch some cells. */
class Scope {
  constructor(
    readonly sheet: SimSheet,
    readonly rects: readonly Rect[],
  ) {}

  get found(): readonly SimConditional[] {
    return this.sheet.conditionals.filter(({ rects }) =>
      rects.some((rect) => this.rects.some((other) => intersect(rect, other))),
    );
  }
}

let counter = 0;

const collectionClass: ClassDefinition<Scope> = {
  name: 'ConditionalFormatCollection',
  items: (self, server) => self.found.map((one) => conditionalFormat(self.sheet, one, server)),
  item: (self, key, server) => {
    const one = self.found.find(({ id }) => id === text([key], 0));
    if (!one) throw SimulatedFault.notFound();
    return conditionalFormat(self.sheet, one, server);
  },
  methods: {
    Add: ({ sheet, rects }, args, server) => {
      if (text(args, 0) !== 'Custom') throw SimulatedFault.invalidArgument();
      const added = { id: `{CF-${String(++counter)}}`, rects: [...rects], formula: '', fill: '' };
      // The newest comes first.
      writable(sheet).conditionals.unshift(added);
      return conditionalFormat(sheet, added, server);
    },
  },
};

interface Placed {
  readonly sheet: SimSheet;
  readonly one: SimConditional;
}

const conditionalClass: ClassDefinition<Placed> = {
  name: 'ConditionalFormat',
  id: ({ one }) => one.id,
  scalars: { Id: { get: ({ one }) => one.id }, Type: { get: () => 'Custom' } },
  navigations: {
    Custom: (self, server) => remote(customClass, self.one, server),
    CustomOrNullObject: (self, server) => remote(customClass, self.one, server),
  },
  methods: {
    Delete: ({ sheet, one }) => {
      writable(sheet).conditionals = sheet.conditionals.filter((other) => other !== one);
    },
  },
};

const customClass: ClassDefinition<SimConditional> = {
  name: 'CustomConditionalFormat',
  navigations: {
    Rule: (self, server) => remote(ruleClass, self, server),
    Format: (self, server) => remote(formatClass, self, server),
  },
};

const ruleClass: ClassDefinition<SimConditional> = {
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: { get: ({ formula }) => formula, set: (self, value) => void (self.formula = asText(value)) },
  },
};

const formatClass: ClassDefinition<SimConditional> = {
  name: 'ConditionalRangeFormat',
  navigations: { Fill: (self, server) => remote(fillClass, self, server) },
};

const fillClass: ClassDefinition<SimConditional> = {
  name: 'ConditionalRangeFill',
  scalars: { Color: { get: ({ fill }) => fill, set: (self, value) => void (self.fill = asText(value)) } },
};

function conditionalFormat(sheet: SimSheet, one: SimConditional, server: Server): Remote {
  return remote(conditionalClass, { sheet, one }, server);
}

export function conditionalFormats(sheet: SimSheet, rects: readonly Rect[], server: Server): Remote {
  return remote(collectionClass, new Scope(sheet, rects), server);
}
