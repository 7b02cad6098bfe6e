import {
  SUMMARY_FONT,
  SUMMARY_LOOKS,
  type StyleLook,
  type SummarySheet,
  type SummaryStyle,
} from '../../core/summary/summary-sheet';
import { addressGroups, styleAreas } from './style-areas';

const BORDER_COLOR = '#A6A6A6';
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** Queues the looks of a cleared sheet: a few calls for each style, however many cells carry it. */
export function renderLooks(sheet: Excel.Worksheet, summary: SummarySheet, columns: number): void {
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(1, summary.rows.length), columns);
  whole.format.font.name = SUMMARY_FONT;
  whole.format.verticalAlignment = 'Center';
  whole.untrack();
  const areas = [...styleAreas(summary, columns)];
  for (const [style, rects] of areas) {
    for (const address of addressGroups(rects)) applyLook(sheet.getRanges(address), SUMMARY_LOOKS[style]);
  }
  const bordered = areas.flatMap(([style, rects]) => (SUMMARY_LOOKS[style].border ? rects : []));
  for (const address of addressGroups(bordered)) drawBorders(sheet.getRanges(address));
}

/** Looks that tell something: they follow the figures, not what was there before. */
const TELLING: readonly SummaryStyle[] = ['error', 'warning', 'hint', 'pass'];

/** Queues the looks of the lights and levels alone, where the user's looks stay. */
export function renderTelling(sheet: Excel.Worksheet, summary: SummarySheet, columns: number): void {
  for (const [style, rects] of styleAreas(summary, columns)) {
    if (!TELLING.includes(style)) continue;
    for (const address of addressGroups(rects)) {
      const range = sheet.getRanges(address);
      range.format.font.bold = SUMMARY_LOOKS[style].bold === true;
      applyLook(range, SUMMARY_LOOKS[style]);
    }
  }
}

function drawBorders(range: Excel.RangeAreas): void {
  for (const edge of EDGES) {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = BORDER_COLOR;
  }
  range.untrack();
}

function applyLook(range: Excel.RangeAreas, look: StyleLook): void {
  const { format } = range;
  format.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[look.align];
  if (look.wrap) format.wrapText = true;
  if (look.bold === true) format.font.bold = true;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = `#${look.color}`;
  if (look.underline === true) format.font.underline = 'Single';
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  range.untrack();
}
