import { digestTable } from '../digest';
import type { Summary } from '../summary-table';

/** 社会救助：标准与发放: the table's own main columns. */
export const ASSISTANCE: Summary = {
  id: 'assistance',
  build: (sources) => digestTable({ id: 'assistance', kinds: ['社会救助标准', '低保/补贴发放表'] }, sources),
};
