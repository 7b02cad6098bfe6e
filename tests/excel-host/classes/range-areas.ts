import { quoteSheet, rectName, type Rect } from '../../../src/core/grid/address';
import { remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';
import { conditionalFormats } from './conditional-formats';
import { range } from './range';
import { rangeFormat } from './range-format';
import { SimRange, type SimAreas } from './targets';

const rangeAreasClass: ClassDefinition<SimAreas> = {
  name: 'RangeAreas',
  keepsReference: true,
  scalars: {
    Address: {
      get: ({ sheet, rects, namesCorners }) =>
        rects.map((rect) => `${quoteSheet(sheet.name)}!${rectName(namesCorners ? cornerOf(rect) : rect)}`).join(','),
    },
    AreaCount: { get: ({ rects }) => rects.length },
  },
  navigations: {
    Areas: (self, server) => remote(rangeCollectionClass, self, server),
    ConditionalFormats: (self, server) => conditionalFormats(self.sheet, self.rects, server),
    Format: (self, server) => rangeFormat(self.sheet, self.rects, server),
  },
  methods: {
    _KeepReference: () => null,
  },
};

export function cornerOf({ top, left }: Rect): Rect {
  return { top, left, bottom: top, right: left };
}

const rangeCollectionClass: ClassDefinition<SimAreas> = {
  name: 'RangeCollection',
  keepsReference: true,
  items: ({ sheet, rects }, server) => rects.map((rect) => range(new SimRange(sheet, rect), server)),
  methods: { _KeepReference: () => null },
};

export function rangeAreas(self: SimAreas, server: Server): Remote {
  return remote(rangeAreasClass, self, server);
}
