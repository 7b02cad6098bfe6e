import { LISTED } from './weights';
import type { Position } from '../grid/address';
import { Word } from './read/vocabulary';
import type { NumberGrid } from './read/number-grid';
import type { Relation, RelationOp, Verdict } from './relation';
import type { FoundPattern } from './found-pattern';
import { noiseOf } from './noise';
import type { Miss } from './weigh/lines-of-sum';
import type { Axis, Evidence, RelationPattern } from './types';

/** Whether a line that misses still belongs to the pattern in what is listed. */
function isListed(pattern: FoundPattern, miss: Miss): boolean {
  return (
    miss.deviation <= miss.tolerance * LISTED.tolerances ||
    (pattern.nearCounts && miss.relative < LISTED.near) ||
    pattern.soft.has(miss.line) ||
    (pattern.trusted?.has(miss.line) ?? false)
  );
}

/** Broken lines that a suspicion rests on, as `pattern|line`: they are listed however far they miss. */
export type Blamed = ReadonlySet<string>;

export function describePatterns(grid: NumberGrid, found: readonly FoundPattern[], blamed: Blamed): RelationPattern[] {
  return found.map((pattern, id) => {
    const { axis } = pattern.view;
    const along = axis === 'rows' ? grid.rows : grid.columns;
    const across = axis === 'rows' ? grid.columns : grid.rows;
    const missing = listedMisses(pattern, id, blamed).map((m) => m.line);
    const lines = [...pattern.lines.holding, ...missing, ...pattern.lines.empty].map((line) => across[line] ?? 0);
    return {
      id,
      axis,
      op: wordedOp(pattern),
      target: along[wordedTarget(pattern)] ?? 0,
      operands: wordedOperands(pattern).map((i) => along[i] ?? 0),
      scale: pattern.scale,
      evidence: evidenceOf(pattern),
      bits: pattern.bits,
      score: pattern.score,
      lines: lines.sort((x, y) => x - y),
      holding: pattern.lines.holding.length,
      broken: missing.length,
      held: pattern.lines.holding.map((line) => across[line] ?? 0),
    };
  });
}

export function listRelations(grid: NumberGrid, found: readonly FoundPattern[], blamed: Blamed): Relation[] {
  const relations: Relation[] = [];
  found.forEach((pattern, id) => {
    for (const line of pattern.lines.holding) {
      relations.push(relationAt(grid, pattern, id, line, isExact(pattern, line) ? 'holds' : 'rounding'));
    }
    for (const { line } of listedMisses(pattern, id, blamed))
      relations.push(relationAt(grid, pattern, id, line, 'broken'));
    for (const line of pattern.lines.empty) relations.push(relationAt(grid, pattern, id, line, 'unknown'));
  });
  return relations;
}

function listedMisses(pattern: FoundPattern, id: number, blamed: Blamed): Miss[] {
  return pattern.lines.missing.filter((miss) => isListed(pattern, miss) || blamed.has(`${id}|${miss.line}`));
}

/** A = D + B with D a difference by its label reads D = A − B. */
function differencePart(pattern: FoundPattern): number {
  if (pattern.op !== 'sum' || pattern.operands.length !== 2 || pattern.factors) return -1;
  const { words } = pattern.view;
  if ((words[pattern.target] ?? 0) & (Word.total | Word.difference)) return -1;
  const parts = pattern.operands.map((i) => ((words[i] ?? 0) & Word.difference) !== 0);
  return parts[0] === parts[1] ? -1 : parts[0] ? 0 : 1;
}

function wordedOp(pattern: FoundPattern): RelationOp {
  const subtracts = pattern.factors?.some((factor) => factor < 0) ?? false;
  return subtracts || differencePart(pattern) >= 0 ? 'difference' : pattern.op;
}

function wordedTarget(pattern: FoundPattern): number {
  const part = differencePart(pattern);
  return part < 0 ? pattern.target : (pattern.operands[part] ?? 0);
}

function wordedOperands(pattern: FoundPattern): readonly number[] {
  const part = differencePart(pattern);
  const { operands, factors } = pattern;
  // What is added stands before what is taken away.
  if (factors) return [1, -1].flatMap((sign) => operands.filter((_, k) => Math.sign(factors[k] ?? 1) === sign));
  return part < 0 ? operands : [pattern.target, pattern.operands[1 - part] ?? 0];
}

export function relationAt(
  grid: NumberGrid,
  pattern: FoundPattern,
  id: number,
  line: number,
  verdict: Verdict,
): Relation {
  const { axis } = pattern.view;
  return {
    op: wordedOp(pattern),
    target: positionOf(grid, axis, wordedTarget(pattern), line),
    operands: wordedOperands(pattern).map((i) => positionOf(grid, axis, i, line)),
    verdict,
    pattern: id,
  };
}

export function positionOf(grid: NumberGrid, axis: Axis, index: number, line: number): Position {
  return axis === 'rows'
    ? { row: grid.rows[index] ?? 0, column: grid.columns[line] ?? 0 }
    : { row: grid.rows[line] ?? 0, column: grid.columns[index] ?? 0 };
}

function isExact({ op, view, target, operands, factors, scale }: FoundPattern, line: number): boolean {
  const { value, step, crossStep } = view;
  const at = (i: number): number => value[i * step + line * crossStep] ?? NaN;
  const result = at(target);
  const [first = 0, second = 0] = operands;
  let expected = 0;
  if (op === 'division') expected = (at(first) / at(second)) * scale;
  else if (op === 'relative_change') expected = changeFrom(at(first), at(second), result) * scale;
  else {
    let count = 0;
    for (const [k, i] of operands.entries()) {
      const v = at(i);
      if (v !== v) continue;
      expected += (factors?.[k] ?? 1) * v;
      count++;
    }
    if (op === 'average') expected /= count;
  }
  return Math.abs(expected - result) <= noiseOf(expected);
}

/** From a negative base the change is of its size or with its sign, whichever the table means; what is left blank is gone. */
function changeFrom(first: number, second: number, result: number): number {
  const change = Number.isNaN(second) ? -1 : (second - first) / first;
  return first < 0 && Math.sign(change) !== Math.sign(result) ? -change : change;
}

function evidenceOf(pattern: FoundPattern): Evidence[] {
  const evidence: Evidence[] = [];
  const words = pattern.view.words[pattern.target] ?? 0;
  if (pattern.telling >= 2) evidence.push('repeated');
  if (pattern.op === 'sum' && words & Word.total) evidence.push('totalLabel');
  if (differencePart(pattern) >= 0) evidence.push('differenceLabel');
  if (pattern.op === 'average' && words & Word.average) evidence.push('averageLabel');
  if (pattern.op === 'division' && words & Word.ratio) evidence.push('ratioLabel');
  if (pattern.op === 'relative_change' && words & (Word.change | Word.ratio)) evidence.push('changeLabel');
  if (pattern.family === 'run') evidence.push('adjacent');
  if (pattern.family === 'skip' || pattern.family === 'totals') evidence.push('skipsExplained');
  if (pattern.family === 'indent') evidence.push('indent');
  if (pattern.family === 'hint') evidence.push('hint');
  if (pattern.family === 'stated') evidence.push('stated');
  if (pattern.family === 'signed') evidence.push('signed');
  return evidence;
}
