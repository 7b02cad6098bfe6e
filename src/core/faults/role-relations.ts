import type { Sheet } from '../grid/sheet';
import {
  intervalOf,
  meets,
  quotientInterval,
  scaled,
  shifted,
  sumInterval,
  type Interval,
  type Printed,
} from '../numbers/interval';
import type { RelationOp, Verdict } from '../relations/relation';
import { OWN_BASIS } from '../tables/hints';
import { figureAt, figuresAsUsed } from '../tables/printed';
import {
  isAmountRole,
  isCountRole,
  isFigureRole,
  isShareRole,
  type Column,
  type ColumnRole,
  type Table,
  type TableRow,
} from '../tables/table';

/** What a column is to be by its header, checked row by row. */
export type RoleRelationKind = 'growth' | 'increase' | 'completion' | 'share';

/** A relation that the headers of a table promise, in one of its rows. */
export interface RoleRelation {
  readonly kind: RoleRelationKind;
  readonly op: RelationOp;
  readonly row: TableRow;
  readonly target: Column;
  /** Operand columns of the candidate that the column as a whole fits best. */
  readonly operands: readonly Column[];
  readonly verdict: Verdict;
  readonly actual: number;
  /** In the scale of the cell: 12.3 for a rate printed as 12.3. */
  readonly expected: number;
  /** 100 when the rate is printed as 0–100. */
  readonly scale: number;
}

interface Shape {
  readonly kind: RoleRelationKind;
  readonly op: RelationOp;
  readonly target: ColumnRole;
  /** Candidates of operands, most usual first: the denominator is whichever the column fits. */
  readonly operands: readonly (readonly ColumnRole[])[];
}

const SHAPES: readonly Shape[] = [
  {
    kind: 'growth',
    op: 'relative_change',
    target: 'pct_yoy',
    operands: [
      ['prior', 'ytd'],
      ['prior', 'month'],
      ['prior', 'budget_initial'],
      ['prior', 'budget_adjusted'],
    ],
  },
  { kind: 'growth', op: 'relative_change', target: 'month_pct_yoy', operands: [['month_prior', 'month']] },
  {
    kind: 'increase',
    op: 'difference',
    target: 'delta',
    operands: [
      ['ytd', 'prior'],
      ['budget_initial', 'prior'],
      ['budget_adjusted', 'prior'],
    ],
  },
  { kind: 'increase', op: 'difference', target: 'month_delta', operands: [['month', 'month_prior']] },
  {
    kind: 'completion',
    op: 'division',
    target: 'pct_budget',
    operands: [
      ['ytd', 'budget_initial'],
      ['ytd', 'budget_adjusted'],
    ],
  },
];

const RATE_ROW = /[%％]|(?:率|占比|比重|进度)$/;

/** A column that fits its header in fewer rows than this share means something else: nothing is said of it. */
const LEAST_FIT = 0.6;

/** Where the increase beside it is taken from the same two columns, a rate may fit them less often. */
const LEAST_FIT_BESIDE = 0.4;

export function roleRelations(sheet: Sheet, table: Table): RoleRelation[] {
  const found: RoleRelation[] = [];
  // Increases first: they tell the rates beside them what to be of.
  for (const shape of [...SHAPES].sort((a, b) => Number(b.kind === 'increase') - Number(a.kind === 'increase')))
    for (const target of table.columns)
      if (target.role === shape.target && !OWN_BASIS.test(target.path.join('|')))
        found.push(...bestFit(sheet, table, shape, target, columnsOf(table, shape, target), found));
  const told = new Set(found.map(({ target }) => target));
  for (const target of table.columns.filter((column) => !told.has(column)))
    found.push(...bestFit(sheet, table, NAMED, target, namedOperands(table, target), found));
  const named = new Set(found.map(({ target }) => target));
  for (const target of table.columns.filter((column) => isShareRole(column.role) && !named.has(column)))
    found.push(...ofAnyTwo(sheet, table, target));
  return found;
}

/** What a rate of two amounts may be: a share of the one in the other, or by how much it is more. */
const RATES_OF_TWO = [
  { kind: 'completion', op: 'division' },
  { kind: 'growth', op: 'relative_change' },
] as const;
const LEAST_ROWS = 5;
/** In wider tables some two columns may give anything. */
const MOST_AMOUNTS = 10;

/** A rate whose name is no column's: of which two amounts it is, the figures of many rows tell. */
function ofAnyTwo(sheet: Sheet, table: Table, target: Column): RoleRelation[] {
  const pairs = pairsOfAmounts(table, target);
  const holding = (of: readonly RoleRelation[]): number => of.filter(({ verdict }) => verdict !== 'broken').length;
  const [best = []] = RATES_OF_TWO.map((shape) => bestFit(sheet, table, shape, target, pairs, [])).sort(
    (a, b) => holding(b) - holding(a),
  );
  const due = best.filter(({ verdict, expected }) => verdict !== 'broken' || expected !== 0 || !isGiven(target));
  return best.length >= LEAST_ROWS ? due : [];
}

