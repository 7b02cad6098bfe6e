import type { TableReading } from '../../app/check-report';
import { correctionsFor, saysSomething, type KeptCorrection } from '../../app/kept/said-of-tables';
import { daysIn, type Period } from '../../core/numbers/period';
import type { Unit } from '../../core/numbers/unit';
import { correctionOf, type Correction } from '../../core/tables/corrections';
import type { ColumnRole } from '../../core/tables/table';
import type { TableKind } from '../../core/tables/table-kinds';

/** What the user changed of one table and has not applied yet; absent fields stay as they are. */
export interface ReadingDraft {
  readonly kind?: TableKind;
  readonly unit?: Unit;
  /** `2023-05`, as a month is typed; the empty text while it is none. */
  readonly from?: string;
  readonly to?: string;
  /** By header. */
  readonly roles?: Readonly<Record<string, ColumnRole>>;
}

/** A table as its fields show it: as it was read, and over that what was said, and over that the draft. */
export interface ReadingFields {
  readonly kind: TableKind;
  readonly unit: Unit | undefined;
  readonly from: string;
  readonly to: string;
  /** One for each header; a header that stands twice has one role. */
  readonly columns: readonly { readonly header: string; readonly role: ColumnRole }[];
}

export const UNKNOWN_KIND = 'unknown' satisfies TableKind;

/** Tells the tables of a workbook apart as long as it is open. */
export function tableKey({ sheet, first }: TableReading): string {
  return `${first.row}:${first.column} ${sheet}`;
}

export function readingFields(table: TableReading, said: Correction | undefined, draft: ReadingDraft): ReadingFields {
  const period = said?.period ?? table.period;
  const roles = new Map(
    [
      ...table.columns,
      ...(said?.columns ?? []),
      ...Object.entries(draft.roles ?? {}).map(([header, role]) => ({ header, role })),
    ].map(({ header, role }) => [header, role]),
  );
  const headers = [...new Set(table.columns.map(({ header }) => header))].filter((header) => header !== '');
  return {
    kind: draft.kind ?? said?.kind ?? table.kind,
    unit: draft.unit ?? said?.unit ?? table.unit,
    from: draft.from ?? period?.from.slice(0, 7) ?? '',
    to: draft.to ?? period?.to.slice(0, 7) ?? '',
    columns: headers.flatMap((header) => ({ header, role: roles.get(header) ?? 'text' })),
  };
}

/** Why the months of a draft are no period; undefined: they are one, or nothing was said of them. */
export function periodProblem({ from, to }: ReadingFields, draft: ReadingDraft): 'month' | 'order' | undefined {
  if (draft.from === undefined && draft.to === undefined) return undefined;
  if (!isMonth(from) || !isMonth(to)) return 'month';
  return from > to ? 'order' : undefined;
}

function isMonth(text: string): boolean {
  return /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** Whether the draft says anything that is not so already. */
export function isChanged(table: TableReading, said: Correction | undefined, draft: ReadingDraft): boolean {
  return JSON.stringify(readingFields(table, said, draft)) !== JSON.stringify(readingFields(table, said, {}));
}

/** All that is kept, with the draft said of its table. */
export function withDraft(
  kept: readonly KeptCorrection[],
  table: TableReading,
  draft: ReadingDraft,
  file: string,
): readonly KeptCorrection[] {
  const before = correctionOf(correctionsFor(kept, file), table.sheet, table.title);
  const next = corrected(table, before, draft);
  const others = withoutTable(kept, table);
  return saysSomething(next) ? [...others, next.period ? { ...next, file } : next] : others;
}

/** All that is kept but what is said of this table. */
export function withoutTable(
  kept: readonly KeptCorrection[],
  { sheet, title }: TableReading,
): readonly KeptCorrection[] {
  return kept.filter((one) => correctionOf([one], sheet, title) === undefined);
}

/** What was said before and what the draft changes; a field that was set back to what it was says nothing. */
function corrected(table: TableReading, before: Correction | undefined, draft: ReadingDraft): Correction {
  const [was, now] = [readingFields(table, before, {}), readingFields(table, before, draft)];
  const roles = new Map(was.columns.map(({ header, role }) => [header, role]));
  const changed = now.columns.filter(({ header, role }) => roles.get(header) !== role);
  const columns = [
    ...(before?.columns ?? []).filter(({ header }) => !changed.some((one) => one.header === header)),
    ...changed,
  ];
  return {
    ...before,
    sheet: table.sheet,
    title: table.title,
    ...(now.kind === was.kind ? {} : { kind: now.kind }),
    ...(now.unit === undefined || now.unit === was.unit ? {} : { unit: now.unit }),
    ...(now.from === was.from && now.to === was.to ? {} : { period: periodOf(now, before?.period ?? table.period) }),
    ...(columns.length === 0 ? {} : { columns }),
  };
}

/** Whole months; an end that was not changed keeps its day. */
function periodOf({ from, to }: ReadingFields, before: Period | undefined): Period {
  const [year = 0, month = 0] = to.split('-').map(Number);
  return {
    from: before?.from.startsWith(from) ? before.from : `${from}-01`,
    to: before?.to.startsWith(to) ? before.to : `${to}-${daysIn(year, month)}`,
  };
}
