import { ENOUGH, LABELS, PROVED, RUNS, SIZES } from '../weights';
import { Word } from '../read/vocabulary';
import { noiseOf } from '../noise';
import { slipBetween } from '../slip';
import type { AxisView } from '../view/axis-view';
import { type CandidatePool, makeCandidate } from '../propose/candidates';
import type { Judged } from '../choose/judged';
import type { Selection } from '../choose/selection';
import { isCounting, linesOfSum, type Miss } from '../weigh/lines-of-sum';
import type { SumEvidence } from '../weigh/sum-evidence';

/**
 * Tables of two or three columns lose half of their evidence when one figure is mistyped. A sum that
 * holds in one line and misses in another by exactly one typing slip is believed.
 */
export function acceptProvedBySlip(view: AxisView, pool: CandidatePool, selection: Selection): void {
  // In a long list some sum misses by a slip by chance alone.
  if (view.size > SIZES.runs) return;
  for (const judged of selection.tentative(pool.values())) {
    const { op, target, parts } = judged.candidate;
    const misses = linesOfSum(view, op, target, parts).missing.filter((miss) => view.lineWeight[miss.line] === 1);
    const proved =
      misses.length > 0 &&
      misses.every(
        (miss) =>
          isOneSlip(view, judged, miss) ||
          isTextPart(view, judged, miss) ||
          (judged.labelBits >= LABELS.total && isOmission(view, judged, miss)),
      );
    if (proved) selection.keepProved(judged);
  }
  for (let target = 0; target < view.size; target++) {
    if (!((view.words[target] ?? 0) & Word.plainTotal) || selection.sumsOf(target).length > 0) continue;
    for (const parts of [naturalRun(view, target, -1), naturalRun(view, target, 1)]) {
      if (parts.length < ENOUGH.fewestParts) continue;
      const judged = loneTotal(view, target, Int32Array.from(parts).sort());
      if (judged && selection.keepProved(judged)) break;
    }
  }
}

/** The lines beside a total as far as the block goes: to a blank line or another total. */
function naturalRun(view: AxisView, target: number, direction: 1 | -1): number[] {
  const { size, words, sheetLine, value, step, crossStep } = view;
  const filled = view.lines.filter((line) => !Number.isNaN(value[target * step + line * crossStep]));
  const parts: number[] = [];
  for (let i = target + direction; i >= 0 && i < size && parts.length < PROVED.longest; i += direction) {
    const gap = Math.abs((sheetLine[i] ?? 0) - (sheetLine[i - direction] ?? 0)) > 1;
    if ((words[i] ?? 0) & Word.plainTotal || (gap && parts.length > 0)) break;
    if (filled.some((line) => !Number.isNaN(value[i * step + line * crossStep]))) parts.push(i);
  }
  return parts;
}

/** A list with a total that misses by exactly one slip, in the only one or two columns it has. */
function loneTotal(view: AxisView, target: number, parts: Int32Array): Judged | undefined {
  const { holding, missing } = linesOfSum(view, 'sum', target, parts);
  const amounts = missing.filter((miss) => view.lineWeight[miss.line] === 1);
  if (holding.length > PROVED.mostHolding || amounts.length === 0 || amounts.length > PROVED.mostMisses)
    return undefined;
  if (amounts.some(({ line }) => isCounting(view, Array.from(parts), line))) return undefined;
  const candidate = makeCandidate('sum', target, parts, 'run', RUNS.beside);
  const evidence: SumEvidence = {
    hold: 0,
    trivial: 0,
    mixed: 0,
    fail: 0,
    near: amounts.length,
    soft: 0,
    bits: 0,
    nearBits: 0,
    roundBits: 0,
    against: 0,
  };
  const judged: Judged = { candidate, evidence, labelBits: LABELS.total, score: PROVED.score, nearCounts: false };
  return amounts.every(
    (miss) =>
      (miss.tolerance < PROVED.rounding * miss.deviation && isOneSlip(view, judged, miss)) ||
      isTextPart(view, judged, miss),
  )
    ? judged
    : undefined;
}

/** What the total lacks are its parts that are stored as text. */
function isTextPart(view: AxisView, { candidate }: Judged, { line, tolerance }: Miss): boolean {
  const { value, strays, step, crossStep } = view;
  if (strays.size === 0 || candidate.op !== 'sum') return false;
  const index = (i: number): number => i * step + line * crossStep;
  const texts = Array.from(candidate.parts, (part) => strays.get(index(part))).filter((v) => v !== undefined);
  const sum = candidate.parts.reduce((total, part) => total + (value[index(part)] || 0), 0);
  const without = texts.reduce((total, v) => total - v, sum);
  const result = value[index(candidate.target)] ?? NaN;
  return texts.length > 0 && Math.abs(without - result) <= tolerance + noiseOf(sum);
}

/** One part is blank here alone, and what is missing is positive like the rest. */
function isOmission(view: AxisView, { candidate }: Judged, { line }: Miss): boolean {
  const { value, step, crossStep } = view;
  const at = (i: number): number => value[i * step + line * crossStep] ?? NaN;
  const blanks = candidate.parts.filter((part) => Number.isNaN(at(part)));
  const sum = candidate.parts.reduce((total, part) => total + (at(part) || 0), 0);
  return blanks.length === 1 && view.neverNegative[line] === 1 && at(candidate.target) > sum;
}

function isOneSlip(view: AxisView, { candidate }: Judged, { line, tolerance }: Miss): boolean {
  const { value, step, crossStep } = view;
  const at = (i: number): number => value[i * step + line * crossStep] ?? NaN;
  const result = at(candidate.target);
  const figures = Array.from(candidate.parts, at).filter((v) => v === v);
  const sum = figures.reduce((total, v) => total + v, 0);
  const count = candidate.op === 'average' ? figures.length : 1;
  if (slipBetween(result, sum / count, tolerance)) return true;
  return figures.some((v) => slipBetween(v, v + result * count - sum, tolerance * count) !== undefined);
}
