import { FINDINGS } from '../weights';
import type { Position } from '../../grid/address';
import { exactDifference, significant } from '../../numbers/decimal';
import type { FoundPattern } from '../found-pattern';
import { type Blamed, positionOf, relationAt } from '../listing';
import type { NumberGrid } from '../read/number-grid';
import type { Relation } from '../relation';
import type { Cause, Suspicion } from '../types';
import { type Culprit, findCulprits, type Suspect } from './blame';
import { brokenRelations } from './broken';
import { exchanges } from './exchanged';
import type { ExplanationOf } from './explain';
import { type LeftOut, rowsLeftOut } from './left-out';
import { gridIndex, repairAt, valueAtLine } from './repair';
import { type StrayInPattern, straysInPatterns } from './stray-text';

export interface Diagnosed {
  readonly suspicions: Suspicion[];
  readonly blamed: Blamed;
}

/** What the diagnoses of a sheet share. */
interface Case {
  readonly grid: NumberGrid;
  readonly found: readonly FoundPattern[];
  readonly explanations: readonly ExplanationOf[];
  /** Broken relations, as `pattern|line`, that an earlier diagnosis explains. */
  readonly explained: Set<string>;
  /** Those that a suspicion rests on. */
  readonly blamed: Set<string>;
}

/** A suspicion, and how sure it is beside those of other diagnoses. */
interface Ranked {
  readonly rank: number;
  readonly suspicion: Suspicion;
}

export interface Diagnosis {
  readonly name: string;
  readonly finds: string;
  readonly run: (sheet: Case) => Ranked[];
}

/** In their order: what one explains is no riddle for the next. */
export const DIAGNOSES: readonly Diagnosis[] = [
  { name: 'text numbers', finds: 'numbers stored as text where a pattern wants a number', run: textNumbers },
  { name: 'rows left out', finds: 'rows in the block of a total that it does not contain', run: leftOutRows },
  {
    name: 'exchanged figures',
    finds: "two figures that stand in each other's place",
    run: exchangedFigures,
  },
  { name: 'broken relations', finds: 'the cells that explain what does not come out', run: brokenByCause },
];

/** What is wrong in the sheet, the surest first. */
export function diagnose(
  grid: NumberGrid,
  found: readonly FoundPattern[],
  diagnoses: readonly Diagnosis[],
  explanations: readonly ExplanationOf[],
): Diagnosed {
  const sheet: Case = { grid, found, explanations, explained: new Set(), blamed: new Set() };
  const ranked = diagnoses.flatMap(({ run }) => run(sheet));
  ranked.sort((a, b) => b.rank - a.rank);
  return { suspicions: ranked.map((r) => r.suspicion), blamed: sheet.blamed };
}

function textNumbers({ grid, found, explained, blamed }: Case): Ranked[] {
  const strays = straysInPatterns(grid, found);
  for (const relation of strays.flatMap(({ touched }) => touched)) {
    explained.add(relation);
    blamed.add(relation);
  }
  return strays.map((s) => ({ rank: FINDINGS.textNumber, suspicion: strayText(grid, s) }));
}

function leftOutRows({ grid, found }: Case): Ranked[] {
  return rowsLeftOut(found, grid.rows).map((l) => ({
    rank: FINDINGS.leftOut + l.pattern.score * FINDINGS.perScore,
    suspicion: leftOut(grid, l),
  }));
}

function brokenByCause({ grid, found, explanations, explained, blamed }: Case): Ranked[] {
  const broken = brokenRelations(grid, found).filter((b) => !explained.has(`${b.id}|${b.line}`));
  const culprits = findCulprits(grid, found, broken, explanations);
  for (const c of culprits) for (const b of c.broken) blamed.add(`${b.id}|${b.line}`);
  return culprits.map((c) => ({ rank: rankOf(c), suspicion: culprit(grid, c) }));
}

function rankOf({ suspects, broken }: Culprit): number {
  return (
    FINDINGS.broken +
    (suspects[0]?.score ?? 0) +
    Math.min(FINDINGS.brokenMost, (broken[0]?.pattern.score ?? 0) * FINDINGS.brokenPerScore)
  );
}

function strayText(grid: NumberGrid, { stray, pattern, id, line, skipped }: StrayInPattern): Suspicion {
  const cell = { row: stray.row, column: stray.column };
  const measures = measured(pattern, line, [relationAt(grid, pattern, id, line, skipped ? 'broken' : 'holds')]);
  return {
    cells: [cell],
    ...measures,
    ground: 'figures',
    cause: { kind: 'textNumber', cell, value: stray.value, skipped },
    confidence: FINDINGS.sureText,
  };
}

