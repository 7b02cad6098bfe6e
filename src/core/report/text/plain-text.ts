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
  for (let i = 0; i < text.length; i++) plain += plainSign(text.charAt(i));
  return plain.replace(/^\ufeff?#.*$/gm, (line) => ' '.repeat(line.length));
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80 && code >= 0x20) return sign;
  if (code >= FULL_WIDTH.first && code <= FULL_WIDTH.last) return String.fromCharCode(code - FULL_WIDTH.shift);
  return SIGNS[sign] ?? SIMPLIFIED.get(sign) ?? sign;
}
