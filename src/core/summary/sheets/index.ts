import type { Summary } from '../summary-table';
import { EXPENDITURE } from './expenditure';
import { REVENUE } from './revenue';

/** Every summary, in the order in which they are written. */
export const SUMMARIES: readonly Summary[] = [REVENUE, EXPENDITURE];
