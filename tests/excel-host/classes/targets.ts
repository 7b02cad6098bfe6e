import type { Rect } from '../../../src/core/grid/address';
import type { SimSheet } from '../model/sheet';
import { SimulatedFault } from '../wire/fault';

/** Cells of one sheet. */
export class SimRange {
  constructor(
    readonly sheet: SimSheet,
    readonly rect: Rect,
  ) {}
}

/** Several rectangles of one sheet. */
export class SimAreas {
  constructor(
    readonly sheet: SimSheet,
    readonly rects: readonly Rect[],
    /** Of each only the upper left cell is named. */
    readonly namesCorners = false,
  ) {}
}

/** Fails on a protected sheet: each cell is locked, as by default. */
export function writable(sheet: SimSheet): SimSheet {
  if (sheet.isProtected) throw SimulatedFault.accessDenied();
  return sheet;
}
