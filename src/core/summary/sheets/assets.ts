import { digestTable } from '../digest';
import type { Summary } from '../summary-table';

/** 三资: the table's own main columns. */
export const ASSETS: Summary = {
  id: 'assets',
  build: (sources) => digestTable({ id: 'assets', kinds: ['国有三资清查台账'] }, sources),
};
