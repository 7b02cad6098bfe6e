import { allOf } from './fix-preview';
import { standings, type Standing, STAND } from '../core/findings/standing';
import type { Address, Position } from '../core/grid/address';
import { cellPlaces } from '../core/grid/place';
import { cellIndex } from '../core/grid/sheet';
import type { Period } from '../core/numbers/period';
import type { Unit } from '../core/numbers/unit';
import type { RelationPattern } from '../core/relations/types';
import { columnNameOf, rowPath, tablePlaceOf } from '../core/tables/table-place';
import type { TableKind } from '../core/tables/table-kinds';
import { namedCell, type NamedCell } from './check-report';
import type { CheckResult } from './check-workbook';

/** What was understood of a cell: where it stands in meaning, what it is added up to, and whether anything was checked. */
export interface CellExplanation {
  readonly at: Address;
  /** Absent: it stands in no table. */
  readonly table?: { readonly title: string; readonly kind: TableKind };
  readonly rowPath: readonly string[];
  readonly columnName: string;
  readonly unit?: Unit;
  readonly period?: Period;
  /** `none`: no figure. */
  readonly standing: Standing;
  /** What it is part of, and what it is made of; of each the first few. */
  readonly partOf: readonly NamedCell[];
  readonly madeOf: readonly NamedCell[];
  /** Fingerprints of the findings that speak of it, folded ones by those they stand under. */
  readonly findings: readonly string[];
}

const MOST_CELLS = 12;

/** Undefined: the sheet is not one of the user's, or is not there. */
export function cellExplanation({ outcome, context }: CheckResult, at: Address): CellExplanation | undefined {
  const found = standings(context, outcome.findings).find(({ reading }) => reading.sheet.name === at.sheet);
  if (!found) return undefined;
  const { reading, standing } = found;
  const { table, row, column } = tablePlaceOf(reading.tables, at);
  const unit = column?.unit ?? table?.unit;
  const period = table?.period;
  const index = cellIndex(reading.sheet.cells, at.row, at.column);
  const stands = index < 0 ? STAND.none : (standing.stand[index] ?? STAND.none);
  const named = (cells: readonly Position[]) => uniqueCells(cells).map((cell) => namedCell(cell, reading));
  return {
    at,
    ...(table ? { table: { title: table.title, kind: table.kind } } : {}),
    rowPath: table && row ? rowPath(table, row) : [],
    columnName: columnNameOf(reading.tables, at),
    ...(unit === undefined ? {} : { unit }),
    ...(period === undefined ? {} : { period }),
    standing: STANDINGS.find((name) => STAND[name] === stands) ?? 'none',
    partOf: named(reading.arithmetic.patterns.flatMap((pattern) => targetsOver(pattern, at))),
    madeOf: named(reading.arithmetic.patterns.flatMap((pattern) => operandsUnder(pattern, at))),
    findings: outcome.findings
      .filter((finding) => allOf([finding]).some((one) => speaksOf(one, at)))
      .map(({ fingerprint }) => fingerprint),
  };
}

const STANDINGS: readonly Standing[] = ['none', 'input', 'compared', 'proved', 'broken', 'unread'];

function speaksOf({ at, against }: Parameters<typeof allOf>[0][number], { sheet, row, column }: Address): boolean {
  return cellPlaces([...at, ...against]).some(
    (cell) => cell.sheet === sheet && cell.row === row && cell.column === column,
  );
}

function cellIn({ axis }: RelationPattern, along: number, line: number): Position {
  return axis === 'rows' ? { row: along, column: line } : { row: line, column: along };
}

/** Along which a pattern runs, and across. */
function placeIn({ axis }: RelationPattern, { row, column }: Position): { along: number; line: number } {
  return axis === 'rows' ? { along: row, line: column } : { along: column, line: row };
}

function targetsOver(pattern: RelationPattern, at: Position): Position[] {
  const { along, line } = placeIn(pattern, at);
  return pattern.operands.includes(along) && pattern.lines.includes(line)
    ? [cellIn(pattern, pattern.target, line)]
    : [];
}

function operandsUnder(pattern: RelationPattern, at: Position): Position[] {
  const { along, line } = placeIn(pattern, at);
  return pattern.target === along && pattern.lines.includes(line)
    ? pattern.operands.map((operand) => cellIn(pattern, operand, line))
    : [];
}

function uniqueCells(cells: readonly Position[]): Position[] {
  return [...new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell])).values()].slice(0, MOST_CELLS);
}
