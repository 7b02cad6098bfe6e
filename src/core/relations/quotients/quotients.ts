import { ENOUGH, EVIDENCE, LABELS, QUOTIENTS, SHAPES, SIZES, TELLING } from '../weights';
import { NOISE } from '../noise';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import {
  holdsAt,
  isProduct,
  linesApart,
  type Quotient,
  type QuotientEvidence,
  type QuotientOp,
  weighQuotient,
} from './quotient-evidence';
import type { Selection } from '../choose/selection';
import { lowerBound } from '../propose/votes';

export interface JudgedQuotient {
  readonly quotient: Quotient;
  readonly evidence: QuotientEvidence;
  readonly labelBits: number;
  readonly score: number;
}

interface Form {
  readonly op: QuotientOp;
  readonly scale: number;
  readonly id: number;
}

/** Rates are printed as 0–1, 0–100, per mille, per 10,000, per 100,000. */
const FORMS: readonly Form[] = [
  ...[1, 100, 1000, 1e4, 1e5].map((scale, id) => ({ op: 'division' as const, scale, id })),
  ...[1, 100].map((scale, id) => ({ op: 'relative_change' as const, scale, id: 5 + id })),
];
const USUAL_FORMS = FORMS.filter(({ scale }) => scale <= QUOTIENTS.usualScale);

/** Shares, rates and growth rates, by their values. */
export function findQuotients(view: AxisView, sums: Selection): JudgedQuotient[] {
  if (view.size > SIZES.names) return [];
  const judged: JudgedQuotient[] = [];
  for (const quotient of proposeQuotients(view)) {
    const found = judge(view, quotient);
    if (found) judged.push(found);
  }
  const believed = withShapes(judged).filter(
    (j) => j.score >= (j.quotient.op === 'division' ? ENOUGH.division : ENOUGH.relativeChange),
  );
  believed.sort((a, b) => b.score - a.score);
  const accepted = new Map<number, JudgedQuotient[]>();
  for (const j of believed) {
    const { target, first, second } = j.quotient;
    const known = accepted.get(target) ?? [];
    if (known.length > 0 && !isOfOthers(view, j, known)) continue;
    if (sums.sumsOf(target).length > 0 && !((view.words[target] ?? 0) & Word.ratio)) continue;
    // c = a ÷ b is also a = b × c: the stronger was taken first.
    const circular = [first, second].some((i) =>
      accepted.get(i)?.some(({ quotient: other }) => other.first === target || other.second === target),
    );
    if (!circular) accepted.set(target, [...known, j]);
  }
  return [...accepted.values()].flat().map((j) => {
    const form = productForm(view, j, (target) => accepted.has(target) || sums.sumsOf(target).length > 0);
    return form ? { ...j, ...form } : j;
  });
}

/** The same rate of other amounts: in current and in constant prices. Only what is called a rate is one twice. */
function isOfOthers({ words }: AxisView, { quotient }: JudgedQuotient, known: readonly JudgedQuotient[]): boolean {
  const { op, target, first, second, scale } = quotient;
  if (op !== 'division' || ((words[target] ?? 0) & Word.ratio) === 0) return false;
  return known.every(
    ({ quotient: other }) =>
      other.scale === scale && ![other.first, other.second].some((operand) => operand === first || operand === second),
  );
}

/**
 * A product stands behind its two factors: 数量, 单价, 金额. Either is the quotient of the other; one and the same form is
 * listed, that of the factor that stands first, unless the other is called a rate.
 */
function productForm(
  view: AxisView,
  { quotient, evidence }: JudgedQuotient,
  isTaken: (target: number) => boolean,
): Pick<JudgedQuotient, 'quotient' | 'evidence'> | undefined {
  const { target, second } = quotient;
  const other = { ...quotient, target: second, second: target };
  if (view.axis !== 'columns' || !isProduct(other) || isTaken(second)) return undefined;
  if ((view.words[target] ?? 0) & (Word.ratio | Word.average) || !isProductExact(view, quotient, evidence))
    return undefined;
  const weighed = weighQuotient(view, other);
  return weighed.hold + weighed.trivial >= evidence.hold + evidence.trivial && weighed.fail <= evidence.fail
    ? { quotient: other, evidence: weighed }
    : undefined;
}

