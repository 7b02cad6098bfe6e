import { sourceText } from '../source-text';
import { cellName } from '../../core/grid/address';
import { bookId } from '../../core/grid/place';
import { isCounted } from '../../core/fiscal/indicators/catalogue';
import type { Evaluated } from '../../core/fiscal/indicators/evaluate';
import type { Computed } from '../../core/fiscal/indicators/indicator';
import { knownCoverages, latestSeries } from '../../core/fiscal/treasury/treasury-series';
import type { Dossier } from '../../core/reading/dossier';
import { yuanPer } from '../../core/numbers/unit';
import type { SummaryRow, SummarySheet, SummaryStyle } from '../../core/summary/summary-sheet';
import type { Translator } from '../../messages/translator';
import type { CheckResult } from '../check-workbook';
import { calibreText, indicatorName, indicatorsOf, targetText } from '../indicators';
import { makerOf } from './summary-sources';
import { isLive, reference } from '../../core/summary/references';

const WIDTHS = [34, 15, 9, 22, 9, 40, 24] as const;

/** The day the figures are of stands in its own line; it is no number. */
const NOT_LISTED = 'T01';

/** 指标总览: each indicator that could be computed, with band, verdict and where it was taken from; values are live. */
export function indicatorsSheet(result: CheckResult, translate: Translator): SummarySheet {
  const { context } = result;
  const all = indicatorsOf(result);
  const span = (style: SummaryStyle, value: string): SummaryRow => ({
    spanned: true,
    cells: WIDTHS.map((_, i) => (i === 0 ? { style, value } : { style })),
  });
  const asOf =
    context.asOf === undefined
      ? translate.text('summary.noDate')
      : translate.text('summary.asOf', { date: context.asOf });
  const rows: SummaryRow[] = [
    { ...span('title', translate.text('summary.title.indicators')), height: 30 },
    {
      cells: [
        { style: 'subtitle', value: translate.text('summary.maker', { maker: makerOf(context.sheets) }) },
        { style: 'note' },
        { style: 'note' },
        { style: 'subtitle', value: asOf },
        { style: 'note' },
        { style: 'note' },
        { style: 'unit', value: translate.text('summary.unitsInRows') },
      ],
    },
    {
      cells: (['indicator', 'value', 'unit', 'target', 'verdict', 'basis', 'source'] as const).map((column) => ({
        style: 'header',
        value: translate.text(`summary.col.${column}`),
      })),
      height: 24,
    },
  ];
  const header = rows.length - 1;
  const computed = all.filter(({ id, computed: outcome }) => outcome !== undefined && id !== NOT_LISTED);
  for (const indicator of computed) {
    if (!indicator.computed) continue;
    rows.push(indicatorRow(indicator, indicator.computed, context, translate));
    if (indicator.id === 'C01') rows.push(...treasuryDetails(context, translate));
  }
  const last = rows.length - 1;
  if (computed.length === 0)
    rows.push(span('note', translate.text('summary.noIndicators', { why: translate.text('skip.nothingToJudge') })));
  rows.push(
    span(
      'note',
      translate.text('indicator.counts', {
        defined: all.length,
        computed: all.filter(({ computed: one }) => one).length,
        missing: all.filter(({ computed: one }) => !one).length,
      }),
    ),
  );
  rows.push(span('note', translate.text('summary.footer')));
  return {
    id: 'indicators',
    name: translate.text('summary.sheet.indicators'),
    widths: WIDTHS,
    rows,
    repeatedRows: [0, header],
    frozenRows: header + 1,
    ...(last > header ? { filter: [header, last] as const } : {}),
  };
}

const VERDICTS = { pass: 'pass', warn: 'warning', fail: 'error' } as const;

function indicatorRow(
  { id, unit }: Evaluated,
  computed: Computed,
  { workbook, bookName }: Dossier,
  translate: Translator,
): SummaryRow {
  const { value, live, verdict, source, cells, target, calibre } = computed;
  const [first] = cells;
  const others = cells.length > 1 ? translate.text('summary.places', { count: cells.length }) : '';
  const document = source === undefined ? '' : sourceText(source, translate);
  const targetWords = target ? targetText(target, translate) : '';
  const basis = [
    ...(calibre === undefined ? [] : [calibreText(calibre, translate)]),
    ...(document === '' ? [] : [document]),
  ].join('；');
  return {
    ...(basis.length > 20 || targetWords.length > 12 ? { height: 34 } : {}),
    cells: [
      { style: 'text', value: `${id} ${indicatorName(id, translate)}` },
      {
        style: isCounted(unit) ? 'count' : unit === '' ? 'ratio' : 'amount',
        value,
        ...(live === undefined ? {} : { formula: live }),
      },
      { style: 'centered', value: unit },
      { style: 'centered', value: targetWords },
      // Without a bound there is nothing to pass.
      target
        ? { style: VERDICTS[verdict], value: translate.text(`summary.light.${verdict}`) }
        : { style: 'centered', value: '—' },
      { style: 'text', value: basis },
      first?.book === bookId(workbook)
        ? {
            style: 'link',
            value: `${first.sheet}!${cellName(first)}${others}`,
            link: first,
          }
        : {
            style: 'text',
            value: first ? `《${bookName(first.book)}》${first.sheet}!${cellName(first)}${others}` : '',
          },
    ],
  };
}

/** Cash and average outflow in 万元, under the coefficient that they make. */
function treasuryDetails({ basis: { treasury }, pack }: Dossier, translate: Translator): SummaryRow[] {
  const series = latestSeries(treasury);
  const last = series && knownCoverages(series).at(-1)?.computed;
  if (!series || !last || pack.calibres.coverage !== 'K1') return [];
  const { sheet, unit } = series;
  const divisor = unit === undefined ? 1 : 10_000 / yuanPer(unit);
  const live = last.isOneUnit && [last.balanceCell, ...last.outflowCells].every((cell) => isLive(sheet, cell));
  const over = (formula: string) => (divisor === 1 ? formula : `${formula}/${divisor}`);
  const flows = last.outflowCells.map((cell) => reference(sheet.name, cell)).join('+');
  const detail = (
    label: string,
    value: number,
    formula: string,
    cell: { row: number; column: number },
  ): SummaryRow => ({
    cells: [
      { style: 'text', value: label },
      { style: 'amount', value, ...(live ? { formula } : {}) },
      { style: 'centered', value: '万元' },
      { style: 'centered' },
      { style: 'centered' },
      { style: 'text' },
      { style: 'link', value: `${sheet.name}!${cellName(cell)}`, link: { sheet: sheet.name, ...cell } },
    ],
  });
  return [
    detail(
      translate.text('indicator.C01.balance'),
      last.balance / divisor,
      over(reference(sheet.name, last.balanceCell)),
      last.balanceCell,
    ),
    detail(
      translate.text('indicator.C01.monthly'),
      last.outflow / last.over / divisor,
      over(`(${flows})/${last.over}`),
      last.outflowCells[0] ?? last.balanceCell,
    ),
  ];
}
