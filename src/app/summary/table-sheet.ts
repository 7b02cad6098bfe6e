import { cellName, type Position, type Rect } from '../../core/grid/address';
import type { CellPlace } from '../../core/grid/place';
import { NO_FIGURE } from '../../core/summary/computations';
import type { OwnFormula, OwnRange } from '../../core/summary/entry';
import type {
  SummaryCell,
  SummaryChart,
  SummaryRow,
  SummarySheet,
  SummaryStyle,
} from '../../core/summary/summary-sheet';
import type {
  ChartOf,
  ColumnLook,
  SummaryBlock,
  SummaryColumn,
  SummaryLine,
  SummaryTable,
} from '../../core/summary/summary-table';
import { displayWidth, spannedHeight } from '../../core/summary/widths';
import { significant } from '../../core/numbers/decimal';
import type { Translator } from '../../messages/translator';
import { headerText, placeText, wordsText, type Letterhead } from './summary-words';
import { notesOf } from './table-notes';

const LABEL_WIDTH = { least: 22, most: 44 } as const;
const WIDTHS: Readonly<Record<ColumnLook, number>> = {
  amount: 13,
  percent: 9.5,
  points: 9.5,
  namedPoints: 14,
  change: 14,
  ratio: 10,
  days: 9.5,
  count: 9,
  number: 11,
  text: 44,
  words: 28,
  light: 9,
  unit: 8,
};
/** The place of a figure; of another workbook its name takes more. */
const SOURCE_WIDTH = { least: 20, most: 46, ofSmall: 0.85 } as const;

const PLAIN: Readonly<Record<ColumnLook, SummaryStyle>> = {
  amount: 'amount',
  percent: 'percent',
  points: 'points',
  namedPoints: 'namedPoints',
  change: 'percent',
  ratio: 'ratio',
  days: 'days',
  count: 'count',
  number: 'number',
  text: 'text',
  words: 'centered',
  light: 'centered',
  unit: 'centered',
};
const STRONG: Readonly<Partial<Record<ColumnLook, SummaryStyle>>> = {
  amount: 'strongAmount',
  percent: 'strongPercent',
  points: 'strongPoints',
  text: 'strong',
};
const LIGHTS = { pass: 'pass', warn: 'warning', fail: 'error', none: 'centered' } as const;

/** One of our tables in a language, with every formula at its place. */
export function tableSheet(table: SummaryTable, head: Letterhead, translate: Translator): SummarySheet {
  const width = Math.max(...table.blocks.map(({ columns }) => columns.length)) + 2;
  const widths = widthsOf(table, width, head, translate);
  const spanned = (style: SummaryStyle, value: string): SummaryRow => {
    const row = {
      spanned: true,
      cells: Array.from({ length: width }, (_, i) => (i === 0 ? { style, value } : { style })),
    };
    const height = style === 'remark' ? spannedHeight(row, widths) : undefined;
    return height === undefined ? row : { ...row, height: Math.max(15, height) };
  };
  const printed = table.blocks.filter(({ isData }) => isData !== true);
  const data = table.blocks.filter(({ isData }) => isData === true);
  const notes = notesOf(table, head, translate);
  const gap = table.charts.length === 0 ? 0 : CHART_ROWS + 1;
  const chartsAt = 2 + rowsOf(printed);
  const notesAt = chartsAt + gap;
  const places = placesOf([
    [2, printed],
    [notesAt + notes.length, data],
  ]);
  const blocks = (some: readonly SummaryBlock[]) =>
    some.flatMap((block) => blockRows(block, places, width, head, translate, spanned));
  const rows: SummaryRow[] = [
    { ...spanned('title', wordsText({ words: `title.${table.id}` }, translate)), height: 30 },
    subtitle(table, head, width, translate),
    ...blocks(printed),
    ...Array.from({ length: gap }, (): SummaryRow => ({ cells: [], height: 18 })),
    ...notes.map((note) => spanned('remark', note)),
    ...blocks(data),
    spanned('note', translate.text('summary.footer')),
  ];
  // Blocks with headings have headers of their own.
  const headerRows = printed[0]?.heading ? 2 : 3;
  return {
    id: table.id,
    name: wordsText({ words: `sheet.${table.id}` }, translate),
    widths,
    rows,
    repeatedRows: [0, headerRows - 1],
    frozenRows: headerRows,
    ...(table.onePage === true ? { onePage: true } : {}),
    ...(data.length > 0 ? { lastPrinted: notesAt + notes.length - 1 } : {}),
    ...chartsOf(table, places, chartsAt, widths, translate),
  };
}

