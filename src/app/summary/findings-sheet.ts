import { firstCell, type Finding } from '../../core/findings/finding';
import { cellName, type Address } from '../../core/grid/address';
import { bookId } from '../../core/grid/place';
import { valueAt } from '../../core/grid/sheet';
import { significant } from '../../core/numbers/decimal';
import { yuanPer, type Unit } from '../../core/numbers/unit';
import type { SheetReading } from '../../core/reading/sheet-reading';
import { reference } from '../../core/summary/references';
import type { SummaryCell, SummaryRow, SummarySheet, SummaryStyle } from '../../core/summary/summary-sheet';
import { displayWidth, spannedHeight } from '../../core/summary/widths';
import { tablePlaceOf } from '../../core/tables/table-place';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';
import type { CheckResult } from '../check-workbook';
import { coverageText, unreadTexts, verdictOf } from '../coverage-text';
import { causeText, problemText, skipText } from '../finding-text';
import { expectedFormula } from './live-formula';
import { makerOf } from './summary-sources';

const COLUMNS = [
  ['number', 5],
  ['level', 9],
  ['sheet', 15],
  ['cell', 8],
  ['message', 52],
  ['cause', 32],
  ['actual', 13],
  ['expected', 13],
  ['difference', 12],
  ['unit', 7],
] as const;
const WIDTHS = COLUMNS.map(([, width]) => width);
const WRAPPED = { message: 52, cause: 32 } as const;

/** 校验结果: the findings sheet by sheet, each with its cell to click, its figures live on the source. */
export function findingsSheet(result: CheckResult, translate: Translator): SummarySheet {
  const { findings } = result.outcome;
  const spanned = (style: SummaryStyle, value: string): SummaryRow => {
    const row = { spanned: true, cells: WIDTHS.map((_, i) => (i === 0 ? { style, value } : { style })) };
    const height = style === 'remark' ? spannedHeight(row, WIDTHS) : undefined;
    return height === undefined ? row : { ...row, height: Math.max(15, height) };
  };
  const rows: SummaryRow[] = [
    { ...spanned('title', translate.text('summary.title.findings')), height: 30 },
    subtitle(result, translate),
    {
      cells: COLUMNS.map(([column]) => ({ style: 'header', value: translate.text(`summary.col.${column}`) })),
      height: 24,
    },
  ];
  const header = rows.length - 1;
  rows.push(...findingRows(findings, rows.length, result, translate));
  const last = rows.length - 1;
  if (findings.length === 0) rows.push(spanned('note', verdictOf(result.outcome, translate).text));
  for (const note of notesOf(result, translate)) rows.push(spanned('remark', note));
  rows.push(spanned('note', translate.text('summary.footer')));
  return {
    id: 'findings',
    name: translate.text('summary.sheet.findings'),
    widths: WIDTHS,
    rows,
    repeatedRows: [0, header],
    frozenRows: header + 1,
    ...(last > header ? { filter: [header, last] as const } : {}),
  };
}

function subtitle({ context, outcome }: CheckResult, translate: Translator): SummaryRow {
  const { asOf } = context;
  const count = (level: string) => outcome.findings.filter((finding) => finding.level === level).length;
  const counts = { errors: count('error'), warnings: count('warning'), hints: count('hint') };
  const said: Readonly<Partial<Record<(typeof COLUMNS)[number][0], string>>> = {
    number: translate.text('summary.maker', { maker: makerOf(context.sheets) }),
    message: `${asOf === undefined ? translate.text('summary.noDate') : translate.text('summary.asOf', { date: asOf })}　${translate.text('summary.counts', counts)}`,
    unit: translate.text('summary.unitsInRows'),
  };
  return {
    cells: COLUMNS.map(([column], i): SummaryCell => {
      const value = said[column];
      if (value === undefined) return { style: 'note' };
      return { style: i === COLUMNS.length - 1 ? 'unit' : 'subtitle', value };
    }),
  };
}

/** What was checked, what could not be read, and what was not checked and why: one line each. */
function notesOf({ outcome }: CheckResult, translate: Translator): string[] {
  const skipped = outcome.skipped.map(
    (skip) => `${skip.rule} ${translate.text(`rule.${skip.rule}` as MessageId)}（${skipText(skip, translate)}）`,
  );
  return [
    coverageText(outcome, translate),
    ...unreadTexts(outcome, translate),
    ...(skipped.length === 0 ? [] : [`${translate.text('summary.notChecked')}${translate.list(skipped)}`]),
  ];
}

/** Sheets in the order of their gravest finding; a sheet with others beside it has a line of its own above its findings. */
function findingRows(
  findings: readonly Finding[],
  first: number,
  result: CheckResult,
  translate: Translator,
): SummaryRow[] {
  const bySheet = new Map<string, Finding[]>();
  for (const finding of findings) {
    const sheet = placeOf(finding, result)?.sheet ?? '';
    const found = bySheet.get(sheet);
    if (found) found.push(finding);
    else bySheet.set(sheet, [finding]);
  }
  const isGrouped = bySheet.size > 1;
  const rows: SummaryRow[] = [];
  let number = 0;
  for (const [sheet, own] of bySheet) {
    if (isGrouped) rows.push(groupRow(sheet, own, translate));
    for (const finding of own) {
      const row = findingRow(finding, ++number, first + rows.length, result, translate);
      rows.push(isGrouped ? { ...row, outline: 1 } : row);
    }
  }
  return rows;
}

