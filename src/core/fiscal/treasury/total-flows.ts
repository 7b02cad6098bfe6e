/** All that came into the treasury or went out of it: 流出小计, 减少 | 合计, 支出小计 of a treasury table, of which 债务还本 is a part. */
const OF_TREASURY = String.raw`(?:^|\|)(?:[本当]月|库款|国库)?`;
const WHOLE = String.raw`\|?(?:小计|合计|总计)$`;

const TOTALS = [
  ['inflow', /(?:流入|增加)\|?(?:小计|合计|总计|总额)(?![^|]*\|)|(?:小计|合计|总)流入(?![^|]*\|)/],
  ['inflow', new RegExp(`${OF_TREASURY}收入${WHOLE}`)],
  ['outflow', /(?:流出|减少)\|?(?:小计|合计|总计|总额)(?![^|]*\|)|(?:小计|合计|总)流出(?![^|]*\|)/],
  ['outflow', new RegExp(`${OF_TREASURY}支出${WHOLE}`)],
] as const;

/** Which way a row or a column flows that says it is all of that; undefined: it says no such thing. */
export function totalFlow(text: string): 'inflow' | 'outflow' | undefined {
  return TOTALS.find(([, words]) => words.test(text))?.[0];
}