/** What was agreed, not reckoned: in the year of its issue a bond of 2.45% has paid nothing yet. */
function isGiven({ path }: Column): boolean {
  return /[利税]率|(?<![缴征收])费率/.test(path.at(-1) ?? '');
}

function pairsOfAmounts({ columns }: Table, target: Column): (readonly Column[])[] {
  const amounts = columns.filter(({ role, column }) => isAmountRole(role) && column !== target.column);
  if (amounts.length > MOST_AMOUNTS || OWN_BASIS.test(target.path.join('|'))) return [];
  // What is paid at an agreed rate is called after it; how often a year it is paid divides nothing.
  const wholes = isGiven(target) ? amounts.filter(({ role }) => !isCountRole(role)) : amounts;
  const parts = isGiven(target) ? wholes.filter(({ path }) => /息|税|费/.test(path.join('|'))) : amounts;
  return parts.flatMap((part) =>
    wholes.filter((whole) => whole !== part && whole.unit === part.unit).map((whole) => [part, whole]),
  );
}

/** A rate that says by its name what of: the figures tell what it is divided by. */
const NAMED = { kind: 'share', op: 'division' } as const;

/** The columns that a header of a role asks for. */
function columnsOf(table: Table, { operands }: Shape, target: Column): (readonly Column[])[] {
  return operands.flatMap((roles) => {
    const columns = roles.flatMap((role) => nearest(table, role, target) ?? []);
    return columns.length === roles.length ? [columns] : [];
  });
}

const RATE_OF = /^(?:其中[:：])?([一-龥]{2,6}?)(?:率|进度|比例)(?:[%％]|\([%％]\))?$/;
/** 余额占限额%, 非税占收入比重. */
const PART_OF = /^(?:其中:)?([一-龥]{2,}?)占([一-龥]{2,}?)(?:的)?(?:比重|比例)?(?:[%％]|\([%％]\))?$/;
const MEAN_OF = /^(?:人均|户均|生均|亩均)([一-龥]{2,6})$/;

/**
 * 节约率: what is called 节约, by any other amount of the table; 人均实发: what is called 实发, by the persons. The name
 * may stand over a group: 整改率 | 个数 is of 已整改 | 个数.
 */
function namedOperands(table: Table, target: Column): (readonly Column[])[] {
  const leaf = target.path.at(-1) ?? '';
  const [, part, whole] = PART_OF.exec(leaf) ?? [];
  if (part !== undefined && whole !== undefined && isFigureRole(target.role)) {
    const called = (name: string) =>
      table.columns.filter(({ role, path }) => isAmountRole(role) && (path.at(-1) ?? '').includes(name));
    return called(part).flatMap((one) => called(whole).flatMap((all) => (one === all ? [] : [[one, all]])));
  }
  const over = RATE_OF.exec(target.path.at(-2) ?? '')?.[1];
  const [rate, mean] = [RATE_OF.exec(leaf)?.[1] ?? over, MEAN_OF.exec(leaf)?.[1]];
  const thing = rate ?? mean;
  if (thing === undefined || !isFigureRole(target.role)) return [];
  const isOfGroup = rate !== undefined && rate === over;
  const isCalled = ({ path }: Column): boolean =>
    isOfGroup ? (path.at(-2) ?? '').includes(thing) : (path.at(-1) ?? '').includes(thing) || path.at(-2) === thing;
  const figures = table.columns.filter(
    ({ path, role, column }) =>
      column !== target.column &&
      isAmountRole(role) &&
      (!isOfGroup || path.at(-1) === leaf) &&
      !path.some((text) => RATE_OF.test(text)),
  );
  return figures
    .filter((column) => isCalled(column))
    .flatMap((part) =>
      figures
        .filter((whole) => whole !== part && isCountIn(whole, rate, isOfGroup) && isLike(part, whole, rate, isOfGroup))
        .map((whole) => [part, whole]),
    );
}

/** A mean is by persons; a rate by an amount, or by what bears the name of its column. */
function isCountIn({ role }: Column, rate: string | undefined, isOfGroup: boolean): boolean {
  return isOfGroup || (rate === undefined) === isCountRole(role);
}

/** A rate is of two figures of one sort. */
function isLike(part: Column, whole: Column, rate: string | undefined, isOfGroup: boolean): boolean {
  return (
    rate === undefined || isOfGroup || (part.unit === whole.unit && isCountRole(part.role) === isCountRole(whole.role))
  );
}

