import type { Phase } from '../fiscal/measure';
import { SUBJECTS, type SubjectId } from '../fiscal/subjects';
import type { TableKind } from '../tables/table-kinds';
import type { CellPlace } from '../grid/place';
import { growth, difference, pointsAbove, ratio, rest, sumOf } from './computations';
import type { Cited, Computed, Words } from './entry';
import type { SummarySources } from './sources';
import {
  filledColumns,
  LinesDraft,
  NOTHING_ELSE,
  type Lacking,
  type SummaryColumn,
  type SummaryTable,
} from './summary-table';

/** A line of figures about a subject. */
export interface SubjectLine {
  readonly subject: SubjectId;
  readonly level?: number;
  readonly strong?: boolean;
  /** A line that many counties do not have: nothing is said where it has no source. */
  readonly isOptional?: boolean;
  /** Part of the line above, and counted there. */
  readonly isOfWhich?: boolean;
  /** What it is the sum of where no table shows it. */
  readonly sumOf?: readonly SubjectId[];
}

/** What is left of a whole after its listed parts; nothing stands there where nothing is left. */
export interface RestLine {
  readonly rest: string;
  readonly label: Words;
  readonly level: number;
  readonly of: SubjectId;
  readonly parts: readonly SubjectId[];
}

/** A memo below the table: the sum of lines that stand in it. */
export interface MemoLine {
  readonly memo: string;
  readonly label: Words;
  readonly of: readonly SubjectId[];
}

/** A column of figures as the tables show them, or computed in each line from the others. */
export type SubjectColumn = SummaryColumn &
  (
    | { readonly phases: readonly Phase[] }
    | { readonly of: (lines: LinesDraft, line: string, about: { readonly passed: Passed }) => Computed | undefined }
  );

type Passed = ReturnType<SummarySources['passed']>;

/** A summary with subjects down and phases across. */
export interface SubjectSummary {
  readonly id: string;
  /** By the figures of these it is told of which day the sheet is. */
  readonly anchors: readonly SubjectId[];
  /** What would have to be in the workbook. */
  readonly lacks: readonly TableKind[];
  readonly lines: readonly (SubjectLine | RestLine)[];
  readonly memos?: (sources: SummarySources) => readonly MemoLine[];
  /** Sentences below the table. */
  readonly remarks?: readonly Words[];
  readonly columns: readonly SubjectColumn[];
  /** Column whose cell a line's source is; the first that it has. */
  readonly sources: readonly string[];
}

/** Lines, columns and gaps of a summary by subject; undefined: none of its anchors has a figure. */
export function subjectTable(summary: SubjectSummary, sources: SummarySources): SummaryTable | Lacking {
  const day = sources.dayOf(summary.anchors);
  if (day === undefined) return { lacks: summary.lacks };
  const lines = new LinesDraft();
  const missing: Words[] = [];
  for (const line of summary.lines) {
    if ('rest' in line) {
      addRest(lines, summary.columns, line);
      continue;
    }
    const figures = citedOf(summary.columns, line.subject, day, sources);
    // A whole stands above its parts, so what it is the sum of is put in afterwards.
    if (Object.keys(figures).length === 0 && line.sumOf === undefined) {
      if (line.isOptional !== true) missing.push(nameOf(line.subject));
      continue;
    }
    const name = nameOf(line.subject);
    const label = line.isOfWhich === true ? { words: 'row.ofWhich', data: { name: [name] } } : name;
    lines.add(line.subject, label, figures, {
      level: line.level ?? 0,
      strong: line.strong ?? false,
      source: sourceOf(figures, summary.sources),
    });
  }
  addSums(summary, lines);
  for (const { memo, label, of } of summary.memos?.(sources) ?? []) addMemo(lines, summary.columns, memo, label, of);
  for (const column of summary.columns) {
    if (!('of' in column)) continue;
    for (const { id } of lines.lines()) lines.set(id, column.id, column.of(lines, id, { passed: sources.passed(day) }));
  }
  const empty = lines.lines().filter(({ entries }) => entries.size === 0);
  const kept = lines.lines().filter(({ entries }) => entries.size > 0);
  const columns = filledColumns(summary.columns, kept);
  return {
    ...NOTHING_ELSE,
    id: summary.id,
    day,
    blocks: [{ id: summary.id, columns, lines: kept }],
    missingLines: [...missing, ...empty.map(({ label }) => label)],
    missingColumns: summary.columns
      .filter((column) => 'phases' in column && !columns.includes(column))
      .map(({ id }) => id),
    remarks: summary.remarks ?? [],
  };
}

