import type { Sheet } from '../../grid/sheet';
import type { Unit } from '../../numbers/unit';
import type { Table } from '../../tables/table';
import type { Pack, TreasuryBand } from '../pack';
import { readTreasury, treasuryCoverage, type PrintedCoverage, type TreasuryMonth } from './read-treasury';
import type { Calendar, CalendarMonth } from './calendar';

export interface Coverage extends TreasuryMonth {
  /** 库款系数, K1; a plain ratio. */
  readonly value: number;
}

/** The months of one place's treasury table, in the order in which it has them. */
export interface TreasurySeries {
  readonly sheet: Sheet;
  readonly table: Table;
  /** Whose treasury it is where the table lists several; empty: its own. */
  readonly place: string;
  /** Of its balances. */
  readonly unit: Unit | undefined;
  /** What balance and outflow come to. */
  readonly months: readonly Coverage[];
  /** What the table itself says. */
  readonly printed: readonly PrintedCoverage[];
  readonly calendar: Calendar;
}

/** Every table of the workbook that has a treasury coverage, computable or printed. */
export function treasurySeries(
  sheets: readonly { readonly sheet: Sheet; readonly tables: readonly Table[] }[],
): TreasurySeries[] {
  return sheets.flatMap(({ sheet, tables }) =>
    tables.flatMap((table) =>
      readTreasury(sheet, table).flatMap(({ months: found, ...reading }) => {
        const months = found.flatMap((month) => {
          const value = treasuryCoverage(month);
          return value === undefined ? [] : [{ ...month, value }];
        });
        return months.length + reading.printed.length === 0 ? [] : [{ sheet, table, ...reading, months }];
      }),
    ),
  );
}

/** Of several treasury tables that of the latest period; computed before printed, the first met where they are of one. */
export function latestSeries<Series extends TreasurySeries>(all: readonly Series[]): Series | undefined {
  const own = all.filter(({ place }) => place === '');
  const computed = own.filter(({ months }) => months.length > 0);
  return (computed.length > 0 ? computed : own).reduce<Series | undefined>(
    (latest, one) => (!latest || dayOf(one) > dayOf(latest) ? one : latest),
    undefined,
  );
}

function dayOf({ table, months, printed }: TreasurySeries): string {
  const last = months.at(-1) ?? printed.at(-1);
  return last?.year === undefined || last.month === undefined
    ? (table.period?.to ?? '').slice(0, 7)
    : `${last.year}-${String(last.month).padStart(2, '0')}`;
}

/** How the latest month stands: `monthsBelow` has been low for as many months as make it grave. */
export type CoverageStanding = 'alarm' | 'monthsBelow' | 'low' | 'normal' | 'high';

/** A coverage of one month, as balance and outflow give it or, where they are not there, as the table prints it. */
export interface KnownCoverage extends CalendarMonth {
  readonly value: number;
  readonly computed?: Coverage;
  readonly printed?: PrintedCoverage;
}

/** The latest month of a series against its band, or a month before it that was worse. */
export interface JudgedCoverage {
  readonly last: KnownCoverage;
  readonly standing: CoverageStanding;
  /** For how many months running it has been below. */
  readonly monthsBelow: number;
  /** Where the latest month is not low: the lowest of the months that were. */
  readonly lowest: KnownCoverage | undefined;
  /** How many months were below. */
  readonly allBelow: number;
}

/** Every month of which a coverage is known, the computed one before the printed. */
export function knownCoverages({ months, printed }: Pick<TreasurySeries, 'months' | 'printed'>): KnownCoverage[] {
  const keyOf = ({ year, month }: CalendarMonth) => `${year ?? ''}-${month ?? ''}`;
  const known = new Map<string, KnownCoverage>();
  for (const one of printed) known.set(keyOf(one), { ...whenOf(one), value: one.value, printed: one });
  for (const one of months) {
    const other = known.get(keyOf(one))?.printed;
    known.set(keyOf(one), { ...whenOf(one), value: one.value, computed: one, ...(other ? { printed: other } : {}) });
  }
  return [...known.values()].sort((a, b) => orderOf(a) - orderOf(b));
}

function whenOf({ year, month }: CalendarMonth): CalendarMonth {
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
}

function orderOf({ year = 0, month = 0 }: CalendarMonth): number {
  return year * 12 + month;
}

/**
 * How a series stands. The band is that of K1: where the pack chooses another definition, or the series
 * is empty, there is nothing to judge by (undefined).
 */
export function judgeCoverage(
  series: Pick<TreasurySeries, 'months' | 'printed'>,
  { treasury: band, calibres }: Pack,
): JudgedCoverage | undefined {
  const known = knownCoverages(series);
  const last = known.at(-1);
  if (!last || calibres.coverage !== 'K1') return undefined;
  const below = known.filter(({ value }) => value < band.low.value);
  const monthsBelow = known.length - 1 - known.findLastIndex(({ value }) => value >= band.low.value);
  const lowest = below.reduce<KnownCoverage | undefined>((a, b) => (a && a.value <= b.value ? a : b), undefined);
  return { last, monthsBelow, standing: standingOf(last.value, monthsBelow, band), lowest, allBelow: below.length };
}

function standingOf(value: number, monthsBelow: number, band: TreasuryBand): CoverageStanding {
  if (value < band.alarm.value) return 'alarm';
  if (monthsBelow >= band.monthsBelow.value) return 'monthsBelow';
  if (value < band.low.value) return 'low';
  return value > band.high.value ? 'high' : 'normal';
}
