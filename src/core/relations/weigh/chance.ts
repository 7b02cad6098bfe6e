const FEWEST = 6;
const MOST = 128;
const LONG = 48;
const SEVENTHS = [1, 2, 5];
/** So often strange operands may fit before an agreement counts less. */
const SELDOM = 0.2;

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
    if (this.lines.length < MOST) this.lines.push(line);
  }

  /** What each such line can prove at most, in bits. */
  mostBits(): number {
    const { length } = this.lines;
    if (length < FEWEST) return Infinity;
    const afar = this.chance(SEVENTHS.map((n) => Math.max(1, Math.floor((length * n) / 7))));
    // A long series may drift: then it is the lines next to each other that are alike.
    const chance = length < LONG ? afar : Math.max(afar, this.chance([1]));
    return chance <= SELDOM ? Infinity : -Math.log2(chance);
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
