import type { Position } from '../grid/address';
import { formulaAt, type Sheet } from '../grid/sheet';
import { intervalOf, meets, quotientInterval, scaled, type Interval, type Printed } from '../numbers/interval';
import { figureAt, figuresAsUsed } from '../tables/printed';
import { isAmountRole, type Table, type TableRow } from '../tables/table';

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

/** A share and the figure that it may be of. */
export interface SharePair {
  readonly shareAt: Position;
  readonly partAt: Position;
  readonly share: Printed;
  readonly part: Printed;
}

/** Shares beside the figures that they may be of, and where their whole may stand. */
export interface ShareReading<Pair extends SharePair = SharePair> {
  readonly pairs: readonly Pair[];
  readonly wholes: readonly Position[];
}

interface PairOfRow extends SharePair {
  readonly row: TableRow;
}

/**
 * A column of shares need not say of what: its figures do. Figure ÷ share gives the whole in every row,
 * and where nearly all rows give the same one, the few that do not are wrong.
 */
export function brokenShares(sheet: Sheet, table: Table): BrokenShare[] {
  return table.columns
    .filter(({ role }) => role === 'share')
    .flatMap((shares) => {
      const shareAt = figuresAsUsed(sheet, table, shares.column);
      const readings = table.columns
        .filter(({ role, column }) => isAmountRole(role) && column !== shares.column)
        .sort((a, b) => Math.abs(a.column - shares.column) - Math.abs(b.column - shares.column))
        .map(({ column }): ShareReading<PairOfRow> => ({
          pairs: table.rows.flatMap((row) => {
            const [part, share] = [figureAt(sheet, row.row, column), shareAt(row.row)];
            const [partAt, at] = [column, shares.column].map((one) => ({ row: row.row, column: one }));
            return part && share && partAt && at ? [{ row, part, share, partAt, shareAt: at }] : [];
          }),
          wholes: table.rows.map(({ row }) => ({ row, column })),
        }));
      return readings.some((reading) => understood(reading) !== undefined)
        ? brokenAmong(sheet, readings, isOfTheSame)
        : brokenOfGroups(sheet, table, readings);
    });
}

/** So many shares must be those of their groups, and one in so many may not. */
const LEAST_OF_GROUPS = 4;
const MOST_OFF = 0.2;

/** 占本期收入、占本期支出 in one column: each share is of the group that it stands in. */
function brokenOfGroups(sheet: Sheet, { rows }: Table, readings: readonly ShareReading<PairOfRow>[]): BrokenShare[] {
  const judged = readings.map(({ pairs }) =>
    pairs.flatMap((pair) => {
      const group = rows[pair.row.parent];
      const at = group && { row: group.row, column: pair.partAt.column };
      const whole = at && figureAt(sheet, at.row, at.column);
      const ratio = whole && whole.value > 0 ? quotientInterval(intervalOf(pair.part), intervalOf(whole)) : undefined;
      return at && whole && ratio ? [{ pair, at, whole, ratio }] : [];
    }),
  );
  const scale = readings[0]?.pairs.some(({ share }) => share.value > 1.5) ? 100 : 1;
  const [best = []] = judged
    .map((of) => of.map((one) => ({ ...one, holds: meets(intervalOf(one.pair.share), scaled(one.ratio, scale)) })))
    .sort((a, b) => b.filter(({ holds }) => holds).length - a.filter(({ holds }) => holds).length);
  const broken = best.filter(({ holds }) => !holds);
  if (best.length - broken.length < LEAST_OF_GROUPS || broken.length > MOST_OFF * best.length) return [];
  return broken
    .filter(({ pair: { shareAt } }) => formulaAt(sheet, shareAt.row, shareAt.column) === undefined)
    .map(({ pair: { shareAt, partAt, part, share }, at, whole }) => ({
      target: shareAt,
      operands: [partAt, at],
      expected: (part.value / whole.value) * scale,
      actual: share.value,
      scale,
    }));
}

