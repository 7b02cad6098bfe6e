import type { Measure } from '../measure';
import type { SubjectId } from '../subjects';
import { tieOf, type Tie } from './compared';

/** 税收收入 + 非税收入 = 地方收入, and 税务部门 + 财政部门, wherever one table shows all three of one phase and place. */
export function revenueParts(measures: readonly Measure[]): Tie[] {
  return [...partsOf(measures, ['tax', 'nonTax']), ...partsOf(measures, ['taxOffice', 'financeOffice'])];
}

function partsOf(measures: readonly Measure[], parts: readonly [SubjectId, SubjectId]): Tie[] {
  const byPlace = new Map<string, Map<SubjectId, Measure[]>>();
  for (const measure of measures) {
    if (measure.side !== 'revenue' || measure.subject === undefined) continue;
    // Halves that stand side by side (分级 ‖ 分部门) are one sheet's account of one place.
    const where =
      measure.scope === ''
        ? `${measure.table}|${measure.header.replace(/[^|]*$/, '')}`
        : `${measure.cell.book}|${measure.cell.sheet}`;
    const key = [where, measure.phase, measure.scope].join('|');
    const place = byPlace.get(key) ?? new Map<SubjectId, Measure[]>();
    byPlace.set(key, place.set(measure.subject, [...(place.get(measure.subject) ?? []), measure]));
  }
  return [...byPlace.values()].flatMap((place) => {
    const [total, tax, nonTax] = (['localRevenue', ...parts] as const).map((subject) => place.get(subject) ?? []);
    const [whole, first, second] = [total?.[0], tax?.[0], nonTax?.[0]];
    // Two rows of one name: which of them is the whole cannot be told.
    if (!whole || !first || !second || [total, tax, nonTax].some((found) => found?.length !== 1)) return [];
    const interval = {
      low: first.interval.low + second.interval.low,
      high: first.interval.high + second.interval.high,
    };
    return [tieOf(whole, [first, second], first.yuan + second.yuan, interval)];
  });
}
