import { keptCorrections } from './kept/kept-in-workbook';
import { cellName } from '../core/grid/address';
import type { Workbook } from '../core/grid/sheet';
import { latestPeriodEnd } from '../core/reading/as-of';
import { companionOf } from '../core/reading/read-sheet';
import { indicatorBasis } from '../core/reading/dossier';
import { isUnsupported, type IndicatorId } from '../core/fiscal/indicators/catalogue';
import { evaluateIndicators, withChecks, type Evaluated } from '../core/fiscal/indicators/evaluate';
import { COUNTED_RULES } from '../core/fiscal/indicators/formulas/counts';
import type { CalibreId, CheckCount, Checks, MissingMeasure, Target } from '../core/fiscal/indicators/indicator';
import { SUBJECTS } from '../core/fiscal/subjects';
import { ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import type { MessageId } from '../messages/message-id';
import type { Translator } from '../messages/translator';
import { checkWorkbook, type CheckOptions, type CheckResult } from './check-workbook';

/** A workbook with the name that its cells are reported under. */
export interface NamedWorkbook {
  readonly file: string;
  readonly workbook: Workbook;
}

/** Several workbooks are one set of measures. */
export async function computeIndicators(
  workbooks: readonly NamedWorkbook[],
  options: Pick<CheckOptions, 'asOf' | 'pack' | 'corrections'> = {},
): Promise<readonly Evaluated[]> {
  const named = workbooks.map(({ file, workbook }) => ({ ...workbook, id: file }));
  const companions = named.map((workbook) => companionOf(workbook, options.corrections ?? keptCorrections(workbook)));
  const results: CheckResult[] = [];
  for (const [i, workbook] of named.entries())
    results.push(
      await checkWorkbook(workbook, {
        ...options,
        rules: COUNTED_RULES,
        companions: companions.filter((_, other) => other !== i),
      }),
    );
  const [first] = results;
  if (!first) return [];
  const books = results.map(({ context }) => context);
  const asOf = options.asOf ?? latestPeriodEnd(books.flatMap(({ sheets }) => sheets));
  const basis = indicatorBasis(books, first.context.pack, asOf);
  return withChecks(evaluateIndicators(basis), basis, countsOf(results));
}

/** The indicators of a workbook that has been checked: those that its rules judged by, and what the rules counted. */
export function indicatorsOf(result: CheckResult): readonly Evaluated[] {
  const { indicators, basis } = result.context;
  return withChecks(indicators, basis, countsOf([result]));
}

/** How each rule came out over all workbooks; one that was skipped in all of them is left out. */
function countsOf(results: readonly CheckResult[]): Checks {
  const counts = new Map<string, CheckCount>();
  for (const { outcome } of results) {
    const skipped = new Set(outcome.skipped.map(({ rule }) => rule));
    for (const { rule, passed, found } of outcome.rules) {
      if (skipped.has(rule) || passed + found === 0) continue;
      const before = counts.get(rule) ?? { passed: 0, found: 0 };
      counts.set(rule, { passed: before.passed + passed, found: before.found + found });
    }
  }
  return counts;
}

/** An indicator as the command line prints it. */
export interface PlainIndicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly value: number | string | null;
  readonly unit: string;
  readonly verdict: 'pass' | 'warn' | 'fail' | 'not_computed';
  readonly grade?: string;
  readonly target: string | null;
  readonly source: { readonly document: string; readonly article?: string; readonly verified: boolean } | null;
  readonly cells: readonly { readonly file: string; readonly sheet: string; readonly cell: string }[];
  readonly missing: readonly string[];
  /** The definition in use, where several are: 月末库款余额 ÷ 年内月均流出 (K1). */
  readonly calibre?: string;
}

export function plainIndicator(indicator: Evaluated, translate: Translator): PlainIndicator {
  const { id, unit, computed } = indicator;
  const name = indicatorName(id, translate);
  if (!computed)
    return {
      id,
      name,
      value: null,
      unit,
      verdict: 'not_computed',
      target: null,
      source: null,
      cells: [],
      missing: missingTexts(indicator, translate),
    };
  const { value, verdict, grade, target, source, cells, calibre } = computed;
  return {
    id,
    name,
    value: typeof value === 'number' ? roundHalfUp(value, 4) : value,
    unit,
    verdict,
    ...(grade ? { grade } : {}),
    target: target ? targetText(target, translate) : null,
    source: source ?? null,
    cells: cells.map(({ book, sheet, row, column }) => ({ file: book, sheet, cell: cellName({ row, column }) })),
    missing: [],
    ...(calibre === undefined ? {} : { calibre: calibreText(calibre, translate) }),
  };
}

export function indicatorName(id: IndicatorId, translate: Translator): string {
  return translate.text(`indicator.name.${id}`);
}

export function calibreText(calibre: CalibreId, translate: Translator): string {
  return translate.text(`calibre.${calibre}`);
}

/** The bound of an indicator in words: 不高于 30. */
export function targetText({ id, numbers }: Target, translate: Translator): string {
  const said = Object.entries(numbers).map(([name, value]) => [name, numberText(value, translate)]);
  return translate.text<MessageId>(`indicator.target.${id}`, Object.fromEntries(said));
}

/** Large amounts are read by their groups of figures. */
function numberText(value: number, translate: Translator): number | string {
  return Math.abs(value) >= 1000 ? translate.amount(value, Math.min(2, ownDecimals(value))) : value;
}

export function missingTexts({ id, missing }: Evaluated, translate: Translator): string[] {
  if (isUnsupported(id)) return [translate.text(`indicator.unsupported.${id}`)];
  if (missing.length === 0) return [translate.text('indicator.missing.notApplicable')];
  return missing.map((measure) => missingText(measure, translate));
}

function missingText(missing: MissingMeasure, translate: Translator): string {
  if ('table' in missing) {
    const item = translate.text<MessageId>(`indicator.item.${missing.item}`, missing.numbers);
    return missing.table === ''
      ? item
      : translate.text('indicator.missing.item', { table: translate.text(`kind.${missing.table}`), item });
  }
  const { subject, phase } = missing;
  const name = SUBJECTS.find(({ id }) => id === subject)?.names[0] ?? subject;
  return translate.text('indicator.missing.measure', { subject: name, phase: translate.text(`phase.${phase}`) });
}
