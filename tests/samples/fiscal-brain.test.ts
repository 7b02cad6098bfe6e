import { join } from 'node:path';
import { computeIndicators } from '../../src/app/indicators';
import { falseFindings, isFound, plantedOutcomes } from '../bench/fiscal/planted';
import { recognition } from '../bench/fiscal/recognition';
import { sampleCounty, type Sample } from '../bench/fiscal/sample-county';

/** The measures of `npm run bench:fiscal`, held so that they cannot slip unseen. */
let county: readonly Sample[];
beforeAll(async () => {
  county = await sampleCounty(join(__dirname, '../../assets/samples'));
});

test('every table of the county is read for what it is: kind, unit, period, columns', () => {
  expect(recognition(county).misses).toEqual([]);
});

test('of the 148 indicators those that the county has figures for are computed, the others say what they lack', async () => {
  const all = await computeIndicators(county.map(({ name, clean }) => ({ file: `${name}.xlsx`, workbook: clean })));
  const computed = all.filter(({ computed: outcome }) => outcome !== undefined);
  expect(computed.length).toBeGreaterThanOrEqual(140);
  for (const one of all)
    expect([
      one.id,
      one.computed !== undefined || one.missing.length > 0 || one.noFormula || one.notApplicable,
    ]).toEqual([one.id, true]);
});

test('what was planted is found', async () => {
  const outcomes = await plantedOutcomes(county);
  expect(outcomes.length).toBeGreaterThanOrEqual(120);
  expect(outcomes.filter(isFound).length / outcomes.length).toBeGreaterThanOrEqual(0.98);
});

test('the clean workbooks have no error, also checked together', async () => {
  const errors: string[] = [];
  for (const sample of county)
    errors.push(
      ...(await falseFindings(sample, county))
        .filter(({ level }) => level === 'error')
        .map(({ code, sheet, message }) => `${sample.name} ${sheet} ${code} ${message}`),
    );
  expect(errors).toEqual([]);
});
