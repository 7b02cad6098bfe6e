import { NATIONAL_PACK } from '../../core/fiscal/national-pack';
import { standingOf, treasurySeries, type CoverageStanding, type TreasurySeries } from '../../core/fiscal/treasury-series';
import { cellName } from '../../core/grid/address';
import { yuanPer } from '../../core/numbers/unit';
import type { SummaryCell, SummaryRow, SummarySheet } from '../../core/summary/summary-sheet';
import type { Translator } from '../../messages';
import type { CheckResult } from '../check-workbook';
import { isLive, reference } from './live-formula';

const WIDTHS = [30, 15, 13, 10, 50, 30] as const;

/** 指标总览: each indicator with value, band, verdict and where it was taken from; values are live. */
export function indicatorsSheet({ context }: CheckResult, translate: Translator): SummarySheet {
  const series = treasurySeries(context.sheets);
  const span = (style: SummaryCell['style'], value: string): SummaryRow => ({ spanned: true, cells: WIDTHS.map((_, i) => (i === 0 ? { style, value } : { style })) });
  const rows: SummaryRow[] = [
    { ...span('title', translate.text('summary.indicators.title')), height: 30 },
    {
      cells: [
        { style: 'subtitle', value: context.asOf === undefined ? translate.text('summary.noDate') : translate.text('summary.asOf', { date: context.asOf }) },
        ...Array.from({ length: 4 }, (): SummaryCell => ({ style: 'note' })),
        { style: 'unit', value: translate.text('summary.unit') },
      ],
    },
    { cells: (['indicator', 'value', 'target', 'verdict', 'basis', 'source'] as const).map((column) => ({ style: 'header', value: translate.text(`summary.col.${column}`) })), height: 24 },
  ];
  for (const one of series) rows.push(...coverageRows(one, rows.length, translate));
  if (series.length === 0) rows.push(span('note', translate.text('summary.noIndicators', { why: translate.text('skip.noTreasuryTable') })));
  rows.push(span('note', translate.text('summary.footer')));
  return { id: 'indicators', name: translate.text('summary.indicators.sheet'), widths: WIDTHS, rows, repeatedRows: [0, 2], frozenRows: 3 };
}

function coverageRows(series: TreasurySeries, at: number, translate: Translator): SummaryRow[] {
  const last = series.months.at(-1);
  if (!last) return [];
  const { sheet, table } = series;
  const divisor = table.unit === undefined ? 1 : 10_000 / yuanPer(table.unit);
  const { low, high } = NATIONAL_PACK.treasury;
  const monthly = last.outflowToDate / last.month;
  const live = [last.balanceCell, ...last.outflowCells].every((cell) => isLive(sheet, cell));
  const flows = last.outflowCells.map((cell) => reference(sheet.name, cell)).join('+');
  const scaled = (formula: string) => (divisor === 1 ? formula : `${formula}/${divisor}`);
  const verdict = VERDICTS[standingOf(series.months, NATIONAL_PACK.treasury).standing];
  const { document, verified } = low.source;
  const cell = { sheet: sheet.name, ...last.balanceCell };
  return [
    {
      height: 36,
      cells: [
        { style: 'text', value: translate.text('indicator.C01', { month: last.month }) },
        { style: 'ratio', value: last.value, ...(live ? { formula: `B${at + 2}/B${at + 3}` } : {}) },
        { style: 'centered', value: translate.text('indicator.C01.band', { low: low.value, high: high.value }) },
        { style: VERDICT_STYLES[verdict], value: translate.text(`verdict.${verdict}`) },
        { style: 'text', value: verified ? document : translate.text('summary.sourceUnverified', { document }) },
        { style: 'link', value: `${sheet.name}!${cellName(last.balanceCell)}`, link: cell },
      ],
    },
    detail(translate.text('indicator.C01.balance'), last.balance / divisor, live ? scaled(reference(sheet.name, last.balanceCell)) : undefined, `${sheet.name}!${cellName(last.balanceCell)}`, cell),
    detail(
      translate.text('indicator.C01.monthly'),
      monthly / divisor,
      live ? scaled(`(${flows})/${last.month}`) : undefined,
      last.outflowCells.map((flow) => cellName(flow)).join('、'),
      { sheet: sheet.name, ...(last.outflowCells[0] ?? last.balanceCell) },
    ),
  ];
}

function detail(label: string, value: number, formula: string | undefined, source: string, link: { sheet: string; row: number; column: number }): SummaryRow {
  return {
    cells: [
      { style: 'text', value: label },
      { style: 'amount', value, ...(formula === undefined ? {} : { formula }) },
      { style: 'centered' },
      { style: 'centered' },
      { style: 'text' },
      { style: 'link', value: source, link },
    ],
  };
}

type Verdict = 'pass' | 'warn' | 'fail' | 'idle';

const VERDICTS: Readonly<Record<CoverageStanding, Verdict>> = { alarm: 'fail', monthsBelow: 'fail', low: 'warn', normal: 'pass', high: 'idle' };
const VERDICT_STYLES = { pass: 'pass', warn: 'warning', fail: 'error', idle: 'hint' } as const;
