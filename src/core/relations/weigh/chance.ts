import { CHANCE } from '../weights';

/** Whether the result of lines[i] fits operands taken `shift` and more lines away; undefined when those are the same figures. */
export type FitsStrangers = (lines: readonly number[], i: number, shift: number) => boolean | undefined;

/**
 * The lines in which a candidate holds, to ask how often it would hold with each operand taken from
 * some other line. In a series that hardly changes everything fits everything, and that it fits in
 * place says nothing.
 */
export class Agreements {
  private readonly lines: number[] = [];

  constructor(private readonly fits: FitsStrangers) {}

  add(line: number): void {
    if (this.lines.length < CHANCE.most) this.lines.push(line);
  }

  /** What each such line can prove at most, in bits. */
  mostBits(): number {
    const { length } = this.lines;
    if (length < CHANCE.fewest) return Infinity;
    const afar = this.chance(CHANCE.sevenths.map((n) => Math.max(1, Math.floor((length * n) / 7))));
    // A long series may drift: then it is the lines next to each other that are alike.
    const chance = length < CHANCE.drifting ? afar : Math.max(afar, this.chance([1]));
    return chance <= CHANCE.seldom ? Infinity : -Math.log2(chance);
  }

  private chance(shifts: readonly number[]): number {
    let compared = 0;
    let fitting = 0;
    for (const shift of shifts) {
      for (let i = 0; i < this.lines.length; i++) {
        const fits = this.fits(this.lines, i, shift);
        if (fits === undefined) continue;
        compared++;
        if (fits) fitting++;
      }
    }
    return fitting / (compared || 1);
  }
}
