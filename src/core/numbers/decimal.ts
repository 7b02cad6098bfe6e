/**
 * Decimal arithmetic on the numbers of a worksheet. Excel keeps 15 significant digits, so every
 * number is read as the decimal of 15 digits nearest to its double; sums are then exact integers.
 */

const POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);

/** 10ⁿ for 0 ≤ n ≤ 22, where a double holds it exactly. */
export function powerOfTen(n: number): number {
  return POWERS[n] ?? 10 ** n;
}

/** Decimals of the number itself, at most 15: 12.5 → 1, 1200 → 0, 0.1 + 0.2 → 1. */
export function ownDecimals(value: number): number {
  for (let d = 0; d <= 4; d++) {
    const power = powerOfTen(d);
    const scaled = value * power;
    if (Math.abs(scaled) < 2 ** 53 && Math.round(scaled) / power === value) return d;
  }
  const digits = significant(value);
  const [mantissa = '', exponent = '0'] = digits.toExponential().split('e');
  const fraction = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return Math.min(15, Math.max(0, fraction - Number(exponent)));
}

/** The number at Excel's 15 significant digits: removes the noise of binary arithmetic. */
export function significant(value: number): number {
  return Number(value.toPrecision(15));
}

/** Rounds half away from zero, as Excel's ROUND does. */
export function roundHalfUp(value: number, decimals: number): number {
  const power = powerOfTen(Math.abs(decimals));
  const scaled = significant(decimals >= 0 ? Math.abs(value) * power : Math.abs(value) / power);
  // Fifteen digits are all that a number has: there the half would round a whole one up.
  if (scaled >= 1e14) return significant(value);
  const rounded = Math.floor(significant(scaled + 0.5));
  const result = decimals >= 0 ? rounded / power : rounded * power;
  return value < 0 ? -result : result;
}

/** An integer count of 10^-decimals; a bigint only where a double could lose a digit. */
function scaledInteger(value: number, decimals: number): number | bigint {
  const scaled = Math.round(value * powerOfTen(decimals));
  if (Number.isSafeInteger(scaled)) return scaled;
  const own = Math.min(decimals, ownDecimals(value));
  return BigInt(Math.round(value * powerOfTen(own))) * 10n ** BigInt(decimals - own);
}

/** Adds numbers exactly, whatever their decimals and order. */
export class ExactSum {
  private small = 0;
  private large = 0n;
  private decimals = 0;

  add(value: number, decimals = ownDecimals(value)): void {
    if (decimals > this.decimals) this.rescale(decimals);
    const term = scaledInteger(value, this.decimals);
    if (typeof term === 'bigint') {
      this.large += term;
      return;
    }
    const next = this.small + term;
    if (Number.isSafeInteger(next)) this.small = next;
    else {
      this.large += BigInt(this.small) + BigInt(term);
      this.small = 0;
    }
  }

  /** The sum, rounded once to a double. */
  get value(): number {
    const power = powerOfTen(this.decimals);
    if (this.large === 0n) return this.small / power;
    const total = this.large + BigInt(this.small);
    const whole = total / BigInt(power);
    return Number(whole) + Number(total - whole * BigInt(power)) / power;
  }

  private rescale(decimals: number): void {
    const factor = powerOfTen(decimals - this.decimals);
    const scaled = this.small * factor;
    if (Number.isSafeInteger(scaled)) this.small = scaled;
    else {
      this.large += BigInt(this.small);
      this.small = 0;
    }
    this.large *= BigInt(factor);
    if (!Number.isSafeInteger(scaled)) this.small = 0;
    this.decimals = decimals;
  }
}

/** The exact sum of some numbers. */
export function exactSum(values: Iterable<number>): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

/** a − b without binary noise. */
export function exactDifference(a: number, b: number): number {
  return exactSum([a, -b]);
}

/** Digits that a figure really has: 300 has one, 12.50 three. */
export function significantDigits(value: number): number {
  return Math.abs(value)
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}
