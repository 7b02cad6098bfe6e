import { ownDecimals } from '../numbers/decimal';
import { halfUnit } from '../numbers/interval';

/** Binary noise of a chain of doubles, relative to the largest figure in it; no tolerance of amounts. */
const NOISE = 1e-11;

/** Whether two results differ by no more than the noise of computing them. `size` is the largest figure that went in. */
function isNoise(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= NOISE * Math.max(1, size, Math.abs(a), Math.abs(b));
}

/** Whether a figure is the result cut to as many decimals as it has: typed from a print, or stored "as displayed". */
export function isRoundingOf(figure: number, result: number, size: number): boolean {
  return isNoise(figure, result, size) || Math.abs(figure - result) <= halfUnit(ownDecimals(figure)) * (1 + NOISE);
}