function bestFit(
  sheet: Sheet,
  table: Table,
  shape: Pick<Shape, 'kind' | 'op'>,
  target: Column,
  candidates: readonly (readonly Column[])[],
  known: readonly RoleRelation[],
): RoleRelation[] {
  let best: RoleRelation[] = [];
  // Of a rate the change is given in points.
  const rows = shape.op === 'relative_change' ? table.rows.filter(({ name }) => !RATE_ROW.test(name)) : table.rows;
  let bestHolding = -1;
  const own = figuresAsUsed(sheet, table, target.column);
  for (const columns of candidates) {
    for (const scale of shape.op === 'difference' ? [1] : [100, 1]) {
      const relations = rows.flatMap((row) => judge(sheet, shape, row, target, own(row.row), columns, scale) ?? []);
      const holding = relations.filter(({ verdict }) => verdict !== 'broken').length;
      if (holding > bestHolding) {
        bestHolding = holding;
        best = relations;
      }
    }
  }
  const judged = best.length;
  const isBeside =
    shape.kind === 'growth' &&
    known.some(({ kind, operands }) => kind === 'increase' && operands.every((one) => best[0]?.operands.includes(one)));
  if (judged < 2 || bestHolding < judged * (isBeside ? LEAST_FIT_BESIDE : LEAST_FIT)) return [];
  const ofMore = new Set(rowsOfMore(sheet, table, best));
  return best.filter((one) => !ofMore.has(one));
}

/** So many rows, and at least half of those that miss, tell that a share is of two columns together. */
const LEAST_OF_MORE = 2;

/** 收回率 of what was there in January and what was lent since: rows that come out where one more column is added to the whole. */
function rowsOfMore(sheet: Sheet, { columns }: Table, all: readonly RoleRelation[]): readonly RoleRelation[] {
  const broken = all.filter(({ verdict }) => verdict === 'broken');
  const [{ op, operands } = { op: undefined, operands: [] }] = broken;
  const [part, whole] = operands;
  if (op !== 'division' || !part || !whole) return [];
  const comesOut = (more: Column, { row, target, scale }: RoleRelation): boolean => {
    const [rate, of, of1, of2] = [target, part, whole, more].map(({ column }) => figureAt(sheet, row.row, column));
    if (!rate || !of || !of1 || !of2 || of2.value === 0) return false;
    const share = quotientInterval(intervalOf(of), sumInterval([of1, of2]));
    return share !== undefined && meets(intervalOf(rate), scaled(share, scale));
  };
  return columns
    .filter((more) => isAmountRole(more.role) && more.unit === whole.unit && more !== part && more !== whole)
    .map((more) => broken.filter((one) => comesOut(more, one)))
    .filter(({ length }) => length >= LEAST_OF_MORE && length * 2 >= broken.length)
    .reduce<readonly RoleRelation[]>((most, one) => (one.length > most.length ? one : most), []);
}

/** Of several columns of a role the one with the longest common header path, then the nearest. */
function nearest(table: Table, role: ColumnRole, target: Column): Column | undefined {
  const candidates = table.columns.filter((column) => column.role === role && column !== target);
  const shared = (column: Column) => {
    let depth = 0;
    while (column.path[depth] !== undefined && column.path[depth] === target.path[depth]) depth++;
    return depth;
  };
  return candidates.sort(
    (a, b) => shared(b) - shared(a) || Math.abs(a.column - target.column) - Math.abs(b.column - target.column),
  )[0];
}

function judge(
  sheet: Sheet,
  shape: Pick<Shape, 'kind' | 'op'>,
  row: TableRow,
  target: Column,
  printed: Printed | undefined,
  operands: readonly Column[],
  scale: number,
): RoleRelation | undefined {
  const figures = operands.map(({ column, role }) => {
    const figure = figureAt(sheet, row.row, column);
    // Things are counted, not rounded.
    return figure && isCountRole(role) && Number.isInteger(figure.value) ? { ...figure, exact: true } : figure;
  });
  const [a, b] = figures;
  if (!printed || !a || !b) return undefined;
  const expected = expectation(shape.op, a, b, scale);
  if (!expected) return undefined;
  const own = intervalOf(printed);
  const verdict: Verdict = !meets(own, expected.interval)
    ? 'broken'
    : own.low <= expected.value && expected.value <= own.high
      ? 'holds'
      : 'rounding';
  return {
    kind: shape.kind,
    op: shape.op,
    row,
    target,
    operands,
    verdict,
    actual: printed.value,
    expected: expected.value,
    scale,
  };
}

function expectation(
  op: RelationOp,
  a: Printed,
  b: Printed,
  scale: number,
): { interval: Interval; value: number } | undefined {
  const [left, right] = [intervalOf(a), intervalOf(b)];
  if (op === 'difference')
    return {
      interval: sumInterval([a, b], [1, -1]),
      value: sumInterval(
        [
          { ...a, exact: true },
          { ...b, exact: true },
        ],
        [1, -1],
      ).low,
    };
  if (op === 'division') {
    const share = quotientInterval(left, right);
    return share && { interval: scaled(share, scale), value: (a.value / b.value) * scale };
  }
  // A rate on a base that is nothing or negative says nothing.
  if (a.value <= 0) return undefined;
  const ratio = quotientInterval(right, left);
  return ratio && { interval: scaled(shifted(ratio, -1), scale), value: (b.value / a.value - 1) * scale };
}
