import { SUMMARY_LOOKS, type SummaryRow } from './summary-sheet';

/** Chinese characters take two columns of the standard font. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Excel's highest row, in points. */
const HIGHEST_ROW = 409;
/** Size of the standard font, and how high its line is for each point of it. */
const STANDARD_SIZE = 11;
const LINE_HEIGHT = 1.4;

/** Points that the text of a spanned row needs when it is wrapped over the whole width; undefined: it holds no text. */
export function spannedHeight({ cells }: SummaryRow, widths: readonly number[]): number | undefined {
  const first = cells[0];
  if (typeof first?.value !== 'string') return undefined;
  const size = SUMMARY_LOOKS[first.style].size ?? STANDARD_SIZE;
  const line = (widths.reduce((sum, width) => sum + width, 0) * STANDARD_SIZE) / size;
  const lines = first.value
    .split('\n')
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(displayWidth(text) / line)), 0);
  return Math.min(HIGHEST_ROW, Math.ceil(lines * size * LINE_HEIGHT));
}
