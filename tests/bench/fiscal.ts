/**
 * `npm run bench:fiscal`: how much of the sample county is recognised, computed and found, what is
 * wrongly found in its clean workbooks, and what is found in real ones. Prints; asserts nothing.
 */
import { join } from 'node:path';
import { computeIndicators, indicatorName } from '../../src/app/indicators';
import { translator } from '../../src/messages/translator';
import type { PlainFinding } from '../../src/app/plain-findings';
import { acceptable, falseFindings, isFound, plantedOutcomes } from './fiscal/planted';
import { checkReal, realFiles } from './fiscal/real-files';
import { recognition } from './fiscal/recognition';
import { sampleCounty, type Sample } from './fiscal/sample-county';

const LEVELS = ['error', 'warning', 'hint'] as const;

function benchRecognition(county: readonly Sample[]): void {
  const { right, of, misses } = recognition(county);
  console.log(`tables of ${county.length} clean workbooks`);
  for (const aspect of ['kind', 'unit', 'period', 'columns'] as const)
    console.log(`  ${aspect.padEnd(8)} ${String(right[aspect]).padStart(4)} of ${of[aspect]}`);
  listed('misread', misses);
}

async function benchIndicators(county: readonly Sample[]): Promise<void> {
  const all = await computeIndicators(county.map(({ name, clean }) => ({ file: `${name}.xlsx`, workbook: clean })));
  const missing = all.filter(({ computed }) => !computed);
  console.log(`indicators: ${all.length - missing.length} of ${all.length} computed from all clean workbooks`);
  listed(
    'not computed',
    missing.map(({ id }) => `${id} ${indicatorName(id, translator('zh-CN'))}`),
  );
}

async function benchPlanted(county: readonly Sample[]): Promise<void> {
  const outcomes = await plantedOutcomes(county);
  console.log('planted errors     n  found  by any rule');
  const rules = [...new Set(outcomes.map(({ planted }) => acceptable(planted)[0] ?? ''))].sort();
  const line = (name: string, some: typeof outcomes) =>
    console.log(
      `  ${name.padEnd(12)} ${String(some.length).padStart(5)}  ${String(some.filter(isFound).length).padStart(5)}  ${String(some.filter(({ told }) => told.length > 0).length).padStart(11)}`,
    );
  for (const rule of rules)
    line(
      rule,
      outcomes.filter(({ planted }) => acceptable(planted)[0] === rule),
    );
  line('all', outcomes);
  listed(
    'missed',
    outcomes
      .filter((outcome) => !isFound(outcome))
      .map(
        ({ sample, planted, told }) =>
          `${acceptable(planted).join('|')} ${planted.kind}: ${sample} ${planted.sheet.trim()} ${JSON.stringify(planted.cells[0])} ${String(planted.was)} → ${String(planted.is)}${told.length > 0 ? ` (told as ${told.join(', ')})` : ''}`,
      ),
  );
}

async function benchClean(county: readonly Sample[]): Promise<void> {
  const found: { sample: string; finding: PlainFinding }[] = [];
  for (const sample of county)
    found.push(...(await falseFindings(sample, county)).map((finding) => ({ sample: sample.name, finding })));
  console.log(
    `false findings in the clean workbooks: ${LEVELS.map((level) => `${found.filter(({ finding }) => finding.level === level).length} ${level}`).join(', ')}`,
  );
  listed(
    '',
    found.map(
      ({ sample, finding }) => `${finding.level} ${finding.code} ${sample} ${finding.sheet.trim()}: ${finding.message}`,
    ),
  );
}

async function benchReal(): Promise<void> {
  const files = realFiles();
  if (files.length === 0) return console.log('skipped: ../shared is not there, so no real table was checked');
  console.log('real tables                                   sheets  error  warning  hint');
  for (const file of files) {
    const { name, sheets, findings, unread } = await checkReal(file);
    const counts = LEVELS.map((level) => findings.filter((finding) => finding.level === level).length);
    console.log(
      `  ${name.padEnd(42)} ${unread === undefined ? `${String(sheets).padStart(8)}${counts.map((count) => String(count).padStart(7)).join('')}` : `not read: ${unread}`}`,
    );
    for (const { code, sheet, message } of findings.filter(({ level }) => level === 'error'))
      console.log(`      ${code} ${sheet}: ${message.slice(0, 150)}`);
  }
}

function listed(title: string, lines: readonly string[]): void {
  if (lines.length > 0 && title !== '') console.log(`  ${title}:`);
  for (const line of lines) console.log(`    ${line}`);
}

const county = await sampleCounty(join(import.meta.dirname, '../../assets/samples'));
benchRecognition(county);
await benchIndicators(county);
await benchPlanted(county);
await benchClean(county);
await benchReal();
