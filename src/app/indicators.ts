import { cellName } from '../core/grid/address';
import type { Workbook } from '../core/grid/sheet';
import { latestPeriodEnd, userSheets } from '../core/check/read-workbook';
import type { CheckContext } from '../core/check/rule';
import { evaluateIndicators, type Evaluated } from '../core/fiscal/indicators/evaluate';
import type { Computed, MissingMeasure } from '../core/fiscal/indicators/indicator';
import { indexMeasures, MeasureIndex, type MeasuredSheet } from '../core/fiscal/measures';
import { SUBJECTS } from '../core/fiscal/subjects';
import { treasurySeries } from '../core/fiscal/treasury-series';
import { roundHalfUp } from '../core/numbers/decimal';
import { readTables } from '../core/tables/read-tables';
import { isMessageId, type Translator } from '../messages';

/** A workbook with the name that its cells are reported under. */
export interface NamedWorkbook {
  readonly file: string;
  readonly workbook: Workbook;
}

/** Several workbooks are one set of measures. */
export function computeIndicators(workbooks: readonly NamedWorkbook[], asOf?: string): Evaluated[] {
  const sheets: MeasuredSheet[] = workbooks.flatMap(({ file, workbook }) => userSheets(workbook).map((sheet) => ({ file, sheet, tables: readTables(sheet, workbook) })));
  return evaluateSheets(sheets, asOf);
}

/** The indicators of a workbook that has been checked. */
export function indicatorsOf({ sheets, asOf }: CheckContext): Evaluated[] {
  return evaluateSheets(sheets.map(({ sheet, tables }) => ({ file: '', sheet, tables })), asOf);
}

function evaluateSheets(sheets: readonly MeasuredSheet[], asOf: string | undefined): Evaluated[] {
  const treasury = sheets.flatMap((one) => treasurySeries([one]).map((series) => ({ ...series, file: one.file })));
  return evaluateIndicators({
    measures: new MeasureIndex(indexMeasures(sheets)),
    treasury,
    asOf: asOf ?? latestPeriodEnd(sheets),
  });
}

/** An indicator as the command line prints it. */
export interface PlainIndicator {
  readonly id: string;
  readonly name: string;
  readonly value: number | string | null;
  readonly unit: string;
  readonly verdict: 'pass' | 'warn' | 'fail' | 'not_computed';
  readonly grade?: string;
  readonly target: string | null;
  readonly source: { readonly document: string; readonly article?: string; readonly verified: boolean } | null;
  readonly cells: readonly { readonly file: string; readonly sheet: string; readonly cell: string }[];
  readonly missing: readonly string[];
}

export function plainIndicator(indicator: Evaluated, translate: Translator): PlainIndicator {
  const { id, name, unit, computed } = indicator;
  if (!computed) return { id, name, value: null, unit, verdict: 'not_computed', target: null, source: null, cells: [], missing: missingTexts(indicator, translate) };
  const { value, verdict, grade, target, source, cells } = computed;
  return {
    id,
    name,
    value: typeof value === 'number' ? roundHalfUp(value, 4) : value,
    unit,
    verdict,
    ...(grade ? { grade } : {}),
    target: target ? targetText(target, translate) : null,
    source: source ?? null,
    cells: cells.map(({ file, sheet, row, column }) => ({ file, sheet, cell: cellName({ row, column }) })),
    missing: [],
  };
}

/** The bound of an indicator in words: 不高于 30. */
export function targetText({ id, numbers }: NonNullable<Computed['target']>, translate: Translator): string {
  const message = `indicator.target.${id}`;
  return isMessageId(message) ? translate.text(message, numbers) : id;
}

function missingTexts({ missing, noFormula, tables }: Evaluated, translate: Translator): string[] {
  if (noFormula) return [translate.text('indicator.missing.noFormula', { tables })];
  if (missing.length === 0) return [translate.text('indicator.missing.notApplicable')];
  return missing.map((measure) => missingText(measure, translate));
}

function missingText({ subject, phase }: MissingMeasure, translate: Translator): string {
  if (subject === 'treasury') return translate.text('indicator.missing.treasury');
  const name = SUBJECTS.find(({ id }) => id === subject)?.names[0] ?? subject;
  return translate.text('indicator.missing.measure', { subject: name, phase: translate.text(`phase.${phase}`) });
}