function citedOf(
  columns: readonly SubjectColumn[],
  subject: SubjectId,
  day: string,
  sources: SummarySources,
): Record<string, Cited> {
  const figures: Record<string, Cited> = {};
  for (const column of columns) {
    if (!('phases' in column)) continue;
    for (const phase of column.phases) {
      const cited = sources.figure(subject, phase, day);
      if (!cited) continue;
      figures[column.id] = cited;
      break;
    }
  }
  return figures;
}

/** The cells of a whole that no table shows, as sums of its parts. */
function addSums({ lines: described, columns }: SubjectSummary, lines: LinesDraft): void {
  for (const line of [...described].reverse()) {
    if ('rest' in line || !line.sumOf || !lines.has(line.subject)) continue;
    const { subject, sumOf: parts } = line;
    for (const column of columns) {
      if (!('phases' in column) || lines.at(subject, column.id)) continue;
      lines.set(subject, column.id, sumOf(parts.map((part) => lines.at(part, column.id))));
    }
  }
}

/** Half of the last place that is shown: less is rounding. */
const NOTHING_LEFT = 0.005;

function addRest(
  lines: LinesDraft,
  columns: readonly SubjectColumn[],
  { rest: id, label, level, of, parts }: RestLine,
): void {
  const known = parts.filter((part) => lines.has(part));
  const figures: Record<string, Computed | undefined> = {};
  for (const column of columns) {
    if (!('phases' in column)) continue;
    const terms = known.map((part) => lines.at(part, column.id));
    if (terms.every((term) => term !== undefined)) figures[column.id] = rest(lines.at(of, column.id), terms);
  }
  if (Object.values(figures).some((one) => Math.abs(one?.value ?? 0) >= NOTHING_LEFT))
    lines.add(id, label, figures, { level });
}

function addMemo(
  lines: LinesDraft,
  columns: readonly SubjectColumn[],
  id: string,
  label: Words,
  of: readonly SubjectId[],
): void {
  const figures: Record<string, Computed | undefined> = {};
  for (const column of columns)
    if ('phases' in column) figures[column.id] = sumOf(of.map((part) => lines.at(part, column.id)));
  lines.add(id, label, figures);
}

function sourceOf(figures: Readonly<Record<string, Cited>>, order: readonly string[]): CellPlace | undefined {
  const first = order.find((column) => figures[column] !== undefined) ?? Object.keys(figures)[0];
  return first === undefined ? undefined : figures[first]?.cells[0];
}

export function nameOf(subject: SubjectId): Words {
  return { name: SUBJECTS.find(({ id }) => id === subject)?.names[0] ?? subject };
}

/** Columns that most of these summaries share. */
export const COLUMNS = {
  initial: { id: 'budget_initial', look: 'amount', phases: ['budget_initial'] },
  adjusted: { id: 'budget_adjusted', look: 'amount', phases: ['budget_adjusted'] },
  month: { id: 'month', look: 'amount', phases: ['month'] },
  ytd: { id: 'ytd', look: 'amount', phases: ['ytd'] },
  prior: { id: 'prior', look: 'amount', phases: ['prior'] },
  ofInitial: {
    id: 'ofInitial',
    look: 'percent',
    of: (lines, line) => ratio(lines.at(line, 'ytd'), lines.at(line, 'budget_initial')),
  },
  ofAdjusted: {
    id: 'ofAdjusted',
    look: 'percent',
    of: (lines, line) => ratio(lines.at(line, 'ytd'), lines.at(line, 'budget_adjusted')),
  },
  aheadOfInitial: {
    id: 'ahead',
    look: 'points',
    of: (lines, line, { passed }) => pointsAbove(lines.at(line, 'ofInitial'), passed),
  },
  aheadOfAdjusted: {
    id: 'ahead',
    look: 'points',
    of: (lines, line, { passed }) => pointsAbove(lines.at(line, 'ofAdjusted') ?? lines.at(line, 'ofInitial'), passed),
  },
  increase: {
    id: 'increase',
    look: 'amount',
    of: (lines, line) => difference(lines.at(line, 'ytd'), lines.at(line, 'prior')),
  },
  growth: {
    id: 'growth',
    look: 'percent',
    of: (lines, line) => growth(lines.at(line, 'ytd'), lines.at(line, 'prior')),
  },
} as const satisfies Record<string, SubjectColumn>;
