import type { Sheet } from '../../../src/core/grid/sheet';
import { readTables } from '../../../src/core/tables/read-tables';
import type { Table } from '../../../src/core/tables/table';
import type { TableTruth } from '../../../scripts/samples/table-truth';
import type { Sample } from './sample-county';

const ASPECTS = ['kind', 'unit', 'period', 'columns'] as const;
type Aspect = (typeof ASPECTS)[number];

/** How many of what there is to read were read rightly; columns count one by one. */
export interface Recognition {
  readonly right: Readonly<Record<Aspect, number>>;
  readonly of: Readonly<Record<Aspect, number>>;
  readonly misses: readonly string[];
}

export function recognition(county: readonly Sample[]): Recognition {
  const right = { kind: 0, unit: 0, period: 0, columns: 0 };
  const of = { kind: 0, unit: 0, period: 0, columns: 0 };
  const misses: string[] = [];
  for (const { name, clean, tables } of county) {
    for (const sheet of clean.sheets) {
      const read = readTables(sheet, clean);
      const wanted = tables.filter((table) => table.sheet === sheet.name);
      const matched = wanted.map((truth) => bestMatch(truth, read));
      wanted.forEach((truth, i) => {
        const at = `${name} ${sheet.name.trim()}!${truth.top + 1}`;
        const table = matched[i];
        const judged = judge(truth, table);
        for (const aspect of ASPECTS) {
          right[aspect] += judged[aspect].right;
          of[aspect] += judged[aspect].of;
        }
        misses.push(...Object.values(judged).flatMap(({ misses: own }) => own.map((miss) => `${at}: ${miss}`)));
        if (!table) misses.push(`${at}: not read as a table`);
      });
      misses.push(
        ...unasked(
          name,
          sheet,
          read.filter((table) => !matched.includes(table)),
        ),
      );
    }
  }
  return { right, of, misses };
}

/** The table that was read where the truth has one: the header covers its first row, and most columns agree. */
function bestMatch(truth: TableTruth, read: readonly Table[]): Table | undefined {
  const columns = new Set(truth.columns.map(({ c }) => c));
  const shared = (table: Table) => table.columns.filter(({ column }) => columns.has(column)).length;
  const candidates = read.filter(
    (table) => table.headerRows[0] <= truth.top + 2 && table.bodyRows[1] >= truth.top && shared(table) > 0,
  );
  return candidates.sort(
    (a, b) => Math.abs(a.headerRows[0] - truth.top) - Math.abs(b.headerRows[0] - truth.top) || shared(b) - shared(a),
  )[0];
}

type Judged = Readonly<
  Record<Aspect, { readonly right: number; readonly of: number; readonly misses: readonly string[] }>
>;

function judge(truth: TableTruth, table: Table | undefined): Judged {
  const one = (wanted: string, given: string, what: string) =>
    wanted === given
      ? { right: 1, of: 1, misses: [] }
      : { right: 0, of: 1, misses: table ? [`${what} ${wanted}, read as ${given}`] : [] };
  const period = (value: { readonly from: string; readonly to: string } | null | undefined) =>
    value ? `${value.from}…${value.to}` : 'none';
  const roles = new Map(
    table?.columns.map(({ column, role, path }) => [column, { role: role as string, head: path.at(-1) ?? '' }]),
  );
  const wrong = truth.columns.filter(({ c, role }) => roles.get(c)?.role !== role);
  return {
    kind: one(truth.kind, table?.kind ?? 'none', 'kind'),
    unit: one(truth.unit ?? 'none', table?.unit ?? 'none', 'unit'),
    period: one(period(truth.period), period(table?.period), 'period'),
    columns: {
      right: truth.columns.length - wrong.length,
      of: truth.columns.length,
      misses: table
        ? wrong.map(
            ({ c, role }) =>
              `column ${c} ${roles.get(c)?.head ?? ''}: ${role}, read as ${roles.get(c)?.role ?? 'none'}`,
          )
        : [],
    },
  };
}

/** A table of a known kind where there is none. */
function unasked(name: string, sheet: Sheet, tables: readonly Table[]): string[] {
  return tables
    .filter(({ kind }) => kind !== 'unknown')
    .map(
      ({ kind, headerRows }) => `${name} ${sheet.name.trim()}!${headerRows[0] + 1}: ${kind}, where there is no table`,
    );
}
