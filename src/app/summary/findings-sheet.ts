import { firstCell, type Finding } from '../../core/findings/finding';
import { cellName } from '../../core/grid/address';
import { tablePlaceOf } from '../../core/tables/table-place';
import { significant } from '../../core/numbers/decimal';
import type { SheetReading } from '../../core/reading/sheet-reading';
import { yuanPer, type Unit } from '../../core/numbers/unit';
import { coverageText, unreadTexts, verdictOf } from '../coverage-text';
import type { SummaryCell, SummaryRow, SummarySheet } from '../../core/summary/summary-sheet';
import { valueAt } from '../../core/grid/sheet';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';
import type { CheckResult } from '../check-workbook';
import { findingText, skipText } from '../finding-text';
import { expectedFormula } from './live-formula';
import { reference } from '../../core/summary/references';

const WIDTHS = [5, 8, 16, 8, 62, 15, 15, 14] as const;

/** 校验结果: every finding with its cell to click, its figures live on the source. */
export function findingsSheet(result: CheckResult, translate: Translator): SummarySheet {
  const { findings, skipped } = result.outcome;
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  const line = (style: SummaryCell['style'], value: string): SummaryRow => ({
    spanned: true,
    cells: spannedCells(style, value),
  });
  const asOf = result.context.asOf;
  const rows: SummaryRow[] = [
    { ...line('title', translate.text('summary.title.findings')), height: 30 },
    {
      cells: [
        {
          style: 'subtitle',
          value: asOf === undefined ? translate.text('summary.noDate') : translate.text('summary.asOf', { date: asOf }),
        },
        ...Array.from({ length: 3 }, (): SummaryCell => ({ style: 'note' })),
        {
          style: 'note',
          value: translate.text('summary.counts', {
            errors: count('error'),
            warnings: count('warning'),
            hints: count('hint'),
          }),
        },
        { style: 'note' },
        { style: 'note' },
        { style: 'unit', value: translate.text('summary.unit') },
      ],
    },
    {
      cells: (['number', 'level', 'sheet', 'cell', 'message', 'actual', 'expected', 'difference'] as const).map(
        (column) => ({ style: 'header', value: translate.text(`summary.col.${column}`) }),
      ),
      height: 24,
    },
  ];
  findings.forEach((finding, i) => rows.push(findingRow(finding, i + 1, rows.length, result, translate)));
  if (findings.length === 0) rows.push(line('note', verdictOf(result.outcome, translate).text));
  rows.push(line('note', coverageText(result.outcome, translate)));
  for (const unread of unreadTexts(result.outcome, translate)) rows.push(line('note', unread));
  if (skipped.length > 0) {
    rows.push(line('note', translate.text('summary.notChecked')));
    for (const skip of skipped)
      rows.push(
        line('note', `${skip.rule} ${translate.text(`rule.${skip.rule}` as MessageId)}：${skipText(skip, translate)}`),
      );
  }
  rows.push(line('note', translate.text('summary.footer')));
  return {
    id: 'findings',
    name: translate.text('summary.sheet.findings'),
    widths: WIDTHS,
    rows,
    repeatedRows: [0, 2],
    frozenRows: 3,
  };
}

function spannedCells(style: SummaryCell['style'], value: string): SummaryCell[] {
  return WIDTHS.map((_, i) => (i === 0 ? { style, value } : { style }));
}

function findingRow(
  finding: Finding,
  number: number,
  rowIndex: number,
  result: CheckResult,
  translate: Translator,
): SummaryRow {
  const cell = firstCell(finding);
  const grade = finding.grade ? translate.text(`grade.${finding.grade}`) : '';
  const message = findingText(finding, translate);
  const lines = Math.ceil(displayWidth(message) / WIDTHS[4]);
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
      ...figureCells(finding, result, rowIndex),
    ],
  };
}

/** Chinese characters take two columns of the standard font. */
function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) > 0xff ? 2 : 1;
  return width;
}

function figureCells(finding: Finding, result: CheckResult, rowIndex: number): SummaryCell[] {
  const at = firstCell(finding);
  const reading = result.context.sheets.find(({ sheet }) => sheet.name === at?.sheet);
  const { actual, expected, difference, relation } = finding;
  if (!reading || actual === undefined || expected === undefined || difference === undefined)
    return [{ style: 'text' }, { style: 'text' }, { style: 'text' }];
  const isIndicator = finding.code.startsWith('I');
  const isRate = isIndicator || relation?.op === 'division' || relation?.op === 'relative_change';
  const style = isIndicator ? 'ratio' : 'amount';
  const divisor = isRate ? 1 : tenThousands(reading, finding);
  const actualCell = actualFigure(reading, finding, divisor);
  const formula = relation && expectedFormula(reading.sheet, relation, scaleOf(reading, finding), expected);
  const row = rowIndex + 1;
  return [
    { style, ...actualCell },
    { style, value: expected / divisor, ...(formula === undefined ? {} : { formula: over(formula, divisor) }) },
    { style, value: difference / divisor, formula: `F${row}-G${row}` },
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
  const at = finding.relation?.target ?? firstCell(finding);
  const unit: Unit | undefined = at && tablePlaceOf(reading.tables, at).table?.unit;
  return unit === undefined ? 1 : 10_000 / yuanPer(unit);
}

/** 100 where the rate is printed as 0–100. */
function scaleOf(reading: SheetReading, { relation }: Finding): number {
  if (!relation || (relation.op !== 'division' && relation.op !== 'relative_change')) return 1;
  const fault = reading.faults.find(({ relations }) =>
    relations.some(({ target }) => target.row === relation.target.row && target.column === relation.target.column),
  );
  return fault?.scale ?? 1;
}
