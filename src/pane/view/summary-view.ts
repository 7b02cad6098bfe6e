import { summaryStates, type SummaryState } from '../../app/summary/summary-states';
import type { SummaryListing } from '../../app/write-summary';
import type { Workbook } from '../../core/grid/sheet';
import { SUMMARY_LOOKS, type SummaryCell, type SummarySheet } from '../../core/summary/summary-sheet';
import type { MessageId } from '../../messages/message-id';

/** One of our sheets as the pane lists it. */
export interface SummaryItem {
  readonly id: string;
  readonly name: string;
  readonly state: SummaryState;
  readonly preview: SummaryPreview;
}

/** The first rows of a sheet, as text. */
export interface SummaryPreview {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SummaryView {
  readonly items: readonly SummaryItem[];
  /** Sheets that cannot be made, each with what is missing. */
  readonly lacking: readonly { readonly id: string; readonly name: string; readonly lacks: string }[];
  /** Whether any of ours is in the workbook. */
  readonly hasWritten: boolean;
}

export const STATE_TEXT: Readonly<Record<SummaryState, MessageId>> = {
  absent: 'pane.summaryAbsent',
  written: 'pane.summaryWritten',
  stale: 'pane.summaryStale',
};

/** `placed`: what was written or taken away since the workbook was read. */
export function summaryView(
  listings: readonly SummaryListing[],
  workbook: Workbook,
  placed: readonly string[] | 'none' | undefined,
): SummaryView {
  const sheets = listings.flatMap(({ sheet }) => (sheet ? [sheet] : []));
  const states = placed === 'none' ? new Map<string, SummaryState>() : summaryStates(workbook, sheets);
  const stateOf = (id: string): SummaryState =>
    placed !== 'none' && placed?.includes(id) ? 'written' : (states.get(id) ?? 'absent');
  const items = listings.flatMap(({ id, name, sheet }) =>
    sheet ? [{ id, name, state: stateOf(id), preview: previewOf(sheet) }] : [],
  );
  return {
    items,
    lacking: listings.flatMap(({ id, name, lacks }) => (lacks === undefined ? [] : [{ id, name, lacks }])),
    hasWritten: items.some(({ state }) => state !== 'absent'),
  };
}

const PREVIEW_ROWS = 6;
const PREVIEW_COLUMNS = 4;

function previewOf({ rows }: SummarySheet): SummaryPreview {
  const header = rows.findIndex(({ cells }) => cells[0]?.style === 'header');
  const body = rows
    .slice(header + 1)
    .filter(({ spanned, cells }) => spanned !== true && cells[0]?.style !== 'header')
    .slice(0, PREVIEW_ROWS);
  const shown = (cells: readonly SummaryCell[]) => cells.slice(0, PREVIEW_COLUMNS).map(cellText);
  return { header: shown(rows[header]?.cells ?? []), rows: body.map(({ cells }) => shown(cells)) };
}

/** A figure as its style prints it. */
function cellText({ value, style }: SummaryCell): string {
  if (typeof value !== 'number') return value ?? '';
  const format = SUMMARY_LOOKS[style].format ?? '';
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const percent = format.includes('%');
  const text = (percent ? value * 100 : value).toLocaleString('zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, format.includes('#.') ? 4 : decimals),
    useGrouping: format.includes(','),
  });
  return percent ? `${text}%` : text;
}
