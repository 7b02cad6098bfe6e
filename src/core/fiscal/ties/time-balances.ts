import type { Sheet } from '../../grid/sheet';
import { type Interval, intervalOf, meets, sumInterval, type Printed } from '../../numbers/interval';
import { significantDigits } from '../../numbers/decimal';
import { figureAt } from '../../tables/printed';
import { type Column, isAmountRole, type Table, type TableRow } from '../../tables/table';
import { isOfTime, type RollForward } from './roll-forward';

const STOCK = /(?:余额|结余|库存|结存|滚存)$/;
const LEAST_HOLDING = 3;
/** Of more columns too many pairs would come out by chance. */
const MOST_COLUMNS = 30;
/** Each pair is tried in each line: a longer list is a book, which says what flows. */
const MOST_LINES = 400;
/** Digits of a balance that is not met by chance. */
const TELLING_DIGITS = 3;

/**
 * A balance by months or years without one of the beginning beside it: 月末结余 = that of the month before + 收入 − 支出, or
 * 年末余额 less what falls due. Which columns flow in and out the figures say: in nearly all lines one pair comes out.
 */
export function timeBalances(sheet: Sheet, table: Table): RollForward[] {
  const { columns } = table;
  const lines = table.rows.filter((row) => row.role === 'item' && isOfTime(row));
  if (lines.length <= LEAST_HOLDING || lines.length > MOST_LINES || columns.length > MOST_COLUMNS) return [];
  if (columns.some(({ role }) => role === 'opening')) return [];
  const flows = columns.filter(({ role }) => isAmountRole(role) && role !== 'closing');
  return columns
    .filter(({ role, path }) => isAmountRole(role) && (role === 'closing' || STOCK.test(path.at(-1) ?? '')))
    .flatMap((balance) => {
      const others = flows.filter((column) => column !== balance);
      const read = new Map([balance, ...others].map((column) => [column, figuresOf(sheet, lines, column)]));
      const pairs = [undefined, ...others].flatMap((into) =>
        [undefined, ...others].filter((out) => out !== into).map((out) => ({ into, out })),
      );
      const found = pairs
        .map((pair) => rollsOf(lines, read, balance, pair))
        .filter(isTelling)
        .sort((a, b) => holding(b) - holding(a));
      return (found[0] ?? []).map(({ roll }) => roll);
    });
}

interface Flows {
  readonly into: Column | undefined;
  readonly out: Column | undefined;
}

interface Line {
  readonly roll: RollForward;
  /** A balance that stays as it was follows from any columns of zeros. */
  readonly moves: boolean;
  /** Another column of the row holds what is missing: it flows as well. */
  readonly isOtherFlow: boolean;
}

type Figures = ReadonlyMap<Column, readonly (Printed | undefined)[]>;

function rollsOf(lines: readonly TableRow[], read: Figures, balance: Column, { into, out }: Flows): Line[] {
  const balances = read.get(balance) ?? [];
  const expectedAt = (i: number, before: Printed | undefined) => {
    const flows = [
      { column: into, sign: 1 },
      { column: out, sign: -1 },
    ].flatMap(({ column, sign }) => {
      const figure = column && read.get(column)?.[i];
      return column && figure ? [{ column, figure, sign }] : [];
    });
    // A line without any flow repeats its balance, whichever columns are taken.
    if (!before || flows.length === 0) return undefined;
    const terms = [before, ...flows.map(({ figure }) => figure)];
    const signs = [1, ...flows.map(({ sign }) => sign)];
    const exactly = terms.map((term) => ({ ...term, exact: true }));
    return { flows, sum: sumInterval(terms, signs), value: sumInterval(exactly, signs).low };
  };
  const rolls: Line[] = [];
  let repaired: Printed | undefined;
  lines.forEach((row, i) => {
    const before = repaired ?? balances[i - 1];
    repaired = undefined;
    const end = balances[i];
    const expected = i === 0 ? undefined : expectedAt(i, before);
    if (!end || !expected) return;
    const holds = meets(intervalOf(end), expected.sum);
    const should = { ...end, value: expected.value };
    // What the next line goes on from says which of the two is off.
    const next = holds ? undefined : expectedAt(i + 1, should);
    const after = balances[i + 1];
    if (next && after && meets(intervalOf(after), next.sum)) repaired = should;
    const off = Math.abs(end.value - should.value);
    rolls.push({
      moves: expected.flows.some(({ figure }) => figure.value !== 0),
      isOtherFlow: !holds && [...read].some(([, figures]) => figures[i] && holdsIn(intervalOf(figures[i]), off)),
      roll: {
        kind: 'running',
        row,
        from: [
          { row: lines[i - 1]?.row ?? row.row, column: balance.column },
          ...expected.flows.map(({ column }) => ({ row: row.row, column: column.column })),
        ],
        target: { row: row.row, column: balance.column },
        expected: should.value,
        actual: end.value,
        holds,
      },
    });
  });
  return rolls;
}

function holdsIn({ low, high }: Interval, size: number): boolean {
  return [size, -size].some((value) => value >= low && value <= high);
}

function holding(lines: readonly Line[]): number {
  return lines.filter(({ roll }) => roll.holds).length;
}

/** One line at most is off, and the others say something. */
function isTelling(lines: readonly Line[]): boolean {
  const held = lines.filter(({ roll }) => roll.holds);
  const telling = held.filter(({ roll, moves }) => moves && significantDigits(roll.actual) >= TELLING_DIGITS);
  if (telling.length < LEAST_HOLDING || lines.length - held.length > 1) return false;
  return !lines.some(({ isOtherFlow }) => isOtherFlow);
}

function figuresOf(sheet: Sheet, lines: readonly TableRow[], { column }: Column): (Printed | undefined)[] {
  return lines.map(({ row }) => figureAt(sheet, row, column));
}
