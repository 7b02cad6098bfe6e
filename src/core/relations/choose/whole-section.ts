import { SECTIONS } from '../weights';
import { Word } from '../read/vocabulary';
import type { AxisView } from '../view/axis-view';
import { withParts } from '../propose/candidates';
import type { Judged } from './judged';
import { weighSum } from '../weigh/sum-evidence';

/** A run goes to the end of its section when the further lines are blank or zero wherever it was proved. */
export function wholeSection(view: AxisView, judged: Judged, isTarget: (i: number) => boolean): Judged {
  const { candidate, evidence } = judged;
  const { target, parts, family, op } = candidate;
  if (op !== 'sum' || family !== 'run') return judged;
  const { size, sheetLine, words, indent } = view;
  const low = parts[0] ?? 0;
  const high = parts[parts.length - 1] ?? 0;
  const direction = target < low ? 1 : -1;
  const more: number[] = [];
  let i = target < low ? high + 1 : low - 1;
  for (; i >= 0 && i < size && more.length < SECTIONS.longest; i += direction) {
    const gap = Math.abs((sheetLine[i] ?? 0) - (sheetLine[i - direction] ?? 0)) > 1;
    const unnamed = (indent[i] ?? -1) < 0 && (indent[high] ?? -1) >= 0;
    if (gap || unnamed || (words[i] ?? 0) & Word.plainTotal || isTarget(i) || !addsNothing(view, judged, i)) break;
    more.push(i);
  }
  if (more.length === 0) return judged;
  const longer = Int32Array.from([...parts, ...more]).sort();
  const again = weighSum(view, op, target, longer);
  if (!again || again.hold < evidence.hold || again.against > evidence.against) return judged;
  return { ...judged, candidate: withParts(candidate, longer), evidence: again };
}

function addsNothing(view: AxisView, { candidate }: Judged, i: number): boolean {
  const { lines, value, step, crossStep } = view;
  let some = false;
  for (const line of lines) {
    const v = value[i * step + line * crossStep] ?? NaN;
    const whole = value[candidate.target * step + line * crossStep] ?? NaN;
    if (v !== v || whole !== whole) continue;
    if (v !== 0 || view.axis === 'rows') some = true;
    if (v !== 0 && whole !== v) return false;
  }
  return some;
}
