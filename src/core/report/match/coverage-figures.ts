import type { CalendarMonth } from '../../fiscal/treasury/calendar';
import type { TreasuryMonth } from '../../fiscal/treasury/read-treasury';
import { knownCoverages, treasurySeries } from '../../fiscal/treasury/treasury-series';
import type { Position } from '../../grid/address';
import type { BookId } from '../../grid/book-id';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, scaled, type Interval } from '../../numbers/interval';
import { months, type Period } from '../../numbers/period';
import type { Table } from '../../tables/table';
import type { Figure } from '../text/entries';
import { NO_YEAR } from '../text/periods';
import { subjectIn } from '../text/subject';
import type { SourceFigure } from './sources';

const COVERAGE = '库款系数';

const TOLD =
  /(?:国库)?(?:库款(?:保障)?|保障)(?:系数|水平|倍数)(?:(?!目标|警戒|[上下]限|标准|要求|分别|依次|较|比|应)[一-龥]){0,8}$/;

/** 城关镇库款系数 of 城关镇库款保障水平仍低于, right before a figure; 库款系数警戒线, 库款系数较上月, 库款系数分别为 are no coverages. */
export function coverageTold(lead: string): string | undefined {
  const match = TOLD.exec(lead);
  return match ? subjectIn(lead.slice(0, match.index) + COVERAGE) : undefined;
}

/** 库款系数 by month: as the table prints it; where it does not, by K1 of its balance and outflow. */
export function coverageFigures(book: BookId, sheet: Sheet, table: Table): SourceFigure[] {
  return treasurySeries([{ sheet, tables: [table] }]).flatMap((series) =>
    knownCoverages(series).flatMap(({ printed, computed }): SourceFigure[] => {
      const figure = (month: CalendarMonth, of: Value): SourceFigure =>
        figureOf(book, sheet, table, series.place, month, of);
      if (printed) {
        const interval = scaled(intervalOf({ ...printed.printed, exact: false }), 1 / printed.scale);
        return [figure(printed, { ...printed, interval })];
      }
      if (!computed) return [];
      const { value, balanceCell: cell } = computed;
      return [
        {
          ...figure(computed, { value, interval: { low: value, high: value }, cell }),
          reckoned: byK1(book, sheet, computed),
        },
      ];
    }),
  );
}

/** Months of a table that names no year are none of each other all the same. */
function periodOf({ year = NO_YEAR, month }: CalendarMonth): Period | undefined {
  return month === undefined ? undefined : months(year, month, month);
}

interface Value {
  readonly value: number;
  readonly interval: Interval;
  readonly cell: Position;
}

function figureOf(
  book: BookId,
  sheet: Sheet,
  table: Table,
  place: string,
  month: CalendarMonth,
  { value, interval, cell }: Value,
): SourceFigure {
  const { row, column } = cell;
  return {
    cell: { book, sheet: sheet.name, row, column },
    path: [place + COVERAGE],
    isTotal: false,
    header: '',
    column: '',
    role: 'amount',
    subject: 'coverage',
    title: `${table.title}|${sheet.name}`,
    isOfPlaces: false,
    isPart: false,
    row: `${book}|${sheet.name}|${COVERAGE}|${row}|${column}`,
    table: `${book}|${sheet.name}|${COVERAGE}|${table.at.top}`,
    isOfTime: false,
    isAlone: false,
    period: periodOf(month) ?? table.period,
    kind: 'number',
    thing: '',
    size: value,
    interval,
  };
}

function byK1(book: BookId, { name }: Sheet, { balanceCell, outflowCells, over }: TreasuryMonth) {
  const cells = [balanceCell, ...outflowCells].map(({ row, column }) => ({ book, sheet: name, row, column }));
  return { op: 'coverage', cells, months: over } as const;
}

/** 达到0.3以上, 低于0.3 told as a fact; undefined: neither, or what is asked for (不低于, 警戒线). */
export function keepsBound({ bound, size, placed: { lead, trail } }: Figure, value: Interval): boolean | undefined {
  if (/不[低高少多超]|应|要求|警戒|目标|控制/.test(lead + trail)) return undefined;
  if (bound === 'atLeast') return value.high >= size;
  return bound === 'atMost' ? value.low <= size : undefined;
}
