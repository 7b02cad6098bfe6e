import type { Summary } from '../summary-table';
import { ASSETS } from './assets';
import { ASSISTANCE } from './assistance';
import { DEBT } from './debt';
import { DIRECT } from './direct';
import { EXPENDITURE } from './expenditure';
import { FUNDS } from './funds';
import { GUARANTEE } from './guarantee';
import { OVERVIEW } from './overview';
import { PROCUREMENT } from './procurement';
import { REVENUE } from './revenue';
import { THREE_PUBLIC } from './three-public';
import { TRANSFERS } from './transfers';
import { TREASURY } from './treasury';

/** Every summary, in the order in which they are written. */
export const SUMMARIES: readonly Summary[] = [
  OVERVIEW,
  REVENUE,
  EXPENDITURE,
  TRANSFERS,
  FUNDS,
  TREASURY,
  GUARANTEE,
  DEBT,
  THREE_PUBLIC,
  DIRECT,
  ASSETS,
  ASSISTANCE,
  PROCUREMENT,
];
