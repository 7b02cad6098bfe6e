import { digestTable } from '../digest';
import type { Summary } from '../summary-table';

/** 采购: the table's own main columns. */
export const PROCUREMENT: Summary = {
  id: 'procurement',
  build: (sources) => digestTable({ id: 'procurement', kinds: ['电子卖场交易'] }, sources),
};