function rowsOf(blocks: readonly SummaryBlock[]): number {
  return blocks.reduce((sum, { heading, lines }) => sum + (heading ? 2 : 1) + lines.length, 0);
}

function subtitle(
  { day, isInternal }: SummaryTable,
  { maker }: Letterhead,
  width: number,
  translate: Translator,
): SummaryRow {
  const by = translate.text('summary.maker', { maker: maker === '' ? '　　　　　　' : maker });
  const date = day === undefined ? translate.text('summary.noDate') : translate.text('summary.asOf', { date: day });
  const middle = Math.max(1, Math.floor((width - 1) / 2));
  return {
    cells: Array.from({ length: width }, (_, i): SummaryCell => {
      if (i === 0)
        return { style: 'subtitle', value: isInternal ? `${translate.text('summary.internal')}　${by}` : by };
      if (i === width - 1) return { style: 'unit', value: translate.text('summary.unit') };
      return i === middle ? { style: 'subtitle', value: date } : { style: 'note' };
    }),
  };
}

/** Where the cells of the blocks stand, by line and column. */
type Places = (line: string, column: string) => Position | undefined;

function placesOf(runs: readonly (readonly [first: number, blocks: readonly SummaryBlock[]])[]): Places {
  const at = new Map<string, Position>();
  for (const [first, blocks] of runs) {
    let row = first;
    for (const { heading, columns, lines } of blocks) {
      row += heading ? 2 : 1;
      for (const { id } of lines) {
        at.set(`${id}|`, { row, column: 0 });
        columns.forEach((column, i) => at.set(`${id}|${column.id}`, { row, column: i + 1 }));
        row++;
      }
    }
  }
  return (line, column) => at.get(`${line}|${column}`);
}

function blockRows(
  block: SummaryBlock,
  places: Places,
  width: number,
  head: Letterhead,
  translate: Translator,
  spanned: (style: SummaryStyle, value: string) => SummaryRow,
): SummaryRow[] {
  const fill = (cells: SummaryCell[]): SummaryCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, (): SummaryCell => ({ style: 'note' })),
  ];
  const headers = [
    translate.text('summary.column.item'),
    ...block.columns.map((column) => headerText(column, translate)),
    ...(block.isData === true ? [] : [translate.text('summary.column.source')]),
  ];
  return [
    ...(block.heading ? [{ ...spanned('heading', wordsText(block.heading, translate)), height: 22 }] : []),
    { cells: fill(headers.map((value) => ({ style: 'header', value }))), height: 30 },
    ...block.lines.map((line): SummaryRow => ({
      cells: fill([
        {
          style: line.strong ? 'strong' : 'text',
          value: `${'　'.repeat(line.level)}${wordsText(line.label, translate)}`,
        },
        ...block.columns.map((column) => cellOf(line, column, places, translate)),
        ...(block.isData === true ? [] : [sourceCell(line.source, head)]),
      ]),
      ...heightOf(line, block.columns, translate),
    })),
  ];
}

