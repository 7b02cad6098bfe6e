import type { BookId } from '../core/grid/book-id';
import type { Position } from '../core/grid/address';
import type { Coverage } from '../core/findings/coverage';
import type { StatedRelation } from '../core/findings/rule';
import { cellPlaces, type CellPlace } from '../core/grid/place';
import { cellsOf, firstCell, type Finding } from '../core/findings/finding';
import type { Cause } from '../core/relations/types';
import type { Translator } from '../messages/translator';
import type { CheckResult } from './check-workbook';
import { findingText, skipText } from './finding-text';

export type Cell = readonly [row: number, column: number];

/** A finding as the command line prints it and every host must give it: plain, ordered, byte for byte. */
export interface PlainFinding {
  readonly code: string;
  readonly level: string;
  readonly grade?: string;
  readonly sheet: string;
  readonly cells: readonly Cell[];
  readonly relation?: PlainRelation;
  readonly consequences?: readonly PlainRelation[];
  readonly messageId: string;
  readonly message: string;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly cause?: Readonly<Record<string, unknown>>;
  /** The other side of a tie. */
  readonly against?: readonly PlainPlace[];
  readonly fingerprint: string;
}

export interface PlainPlace {
  /** Absent: the file that the finding is in. */
  readonly file?: string;
  readonly sheet: string;
  readonly cell: Cell;
}

interface PlainRelation {
  readonly op: string;
  readonly target: Cell;
  readonly range: readonly Cell[];
}

export interface PlainCheck {
  readonly findings: readonly PlainFinding[];
  readonly skipped: readonly { readonly rule: string; readonly why: string }[];
  readonly coverage: readonly PlainCoverage[];
  readonly unread: readonly { readonly sheet: string; readonly cells: readonly Cell[]; readonly why: string }[];
}

/** See {@link Coverage}; `at`: first and last row and column. */
export interface PlainCoverage extends Omit<Coverage, 'at' | 'isTable'> {
  readonly at: readonly [top: number, left: number, bottom: number, right: number];
}

export function plainCheck({ outcome }: CheckResult, translate: Translator): PlainCheck {
  return {
    findings: outcome.findings.map((finding) => plainFinding(finding, translate)),
    skipped: outcome.skipped.map((skip) => ({ rule: skip.rule, why: skipText(skip, translate) })),
    coverage: outcome.coverage.map(plainCoverage),
    unread: outcome.unread.map(({ sheet, cells, why }) => ({
      sheet,
      cells: cells.map(cellPair),
      why: translate.text(`unread.${why}`),
    })),
  };
}

function plainCoverage({ at, sheet, numbers, proved, broken, compared, input, unread }: Coverage): PlainCoverage {
  return { sheet, at: [at.top, at.left, at.bottom, at.right], numbers, proved, broken, compared, input, unread };
}

function plainFinding(finding: Finding, translate: Translator): PlainFinding {
  const {
    code,
    level,
    grade,
    against,
    relation,
    consequences,
    messageId,
    expected,
    actual,
    difference,
    cause,
    fingerprint,
  } = finding;
  return {
    code,
    level,
    ...(grade ? { grade } : {}),
    sheet: firstCell(finding)?.sheet ?? '',
    cells: cellsOf(finding).map(cellPair),
    ...(relation ? { relation: plainRelation(relation) } : {}),
    ...(consequences.length > 0 ? { consequences: consequences.map(plainRelation) } : {}),
    messageId,
    message: findingText(finding, translate),
    ...figures({ expected, actual, difference }),
    ...(cause && cause.kind !== 'undetermined' ? { cause: plainCause(cause) } : {}),
    ...(against.length > 0
      ? { against: cellPlaces(against).map((place) => plainPlace(place, firstCell(finding)?.book)) }
      : {}),
    fingerprint,
  };
}

function figures(values: {
  expected: number | undefined;
  actual: number | undefined;
  difference: number | undefined;
}): Partial<Record<'expected' | 'actual' | 'difference', number>> {
  const plain: Partial<Record<'expected' | 'actual' | 'difference', number>> = {};
  for (const name of ['expected', 'actual', 'difference'] as const) {
    const value = values[name];
    if (value !== undefined) plain[name] = Number(value.toPrecision(15));
  }
  return plain;
}

function plainCause(cause: Cause): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cause).map(([name, value]) => [
      name,
      name === 'cell' || name === 'other'
        ? cellPair(value as Position)
        : name === 'cells'
          ? (value as Position[]).map(cellPair)
          : value,
    ]),
  );
}

function plainRelation({ op, target, range }: StatedRelation): PlainRelation {
  return { op, target: cellPair(target), range: range.map(cellPair) };
}

function plainPlace({ book, sheet, row, column }: CellPlace, own: BookId | undefined): PlainPlace {
  return { ...(book === own ? {} : { file: book }), sheet, cell: [row, column] };
}

export function cellPair({ row, column }: Position): Cell {
  return [row, column];
}
