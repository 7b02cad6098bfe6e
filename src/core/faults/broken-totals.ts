import type { Sheet } from '../grid/sheet';
import type { Position } from '../grid/address';
import { exactDifference, exactSum, ownDecimals } from '../numbers/decimal';
import { halfUnit } from '../numbers/interval';
import { type SlipMatch, slipBetween } from '../relations/slip';
import type { SheetArithmetic } from '../relations/types';
import { figureAt } from '../tables/printed';
import type { Table } from '../tables/table';
import type { ArithmeticFault } from './find-faults';
import { namedTotals, type NamedTotal, type TriedTotal } from './named-totals';
import { isAt } from './stated-break';

/** In so many other columns a total must come out before it is believed in one where no slip explains the miss. */
const LEAST_COLUMNS = 2;
/** So far from the sum a total without a slip may be. */
const NEAR = 0.1;
/** So many totals of a table that come out vouch for one that stands in no other column. */
const LEAST_FAMILY = 3;
/** In so many lines other parts must make up a total before they prove it. */
const LEAST_PROOFS = 2;
/** Shorter lists without a second column are missed by a slip by chance. */
const LEAST_PARTS = 3;

/** A miss of fewer steps than these, of the step in which the figures are given, is rounding. */
const LEAST_STEPS = 10;

interface Repair {
  readonly cell: Position;
  readonly was: number;
  readonly slip: SlipMatch;
}

interface BrokenTotal {
  readonly total: TriedTotal;
  readonly repairs: readonly Repair[];
}

/**
 * Totals that a table names or its figures show, and that miss in a column: believed where they come
 * out elsewhere, and where one slip of the hand explains the miss. A single column has only the slip.
 */
export function brokenTotals(sheet: Sheet, table: Table, arithmetic: SheetArithmetic): ArithmeticFault[] {
  const totals = namedTotals(sheet, table, arithmetic);
  const all = totals.flatMap(({ tried }) => tried);
  const family = all.filter(({ holds, isTelling }) => holds && isTelling).length;
  const isFamily =
    family >= LEAST_FAMILY &&
    all.filter(({ holds, actual }) => holds && actual !== 0).length > all.filter(({ holds }) => !holds).length;
  const sound = totals.filter(({ tried }) => tried.some(({ holds }) => holds)).flatMap(({ tried }) => tried);
  const broken = totals.flatMap((named) =>
    named.tried
      .filter((total) => !total.holds && isMistake(sheet, table, total) && isSoundColumn(sound, total.target.column))
      .filter(({ target }) => !isProvedOtherwise(arithmetic, target))
      .flatMap((total) => believed(sheet, named, total, isFamily) ?? []),
  );
  return byCommonRepair(broken).map(({ total, repairs: [repair], others }) => faultOf(total, repair, others));
}

/** What other parts make up in every line, such as the leaves below the subtotals of its block, is not wrong. */
function isProvedOtherwise({ patterns }: SheetArithmetic, { row, column }: Position): boolean {
  return patterns.some(
    ({ axis, op, target, lines, holding, broken }) =>
      axis === 'rows' &&
      op === 'sum' &&
      target === row &&
      broken === 0 &&
      holding >= LEAST_PROOFS &&
      lines.includes(column),
  );
}

/** Where more totals miss than come out, the column holds something else than the others. */
function isSoundColumn(sound: readonly TriedTotal[], column: number): boolean {
  const own = sound.filter(({ target, actual }) => target.column === column && actual !== 0);
  const holding = own.filter(({ holds }) => holds).length;
  return own.length <= 1 || holding * 2 >= own.length;
}

/** A few units of the places really used are the rounding of the source: statistics of fives and tens add up to five more. */
function isMistake(sheet: Sheet, { rows }: Table, { target: { column }, expected, actual }: TriedTotal): boolean {
  const figures = rows.map(({ row }) => figureAt(sheet, row, column)?.value ?? 0);
  const power = 10 ** Math.min(4, Math.max(...figures.map(ownDecimals)));
  const step = figures.map((value) => Math.round(Math.abs(value) * power)).reduce(commonDivisor, 0);
  return Math.abs(actual - expected) * power >= LEAST_STEPS * step;
}

