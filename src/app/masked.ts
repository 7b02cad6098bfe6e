import type { Reader } from '../messages/translator';

/** An identity number of 18 places, by the year of birth in it; a bank card of 16 to 19 figures. */
const IDENTITY = /(?<![\dA-Za-z])(\d{6})(?:19|20)\d{6}(\d{3}[\dXx])(?![\dA-Za-z])/g;
const CARD = /(?<![\dA-Za-z])(62\d{4})(\d{6,9})(\d{4})(?![\dA-Za-z])/g;

/** A text without the middle of the identity and card numbers in it: first six, last four; whole where one asked. */
export function masked(text: string, { showsNumbers }: Pick<Reader, 'showsNumbers'>): string {
  if (showsNumbers) return text;
  return text
    .replace(IDENTITY, (_, first: string, last: string) => `${first}********${last}`)
    .replace(CARD, (_, first: string, middle: string, last: string) => `${first}${'*'.repeat(middle.length)}${last}`);
}
