import { ENOUGH, LABELS, RANK } from '../weights';
import type { Candidate } from '../propose/candidates';
import type { AxisView } from '../view/axis-view';
import { Word } from '../read/vocabulary';
import { BESIDE, bitsOfLabels, FAR } from '../weigh/label-bits';
import type { SumEvidence } from '../weigh/sum-evidence';

/** A candidate with what speaks for it. */
export interface Judged {
  readonly candidate: Candidate;
  readonly evidence: SumEvidence;
  readonly labelBits: number;
  readonly score: number;
  /** A labelled total may miss its parts by a little in some lines: misprints are common in print. */
  readonly nearCounts: boolean;
  /** Lines that miss by little and are listed all the same. */
  readonly soft?: readonly number[];
  /** Lines in which the structure of the sheet is believed, whether the sum holds there or not. */
  readonly trusted?: ReadonlySet<number>;
  /** Among those: lines in which nothing but the label of the total speaks for it. */
  readonly worded?: ReadonlySet<number>;
}

/** Whether its evidence suffices; `chance`: bits that a single agreement must pay, in a long list. */
export function judge(view: AxisView, candidate: Candidate, evidence: SumEvidence, chance: number): Judged | undefined {
  const labelBits = bitsOfLabels(view, candidate, evidence);
  const total = ((view.words[candidate.target] ?? 0) & Word.total) !== 0;
  const nearCounts = candidate.op === 'sum' && total && BESIDE.has(candidate.family);
  const { hold, fail, near, bits, nearBits, against } = evidence;
  const share = (hold + (nearCounts ? ENOUGH.nearCounts * near : 0)) / (hold + fail + near || 1);
  const forgiven = nearCounts ? against * (near / (fail + near || 1)) : 0;
  const far = FAR.has(candidate.family);
  const score =
    bits +
    (nearCounts ? nearBits : 0) +
    labelBits +
    candidate.bonus -
    (against - forgiven) -
    candidate.cost * (far ? ENOUGH.farCost : 1) -
    (far ? evidence.roundBits : 0);
  const enough =
    (hold >= 1 || (nearCounts && near >= ENOUGH.nearLines)) &&
    share >= ENOUGH.holding &&
    score >= (far ? ENOUGH.farSum : ENOUGH.sum) + (hold < ENOUGH.fewLines ? chance : 0);
  if (!enough) return undefined;
  if (hold + near === 1 && !isCredibleOnce(candidate, evidence, labelBits, chance)) return undefined;
  return { candidate, evidence, labelBits, score, nearCounts };
}

/** One line alone convinces only beside the target, when nothing contradicts it. */
function isCredibleOnce(
  { op, family, parts }: Candidate,
  { fail, bits }: SumEvidence,
  labelBits: number,
  chance: number,
): boolean {
  if (op !== 'sum' || !BESIDE.has(family) || fail > 0) return false;
  return (
    (labelBits >= LABELS.total && bits >= ENOUGH.onceLabelled + chance) ||
    (family !== 'totals' && bits >= ENOUGH.once + chance && parts.length >= ENOUGH.fewestParts)
  );
}

/**
 * A sum beside its target that holds in too few lines to be believed, although little speaks against
 * it: a single slip that repairs the rest can still prove it.
 */
export function judgeTentative(
  view: AxisView,
  candidate: Candidate,
  evidence: SumEvidence,
  chance: number,
): Judged | undefined {
  const { op, family, parts, bonus, cost } = candidate;
  const beside = op === 'sum' && BESIDE.has(family) && family !== 'totals';
  const labelBits = bitsOfLabels(view, candidate, evidence);
  if (!beside && (op !== 'average' || labelBits < LABELS.average)) return undefined;
  const misses = evidence.fail + evidence.near;
  if (evidence.hold < 1 || misses < 1 || misses > ENOUGH.mostMisses) return undefined;
  const score = evidence.bits + labelBits + bonus - cost;
  if (
    score < ENOUGH.sum + chance ||
    (labelBits < LABELS.total && (evidence.bits < ENOUGH.tentative || parts.length < ENOUGH.fewestParts))
  )
    return undefined;
  return { candidate, evidence, labelBits, score, nearCounts: false };
}

/** The order in which candidates are taken: what holds in nearly all lines, beside its target, in few parts. */
export function rank({ candidate, score, evidence }: Judged): number {
  const { hold, trivial, fail, near } = evidence;
  const agreeing = (hold + trivial) / (hold + trivial + fail + near || 1);
  const beside = candidate.family === 'run' || candidate.family === 'skip' || candidate.family === 'hint';
  return (score * agreeing ** RANK.agreement) / (beside ? 1 : RANK.apart) / (1 + RANK.perPart * candidate.parts.length);
}

/** A longer run with the same target that fails in fewer lines: its further parts are blank or zero elsewhere. */
export function fullest(judged: Judged, rivals: readonly Judged[]): Judged {
  let best = judged;
  if (judged.evidence.against === 0) return best;
  for (const rival of rivals) {
    const { candidate, evidence } = rival;
    if (candidate.op !== best.candidate.op || candidate.parts.length <= best.candidate.parts.length) continue;
    if (evidence.against >= best.evidence.against || evidence.hold < best.evidence.hold) continue;
    const parts = new Set(candidate.parts);
    if (best.candidate.parts.every((part) => parts.has(part))) best = rival;
  }
  return best;
}
