import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/app/check-workbook';
import type { Rule } from '../../src/core/findings/rule';
import { companionOf } from '../../src/core/reading/read-sheet';
import { RULES } from '../../src/rules';
import { workbooksOf } from '../support/text-table';

/**
 * What each rule promises: the sheets it sees, its levels, its message ids (those joined by = are degrees of one
 * thing), how many things it passes and finds in the two examples of its page, and why it is skipped where a workbook
 * has nothing for it.
 */
const CONTRACTS = `
  A101 total-of-parts | sheet | error warning | broken worded signs units | valid 1+0 | invalid 5+1 | never skipped
  A102 growth-rate | sheet | error | broken | valid 0+0 | invalid 0+1 | never skipped
  A103 completion-rate | sheet | error | broken | valid 0+0 | invalid 0+1 | never skipped
  A104 increase | sheet | error | broken | valid 3+0 | invalid 3+1 | never skipped
  A105 average | sheet | error | broken | valid 6+0 | invalid 5+1 | never skipped
  A106 share | sheet | error | broken | valid 5+0 | invalid 4+1 | never skipped
  A107 of-which | sheet | error | exceeds | valid 2+0 | invalid 1+1 | never skipped
  A108 out-of-scale | sheet | error warning | same alike percent | valid 18+0 | invalid 17+1 | never skipped
  F201 unlike-neighbours | sheet | warning hint | differs=same=unknown | valid 7+0 | invalid 7+1 | noFormulas
  F202 typed-over | sheet | error warning hint | differs=same=unknown | valid 4+0 | invalid 6+1 | never skipped
  F203 sum-stops-short | sheet | warning hint | misses | valid 6+0 | invalid 3+1 | never skipped
  F204 subtotal-twice | sheet | error hint | twice | valid 2+0 | invalid 6+1 | never skipped
  F205 off-by-one | sheet | error warning hint | differs=same=unknown | valid 7+0 | invalid 7+1 | never skipped
  F206 mixed-reference | sheet | warning hint | differs=same | valid 5+0 | invalid 7+1 | never skipped
  F207 reference-to-blank | sheet | hint | blank | valid 2+0 | invalid 3+1 | never skipped
  F208 reference-to-text | sheet | error warning hint | failed=hidden | valid 3+0 | invalid 3+1 | never skipped
  F209 error-value | sheet | error warning hint | formula typed | valid 3+0 | invalid 6+1 | never skipped
  F210 number-as-text | sheet | hint | text | valid 0+0 | invalid 0+1 | never skipped
  F211 stale-result | sheet | warning hint | stale uncalculated | valid 2+0 | invalid 3+1 | never skipped
  T301 cash-roll-forward | sheet | error | within chain running | valid 5+0 | invalid 3+2 | noRollForward
  T302 two-sided-balance | set | error | broken twins | valid 1+0 | invalid 0+1 | noTwoSidedTable
  T303 two-sources | set | error warning | wholeTable growth differs=doubtful=unitSlip | valid 3+0 | invalid 2+1 | noSecondSource
  T304 tax-and-non-tax | set | error | broken | valid 1+0 | invalid 0+1 | noTaxAndNonTax
  T305 month-of-totals | set | error | broken before | valid 5+0 | invalid 4+1 | noLastMonth
  T306 prior-year | set | warning | broken | valid 5+0 | invalid 4+1 | noLastYear
  T307 opening-balance | set | error | broken | valid 3+0 | invalid 2+1 | noEarlierBalance
  T308 due-and-paid | sheet | error | differs | valid 3+0 | invalid 2+1 | noDueAndPaid
  T309 roster-sum | set | error | differs twoSums | valid 1+0 | invalid 0+1 | noRosterSum
  T310 persons-times-standard | sheet | error | differs | valid 3+0 | invalid 2+1 | noPersonsAndStandard
  T311 yearly-and-monthly | sheet | hint | differs | valid 3+0 | invalid 2+1 | noStandards
  T312 disposal-income | set | error | differs | valid 1+0 | invalid 0+1 | noDisposalIncome
  T313 unexplained-remainder | sheet | hint | remainder | valid 1+0 | invalid 0+1 | noCounts
  T314 code-and-name | sheet | error hint | disagree former outOfOrder | valid 3+0 | invalid 2+1 | noCodes
  T315 disposed-before-approved | sheet | warning | early | valid 2+0 | invalid 1+1 | noDisposals
  T316 overdue-balance | sheet | warning | overdue | valid 2+0 | invalid 1+1 | noDay
  T317 id-check-digit | sheet | warning | digit birthday length | valid 3+0 | invalid 2+1 | noRoster
  T318 person-twice | sheet | warning | twice | valid 3+0 | invalid 2+1 | noRoster
  T319 age-and-id | sheet | warning | tooYoung age | valid 3+0 | invalid 2+1 | noAges
  T320 over-budget | sheet | warning error | over overMany noBase noPrior | valid 5+0 | invalid 2+1 | noBudgets
  T321 period-disagrees | set | warning | within amongSheets | valid 1+0 | invalid 0+1 | noPeriods
  T322 list-and-summary | set | error | sum count own | valid 6+0 | invalid 5+1 | noListAndSummary
  T323 standard-of-kind | sheet | error | kind month | valid 9+0 | invalid 8+1 | noKindsAndStandards
  T324 key-twice | sheet | warning | twice | valid 10+0 | invalid 9+1 | noKeys
  T325 three-public-raised | sheet | warning | spent planned | valid 6+0 | invalid 5+1 | noThreePublic
  T326 repaid-above-borrowed | sheet | error | above | valid 5+0 | invalid 4+1 | noRepaid
  T327 whole-below-part | set | error | below | valid 2+0 | invalid 1+1 | noWholes
  T328 split-purchases | sheet | warning | split | valid 4+0 | invalid 3+1 | noPurchases
  T329 month-series | sheet | error warning | cumulative daily january opening growth | valid 6+0 | invalid 4+2 | noMonthSeries
  T330 same-figures | set | error warning | differs told exchanged | valid 5+0 | invalid 4+1 | noSameFigures
  T331 date-order | sheet | error warning | term turn named=learned | valid 6+0 | invalid 5+1 | noDatePairs
  T332 beyond-its-whole | sheet | error warning | beyond | valid 6+0 | invalid 5+1 | noBoundPairs
  T333 told-in-cells | set | error warning | differs computes exchanged | valid 2+0 | invalid 1+1 | noSentences
  T334 debt-service | set | warning | differs ledgers | valid 1+0 | invalid 0+1 | noDebtService
  I401 treasury-coverage | sheet | error warning hint | high misprinted otherDefinition status obsolete alarm=monthsBelow=low=printedLow=earlier | valid 1+0 | invalid 0+1 | noTreasuryTable
  I402 beyond-band | set | warning hint | beyond | valid 4+0 | invalid 3+1 | noIndicators
  I403 behind-schedule | set | warning | half=behind | valid 1+0 | invalid 0+1 | noProgress
  I404 near-threshold | sheet | hint | below above many | valid 3+0 | invalid 2+1 | noFirms
  I405 held-back | set | warning | heldBack | valid 1+0 | invalid 0+1 | noCashAndSpending
  I406 debt-due | sheet | warning | short | valid 2+0 | invalid 1+1 | noDay
  I407 unit-behind | sheet | warning | behind=nothing=half | valid 3+0 | invalid 2+1 | noUnits
  I408 lines-behind | sheet | hint | spending taxes | valid 1+0 | invalid 0+1 | noLines
`;

