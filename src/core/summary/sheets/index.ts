import type { Summary } from '../summary-table';
import { EXPENDITURE } from './expenditure';
import { FUNDS } from './funds';
import { GUARANTEE } from './guarantee';
import { REVENUE } from './revenue';
import { TRANSFERS } from './transfers';
import { TREASURY } from './treasury';

/** Every summary, in the order in which they are written. */
export const SUMMARIES: readonly Summary[] = [REVENUE, EXPENDITURE, TRANSFERS, FUNDS, TREASURY, GUARANTEE];
