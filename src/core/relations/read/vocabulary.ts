import { READING } from '../weights';
/** The words of row and column labels that speak for or against a kind of relation. */

const TOTAL =
  /\b(total|totals|subtotal|sub-total|sum|all|overall|gross|grand|whole|both|net|totalt|yhteensä|insgesamt|gesamt|ensemble)\b|合计|总计|小计|共计|总|sexes/i;
const PLAIN_TOTAL = /\b(total|average|avg)\b|合计|总计|小计|平均/i;
const AVERAGE = /\b(average|avg|mean|ave)\b|平均|均值|人均/i;
const RATIO = /%|percent|per cent|share|ratio|rate|proportion|\bper\b|比|率|占|进度|增幅|增速|幅度|％/i;
const CHANGE = /change|growth|increase|variation|var\b|增|同比|环比|减/i;
const DIFFERENCE =
  /differ|balance|net|surplus|deficit|change|increase|variance|profit|less|excess|remaining|差|增减|结余|结转|余额|净|超|短/i;

/** Part of the row above it: no part beside it. */
const OF_WHICH = /^\s*(其中|of which|including)/i;

/** Bits of {@link wordsIn}. */
export const Word = { total: 1, plainTotal: 2, average: 4, ratio: 8, change: 16, difference: 32, ofWhich: 64 } as const;

const CACHE = new Map<string, number>();

/** Which kinds of relation a label speaks of, as bits of {@link Word}. */
export function wordsIn(label: string): number {
  if (label === '') return 0;
  const known = CACHE.get(label);
  if (known !== undefined) return known;
  const words =
    (TOTAL.test(label) ? Word.total : 0) |
    (PLAIN_TOTAL.test(label) ? Word.plainTotal : 0) |
    (AVERAGE.test(label) ? Word.average : 0) |
    (RATIO.test(label) ? Word.ratio : 0) |
    (CHANGE.test(label) ? Word.change : 0) |
    (DIFFERENCE.test(label) ? Word.difference : 0) |
    (OF_WHICH.test(label) ? Word.ofWhich : 0);
  // Bounded, so that a long-running pane cannot grow it without end.
  if (CACHE.size > READING.cachedLabels) CACHE.clear();
  CACHE.set(label, words);
  return words;
}
