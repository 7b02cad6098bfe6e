import { linesOfQuotient } from './quotients/quotient-evidence';
import type { AxisFindings } from './search-axis';
import type { AxisView } from './view/axis-view';
import { linesOfSum, type PatternLines } from './weigh/lines-of-sum';

/** A pattern in the terms of its view, with how it stands in every crossing line. */
export interface FoundPattern {
  readonly view: AxisView;
  readonly op: 'sum' | 'average' | 'division' | 'relative_change';
  readonly target: number;
  readonly operands: readonly number[];
  /** What each operand counts in a sum, where that is not 1. */
  readonly factors: Float64Array | undefined;
  readonly scale: number;
  readonly score: number;
  readonly bits: number;
  readonly labelBits: number;
  readonly family: string;
  readonly nearCounts: boolean;
  readonly lines: PatternLines;
  /** Lines that miss by so little that a misprint is likelier than a wrong pattern. */
  readonly soft: ReadonlySet<number>;
  /** Lines in which the structure of the sheet is believed, whether the sum holds there or not. */
  readonly trusted: ReadonlySet<number> | undefined;
  /** Among those: lines in which nothing but the label of the total speaks for it. */
  readonly worded: ReadonlySet<number> | undefined;
  /** Lines that hold and say something. */
  readonly telling: number;
}

export function patternsOf(findings: AxisFindings): FoundPattern[] {
  const { view } = findings;
  const found: FoundPattern[] = [];
  for (const judged of findings.sums) {
    const { candidate, evidence, nearCounts, score, labelBits } = judged;
    found.push({
      view,
      op: candidate.op,
      target: candidate.target,
      operands: Array.from(candidate.parts),
      factors: candidate.factors,
      scale: 1,
      score,
      labelBits,
      bits: evidence.bits,
      family: candidate.family,
      nearCounts,
      telling: evidence.hold + evidence.mixed,
      lines: linesOfSum(view, candidate.op, candidate.target, candidate.parts, candidate.factors),
      soft: new Set(judged.soft),
      trusted: judged.trusted,
      worded: judged.worded,
    });
  }
  for (const { quotient, evidence, score, labelBits } of findings.quotients) {
    found.push({
      view,
      op: quotient.op,
      target: quotient.target,
      operands: [quotient.first, quotient.second],
      factors: undefined,
      scale: quotient.scale,
      score,
      labelBits,
      bits: evidence.bits,
      family: quotient.op,
      nearCounts: false,
      telling: evidence.hold,
      lines: linesOfQuotient(view, quotient, evidence),
      soft: new Set(),
      trusted: undefined,
      worded: undefined,
    });
  }
  return found;
}
