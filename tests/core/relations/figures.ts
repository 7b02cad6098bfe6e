/** Deterministic figures of four digits or so. */
export function figures(count: number, seed = 7): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 10 + (state % 9000);
  });
}