/** Sentences are wrapped; a host fits no row whose height it was not told. */
function heightOf(line: SummaryLine, columns: readonly SummaryColumn[], translate: Translator): { height?: number } {
  const lines = columns.map((column) => {
    const entry = line.entries.get(column.id);
    if (entry?.is !== 'said') return 1;
    return Math.ceil(displayWidth(wordsText(entry.words, translate)) / WIDTHS[column.look]);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? {} : { height: 15 * most + 4 };
}

function cellOf(line: SummaryLine, column: SummaryColumn, places: Places, translate: Translator): SummaryCell {
  const entry = line.entries.get(column.id);
  const look = lookOf(line, column);
  const style = (line.strong ? STRONG[look] : undefined) ?? PLAIN[look];
  if (!entry) return isWordy(column) ? { style: PLAIN[column.look] } : { style: 'missing', value: NO_FIGURE };
  switch (entry.is) {
    case 'cited':
      return {
        style,
        value: significant(entry.value),
        ...(entry.formula === undefined ? {} : { formula: entry.formula }),
      };
    case 'computed':
      return {
        style,
        value: entry.value === undefined ? NO_FIGURE : significant(entry.value),
        formula: formulaText(entry.formula, places),
      };
    case 'stated':
      return { style, value: entry.value };
    case 'said':
      return { style: column.look === 'text' ? 'text' : 'centered', value: wordsText(entry.words, translate) };
    case 'light':
      return entry.light === 'none'
        ? { style: 'centered', value: NO_FIGURE }
        : { style: LIGHTS[entry.light], value: translate.text(`summary.light.${entry.light}`) };
  }
}

/** A line may show its figures in its own way where its column holds several kinds. */
function lookOf(line: SummaryLine, column: SummaryColumn): ColumnLook {
  return line.looks?.get(column.id) ?? column.look;
}

/** Columns in which nothing is nothing, not a figure that is missing. */
function isWordy({ look }: SummaryColumn): boolean {
  return look === 'text' || look === 'words' || look === 'unit';
}

function formulaText(formula: OwnFormula, places: Places): string {
  return formula.map((part) => (typeof part === 'string' ? part : rangeText(part, places))).join('');
}

function rangeText({ column, from, to }: OwnRange, places: Places): string {
  const [first, last] = [places(from, column), places(to, column)];
  if (!first || !last) throw new RangeError(`no cell ${from} ${column}`);
  return from === to ? cellName(first) : `${cellName(first)}:${cellName(last)}`;
}

function sourceCell(source: CellPlace | undefined, head: Letterhead): SummaryCell {
  if (!source) return { style: 'text' };
  const value = placeText(source, head);
  const { sheet, row, column } = source;
  return source.book === head.own ? { style: 'small', value, link: { sheet, row, column } } : { style: 'lent', value };
}

function widthsOf({ blocks }: SummaryTable, width: number, head: Letterhead, translate: Translator): number[] {
  const labels = blocks.flatMap(({ lines }) =>
    lines.map(({ level, label }) => 2 * level + displayWidth(wordsText(label, translate)) + 1),
  );
  const first = Math.min(LABEL_WIDTH.most, Math.max(LABEL_WIDTH.least, ...labels));
  const sources = blocks.flatMap(({ lines }) =>
    lines.flatMap(({ source }) => (source ? [displayWidth(placeText(source, head)) * SOURCE_WIDTH.ofSmall] : [])),
  );
  const widest = Math.min(SOURCE_WIDTH.most, Math.max(SOURCE_WIDTH.least, ...sources));
  const others = Array.from({ length: width - 1 }, (_, i) => {
    const own = blocks.map(({ columns }) => (columns[i] ? WIDTHS[columns[i].look] : 0));
    // A block that is narrower has its sources in between; they may run over.
    return i === width - 2 ? widest : Math.max(...own);
  });
  return [first, ...others];
}

/** How many rows a chart is high. */
const CHART_ROWS = 13;

/** The charts side by side below the tables, each as wide as the others. */
function chartsOf(
  { charts, blocks }: SummaryTable,
  places: Places,
  top: number,
  widths: readonly number[],
  translate: Translator,
): { charts?: readonly SummaryChart[] } {
  if (charts.length === 0) return {};
  const whole = widths.reduce((sum, width) => sum + width, 0);
  /** The column that ends nearest to a share of the width. */
  const columnAt = (share: number): number => {
    let passed = 0;
    const ends = widths.map((width) => (passed += width));
    return ends.reduce(
      (best, end, i) => (Math.abs(end - whole * share) < Math.abs((ends[best] ?? 0) - whole * share) ? i : best),
      0,
    );
  };
  const made = charts.flatMap((chart, i): SummaryChart[] => {
    const block = blocks.find(({ id }) => id === chart.block);
    const categories = block && rectOf(block, '', places);
    if (!block || !categories) return [];
    const left = i === 0 ? 0 : columnAt(i / charts.length) + 1;
    const right = i === charts.length - 1 ? widths.length - 1 : columnAt((i + 1) / charts.length);
    return [
      {
        id: chart.id,
        title: wordsText({ words: `chart.${chart.id}` }, translate),
        at: { top, bottom: top + CHART_ROWS - 1, left, right: Math.max(left, right) },
        categories,
        series: seriesOf(chart, block, places, translate),
        valueTitle: wordsText({ words: `axis.${chart.axis}` }, translate),
        format: { percent: '0%', ratio: '0.0', amount: '#,##0' }[chart.axis],
      },
    ];
  });
  return { charts: made };
}

function seriesOf(chart: ChartOf, block: SummaryBlock, places: Places, translate: Translator): SummaryChart['series'] {
  return chart.series.flatMap(({ column, as }) => {
    const values = rectOf(block, column, places);
    const described = block.columns.find(({ id }) => id === column);
    return values && described ? [{ name: headerText(described, translate), values, as }] : [];
  });
}

function rectOf({ lines }: SummaryBlock, column: string, places: Places): Rect | undefined {
  const [first, last] = [lines[0], lines.at(-1)].map((line) => line && places(line.id, column));
  return first && last ? { top: first.row, bottom: last.row, left: first.column, right: last.column } : undefined;
}
