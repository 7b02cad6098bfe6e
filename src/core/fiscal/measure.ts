import type { CellPlace } from '../grid/place';
import type { Interval } from '../numbers/interval';
import type { Unit } from '../numbers/unit';
import type { ColumnRole } from '../tables/table';
import type { TableKind } from '../tables/table-kinds';
import type { Tier } from '../tables/tier';
import type { Side, SubjectId } from './subjects';

export const PHASES = [
  'budget_initial',
  'budget_adjusted',
  'month',
  'month_prior',
  'ytd',
  'prior',
  'opening',
  'inflow',
  'outflow',
  'closing',
  'limit',
  'demand',
] as const satisfies readonly ColumnRole[];

/** The stage of the budget, or of a ledger, that a figure is of; `budget_prior`: what was planned for last year. */
export type Phase = (typeof PHASES)[number] | 'budget_prior';

/** A number that knows what it is. */
export interface Measure {
  /** Undefined: a row that only its name tells. */
  readonly subject: SubjectId | undefined;
  /** Names of the rows above it and its own: what stands for the subject where none is known. */
  readonly name: string;
  readonly side: Side;
  readonly phase: Phase;
  /** Whose figure it is where a table lists several (地区, 单位); empty: the whole. */
  readonly scope: string;
  /** The county that the title names; empty: none. */
  readonly place: string;
  /** 全市, 市本级 …: the whole of the place or its own level; undefined: nobody says. */
  readonly tier: Tier | undefined;
  /** ISO dates of the period that its table is about; undefined: the table does not say. */
  readonly from: string | undefined;
  readonly asOf: string | undefined;
  /** In yuan, whatever unit the table has; in the table's own where it has none. */
  readonly yuan: number;
  /** What the printed figure may stand for, in yuan. */
  readonly interval: Interval;
  /** The unit that its cell stands in; undefined: no unit is stated. */
  readonly unit: Unit | undefined;
  /** False for a number stored as text: programs read it differently, so no formula may rest on it. */
  readonly isLive: boolean;
  readonly kind: TableKind;
  /** Header texts of its column, outermost first. */
  readonly header: string;
  /** Level of its row, 0 outermost; and whether it is a total of what stands around it. */
  readonly depth: number;
  readonly isTotal: boolean;
  /** Compared, and nothing that a summary rests on: what the county and others got of a tax, what a list comes to. */
  readonly isAside?: true;
  /** Tells the tables of one reading apart: book, sheet and first row. */
  readonly table: string;
  readonly cell: CellPlace;
}