function exchangedFigures({ grid, found, explained, blamed }: Case): Ranked[] {
  return exchanges(found, explained).map(({ pattern, id, index, lines }) => {
    for (const line of lines) {
      explained.add(`${id}|${line}`);
      blamed.add(`${id}|${line}`);
    }
    const [cell, other] = lines.map((line) => cellOf(grid, gridIndex(pattern, line, index)));
    const relations = lines.map((line) => relationAt(grid, pattern, id, line, 'broken'));
    const suspicion: Suspicion = {
      cells: [cell, other].filter((one) => one !== undefined),
      ...measured(pattern, lines[0], relations),
      cause: cell && other ? { kind: 'exchanged', cell, other } : { kind: 'undetermined' },
      ground: 'figures',
      confidence: FINDINGS.sureExchange,
    };
    return { rank: FINDINGS.exchanged, suspicion };
  });
}

function leftOut(grid: NumberGrid, { pattern, id, row, twin, lines }: LeftOut): Suspicion {
  // Of two rows with the same figures either may be the one too many.
  const cells = lines.flatMap((line) =>
    (twin === undefined ? [row] : [row, twin]).map((r) => positionOf(grid, 'rows', r, line)),
  );
  const [line = 0] = lines;
  const value = valueAtLine(pattern, line, row);
  const actual = valueAtLine(pattern, line, pattern.target);
  return {
    cells,
    relations: lines.map((l) => relationAt(grid, pattern, id, l, 'holds')),
    ground: 'figures',
    cause: { kind: 'leftOut', cells },
    expected: actual + value,
    actual,
    difference: -value,
    confidence: twin === undefined ? FINDINGS.sureLeftOut : FINDINGS.surePasted,
  };
}

function culprit(grid: NumberGrid, { suspects, broken }: Culprit): Suspicion {
  const [top] = suspects;
  const [leading] = broken;
  const relations = broken.map((b) => relationAt(grid, b.pattern, b.id, b.line, 'broken'));
  const measures = leading
    ? measured(leading.pattern, leading.line, relations)
    : { relations, expected: NaN, actual: NaN, difference: NaN };
  return {
    cells: suspects.map((s) => cellOf(grid, s.cell)),
    ...measures,
    cause: causeOf(grid, top),
    ground: isWorded(suspects[0], broken) ? 'label' : 'figures',
    confidence: confidenceOf(suspects),
  };
}

/** Whether no slip, no agreement and no other line stands behind what the label says. */
function isWorded(top: Suspect | undefined, broken: Culprit['broken']): boolean {
  const isProved = top && (top.slip !== undefined || top.explanation !== undefined || top.agreeing > 0);
  return !isProved && broken.every(({ pattern, line }) => pattern.worded?.has(line) ?? false);
}

function confidenceOf(suspects: Culprit['suspects']): number {
  const [top] = suspects;
  if (!top) return 0;
  return Math.max(FINDINGS.least, Math.min(FINDINGS.most, FINDINGS.base + FINDINGS.perSuspicion * top.score));
}

function causeOf(grid: NumberGrid, top: Culprit['suspects'][number] | undefined): Cause {
  if (!top || top.shouldBe === undefined) return { kind: 'undetermined' };
  const cell = cellOf(grid, top.cell);
  if (top.omitted) return { kind: 'omitted', cell, shouldBe: top.shouldBe };
  const explained = explainedCause(grid, top);
  if (explained) return explained;
  if (!top.named) return { kind: 'undetermined' };
  const { kind, shouldBe, factor } = top.named;
  const was = grid.value[top.cell] ?? NaN;
  return kind === 'scale' ? { kind, cell, was, shouldBe, factor } : { kind, cell, was, shouldBe };
}

function explainedCause(grid: NumberGrid, { cell, explanation, shouldBe }: Suspect): Cause | undefined {
  if (!explanation || shouldBe === undefined) return undefined;
  if (explanation.kind === 'stale')
    return { kind: 'stale', cell: cellOf(grid, cell), was: grid.value[cell] ?? NaN, shouldBe };
  const part = cellOf(grid, explanation.part);
  return explanation.kind === 'leftOut'
    ? { kind: 'leftOut', cells: [part] }
    : { kind: 'countedTwice', cell: part, was: grid.value[explanation.part] ?? NaN };
}

function measured(
  pattern: FoundPattern,
  line: number,
  relations: readonly Relation[],
): Pick<Suspicion, 'relations' | 'expected' | 'actual' | 'difference'> {
  const expected = repairAt(pattern, line, pattern.target)?.value;
  const actual = valueAtLine(pattern, line, pattern.target);
  if (expected === undefined || Number.isNaN(actual))
    return { relations, expected: expected ?? NaN, actual, difference: NaN };
  return {
    relations,
    expected: significant(expected),
    actual,
    difference: exactDifference(actual, significant(expected)),
  };
}

function cellOf(grid: NumberGrid, cell: number): Position {
  const width = grid.columns.length;
  return { row: grid.rows[Math.floor(cell / width)] ?? 0, column: grid.columns[cell % width] ?? 0 };
}
