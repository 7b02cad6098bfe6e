import type { Span } from '../text/mention';

/** Words that tell which way a figure went, each with its opposite. */
const PAIRS: readonly (readonly [up: string, down: string])[] = [
  ['增收', '减收'],
  ['增支', '减支'],
  ['多收', '少收'],
  ['多支', '少支'],
  ['增长', '下降'],
  ['增加', '减少'],
  ['增幅', '降幅'],
  ['增速', '降速'],
  ['上升', '下降'],
  ['提高', '降低'],
  ['提高', '回落'],
  ['上升', '回落'],
  ['快于', '慢于'],
  ['快', '慢'],
  ['高于', '低于'],
  ['领先', '落后'],
  ['超收', '短收'],
  ['调增', '调减'],
  ['增', '减'],
];

/** As far before a figure as its word of change stands. */
const REACH = 8;

/** The word before a blank that must turn for a figure of a sign; undefined: it is right, or there is none. */
export function turnedWord(plain: string, blank: Span, sign: 1 | -1): (Span & { readonly text: string }) | undefined {
  const from = Math.max(0, blank.start - REACH);
  const before = plain.slice(from, blank.start);
  for (const [up, down] of PAIRS) {
    const [is, should] = sign > 0 ? [down, up] : [up, down];
    const at = before.lastIndexOf(is);
    if (at >= 0 && !/[,。;、:%]/.test(before.slice(at)))
      return { start: from + at, end: from + at + is.length, text: should };
  }
  return undefined;
}
