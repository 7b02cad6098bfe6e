import { SLIPS } from './weights';
import { ownDecimals, powerOfTen, significant } from '../numbers/decimal';
import { noiseOf } from './noise';

/** What one slip of the fingers does to a number. */
export type SlipKind = 'transposed' | 'wrongDigit' | 'droppedDigit' | 'extraDigit' | 'sign' | 'scale';

export interface SlipMatch {
  readonly kind: SlipKind;
  /** What the cell should hold: the slip undone, which rounding may set a little off what was asked. */
  readonly shouldBe: number;
  /** was ÷ shouldBe, for a scale. */
  readonly factor: number;
  /** 0–1: how rarely chance offers such a slip. */
  readonly strength: number;
  /** How many such slips would fit by chance: the more rounding leaves open, the more do. */
  readonly chance: number;
}

/** The step from a unit of money to the next one. */
const UNIT = 0.001;
/** So much of itself a figure may lose by it and still be known. */
const LOST = 0.0002;
const FACTORS = [10, 0.1, 10_000, 0.0001, 100, 0.01, 1000, 0.001];

/** The slip that turns a number within `slack` of `wanted` into `was`, the rarest kind first. */
export function slipBetween(was: number, wanted: number, slack: number): SlipMatch | undefined {
  if (was === 0 || !Number.isFinite(was) || !Number.isFinite(wanted)) return undefined;
  const near = slack + noiseOf(wanted);
  // A number that should be nothing was not mistyped: it does not belong there.
  if (Math.abs(wanted) <= near) return undefined;
  const fits = (x: number): boolean => Math.abs(x - wanted) <= near;
  const match = (kind: SlipKind, shouldBe: number, factor: number, variants: number): SlipMatch => ({
    kind,
    shouldBe: significant(shouldBe),
    factor,
    strength: SLIPS[kind],
    chance: (variants * 2 * slack) / Math.abs(wanted),
  });
  if (fits(-was)) return match('sign', -was, -1, FACTORS.length + 1);
  for (const factor of FACTORS) {
    if (fits(was / factor)) return match('scale', was / factor, factor, FACTORS.length + 1);
    // Whoever wrote 元 as 万元 rounded: what was there cannot be got back from it.
    const lost = factor <= UNIT ? 0.5 / (powerOfTen(ownDecimals(was)) * factor) : 0;
    if (lost > 0 && lost <= LOST * Math.abs(wanted) && Math.abs(was / factor - wanted) <= near + lost)
      return {
        ...match('scale', wanted, factor, FACTORS.length + 1),
        chance: ((FACTORS.length + 1) * 2 * lost) / Math.abs(wanted),
      };
  }
  if (Math.sign(was) !== Math.sign(wanted)) return undefined;
  const text = plainDigits(Math.abs(was));
  // No one types a number of more decimals: it was computed.
  if (Math.abs(Number(text) - Math.abs(was)) > noiseOf(was)) return undefined;
  const sign = Math.sign(was);
  let best: SlipMatch | undefined;
  for (const [kind, variant] of undoneSlips(text, Math.abs(wanted), near)) {
    const shouldBe = sign * Number(variant);
    if (!fits(shouldBe) || shouldBe === was) continue;
    const found = match(kind, shouldBe, 1, SLIPS.variants * text.length);
    if (!best || found.strength > best.strength) best = found;
  }
  return best;
}

function plainDigits(size: number): string {
  return size.toFixed(SLIPS.decimals).replace(/0+$/, '').replace(/\.$/, '');
}

/** The numbers from which one slip makes `text`. */
function* undoneSlips(text: string, wanted: number, near: number): Generator<readonly [SlipKind, string]> {
  const isDigit = (i: number): boolean => /\d/.test(text[i] ?? '');
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(i)) continue;
    const next = isDigit(i + 1) ? i + 1 : text[i + 1] === '.' && isDigit(i + 2) ? i + 2 : -1;
    if (next >= 0 && text[i] !== text[next]) {
      yield ['transposed', text.slice(0, i) + text[next] + text.slice(i + 1, next) + text[i] + text.slice(next + 1)];
    }
    yield ['extraDigit', text.slice(0, i) + text.slice(i + 1)];
  }
  for (const candidate of plainNeighbours(wanted, near, text)) {
    if (candidate.length === text.length) {
      const off = [...candidate].reduce((n, digit, i) => n + (digit === text[i] ? 0 : 1), 0);
      if (off === 1) yield ['wrongDigit', candidate];
    } else if (candidate.length === text.length + 1) {
      for (let i = 0; i < candidate.length; i++) {
        if (/\d/.test(candidate[i] ?? '') && candidate.slice(0, i) + candidate.slice(i + 1) === text) {
          yield ['droppedDigit', candidate];
          break;
        }
      }
    }
  }
}

/** The wanted number at the decimals of the text, and while it is loose by rounding a few units around it. */
function plainNeighbours(wanted: number, near: number, text: string): ReadonlySet<string> {
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const found = new Set([plainDigits(wanted)]);
  const power = 10 ** decimals;
  const whole = Math.round(wanted * power);
  for (let d = -SLIPS.units; d <= SLIPS.units; d++) {
    const candidate = (whole + d) / power;
    if (candidate >= 0 && Math.abs(candidate - wanted) <= near) found.add(candidate.toFixed(decimals));
  }
  return found;
}
