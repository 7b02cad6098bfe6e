import { median } from '../../numbers/median';
import { EXPLAIN } from '../weights';
import type { Broken } from './broken';
import { placeIn, valueAtLine } from './repair';

/** What part of its total each operand usually is, and how far the broken line is from that. */
interface Shares {
  readonly usual: readonly number[];
  readonly total: number;
  readonly values: readonly number[];
  readonly misfit: number;
  /** How far lines that hold are from what is usual, commonly. */
  readonly spread: number;
}

/**
 * Of several cells that could have been mistyped: how much nearer the line comes to the usual shares of
 * its operands when this one is put right, from −1 to 1. A budget of 100 beside others of 900 that
 * stands among lines of 9,000 was 1,000 rather than one of them 0.
 */
export class UsualShares {
  private readonly known = new Map<Broken, Shares | undefined>();

  gain(broken: Broken, cell: number, shouldBe: number): number {
    if (!this.known.has(broken)) this.known.set(broken, sharesOf(broken));
    const shares = this.known.get(broken);
    if (!shares || shares.misfit <= 0) return 0;
    const place = placeIn(broken.cells, cell);
    const { usual, values, total, misfit, spread } = shares;
    const after =
      place === 0
        ? misfitOf(values, usual, shouldBe)
        : misfit - off(values, usual, total, place - 1) + Math.abs(shouldBe / total - (usual[place - 1] ?? 0));
    return Math.max(-1, Math.min(1, (misfit - after) / (misfit + spread)));
  }
}

function sharesOf({ pattern, line }: Broken): Shares | undefined {
  if (pattern.op !== 'sum') return undefined;
  const total = valueAtLine(pattern, line, pattern.target);
  const others = nearest(
    pattern.lines.holding.filter((l) => valueAtLine(pattern, l, pattern.target) > 0),
    line,
  );
  if (!(total > 0) || others.length < EXPLAIN.shareLines) return undefined;
  const shares = pattern.operands.map((i) =>
    others.map((l) => (valueAtLine(pattern, l, i) || 0) / valueAtLine(pattern, l, pattern.target)),
  );
  const usual = shares.map(median);
  const spread = shares.reduce((sum, own, k) => sum + median(own.map((share) => Math.abs(share - (usual[k] ?? 0)))), 0);
  const values = pattern.operands.map((i) => valueAtLine(pattern, line, i) || 0);
  return { usual, total, values, misfit: misfitOf(values, usual, total), spread };
}

function misfitOf(values: readonly number[], usual: readonly number[], total: number): number {
  return values.reduce((sum, _, k) => sum + off(values, usual, total, k), 0);
}

function off(values: readonly number[], usual: readonly number[], total: number, k: number): number {
  return Math.abs((values[k] ?? 0) / total - (usual[k] ?? 0));
}

function nearest(lines: readonly number[], line: number): readonly number[] {
  if (lines.length <= EXPLAIN.mostShareLines) return lines;
  return [...lines].sort((a, b) => Math.abs(a - line) - Math.abs(b - line)).slice(0, EXPLAIN.mostShareLines);
}
