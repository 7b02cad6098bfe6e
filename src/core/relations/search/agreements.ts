import type { AxisView } from './axis-view';

const FEWEST = 6;
const MOST = 128;
const SHIFTS = [1, 2, 5];
/** So often strange parts may fit before the agreement counts less. */
const SELDOM = 0.2;

/**
 * The lines in which a candidate holds, to ask how often it would hold with each part taken from some
 * other line. In a series that hardly changes everything fits everything, and that it fits in place
 * says nothing.
 */
export class Agreements {
  private readonly lines: number[] = [];
  private readonly tolerance: number[] = [];

  constructor(
    private readonly view: AxisView, private readonly op: 'sum' | 'average', private readonly target: number,
    private readonly parts: Int32Array,
  ) {}

  add(line: number, tolerance: number): void {
    if (this.lines.length >= MOST) return;
    this.lines.push(line);
    this.tolerance.push(tolerance);
  }

  clear(): void {
    this.lines.length = 0;
    this.tolerance.length = 0;
  }

  /** What `hold` such lines can prove at most. */
  mostBits(hold: number): number {
    const { length } = this.lines;
    if (length < FEWEST) return Infinity;
    let compared = 0;
    let fitting = 0;
    for (const shift of SHIFTS) {
      for (let i = 0; i < length; i++) {
        const off = this.missWithOthers(i, Math.max(1, Math.floor((length * shift) / 7)));
        if (off === undefined) continue;
        compared++;
        if (off <= (this.tolerance[i] ?? 0)) fitting++;
      }
    }
    const chance = fitting / (compared || 1);
    if (chance <= SELDOM) return Infinity;
    return -hold * Math.log2(chance);
  }

  /** How far the result of a line is from its parts in other lines; undefined when those are the same figures. */
  private missWithOthers(i: number, shift: number): number | undefined {
    const { value, step, crossStep } = this.view;
    const { length } = this.lines;
    const base = (this.lines[i] ?? 0) * crossStep;
    let sum = 0;
    let count = 0;
    let same = true;
    for (let k = 0; k < this.parts.length; k++) {
      const row = (this.parts[k] ?? 0) * step;
      const v = value[row + (this.lines[(i + (k + 1) * shift) % length] ?? 0) * crossStep] ?? NaN;
      if (v !== (value[row + base] ?? NaN)) same = false;
      if (v !== v) continue;
      sum += v;
      count++;
    }
    if (same || count === 0) return undefined;
    return Math.abs((this.op === 'average' ? sum / count : sum) - (value[this.target * step + base] ?? 0));
  }
}
