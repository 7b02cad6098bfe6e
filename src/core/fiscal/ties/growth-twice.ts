import { intervalOf, meets, scaled, type Printed } from '../../numbers/interval';
import { figureAt } from '../../tables/printed';
import type { Column } from '../../tables/table';
import type { TableOnSheet } from '../../tables/table-place';
import type { Measure } from '../measure';
import type { SharedMeasures } from './two-sources';

/** The growth of one measure that two tables print: the first has no figure of last year to compute it from. */
export interface GrowthTwice {
  readonly digest: Measure;
  readonly digestColumn: Column;
  readonly source: Measure;
  readonly sourceColumn: Column;
  /** In percent. */
  readonly actual: number;
  readonly expected: number;
  readonly holds: boolean;
}

interface Growth {
  readonly column: Column;
  readonly figure: Printed;
  /** Whether the row has last year's figure, too: then its growth is judged by itself. */
  readonly hasPrior: boolean;
}

/** 主要指标 repeats the growth of the tables behind it: where the figure is one, so is its growth. */
export function growthTwice(shared: readonly SharedMeasures[], places: readonly TableOnSheet[]): GrowthTwice[] {
  const subjects = subjectsByRow(shared);
  // 累计增长% behind 税收, 非税 and 合计 is of one of them.
  const isAlone = (measure: Measure): boolean => (subjects.get(rowKey(measure))?.size ?? 0) <= 1;
  return shared.flatMap(({ pairs }) =>
    pairs.flatMap(({ one, other, agree }) => {
      if (!agree || one.phase !== 'ytd' || one.subject === 'coverage' || !isAlone(one) || !isAlone(other)) return [];
      const [first, second] = [growthOf(one, places), growthOf(other, places)];
      if (!first || !second || first.hasPrior === second.hasPrior) return [];
      const [digest, source] = first.hasPrior ? [other, one] : [one, other];
      const [stated, known] = first.hasPrior ? [second, first] : [first, second];
      return [judge(digest, stated, source, known)];
    }),
  );
}

function subjectsByRow(shared: readonly SharedMeasures[]): ReadonlyMap<string, ReadonlySet<Measure['subject']>> {
  const subjects = new Map<string, Set<Measure['subject']>>();
  for (const measure of shared.flatMap(({ pairs }) => pairs.flatMap(({ one, other }) => [one, other]))) {
    const known = subjects.get(rowKey(measure)) ?? new Set();
    subjects.set(rowKey(measure), known.add(measure.subject));
  }
  return subjects;
}

function rowKey({ table, cell }: Measure): string {
  return `${table}|${cell.row}`;
}

function judge(digest: Measure, stated: Growth, source: Measure, known: Growth): GrowthTwice {
  // Of a cell that shows percent the value is a plain ratio.
  const scale = [1, 100, 0.01].find((factor) =>
    meets(intervalOf(stated.figure), scaled(intervalOf(known.figure), factor)),
  );
  return {
    digest,
    digestColumn: stated.column,
    source,
    sourceColumn: known.column,
    actual: stated.figure.value,
    expected: known.figure.value,
    holds: scale !== undefined,
  };
}

function growthOf({ cell }: Measure, places: readonly TableOnSheet[]): Growth | undefined {
  for (const { sheet, table } of places) {
    if (sheet.name !== cell.sheet || !table.columns.some(({ column }) => column === cell.column)) continue;
    if (cell.row < table.bodyRows[0] || cell.row > table.bodyRows[1]) continue;
    const growth = table.columns.filter(({ role }) => role === 'pct_yoy');
    const [column] = growth;
    const figure = column && growth.length === 1 ? figureAt(sheet, cell.row, column.column) : undefined;
    if (!column || !figure) return undefined;
    const hasPrior = table.columns.some(
      (prior) => prior.role === 'prior' && figureAt(sheet, cell.row, prior.column) !== undefined,
    );
    return { column, figure, hasPrior };
  }
  return undefined;
}
