/** Pixels of a digit in the standard font, and of the padding of a column, as in the file format. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** Points of a column that is as wide as so many characters. */
export function columnPoints(characters: number): number {
  return (characters * DIGIT_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}