/** What was multiplied comes out as it is printed; what was divided and rounded, an average, does not when it is multiplied back. */
function isProductExact(view: AxisView, quotient: Quotient, { from, to }: QuotientEvidence): boolean {
  const { value, half, step, crossStep } = view;
  const { target, first, second } = quotient;
  return view.lines.every((line) => {
    if (line < from || line > to || !holdsAt(view, quotient, line)) return true;
    const at = (i: number): number => i * step + line * crossStep;
    const product = (value[at(target)] ?? NaN) * (value[at(second)] ?? NaN);
    const off = Math.abs(product - (value[at(first)] ?? NaN));
    return off <= (half[at(first)] ?? 0) + NOISE * Math.max(1, Math.abs(product));
  });
}

function judge(view: AxisView, quotient: Quotient): JudgedQuotient | undefined {
  const evidence = weighQuotient(view, quotient);
  const { hold, fail, bits } = evidence;
  if (hold < ENOUGH.quotientLines || hold / (hold + fail) < ENOUGH.quotientHolding) return undefined;
  const { op, target, first, second, scale } = quotient;
  const own = view.words[target] ?? 0;
  const labelBits =
    op === 'division'
      ? (own & (Word.ratio | Word.average) ? LABELS.ratio : 0) - (own & Word.change ? LABELS.change : 0)
      : own & Word.change
        ? LABELS.change
        : own & Word.ratio
          ? LABELS.ratio
          : 0;
  // Of a = b × rate the rate is what was computed.
  const inverted =
    !(own & Word.ratio) && ((view.words[first] ?? 0) | (view.words[second] ?? 0)) & Word.ratio ? LABELS.inverted : 0;
  const distance = Math.log2(1 + Math.abs(target - first)) + Math.log2(1 + Math.abs(target - second));
  const score =
    bits +
    labelBits -
    inverted -
    EVIDENCE.quotientAgainst * fail -
    QUOTIENTS.distance * distance -
    QUOTIENTS.apart * linesApart(view, quotient, evidence) +
    (target > first && target > second ? QUOTIENTS.behind : 0) -
    (scale > QUOTIENTS.usualScale ? QUOTIENTS.rare : 0);
  return score >= ENOUGH.leastQuotient ? { quotient, evidence, labelBits, score } : undefined;
}

/** The same layout at another target is evidence: every third row is the ratio of the two above. */
function withShapes(judged: readonly JudgedQuotient[]): JudgedQuotient[] {
  const shapeOf = ({ op, target, first, second, scale }: Quotient): string =>
    `${op} ${scale} ${first - target} ${second - target}`;
  const counts = new Map<string, number>();
  for (const { quotient } of judged) counts.set(shapeOf(quotient), (counts.get(shapeOf(quotient)) ?? 0) + 1);
  return judged.map((j) => ({
    ...j,
    score: j.score + Math.min(SHAPES.quotientMost, SHAPES.quotientEach * ((counts.get(shapeOf(j.quotient)) ?? 1) - 1)),
  }));
}

/** For every target, in the lines in which it is printed to the most digits, the quotients that fit by value. */
function proposeQuotients(view: AxisView): Quotient[] {
  const proposed: Quotient[] = [];
  const ascending = view.informative.slice().sort();
  const sortedLines = new Map<number, SortedLine>();
  const sorted = (line: number): SortedLine => {
    let known = sortedLines.get(line);
    if (!known) sortedLines.set(line, (known = sortLine(view, line)));
    return known;
  };
  for (let target = 0; target < view.size; target++) {
    if (view.kind?.[target] === 'ownBasis' || !mayBeRate(view, target)) continue;
    const lines = preciseLines(view, target, ascending);
    const need = Math.max(1, Math.ceil(lines.length * QUOTIENTS.confirmed));
    const seen = new Set<number>();
    for (const line of lines.length <= TELLING.searchedQuotients
      ? lines
      : lines.filter((_, k) => k % Math.ceil(lines.length / TELLING.searchedQuotients) === 0)) {
      searchLine(view, target, line, sorted(line), ({ op, scale, id }, first, second) => {
        const key = (first * view.size + second) * 8 + id;
        if (seen.has(key)) return;
        seen.add(key);
        const quotient = { op, target, first, second, scale };
        if (holdsInSome(view, quotient, lines, need)) proposed.push(quotient);
      });
    }
  }
  return [...proposed, ...productsBehind(view)];
}

/** 人数, 标准, 金额: whole numbers, too, make a product right behind its two factors. */
function productsBehind(view: AxisView): Quotient[] {
  if (view.axis !== 'columns') return [];
  return Array.from({ length: Math.max(0, view.size - 2) }, (_, i): Quotient => {
    return { op: 'division', target: i, first: i + 2, second: i + 1, scale: 1 };
  }).filter(({ target }) => !mayBeRate(view, target));
}

