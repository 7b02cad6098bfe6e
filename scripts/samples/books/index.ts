import type { SampleBook } from '../book';
import { ASSETS } from './assets-2023-06';
import { COUNTY_LAST_YEAR } from './county-2022-05';
import { COUNTY_MAY } from './county-2023-05';
import { COUNTY_JUNE } from './county-2023-06';
import { DEBT } from './debt-2023-06';
import { DEPARTMENTS } from './departments-2023';
import { PEOPLES_LIVELIHOOD } from './education-health-environment-2023-06';
import { ENTERPRISES } from './enterprises-and-projects-2023-06';
import { FINAL_ACCOUNT } from './final-account-2022';
import { PLANS } from './plans-and-funds-2023-06';
import { PREFECTURE_TABLES } from './prefecture-tables-2023-06';
import { PROCUREMENT } from './procurement-2023-06';
import { SOCIAL_ASSISTANCE } from './social-assistance-2023-06';
import { THREE_GUARANTEES } from './three-guarantees-2023-06';
import { TREASURY } from './treasury-2023-06';

/** Every workbook of the sample county. */
export const BOOKS: readonly SampleBook[] = [
  COUNTY_LAST_YEAR,
  FINAL_ACCOUNT,
  COUNTY_MAY,
  COUNTY_JUNE,
  TREASURY,
  DEBT,
  THREE_GUARANTEES,
  ASSETS,
  SOCIAL_ASSISTANCE,
  ENTERPRISES,
  PEOPLES_LIVELIHOOD,
  DEPARTMENTS,
  PROCUREMENT,
  PREFECTURE_TABLES,
  PLANS,
];
