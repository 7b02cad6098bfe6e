import type { Measure } from '../measure';
import type { SubjectId } from '../subjects';

/** Wholes that hold more than their part, and never less: what else they count is no refund. */
const WHOLES: readonly (readonly [whole: SubjectId, part: SubjectId])[] = [
  ['allExpenditure', 'expenditure'],
  ['expenditureTotal', 'expenditure'],
  ['totalRevenue', 'localRevenue'],
  ['revenueTotal', 'localRevenue'],
  ['localRevenue', 'tax'],
  ['localRevenue', 'nonTax'],
];

/** A whole and its part, of one column of one table. */
export interface WholeAndPart {
  readonly whole: Measure;
  readonly part: Measure;
  readonly holds: boolean;
}

/** 财政总支出 ≥ 一般公共预算支出, and the like, wherever a column shows both. */
export function wholesAndParts(measures: readonly Measure[]): WholeAndPart[] {
  const columns = new Map<string, Measure[]>();
  for (const measure of measures) {
    if (measure.unit === undefined || !WHOLES.some((pair) => pair.some((subject) => subject === measure.subject)))
      continue;
    const key = [measure.table, measure.cell.column, measure.scope].join('|');
    columns.set(key, [...(columns.get(key) ?? []), measure]);
  }
  return [...columns.values()].flatMap((column) =>
    WHOLES.flatMap(([wholeId, partId]) => {
      const [whole, second] = column.filter(({ subject }) => subject === wholeId);
      const [part, other] = column.filter(({ subject }) => subject === partId);
      // Two rows of one name: which of them is meant cannot be told.
      if (!whole || !part || second || other || part.yuan <= 0) return [];
      // What a part has given back is missing from the whole.
      const beside = WHOLES.flatMap(([of, id]) => (of === wholeId && id !== partId ? [id] : []));
      if (column.some(({ subject, yuan }) => yuan < 0 && beside.some((id) => id === subject))) return [];
      return [{ whole, part, holds: whole.interval.high >= part.interval.low }];
    }),
  );
}
