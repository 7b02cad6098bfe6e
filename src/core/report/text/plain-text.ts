import { SIMPLIFIED } from './traditional';

/** Forms of one sign that NFKC keeps apart, or would turn into several characters. */
const SIGNS: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '～': '~',
  '〜': '~',
  '∕': '/',
  '⁄': '/',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\t': ' ',
  '\r': ' ',
  '﹪': '%',
  '﹐': ',',
  '﹑': '、',
  '﹔': ';',
  '﹕': ':',
  '﹙': '(',
  '﹚': ')',
  '〈': '《',
  '〉': '》',
  '【': '(',
  '】': ')',
};
const FULL_WIDTH = { first: 0xff01, last: 0xff5e, shift: 0xfee0 } as const;

/**
 * The text as recognition reads it: half-width signs and digits, simplified characters, lines that begin with `#`
 * blank. One character stands for one, so that offsets are those of the text itself.
 */
export function plainText(text: string): string {
  let plain = '';
  for (let from = 0; from < text.length; from += CHUNK) {
    const codes: number[] = [];
    const to = Math.min(text.length, from + CHUNK);
    for (let i = from; i < to; i++) codes.push(plainCode(text.charCodeAt(i)));
    plain += String.fromCharCode(...codes);
  }
  return plain.replace(/^\ufeff?#.*$/gm, (line) => ' '.repeat(line.length));
}

/** As many signs as a call may have arguments everywhere. */
const CHUNK = 4096;
const CODES = new Map(
  [...Object.entries(SIGNS), ...SIMPLIFIED].map(([sign, plain]) => [sign.charCodeAt(0), plain.charCodeAt(0)]),
);

function plainCode(code: number): number {
  if (code < 0x80 && code >= 0x20) return code;
  if (code >= FULL_WIDTH.first && code <= FULL_WIDTH.last) return code - FULL_WIDTH.shift;
  return CODES.get(code) ?? code;
}
