import type { Position } from '../../../grid/address';
import { placeKey, type CellPlace } from '../../../grid/place';
import { significant } from '../../../numbers/decimal';
import { FigureField, LEAST_DIGITS, type Standing, standings } from './figure-field';
import { NameBits } from './name-bits';
import type { NamedTable } from './named-table';
import { mayBeOne } from './one-meaning';

/** Two figures that are one where two digits next to each other are exchanged: in the first, or in a part of it. */
export interface SlipTwin {
  readonly one: Standing;
  readonly other: Standing;
  /** The part of `one` that was mistyped, and what it should be in yuan, where only one can be; undefined: it is `one` itself, or one of several. */
  readonly part: { readonly at: Standing; readonly shouldBe: number } | undefined;
  readonly bits: number;
}

/** The cells that make a figure of the workbook; undefined: what it stands in does not come out, which is told there. */
export type PartsOf = (cell: CellPlace) => readonly Position[] | undefined;

/** Among more figures than these, whatever is looked for is met. */
const MOST_FIGURES = 20_000;
/** Digits of what was mistyped. */
const LEAST_MISTYPED = 3;
const MOST_PARTS = 60;
/** So unlikely it must be, in bits, that the two meet by chance; names that they share count. */
const ENOUGH_BITS = 10.5;
/** Where the names have less than this in common it must be unlikelier. */
const BITS_OF_A_NAME = 1;
const UNNAMED_BITS = 13;

/**
 * Figures of the workbook that nothing else in the set confirms, and that are another figure of the set, of one meaning as
 * far as names, times and places say, but for two digits that somebody exchanged. The more figures the set has, and the
 * fewer digits these have, the more of such pairs chance makes: only what it hardly makes is told.
 */
export function slipTwins(own: readonly NamedTable[], lent: readonly NamedTable[], partsOf: PartsOf): SlipTwin[] {
  const tables = [...own, ...lent].filter(({ isAccount }) => !isAccount);
  if (tables.reduce((sum, { figures }) => sum + figures.length, 0) > MOST_FIGURES) return [];
  const all = tables.flatMap(standings);
  const [field, names] = [new FigureField(all), new NameBits(tables)];
  const isOwn = new Set(own);
  const mine = all.filter(({ table }) => isOwn.has(table));
  const at = new Map(mine.map((standing) => [placeKey(standing.cell), standing]));
  const comesOut = ({ table, cell }: Standing): boolean => !isOwn.has(table) || partsOf(cell) !== undefined;
  const twins = mine.flatMap((one) => {
    const cells = field.confirms(one) ? undefined : partsOf(one.cell);
    if (!cells) return [];
    const parts = cells.slice(0, MOST_PARTS).flatMap((part) => at.get(placeKey({ ...one.cell, ...part })) ?? []);
    return twinsOf(one, parts, field, names).filter(({ other }) => comesOut(other));
  });
  return onePerSlip(twins);
}

/** One slip shows in every total above it: the likeliest place is told. */
function onePerSlip(twins: readonly SlipTwin[]): SlipTwin[] {
  const taken = new Set<string>();
  return [...twins]
    .sort((a, b) => b.bits - a.bits)
    .filter(({ one, other, part }) => {
      const keys = [one, other, ...(part ? [part.at] : [])].map(({ cell }) => placeKey(cell));
      if (keys.some((key) => taken.has(key))) return false;
      keys.forEach((key) => taken.add(key));
      return true;
    });
}

/** One slip, and what it makes of a figure when it is undone. */
interface Slip {
  readonly at: Standing;
  readonly shouldBe: number;
  readonly value: number;
}

function twinsOf(one: Standing, parts: readonly Standing[], field: FigureField, names: NameBits): SlipTwin[] {
  const own = one.figure.digits >= LEAST_DIGITS ? slipsOf(one, one) : [];
  const mistyped = parts.filter(({ figure }) => figure.digits >= LEAST_MISTYPED);
  return [own, mistyped.flatMap((part) => slipsOf(one, part))].flatMap((slips) =>
    [...byValue(slips)].flatMap(([value, [slip, another]]) =>
      field.meeting(one, value).flatMap((other): SlipTwin[] => {
        if (!slip || !mayBeOne(one, other)) return [];
        const ofNames = names.ofNames(one, other);
        const bits = field.bits(one, other, slips.length) + ofNames + names.ofTitles(one, other);
        const part = slip.at === one || another ? undefined : slip;
        return bits >= (ofNames < BITS_OF_A_NAME ? UNNAMED_BITS : ENOUGH_BITS) ? [{ one, other, part, bits }] : [];
      }),
    ),
  );
}

function byValue(slips: readonly Slip[]): ReadonlyMap<number, readonly Slip[]> {
  const groups = new Map<number, Slip[]>();
  for (const slip of slips) groups.set(slip.value, [...(groups.get(slip.value) ?? []), slip]);
  return groups;
}

/** What a figure may be where a slip in it, or in one of its parts, is undone. */
function slipsOf({ figure }: Standing, at: Standing): Slip[] {
  const { yuan, factor } = at.figure;
  return exchanged(String(significant(Math.abs(yuan / factor)))).map((text) => {
    const shouldBe = significant(Number(text) * factor * Math.sign(yuan));
    return { at, shouldBe, value: at.figure === figure ? shouldBe : significant(figure.yuan + shouldBe - yuan) };
  });
}

/** 1549 and 1459: two digits next to each other. */
function exchanged(text: string): string[] {
  return [...text].flatMap((a, i) => {
    const next = text[i + 1] === '.' ? i + 2 : i + 1;
    const b = text[next] ?? '';
    if (!/\d/.test(a) || !/\d/.test(b) || a === b || (i === 0 && b === '0')) return [];
    return [text.slice(0, i) + b + text.slice(i + 1, next) + a + text.slice(next + 1)];
  });
}
