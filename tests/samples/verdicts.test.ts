import { join } from 'node:path';
import { computeIndicators } from '../../src/app/indicators';
import type { Evaluated } from '../../src/core/fiscal/indicators/evaluate';
import type { Computed } from '../../src/core/fiscal/indicators/indicator';
import { sampleCounty, type Sample } from '../bench/fiscal/sample-county';

let county: readonly Sample[];
beforeAll(async () => {
  county = await sampleCounty(join(__dirname, '../../assets/samples'));
});

/** What a reader of value and target would say, to the rounding of the target; undefined: the two do not tell. */
function misses({ value, target }: Computed): boolean | undefined {
  if (typeof value !== 'number' || !target) return undefined;
  const { bound = NaN, low = NaN, high = NaN, slack = NaN, held } = target.numbers;
  const close = 0.006;
  switch (target.id) {
    case 'atMost':
      return value > bound + close;
    case 'atLeast':
      return value < bound - close;
    case 'below':
      return value >= bound + close;
    case 'between':
      return value < low - close || value > high + close;
    case 'none':
      return value !== 0;
    // Both are printed in half a 万元 or finer.
    case 'tie':
      return Math.abs(value - bound) > 1 + close;
    case 'onSchedule':
      return value < bound - slack - close;
    case 'begun':
    case 'transferBegun':
      return value <= 0;
    case 'explained':
      return value > bound + close;
    case 'shareAtMost':
      return held !== undefined && held > bound + close;
    case 'declineAtMost':
      return held !== undefined && -held > bound + close;
    default:
      return undefined;
  }
}

const untrue = (all: readonly Evaluated[]): unknown[] =>
  all.flatMap(({ id, computed }) =>
    computed?.verdict === 'pass' && misses(computed) === true ? [{ id, ...computed, cells: [] }] : [],
  );

test('a target that is missed is never normal, in clean and in dirty workbooks', async () => {
  for (const which of ['clean', 'dirty'] as const) {
    const together = await computeIndicators(
      county.map((sample) => ({ file: `${sample.name}.xlsx`, workbook: sample[which] })),
    );
    expect([which, untrue(together)]).toEqual([which, []]);
    for (const sample of county)
      expect([sample.name, untrue(await computeIndicators([{ file: 'a.xlsx', workbook: sample[which] }]))]).toEqual([
        sample.name,
        [],
      ]);
  }
});
