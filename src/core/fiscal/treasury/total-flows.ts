/** All that came into the treasury or went out of it: 流出小计, 减少 | 合计, of which 债务还本 is a part. */
const TOTALS = [
  ['inflow', /(?:流入|增加)\|?(?:小计|合计|总计|总额)(?![^|]*\|)|(?:小计|合计|总)流入(?![^|]*\|)/],
  ['outflow', /(?:流出|减少)\|?(?:小计|合计|总计|总额)(?![^|]*\|)|(?:小计|合计|总)流出(?![^|]*\|)/],
] as const;

/** Which way a row or a column flows that says it is all of that; undefined: it says no such thing. */
export function totalFlow(text: string): 'inflow' | 'outflow' | undefined {
  return TOTALS.find(([, words]) => words.test(text))?.[0];
}