function groupRow(sheet: string, findings: readonly Finding[], translate: Translator): SummaryRow {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const counts = { errors: count('error'), warnings: count('warning'), hints: count('hint') };
  const said: Readonly<Partial<Record<(typeof COLUMNS)[number][0], string>>> = {
    sheet: sheet.trim(),
    message: translate.text('summary.counts', counts),
  };
  return {
    height: 20,
    cells: COLUMNS.map(([column]): SummaryCell => {
      const value = said[column];
      return value === undefined ? { style: 'strong' } : { style: 'strong', value };
    }),
  };
}

/** One place, one figure: the cell whose figure does not come out, or the first that the finding is about. */
function placeOf(finding: Finding, { context }: CheckResult): Address | undefined {
  const first = firstCell(finding);
  if (!first || first.book !== bookId(context.workbook)) return first;
  const { relation } = finding;
  return relation ? { sheet: first.sheet, ...relation.target } : first;
}

function findingRow(
  finding: Finding,
  number: number,
  rowIndex: number,
  result: CheckResult,
  translate: Translator,
): SummaryRow {
  const cell = placeOf(finding, result);
  const grade = finding.grade ? translate.text(`grade.${finding.grade}`) : '';
  const message = problemText(finding, translate);
  const cause = causeText(finding, translate) ?? (finding.level === 'error' ? translate.text('summary.noCause') : '');
  const lines = Math.max(
    Math.ceil(displayWidth(message) / WRAPPED.message),
    Math.ceil(displayWidth(cause) / WRAPPED.cause),
  );
  return {
    height: Math.max(20, 16 * lines + 4),
    cells: [
      { style: 'count', value: number },
      { style: finding.level, value: `${grade}${translate.text(`level.${finding.level}`)}` },
      { style: 'text', value: cell?.sheet ?? '' },
      cell
        ? { style: 'link', value: cellName(cell), link: { sheet: cell.sheet, row: cell.row, column: cell.column } }
        : { style: 'text' },
      { style: 'text', value: message },
      { style: 'text', value: cause },
      ...figureCells(finding, result, rowIndex),
    ],
  };
}

/** Ratios are told with three places, amounts and rates with two. */
const LARGEST_RATIO = 10;

function figureCells(finding: Finding, result: CheckResult, rowIndex: number): SummaryCell[] {
  const at = firstCell(finding);
  const reading = result.context.sheets.find(({ sheet }) => sheet.name === at?.sheet);
  const { actual, expected, difference, relation } = finding;
  if (!reading || actual === undefined || expected === undefined || difference === undefined)
    return Array.from({ length: 4 }, (): SummaryCell => ({ style: 'text' }));
  const isIndicator = finding.code.startsWith('I');
  const isRate = isIndicator || relation?.op === 'division' || relation?.op === 'relative_change';
  const style =
    isIndicator && Math.max(Math.abs(actual), Math.abs(expected)) < LARGEST_RATIO ? 'ratio' : ('amount' as const);
  const divisor = isRate ? 1 : tenThousands(reading, finding);
  const scale = scaleOf(reading, finding);
  const actualCell = actualFigure(reading, finding, divisor);
  const formula = relation && expectedFormula(reading.sheet, relation, scale, expected);
  const row = rowIndex + 1;
  return [
    { style, ...actualCell },
    { style, value: expected / divisor, ...(formula === undefined ? {} : { formula: over(formula, divisor) }) },
    { style, value: difference / divisor, formula: `G${row}-H${row}` },
    { style: 'centered', value: isIndicator ? '' : isRate ? (scale === 1 ? '' : '%') : unitOf(reading, finding) },
  ];
}

/** The figure in the sheet, live where the cell holds just that number. */
function actualFigure(reading: SheetReading, finding: Finding, divisor: number): { value: number; formula?: string } {
  const { relation, actual = 0 } = finding;
  const target = relation?.target ?? firstCell(finding);
  const source = target && valueAt(reading.sheet, target.row, target.column);
  if (!target || typeof source !== 'number' || significant(source) !== significant(actual))
    return { value: actual / divisor };
  return { value: source / divisor, formula: over(reference(reading.sheet.name, target), divisor) };
}

function over(formula: string, divisor: number): string {
  return divisor === 1
    ? formula
    : /[-+]/.test(formula.replace(/'[^']*'/g, ''))
      ? `(${formula})/${divisor}`
      : `${formula}/${divisor}`;
}

/** What turns the amounts of the finding's table into 万元. */
function tenThousands(reading: SheetReading, finding: Finding): number {
  const unit = tableUnit(reading, finding);
  return unit === undefined ? 1 : 10_000 / yuanPer(unit);
}

function tableUnit(reading: SheetReading, finding: Finding): Unit | undefined {
  const at = finding.relation?.target ?? firstCell(finding);
  return at && tablePlaceOf(reading.tables, at).table?.unit;
}

function unitOf(reading: SheetReading, finding: Finding): string {
  return tableUnit(reading, finding) === undefined ? '' : '万元';
}

/** 100 where the rate is printed as 0–100. */
function scaleOf(reading: SheetReading, { relation }: Finding): number {
  if (!relation || (relation.op !== 'division' && relation.op !== 'relative_change')) return 1;
  const fault = reading.faults.find(({ relations }) =>
    relations.some(({ target }) => target.row === relation.target.row && target.column === relation.target.column),
  );
  return fault?.scale ?? 1;
}
