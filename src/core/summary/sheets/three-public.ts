import { digestTable } from '../digest';
import type { Summary } from '../summary-table';

/** 三公经费: the table's own main columns. */
export const THREE_PUBLIC: Summary = {
  id: 'threePublic',
  build: (sources) => digestTable({ id: 'threePublic', kinds: ['三公'] }, sources),
};
