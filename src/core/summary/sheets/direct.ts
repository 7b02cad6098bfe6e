import { digestTable } from '../digest';
import type { Summary } from '../summary-table';

/** 直达资金: the table's own main columns. */
export const DIRECT: Summary = {
  id: 'direct',
  build: (sources) => digestTable({ id: 'direct', kinds: ['直达资金'] }, sources),
};