const lines = CONTRACTS.trim()
  .split('\n')
  .map((line) => line.trim());

test.each(RULES.map((rule) => [rule.code, rule] as const))('%s', async (code, rule) => {
  expect(await contractOf(rule)).toBe(lines.find((line) => line.startsWith(`${code} `)));
});

test('no line is of a rule that is gone', () => {
  expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(RULES.map(({ code }) => code));
});

async function contractOf({ code, name, reach, levels, messageIds, degrees = [] }: Rule): Promise<string> {
  const page = readFileSync(join(__dirname, `../../docs/rules/${code}-${name}.md`), 'utf8');
  const example = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
  const { why } = await judged(code, '说明文字');
  const ids = [...messageIds.filter((id) => !degrees.flat().includes(id)), ...degrees.map((group) => group.join('='))];
  const counts = await Promise.all(
    ['valid', 'invalid'].map(async (kind) => {
      const { passed, found } = await judged(code, example(kind));
      return `${kind} ${passed}+${found}`;
    }),
  );
  return [`${code} ${name}`, reach, levels.join(' '), ids.join(' '), ...counts, why ?? 'never skipped'].join(' | ');
}

async function judged(code: string, table: string): Promise<{ passed: number; found: number; why?: string }> {
  const [workbook, ...others] = workbooksOf(table);
  if (!workbook) throw new RangeError('no workbook');
  const { outcome } = await checkWorkbook(workbook, {
    rules: [code],
    companions: others.map((other) => companionOf(other)),
  });
  const [rule] = outcome.rules;
  const [skip] = outcome.skipped;
  return { passed: rule?.passed ?? NaN, found: rule?.found ?? NaN, ...(skip ? { why: skip.why } : {}) };
}
