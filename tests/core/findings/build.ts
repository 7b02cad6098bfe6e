import { parseCell } from '../../../src/core/grid/address';
import { placesOn, type CellPlace } from '../../../src/core/grid/place';
import type { Finding } from '../../../src/core/findings/finding';

/** `B7`, or `石桥!B7`, of the book that has no name. */
export function place(name: string): CellPlace {
  const [cell = '', sheet = 'Sheet1'] = name.split('!').reverse();
  const at = parseCell(cell);
  const [found] = at ? placesOn('', sheet, [at]) : [];
  if (!found) throw new RangeError(name);
  return found;
}

/** A finding of which only what a test speaks of is stated. */
export function finding(at: string, stated: Partial<Finding> = {}): Finding {
  return {
    code: 'A101',
    level: 'error',
    at: [place(at)],
    against: [],
    consequences: [],
    folded: [],
    messageId: 'A101.broken',
    data: {},
    fixes: [],
    fingerprint: at,
    ...stated,
  };
}
