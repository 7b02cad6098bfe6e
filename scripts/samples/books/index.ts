import type { SampleBook } from '../book';
import { COUNTY_LAST_YEAR } from './county-2022-05';
import { COUNTY_JUNE } from './county-2023-06';
import { COUNTY_MAY } from './county-2023-05';

/** Every workbook of the sample county. */
export const BOOKS: readonly SampleBook[] = [COUNTY_MAY, COUNTY_JUNE, COUNTY_LAST_YEAR];
