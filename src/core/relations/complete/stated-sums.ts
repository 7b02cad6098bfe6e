import { LABELS, STATED } from '../weights';
import { append } from '../choose/accepted-sums';
import type { Judged } from '../choose/judged';
import type { Selection } from '../choose/selection';
import { type Candidate, factoredCandidate } from '../propose/candidates';
import { slipBetween } from '../slip';
import type { StatedSum } from '../types';
import type { AxisView } from '../view/axis-view';
import { linesOfSum, type Miss, type PatternLines } from '../weigh/lines-of-sum';
import { noEvidence } from '../weigh/sum-evidence';

interface Standing {
  readonly stated: StatedSum;
  readonly candidate: Candidate;
  readonly lines: PatternLines;
  readonly telling: number;
}

/**
 * What the form states itself is believed where it comes out in as many lines as it misses, or where one slip
 * explains the only miss. Of several readings of one statement the one that comes out most often is meant.
 */
export function acceptStated(view: AxisView, selection: Selection, stated: readonly StatedSum[]): void {
  const byTarget = new Map<number, Standing[]>();
  for (const one of stated) append(byTarget, one.target, standingOf(view, one));
  for (const readings of byTarget.values()) {
    const [best] = readings.sort((a, b) => b.telling - a.telling || a.lines.missing.length - b.lines.missing.length);
    if (best && isMeant(view, best)) selection.keepStated(judgedOf(best));
  }
}

function standingOf(view: AxisView, stated: StatedSum): Standing {
  const candidate = factoredCandidate(stated.target, stated.terms, 'stated');
  const { target, parts, factors } = candidate;
  const all = linesOfSum(view, 'sum', target, parts, factors);
  const covers = (line: number) => line >= stated.from && line <= stated.to && !(stated.except?.has(line) ?? false);
  const lines = {
    holding: all.holding.filter(covers),
    missing: all.missing.filter(({ line }) => covers(line) && view.lineWeight[line] === 1),
    empty: all.empty,
  };
  const least = Math.min(2, parts.length);
  const telling = lines.holding.filter((line) => filled(view, parts, line) >= least).length;
  return { stated, candidate, lines, telling };
}

function filled({ value, step, crossStep }: AxisView, parts: Int32Array, line: number): number {
  return parts.filter((part) => (value[part * step + line * crossStep] || 0) !== 0).length;
}

function isMeant(view: AxisView, { candidate, lines: { missing }, telling }: Standing): boolean {
  if (telling > 0) return missing.length <= Math.max(1, STATED.missing * telling);
  const [only, ...others] = missing;
  return only !== undefined && others.length === 0 && isOneSlip(view, candidate, only);
}

/** One slip in the result or in one of its terms explains the miss. */
function isOneSlip({ value, step, crossStep }: AxisView, candidate: Candidate, { line, tolerance }: Miss): boolean {
  const { target, parts, factors } = candidate;
  const at = (i: number): number => value[i * step + line * crossStep] ?? NaN;
  const factorOf = (k: number): number => factors?.[k] ?? 1;
  const sum = parts.reduce((total, part, k) => total + factorOf(k) * (at(part) || 0), 0);
  const repairs = [
    [at(target), sum, tolerance],
    ...Array.from(parts, (part, k) => [
      at(part),
      at(part) + (at(target) - sum) / factorOf(k),
      tolerance / Math.abs(factorOf(k)),
    ]),
  ];
  return repairs.some(([was = NaN, shouldBe = NaN, slack = 0]) => {
    const slip = slipBetween(was, shouldBe, slack);
    return slip !== undefined && slip.kind !== 'scale' && slip.kind !== 'sign';
  });
}

function judgedOf({ candidate, lines, telling }: Standing): Judged {
  const bits = STATED.bits * telling;
  return {
    candidate,
    evidence: {
      ...noEvidence(),
      hold: telling,
      trivial: lines.holding.length - telling,
      fail: lines.missing.length,
      bits,
    },
    labelBits: LABELS.total,
    score: LABELS.total + bits,
    nearCounts: false,
    trusted: new Set([...lines.holding, ...lines.missing.map(({ line }) => line)]),
  };
}
