import type { AxisView } from './axis-view';

/** Longer answers are found again rather than kept. */
const MOST_KEPT = 50_000;

/**
 * What searches found in single crossing lines. A line of the same figures gives the same again, so that after
 * an edit of one cell all lines but one are recalled. What a search does not ask for is forgotten after it.
 */
export class LineMemory {
  private before = new Map<string, Int32Array>();
  private now = new Map<string, Int32Array>();
  private readonly prints = new WeakMap<AxisView, (string | undefined)[]>();

  /** What `find` gives for a line of a view; `what` names the question with all that it depends on but the figures. */
  recall(view: AxisView, line: number, what: string, find: () => Int32Array): Int32Array {
    const key = `${what}|${this.printOf(view, line)}`;
    const known = this.now.get(key) ?? this.before.get(key);
    const found = known ?? find();
    if (found.length <= MOST_KEPT) this.now.set(key, found);
    return found;
  }

  /** Ends a search: what it did not ask for is forgotten. */
  turn(): void {
    this.before = this.now;
    this.now = new Map();
  }

  private printOf(view: AxisView, line: number): string {
    const prints = this.prints.get(view) ?? [];
    this.prints.set(view, prints);
    return (prints[line] ??= printOfLine(view, line));
  }
}

/** A hash of 64 bits over the figures of a line and what rounding leaves open in each. */
function printOfLine({ axis, value, half, size, step, crossStep }: AxisView, line: number): string {
  const pair = new Float64Array(2);
  const words = new Uint32Array(pair.buffer);
  let a = 0x811c9dc5 ^ size;
  let b = 0x9e3779b9;
  for (let i = 0, at = line * crossStep; i < size; i++, at += step) {
    pair[0] = value[at] ?? NaN;
    pair[1] = half[at] ?? 0;
    for (const word of words) {
      a = Math.imul(a ^ word, 0x01000193);
      b = (Math.imul(b, 0x85ebca6b) ^ Math.imul(word + i, 0xc2b2ae35)) | 0;
      b ^= b >>> 15;
    }
  }
  return `${axis}${size}:${a >>> 0}:${b >>> 0}`;
}
