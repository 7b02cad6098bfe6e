import { SUMMARY_LOOKS, type SummaryRow } from '../../core/summary/summary-sheet';

/** Pixels of a digit in the standard font, and of the padding of a column, as in the file format. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;
/** Excel's highest row. */
const MOST_POINTS = 409;

/** Points of a column that is as wide as so many characters. */
export function columnPoints(characters: number): number {
  return (characters * DIGIT_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

/** Points that the text of a row needs when it is wrapped over the whole width. */
export function spannedHeight({ cells }: SummaryRow, widths: readonly number[]): number | undefined {
  const first = cells[0];
  if (typeof first?.value !== 'string') return undefined;
  const size = SUMMARY_LOOKS[first.style].size ?? 11;
  const line = (widths.reduce((sum, width) => sum + width, 0) * 11) / size;
  const lines = first.value.split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(textWidth(text) / line)), 0);
  return Math.min(MOST_POINTS, Math.ceil(lines * size * 1.4));
}

/** In halves of a Chinese character. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
