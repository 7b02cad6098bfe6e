import type { GridLayout } from './grid-layout';

/** The label column while it is scrolled out of sight: drawn again beside the row numbers. */
export interface PinnedLabels {
  readonly column: number;
  readonly width: number;
}

/** On a narrow page the figures need the larger part. */
const LARGEST_SHARE = 0.4;

export function columnSize({ widths }: GridLayout, column: number, unit: number): number {
  return Math.round((widths[column] ?? 8) * unit * 0.425 + unit / 2);
}

/** How much room the labels take beside a figure that is scrolled to. */
export function labelRoom(layout: GridLayout, viewWidth: number, unit: number): number {
  if (layout.labelColumn === undefined) return unit;
  return Math.min(columnSize(layout, layout.labelColumn, unit), Math.round(viewWidth * LARGEST_SHARE));
}

export function pinnedLabels(
  { labelColumn }: GridLayout,
  scrolled: number,
  viewWidth: number,
  offsetOf: (column: number) => { readonly start: number; readonly size: number } | undefined,
): PinnedLabels | undefined {
  const label = labelColumn === undefined ? undefined : offsetOf(labelColumn);
  const first = offsetOf(0)?.start ?? 0;
  if (labelColumn === undefined || !label || scrolled <= label.start - first) return undefined;
  return { column: labelColumn, width: Math.min(label.size, Math.round(viewWidth * LARGEST_SHARE)) };
}
