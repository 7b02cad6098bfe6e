/**
 * Numbers that stand in a cell as text: full-width digits, thousands separators, padding, a unit of
 * space between digits. A code such as `20101` or a date is not told apart here: the caller knows
 * where numbers stand.
 */
export function readTextNumber(text: string): number | undefined {
  if (text.length > 40) return undefined;
  let plain = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0xff01 && code <= 0xff5e) plain += String.fromCharCode(code - 0xfee0);
    else if (code === 0x2212) plain += '-';
    else if (!/\s|[\u00a0\u200b\u3000\ufeff]/.test(char)) plain += char;
  }
  const match = /^(\()?([+-])?[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(%)?(\))?$/.exec(plain);
  if (!match || (!match[3] && !match[4])) return undefined;
  const value = Number((match[3] ?? '').replaceAll(',', '') + (match[4] ?? ''));
  const sign = match[1] || match[2] === '-' ? -1 : 1;
  return (sign * value) / (match[5] ? 100 : 1);
}

/** Whether a text number carries what no one types on purpose: padding, inner spaces, full-width digits. */
export function isMistypedNumber(text: string): boolean {
  return /[０-９．，－％]|^[\s\u00a0\u3000\u200b\ufeff]|[\s\u00a0\u3000\u200b\ufeff]$|\d[ \u00a0]\d/.test(text);
}
