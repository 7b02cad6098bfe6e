import type { Position } from '../grid/address';
import { formulaAt, type Sheet } from '../grid/sheet';
import { intervalOf, meets, quotientInterval, scaled, type Interval, type Printed } from '../numbers/interval';
import { figureAt, figuresAsUsed } from '../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../tables/table';

/** A share that does not follow from its figure and the whole that the other shares of its column follow from. */
export interface BrokenShare {
  readonly target: Position;
  /** The figure, and the whole where the table shows it. */
  readonly operands: readonly Position[];
  readonly expected: number;
  readonly actual: number;
  readonly scale: number;
}

/** So many shares must agree on their whole, and so large a part of them all. */
const LEAST_AGREEING = 3;
const LEAST_SHARE = 0.75;
/** A share that leaves its whole open by more than this, such as 0.1%, is no evidence of it. */
const WIDEST = 0.01;

/** Longer columns are judged by their first rows. */
const MOST_WITNESSES = 400;

/** What one row of a column of shares says of the whole. */
interface Witness {
  readonly row: TableRow;
  readonly part: Printed;
  readonly share: Printed;
  /** What the whole may be. */
  readonly whole: Interval;
}

interface Reading {
  readonly parts: Column;
  readonly witnesses: readonly Witness[];
  readonly agreeing: readonly Witness[];
  readonly whole: Interval;
}

/**
 * A column of shares need not say of what: its figures do. Figure ÷ share gives the whole in every row,
 * and where nearly all rows give the same one, the few that do not are wrong.
 */
export function brokenShares(sheet: Sheet, table: Table): BrokenShare[] {
  return table.columns
    .filter(({ role }) => role === 'share')
    .flatMap((shares) => {
      const [reading] = table.columns
        .filter(({ role, column }) => isAmountRole(role) && column !== shares.column)
        .flatMap((parts) => readingOf(sheet, table, shares, parts) ?? [])
        .sort(
          (a, b) =>
            b.agreeing.length - a.agreeing.length ||
            Math.abs(a.parts.column - shares.column) - Math.abs(b.parts.column - shares.column),
        );
      return reading ? breaksOf(sheet, table, shares, reading) : [];
    });
}

function readingOf(sheet: Sheet, table: Table, shares: Column, parts: Column): Reading | undefined {
  const shareAt = figuresAsUsed(sheet, table, shares.column);
  const witnesses = table.rows.flatMap((row) => {
    const part = figureAt(sheet, row.row, parts.column);
    const share = shareAt(row.row);
    const whole =
      part && share && part.value > 0 && share.value > 0
        ? quotientInterval(intervalOf(part), intervalOf(share))
        : undefined;
    return part && share && whole ? [{ row, part, share, whole }] : [];
  });
  const whole = commonWhole(witnesses.filter(isTelling).slice(0, MOST_WITNESSES));
  if (!whole) return undefined;
  const agreeing = witnesses.filter((witness) => meets(witness.whole, whole));
  const telling = new Set(agreeing.filter(isTelling).map(({ part }) => part.value));
  return telling.size >= LEAST_AGREEING && agreeing.length >= LEAST_SHARE * witnesses.length
    ? { parts, witnesses, agreeing, whole }
    : undefined;
}

function isTelling({ whole: { low, high } }: Witness): boolean {
  return high - low <= WIDEST * low;
}

/** Where most of the intervals overlap. */
function commonWhole(witnesses: readonly Witness[]): Interval | undefined {
  let most: readonly Witness[] = [];
  for (const {
    whole: { low },
  } of witnesses) {
    const there = witnesses.filter(({ whole }) => whole.low <= low && low <= whole.high);
    if (there.length > most.length) most = there;
  }
  return most.length === 0
    ? undefined
    : { low: Math.max(...most.map(({ whole }) => whole.low)), high: Math.min(...most.map(({ whole }) => whole.high)) };
}

function breaksOf(
  sheet: Sheet,
  table: Table,
  shares: Column,
  { parts, witnesses, agreeing, whole }: Reading,
): BrokenShare[] {
  const scale = witnesses.some(({ share }) => share.value > 1.5) ? 100 : 1;
  const shown = scaled(whole, scale);
  const of = table.rows.flatMap((row) => {
    const figure = figureAt(sheet, row.row, parts.column);
    return figure && meets(intervalOf(figure), shown)
      ? [{ row: row.row, column: parts.column, value: figure.value }]
      : [];
  })[0];
  const total = of?.value ?? (shown.low + shown.high) / 2;
  return witnesses
    .filter(
      (witness) =>
        !agreeing.includes(witness) &&
        (witness.row.row === of?.row || isOfTheSame(witness.row, agreeing)) &&
        formulaAt(sheet, witness.row.row, shares.column) === undefined,
    )
    .map(({ row: { row }, part, share }) => ({
      target: { row, column: shares.column },
      operands: [{ row, column: parts.column }, ...(of ? [{ row: of.row, column: of.column }] : [])],
      expected: (part.value / total) * scale,
      actual: share.value,
      scale,
    }));
}

/** A subtotal may be a share of something else; its like may not. */
function isOfTheSame({ role, parent }: TableRow, agreeing: readonly Witness[]): boolean {
  return agreeing.some(({ row }) => row.parent === parent && row.role === role);
}
