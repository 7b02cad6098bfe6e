import { Word } from '../read/vocabulary';
import type { TotalHint } from '../types';
import { scanAlternating } from './alternating';
import { scanAverages } from './averages';
import type { AxisView } from './axis-view';
import { Candidates } from './candidate';
import { contractTotals } from './contraction';
import { scanBlocks, scanPairs } from './far-sums';
import { scanGaps } from './gaps';
import { scanNamesakes } from './namesakes';
import { acceptIndented, acceptLabelled } from './near-totals';
import { acceptProvedBySlip } from './proved-by-slip';
import { findQuotients, type JudgedQuotient } from './quotients';
import { scanRuns, visibleWithout } from './runs';
import { acceptSectionTotals } from './section-totals';
import { type Judged, Selection } from './selection';
import { poolShapes } from './shapes';
import { scanStrides } from './strides';
import { acceptTrusted, type TrustedLines } from './trusted-hints';

/** What was found along one axis, in lines of its view. */
export interface AxisFindings {
  readonly view: AxisView;
  readonly sums: readonly Judged[];
  readonly quotients: readonly JudgedQuotient[];
  /** Lines of a near total that miss by little and are listed all the same. */
  readonly soft: ReadonlyMap<Judged['candidate'], readonly number[]>;
  readonly trusted: TrustedLines;
}

/** Each round explains one more level of subtotals. */
const MOST_LEVELS = 4;
const LONG = 1500;

export function searchAxis(view: AxisView, hints: readonly TotalHint[] = []): AxisFindings {
  const selection = new Selection(view);
  if (view.lines.length === 0 || view.size < 2)
    return { view, sums: [], quotients: [], soft: new Map(), trusted: new Map() };
  const candidates = new Candidates();
  const trusted = acceptTrusted(view, selection, hints);
  for (const hint of hints) {
    if (hint.exhaustive && hint.parts.length >= 2) {
      candidates.add('sum', hint.target, Int32Array.from(hint.parts).sort(), 'hint', 0);
    }
  }
  scanRuns(
    view,
    'sum',
    visibleWithout(view.size, () => false),
    'run',
    1,
    candidates,
  );
  selection.accept(candidates.values());
  if (view.axis === 'rows') {
    scanGaps(view, (target) => selection.sumsOf(target).length > 0, true, candidates);
    selection.accept(candidates.values());
  }
  for (let level = 0; level < MOST_LEVELS; level++) {
    proposeAboveSubtotals(view, selection, candidates);
    if (selection.accept(candidates.values()) === 0) break;
  }
  scanPairs(view, candidates);
  scanAlternating(view, candidates);
  scanStrides(view, candidates);
  scanBlocks(view, candidates);
  scanNamesakes(view, candidates);
  selection.accept(candidates.values());
  const parts = sumParts(selection);
  scanRuns(
    view,
    'sum',
    visibleWithout(view.size, (i) => parts.has(i)),
    'skip',
    2,
    candidates,
  );
  selection.accept(candidates.values());
  scanGaps(view, (target) => selection.sumsOf(target).length > 0, false, candidates);
  selection.accept(candidates.values());
  poolShapes(view, selection.accepted, candidates);
  selection.accept(candidates.values());
  scanForAverages(view, selection, candidates);
  selection.accept(candidates.values());
  do proposeOverLeaves(view, selection, candidates);
  while (selection.accept(candidates.values()) > 0);
  const soft = new Map<Judged['candidate'], readonly number[]>();
  if (view.axis === 'rows') for (const near of acceptIndented(view, selection)) soft.set(near.candidate, near.soft);
  for (const near of acceptLabelled(view, selection)) soft.set(near.candidate, near.soft);
  contractTotals(view, selection);
  selection.preferUnfailing(candidates.values());
  acceptSectionTotals(view, selection);
  selection.acceptSeconds(candidates.values());
  acceptProvedBySlip(view, candidates, selection);
  const quotients = findQuotients(view, selection);
  return { view, sums: withoutChanceAverages(selection.accepted, quotients), quotients, soft, trusted };
}

/** Runs past the parts that a subtotal explains, and runs of subtotals alone. */
function proposeAboveSubtotals(view: AxisView, selection: Selection, candidates: Candidates): void {
  const all = new Set<number>();
  const explainedAfter = new Set<number>();
  const explainedBefore = new Set<number>();
  const targets = new Set<number>();
  for (const { candidate } of selection.accepted) {
    if (candidate.op !== 'sum') continue;
    targets.add(candidate.target);
    for (const part of candidate.parts) {
      all.add(part);
      if ((candidate.parts[0] ?? 0) > candidate.target) explainedAfter.add(part);
      else if ((candidate.parts.at(-1) ?? 0) < candidate.target) explainedBefore.add(part);
    }
  }
  const { size } = view;
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => all.has(i)),
    'skip',
    2,
    candidates,
  );
  scanRuns(
    view,
    'sum',
    visibleWithout(
      size,
      (i) => explainedAfter.has(i),
      (i) => explainedBefore.has(i),
    ),
    'skip',
    2,
    candidates,
  );
  for (let i = 0; i < size; i++) if ((view.words[i] ?? 0) & Word.plainTotal) targets.add(i);
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => !targets.has(i) || all.has(i)),
    'totals',
    3,
    candidates,
  );
  scanRuns(
    view,
    'sum',
    visibleWithout(size, (i) => !targets.has(i)),
    'totals',
    4,
    candidates,
  );
}

/** Totals and averages of the figures themselves, past the results between them. */
function proposeOverLeaves(view: AxisView, selection: Selection, candidates: Candidates): void {
  const results = new Set(selection.accepted.map(({ candidate }) => candidate.target));
  // Past subtotals alone is found before: what is new are the averages.
  if (view.size > LONG || !selection.accepted.some(({ candidate }) => candidate.op === 'average')) return;
  const leaves = visibleWithout(view.size, (i) => results.has(i));
  scanRuns(view, 'sum', leaves, 'skip', 2, candidates);
  scanRuns(view, 'average', leaves, 'average', 3, candidates);
}

function scanForAverages(view: AxisView, selection: Selection, candidates: Candidates): void {
  const targets = new Set<number>();
  for (const { candidate } of selection.accepted) if (candidate.op === 'sum') targets.add(candidate.target);
  scanAverages(view, candidates);
  const isCalledAverage = (i: number): boolean => ((view.words[i] ?? 0) & Word.average) !== 0;
  // On long columns only what is called an average is tried as one: the rest would cost more than it finds.
  const isTarget = view.size > LONG ? isCalledAverage : undefined;
  scanRuns(
    view,
    'average',
    visibleWithout(view.size, () => false),
    'average',
    2,
    candidates,
    isTarget,
  );
  const isResult = (i: number): boolean => targets.has(i) || isCalledAverage(i);
  scanRuns(view, 'average', visibleWithout(view.size, isResult), 'average', 3, candidates, isTarget);
}

function sumParts(selection: Selection): Set<number> {
  const parts = new Set<number>();
  for (const { candidate } of selection.accepted) {
    if (candidate.op === 'sum') for (const part of candidate.parts) parts.add(part);
  }
  return parts;
}

/** What is called an average and is a quotient by its figures (persons per household) is no average of lines. */
function withoutChanceAverages(sums: readonly Judged[], quotients: readonly JudgedQuotient[]): readonly Judged[] {
  const byTarget = new Map(quotients.map((q) => [q.quotient.target, q.evidence.bits]));
  return sums.filter(
    ({ candidate, evidence }) => candidate.op === 'sum' || (byTarget.get(candidate.target) ?? 0) < evidence.bits,
  );
}