function commonDivisor(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

function believed(
  sheet: Sheet,
  { source, tried }: NamedTotal,
  total: TriedTotal,
  isFamily: boolean,
): BrokenTotal | undefined {
  const elsewhere = tried.filter(({ holds, isTelling }) => holds && isTelling).length;
  const misses = tried.filter(({ holds }) => !holds).length;
  const repairs = repairsOf(sheet, total);
  if (repairs.length > 0 && elsewhere > 0) return { total, repairs };
  // A unit or a sign repairs too much: a part that belongs to no total is ten thousand times nothing. A nought is a digit.
  const digits = repairs.filter(
    ({ slip: { kind, factor } }) => kind !== 'sign' && (kind !== 'scale' || factor === 10 || factor === 0.1),
  );
  if (repairs.length > 0 && isFamily && source === 'code') return { total, repairs };
  if (digits.length > 0 && source === 'label' && total.operands.length >= LEAST_PARTS)
    return { total, repairs: digits };
  return source === 'label' && elsewhere >= LEAST_COLUMNS && elsewhere > misses && isNearTotal(sheet, total)
    ? { total, repairs: [] }
    : undefined;
}

/** What is no more than its largest part is an average or the last of a series. */
function isNearTotal(sheet: Sheet, { operands, expected, actual, isTelling }: TriedTotal): boolean {
  const parts = operands.map(({ row, column }) => figureAt(sheet, row, column)?.value ?? 0);
  return (
    isTelling && parts.every((part) => part >= 0 && part < actual) && Math.abs(actual - expected) <= NEAR * expected
  );
}

/** The cells in which one slip repairs the total, the rarest kind of slip first. */
function repairsOf(sheet: Sheet, { target, operands, expected, actual }: TriedTotal): Repair[] {
  const off = exactDifference(actual, expected);
  const tries = [{ cell: target, by: -off }, ...operands.map((cell) => ({ cell, by: off }))];
  return tries
    .flatMap(({ cell, by }) => {
      const figure = figureAt(sheet, cell.row, cell.column);
      // A figure that lost its last places by a slip of ten lost half a unit of them as well.
      const slip =
        figure &&
        slipBetween(
          figure.value,
          exactSum([figure.value, by]),
          10 * halfUnit(figure.decimals) * (figure.decimals > 0 ? 1 : 0),
        );
      return figure && slip ? [{ cell, was: figure.value, slip }] : [];
    })
    .sort((a, b) => b.slip.strength - a.slip.strength);
}

/** A figure that repairs two totals at once is the one: part of the one, and itself the other. */
function byCommonRepair(broken: readonly BrokenTotal[]): (BrokenTotal & { readonly others: readonly TriedTotal[] })[] {
  const left = [...broken];
  const found: (BrokenTotal & { others: TriedTotal[] })[] = [];
  for (let next = left.shift(); next; next = left.shift()) {
    const { total, repairs } = next;
    const sharing = (repair: Repair) =>
      left.filter((other) =>
        other.repairs.some(({ cell, slip }) => isAt(cell, repair.cell) && slip.shouldBe === repair.slip.shouldBe),
      );
    const best = repairs.reduce<Repair | undefined>(
      (most, repair) => (most === undefined || sharing(repair).length > sharing(most).length ? repair : most),
      undefined,
    );
    const shared = best ? sharing(best) : [];
    for (const other of shared) left.splice(left.indexOf(other), 1);
    found.push({
      total,
      repairs: best ? [best, ...repairs.filter((repair) => repair !== best)] : [],
      others: shared.map((other) => other.total),
    });
  }
  return found;
}

function faultOf(total: TriedTotal, repair: Repair | undefined, others: readonly TriedTotal[]): ArithmeticFault {
  const { target, operands, expected, actual } = total;
  const suspects = [...(repair ? [repair.cell] : []), target, ...operands];
  return {
    kind: 'total',
    cells: suspects.filter((cell, i) => suspects.findIndex((one) => isAt(one, cell)) === i),
    relations: [total, ...others].map(({ op, target: at, operands: of }) => ({ op, target: at, operands: of })),
    cause: repair ? causeOf(repair) : { kind: 'undetermined' },
    expected,
    actual,
    difference: exactDifference(actual, expected),
    scale: 1,
  };
}

function causeOf({ cell, was, slip: { kind, shouldBe, factor } }: Repair): ArithmeticFault['cause'] {
  return kind === 'scale' ? { kind, cell, was, shouldBe, factor } : { kind, cell, was, shouldBe };
}