/** A rate is called one or has decimals: of whole numbers a quotient is hardly ever one. */
function mayBeRate({ words, effectiveHalf }: AxisView, target: number): boolean {
  return ((words[target] ?? 0) & (Word.ratio | Word.change | Word.average)) !== 0 || (effectiveHalf[target] ?? 0) < 0.5;
}

/** From each stretch of the sheet, since a further table may stand below, the line in which the target has the most digits. */
function preciseLines(view: AxisView, target: number, lines: Int32Array): number[] {
  const { value, half, step, crossStep } = view;
  const at = (line: number): number => target * step + line * crossStep;
  const filled = lines.filter((line) => (value[at(line)] ?? 0) !== 0 && !Number.isNaN(value[at(line)]));
  const digits = (line: number): number =>
    Math.abs(value[at(line)] ?? 0) / Math.max(half[at(line)] ?? 0, view.effectiveHalf[target] ?? 0, NOISE);
  const stretches = Math.min(TELLING.quotients, filled.length);
  return Array.from({ length: stretches }, (_, k) => {
    const from = Math.floor((k * filled.length) / stretches);
    const to = Math.floor(((k + 1) * filled.length) / stretches);
    return filled.subarray(from, to).reduce((best, line) => (digits(line) > digits(best) ? line : best));
  });
}

function holdsInSome(view: AxisView, quotient: Quotient, lines: readonly number[], need: number): boolean {
  let missing = lines.length - need;
  for (const line of lines) if (!holdsAt(view, quotient, line) && --missing < 0) return false;
  return true;
}

/** The numbers of a line that are not zero, by place and by size. */
interface SortedLine {
  readonly present: readonly number[];
  readonly order: readonly number[];
  readonly sorted: Float64Array;
}

function sortLine({ value, size, step, crossStep }: AxisView, line: number): SortedLine {
  const base = line * crossStep;
  const present: number[] = [];
  for (let i = 0; i < size; i++) {
    const v = value[i * step + base] ?? NaN;
    if (v === v && v !== 0) present.push(i);
  }
  const order = present.slice().sort((p, q) => (value[p * step + base] ?? 0) - (value[q * step + base] ?? 0));
  return { present, order, sorted: Float64Array.from(order, (i) => value[i * step + base] ?? 0) };
}

function searchLine(
  view: AxisView,
  target: number,
  line: number,
  { present, order, sorted }: SortedLine,
  propose: (form: Form, first: number, second: number) => void,
): void {
  const { value, half, step, crossStep } = view;
  const base = line * crossStep;
  const window = present.length > SIZES.sortedQuotients ? QUOTIENTS.window : present.length;
  const least = sorted[0] ?? 0;
  const most = sorted[sorted.length - 1] ?? 0;
  const x = present.indexOf(target);
  const result = value[target * step + base] ?? 0;
  const own = Math.max(half[target * step + base] ?? 0, view.effectiveHalf[target] ?? 0);
  // Per mille and per 100,000 are said so; 0–1 and 0–100 often are not.
  const forms = (view.words[target] ?? 0) & Word.ratio ? FORMS : USUAL_FORMS;
  for (let w = Math.max(0, x - window); w < Math.min(present.length, x + window); w++) {
    const other = present[w] ?? 0;
    if (other === target) continue;
    const divisor = value[other * step + base] ?? 0;
    const divisorHalf = half[other * step + base] ?? 0;
    for (const form of forms) {
      const { op, scale } = form;
      const factor = op === 'division' ? result / scale : 1 + result / scale;
      const wanted = factor * divisor;
      const reach =
        (own / scale) * Math.abs(divisor) +
        Math.abs(factor) * divisorHalf +
        Math.max(divisorHalf, NOISE * Math.abs(wanted));
      if (wanted + reach < least || wanted - reach > most) continue;
      for (
        let k = lowerBound(sorted, wanted - reach), n = 0;
        k < sorted.length && (sorted[k] ?? 0) <= wanted + reach && n < QUOTIENTS.fits;
        k++, n++
      ) {
        const fitting = order[k] ?? 0;
        if (fitting === target || fitting === other) continue;
        if (op === 'division') propose(form, fitting, other);
        else propose(form, other, fitting);
      }
    }
  }
}