/**
 * The shares that are wrong by the reading in which most agree on their whole; of readings in which as many do, by the
 * first. `isLike`: whether a share must be of that whole because those that agree are.
 */
export function brokenAmong<Pair extends SharePair>(
  sheet: Sheet,
  readings: readonly ShareReading<Pair>[],
  isLike: (pair: Pair, agreeing: readonly Pair[]) => boolean = () => true,
): BrokenShare[] {
  const [best] = readings
    .flatMap((reading) => understood(reading) ?? [])
    .sort((a, b) => b.agreeing.length - a.agreeing.length);
  return best ? breaksOf(sheet, best, isLike) : [];
}

/** What a share and its figure say of the whole. */
interface Witness<Pair extends SharePair> {
  readonly pair: Pair;
  readonly whole: Interval;
}

interface Understood<Pair extends SharePair> {
  readonly witnesses: readonly Witness<Pair>[];
  readonly agreeing: readonly Witness<Pair>[];
  readonly whole: Interval;
  readonly wholes: readonly Position[];
}

function understood<Pair extends SharePair>({ pairs, wholes }: ShareReading<Pair>): Understood<Pair> | undefined {
  const witnesses = pairs.flatMap((pair): Witness<Pair>[] => {
    const { part, share } = pair;
    const whole = part.value > 0 && share.value > 0 ? quotientInterval(intervalOf(part), intervalOf(share)) : undefined;
    return whole ? [{ pair, whole }] : [];
  });
  const whole = commonWhole(witnesses.filter(isTelling).slice(0, MOST_WITNESSES));
  if (!whole) return undefined;
  const agreeing = witnesses.filter((witness) => meets(witness.whole, whole));
  const telling = new Set(agreeing.filter(isTelling).map(({ pair: { part } }) => part.value));
  return telling.size >= LEAST_AGREEING && agreeing.length >= LEAST_SHARE * witnesses.length
    ? { witnesses, agreeing, whole, wholes }
    : undefined;
}

function isTelling({ whole: { low, high } }: { readonly whole: Interval }): boolean {
  return high - low <= WIDEST * low;
}

/** Where most of the intervals overlap. */
function commonWhole(witnesses: readonly { readonly whole: Interval }[]): Interval | undefined {
  let most: readonly { readonly whole: Interval }[] = [];
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

function breaksOf<Pair extends SharePair>(
  sheet: Sheet,
  { witnesses, agreeing, whole, wholes }: Understood<Pair>,
  isLike: (pair: Pair, agreeing: readonly Pair[]) => boolean,
): BrokenShare[] {
  const scale = witnesses.some(({ pair: { share } }) => share.value > 1.5) ? 100 : 1;
  const shown = scaled(whole, scale);
  const of = wholes.flatMap((at) => {
    const figure = figureAt(sheet, at.row, at.column);
    return figure && meets(intervalOf(figure), shown) ? [{ at, value: figure.value }] : [];
  })[0];
  const total = of?.value ?? (shown.low + shown.high) / 2;
  const sound = agreeing.map(({ pair }) => pair);
  return witnesses.flatMap(({ pair }) => {
    const { shareAt, partAt, part, share } = pair;
    const isWhole = of !== undefined && partAt.row === of.at.row && partAt.column === of.at.column;
    if (sound.includes(pair) || !(isWhole || isLike(pair, sound))) return [];
    if (formulaAt(sheet, shareAt.row, shareAt.column) !== undefined) return [];
    return [
      {
        target: shareAt,
        operands: [partAt, ...(of ? [of.at] : [])],
        expected: (part.value / total) * scale,
        actual: share.value,
        scale,
      },
    ];
  });
}

/** A subtotal may be a share of something else; its like may not. */
function isOfTheSame({ row: { role, parent } }: PairOfRow, agreeing: readonly PairOfRow[]): boolean {
  return agreeing.some(({ row }) => row.parent === parent && row.role === role);
}
