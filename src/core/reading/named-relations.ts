import { roleRelations } from '../faults/role-relations';
import { carriedForward } from '../fiscal/ties/carried-forward';
import { monthSeries } from '../fiscal/ties/month-series';
import type { Relation } from '../relations/relation';
import type { SheetReading } from './sheet-reading';

/** A relation that words promise: headers, months that follow each other, balances that carry forward. */
export type NamedRelation = Omit<Relation, 'pattern'>;

/** What words promise of the figures of a sheet, holding or broken; the figures alone may say it again. */
export function namedRelations({ sheet, tables }: Pick<SheetReading, 'sheet' | 'tables'>): NamedRelation[] {
  return tables.flatMap((table) => [
    ...roleRelations(sheet, table).map(({ op, row: { row }, target, operands, verdict }): NamedRelation => {
      const at = ({ column }: { readonly column: number }) => ({ row, column });
      return { op, target: at(target), operands: operands.map(at), verdict };
    }),
    ...carriedForward(sheet, table).map(({ kind, target, from, holds }): NamedRelation => {
      return { op: kind === 'chain' ? 'sum' : 'difference', target, operands: from, verdict: verdictOf(holds) };
    }),
    ...monthSeries(sheet, table).flatMap(({ kind, relations }) =>
      relations.map(({ target, from, holds }): NamedRelation => {
        return {
          op: kind === 'growth' ? 'relative_change' : 'sum',
          target,
          operands: from,
          verdict: verdictOf(holds),
        };
      }),
    ),
  ]);
}

function verdictOf(holds: boolean): Relation['verdict'] {
  return holds ? 'holds' : 'broken';
}

/** All relations of a sheet, those of the figures first, each once. */
export function allRelations(reading: Pick<SheetReading, 'sheet' | 'tables' | 'arithmetic'>): NamedRelation[] {
  const found: NamedRelation[] = [...reading.arithmetic.relations];
  const known = new Set(found.map(keyOf));
  return [...found, ...namedRelations(reading).filter((relation) => !known.has(keyOf(relation)))];
}

function keyOf({ target, operands }: NamedRelation): string {
  const cells = [target, ...operands].map(({ row, column }) => `${row},${column}`);
  return cells.sort().join(';');
}
