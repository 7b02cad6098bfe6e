import { FIGURES } from './weights';
/**
 * Binary noise of adding and dividing doubles, relative to the figures (at least to 1). It only keeps
 * 0.1 + 0.2 from differing from 0.3: what rounding may excuse comes from the places printed.
 */
export const NOISE = FIGURES.noise;

export function noiseOf(value: number): number {
  return NOISE * Math.max(1, Math.abs(value));
}
