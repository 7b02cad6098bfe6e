import { ALTERNATING, SIZES, TELLING } from '../weights';
import type { AxisView } from '../view/axis-view';
import type { CandidatePool } from './candidates';

/**
 * Target = a + b where mostly only one of the two is filled (an expense is either own or delegated).
 * Such sums hardly ever show two numbers to add, but each part is again and again the whole target.
 */
export function scanAlternating(view: AxisView, into: CandidatePool): void {
  const { value, size, step, crossStep, lines } = view;
  if (size > SIZES.blocks || lines.length < ALTERNATING.fewestLines) return;
  const stride = Math.max(1, Math.floor(lines.length / TELLING.alternating));
  const sample = lines.filter((_, k) => k % stride === 0);
  for (let target = 0; target < size; target++) {
    const parts: { part: number; equal: number }[] = [];
    for (let part = 0; part < size; part++) {
      if (part === target) continue;
      let equal = 0;
      let differs = 0;
      let exceeds = false;
      for (const line of sample) {
        const whole = value[target * step + line * crossStep] ?? NaN;
        const v = value[part * step + line * crossStep] ?? NaN;
        if (v !== v || v === 0) {
          if (whole === whole && whole !== 0) differs++;
          continue;
        }
        if (whole === v) equal++;
        else if (whole !== whole || Math.abs(v) > Math.abs(whole)) {
          exceeds = true;
          break;
        } else differs++;
      }
      if (!exceeds && equal >= ALTERNATING.equal && differs > 0) parts.push({ part, equal });
    }
    parts.sort((a, b) => b.equal - a.equal || a.part - b.part);
    const few = parts
      .slice(0, ALTERNATING.parts)
      .map((p) => p.part)
      .sort((a, b) => a - b);
    for (let x = 0; x < few.length; x++) {
      for (let y = x + 1; y < few.length; y++) {
        const a = few[x] ?? 0;
        const b = few[y] ?? 0;
        const cost = Math.log2(1 + Math.abs(target - a)) + Math.log2(1 + Math.abs(target - b));
        into.add('sum', target, Int32Array.of(a, b), 'pair', cost);
      }
    }
  }
}
