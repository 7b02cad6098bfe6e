import type { Position } from '../grid/address';
import type { Sheet } from '../grid/sheet';
import { exactDifference } from '../numbers/decimal';
import type { Relation } from '../relations/relation';
import type { Cause, SheetArithmetic, Suspicion } from '../relations/types';
import { figureAt } from '../tables/printed';
import { type RoleRelation, roleRelations } from './role-relations';
import type { Column, ColumnRole, Table } from '../tables/table';
import { brokenTotals } from './broken-totals';
import { tablePlaceOf } from '../tables/table-place';
import { copiedRows } from './copied-rows';
import { isExplainedByTables } from './explained-by-tables';
import { headersCounted } from './header-counted';
import { type BrokenShare, brokenShares } from './share-columns';
import { brokenShareRows } from './share-rows';

/** Which rule a broken relation belongs to. */
export type FaultKind = 'total' | 'growth' | 'completion' | 'increase' | 'share' | 'average';

/** Broken arithmetic by its root cause; every broken relation of a sheet belongs to exactly one. */
export interface ArithmeticFault {
  readonly kind: FaultKind;
  /** Most suspicious first. */
  readonly cells: readonly Position[];
  /** The most telling first; the others are its consequences. */
  readonly relations: readonly StatedBreak[];
  readonly cause: Cause;
  /** A sum with signs, as the form states it or its other rows show it; or one figure in two units. */
  readonly stated?: 'signs' | 'units';
  /** See {@link Suspicion.ground}; `figures` where absent. */
  readonly ground?: Suspicion['ground'];
  readonly expected: number;
  readonly actual: number;
  readonly difference: number;
  /** 100 when the figures are rates printed as 0–100. */
  readonly scale: number;
}

export interface StatedBreak {
  readonly op: Relation['op'];
  readonly target: Position;
  readonly operands: readonly Position[];
}

/**
 * Joins what the figures alone say (suspicions) with what the headers promise. A cell that the
 * figures already blame explains the rates beside it.
 */
export function findFaults(sheet: Sheet, tables: readonly Table[], arithmetic: SheetArithmetic): ArithmeticFault[] {
  const promised = tables.flatMap((table) => roleRelations(sheet, table)).filter(({ verdict }) => verdict === 'broken');
  // A figure that is text and yet counted is no error of the sum: F210 names it.
  const faults = arithmetic.suspicions
    .filter(({ cause }) => cause.kind !== 'textNumber' || cause.skipped)
    .filter((suspicion) => !isExplainedByTables(sheet, tables, arithmetic, suspicion))
    .map((suspicion) => fromSuspicion(sheet, tables, arithmetic, suspicion));
  const named = tables.flatMap((table) => [...headersCounted(sheet, table), ...copiedRows(sheet, table, arithmetic)]);
  for (const one of named) {
    // What the figures alone made of it is the same fault.
    const others = faults.filter(({ cells: [first], relations: [leading] }) =>
      [first, leading?.target].some((cell) => cell && one.cells.some((own) => isAt(own, cell))),
    );
    for (const other of others) faults.splice(faults.indexOf(other), 1);
    faults.push(one);
  }
  for (const total of tables.flatMap((table) => brokenTotals(sheet, table, arithmetic))) {
    if (!total.relations.some((relation) => isExplained(faults, relation))) faults.push(total);
  }
  const left = promised.filter((relation) => !isExplained(faults, breakOf(relation)));
  const shares = tables
    .flatMap((table) => [...brokenShares(sheet, table), ...brokenShareRows(sheet, table)])
    .filter((share) => !isExplained(faults, { ...share, op: 'division' }));
  return foldDerived(
    tables,
    [...faults, ...byCommonCell(left), ...shares.map(fromShare)].map((fault) => rateFirst(fault)),
  );
}

/** Whether a fault that is known already explains a relation, which then becomes one of its consequences. */
function isExplained(faults: ArithmeticFault[], stated: StatedBreak): boolean {
  const explaining = faults.findIndex((fault) => explains(fault, stated));
  const fault = faults[explaining];
  if (fault && !fault.relations.some((known) => isSame(known, stated)))
    faults[explaining] = { ...fault, relations: [...fault.relations, stated] };
  return fault !== undefined;
}

function fromShare({ target, operands, expected, actual, scale }: BrokenShare): ArithmeticFault {
  return {
    kind: 'share',
    cells: [target, ...operands],
    relations: [{ op: 'division', target, operands }],
    cause: { kind: 'undetermined' },
    expected,
    actual,
    difference: actual - expected,
    scale,
  };
}

/** When one rate alone does not follow and nothing tells which figure is wrong, it is the rate that one looks at. */
function rateFirst(fault: ArithmeticFault): ArithmeticFault {
  const [leading, ...others] = fault.relations;
  const isRate = fault.kind === 'growth' || fault.kind === 'completion' || fault.kind === 'share';
  if (
    !leading ||
    !isRate ||
    fault.cause.kind !== 'undetermined' ||
    others.some(({ target }) => !isAt(target, leading.target))
  )
    return fault;
  return { ...fault, cells: [leading.target, ...fault.cells.filter((cell) => !isAt(cell, leading.target))] };
}

function isAt(a: Position, b: Position): boolean {
  return a.row === b.row && a.column === b.column;
}

/**
 * A column of increases repeats what is wrong in the columns it is taken from: the same total of the
 * same rows, off by the same amount, is the same fault.
 */
function foldDerived(tables: readonly Table[], faults: readonly ArithmeticFault[]): ArithmeticFault[] {
  const isDerived = ({ relations: [leading] }: ArithmeticFault) =>
    leading !== undefined && KIND_OF_ROLE[tablePlaceOf(tables, leading.target).column?.role ?? 'amount'] === 'increase';
  const kept = faults.filter((fault) => !isDerived(fault));
  for (const fault of faults.filter(isDerived)) {
    const at = kept.findIndex(
      (origin) => origin.kind === 'total' && sameRows(origin, fault) && ownDifference(origin) === ownDifference(fault),
    );
    const origin = kept[at];
    if (origin) kept[at] = { ...origin, relations: [...origin.relations, ...fault.relations] };
    else kept.push(fault);
  }
  return kept;
}

function sameRows(a: ArithmeticFault, b: ArithmeticFault): boolean {
  const rows = ({ relations: [leading] }: ArithmeticFault) =>
    leading ? [leading.target, ...leading.operands].map(({ row }) => row).join() : '';
  return rows(a) === rows(b);
}

/** Its size at Excel's precision, whichever sign the column gives it. */
function ownDifference({ difference }: ArithmeticFault): number {
  return Number(Math.abs(difference).toPrecision(9));
}

/** A = D + B told as D = A − B is off by as much, but at another cell: its own figures are stated. */
function restated(
  sheet: Sheet,
  { relations: [leading], cause }: Suspicion,
): Pick<ArithmeticFault, 'expected' | 'actual' | 'difference'> | undefined {
  if (leading?.op !== 'difference' || leading.operands.length !== 2 || cause.kind === 'leftOut') return undefined;
  const [actual, minuend, subtrahend] = [leading.target, ...leading.operands].map(
    ({ row, column }) => figureAt(sheet, row, column)?.value,
  );
  if (actual === undefined || minuend === undefined || subtrahend === undefined) return undefined;
  const expected = exactDifference(minuend, subtrahend);
  return { expected, actual, difference: exactDifference(actual, expected) };
}

function fromSuspicion(
  sheet: Sheet,
  tables: readonly Table[],
  arithmetic: SheetArithmetic,
  suspicion: Suspicion,
): ArithmeticFault {
  const [leading] = suspicion.relations;
  const pattern = leading && arithmetic.patterns[leading.pattern];
  const isStated = pattern?.evidence.some((one) => one === 'stated' || one === 'signed') ?? false;
  const stated = !isStated
    ? undefined
    : leading?.op === 'difference'
      ? 'signs'
      : pattern?.operands.length === 1
        ? 'units'
        : undefined;
  return {
    kind:
      leading && !isStated
        ? kindOf(leading, tablePlaceOf(tables, leading.target).column?.role, pattern?.axis === 'columns')
        : 'total',
    ...(stated ? { stated } : {}),
    cells: suspicion.cells,
    relations: suspicion.relations.map(({ op, target, operands }) => ({ op, target, operands })),
    cause: suspicion.cause,
    ground: suspicion.ground,
    ...(restated(sheet, suspicion) ?? {
      expected: suspicion.expected,
      actual: suspicion.actual,
      difference: suspicion.difference,
    }),
    scale: pattern?.scale ?? 1,
  };
}

const KIND_OF_ROLE: Partial<Record<ColumnRole, FaultKind>> = {
  delta: 'increase',
  month_delta: 'increase',
  pct_yoy: 'growth',
  month_pct_yoy: 'growth',
  pct_budget: 'completion',
  share: 'share',
};

/** A rate column says by its header which rate it is, whatever way the figures tell it. */
function kindOf({ op }: Pick<Relation, 'op'>, role: ColumnRole | undefined, acrossColumns: boolean): FaultKind {
  const promised = role && acrossColumns ? KIND_OF_ROLE[role] : undefined;
  if (promised) return promised;
  if (op === 'relative_change') return 'growth';
  if (op === 'average') return 'average';
  if (op === 'division') return 'share';
  return op === 'difference' ? 'increase' : 'total';
}

/** The kind of a relation by itself, without the pattern that it repeats. */
export function kindOfBreak(tables: readonly Table[], { op, target, operands }: StatedBreak): FaultKind {
  return kindOf(
    { op },
    tablePlaceOf(tables, target).column?.role,
    operands.every(({ row }) => row === target.row),
  );
}

function breakOf({ op, row, target, operands }: RoleRelation): StatedBreak {
  const at = (column: Column) => ({ row: row.row, column: column.column });
  return { op, target: at(target), operands: operands.map(at) };
}

function explains(fault: ArithmeticFault, relation: StatedBreak): boolean {
  if (fault.relations.some((known) => isSame(known, relation))) return true;
  const [culprit] = fault.cells;
  return culprit !== undefined && takesPart(relation, culprit);
}

/** The same target from the same cells: A = B + C and B = A − C are one relation told twice. */
function isSame(a: StatedBreak, b: StatedBreak): boolean {
  const keys = ({ target, operands }: StatedBreak) =>
    [target, ...operands]
      .map(({ row, column }) => `${row},${column}`)
      .sort()
      .join(';');
  return keys(a) === keys(b);
}

function takesPart({ target, operands }: StatedBreak, cell: Position): boolean {
  return [target, ...operands].some(({ row, column }) => row === cell.row && column === cell.column);
}

/** Promises broken in one row: a cell in which two of them meet is their common cause. */
function byCommonCell(relations: readonly RoleRelation[]): ArithmeticFault[] {
  const rows = new Map<number, RoleRelation[]>();
  for (const relation of relations) rows.set(relation.row.row, [...(rows.get(relation.row.row) ?? []), relation]);
  return [...rows.values()].flatMap((broken) => {
    const votes = new Map<number, number>();
    for (const { target, operands } of broken) {
      for (const { column } of [target, ...operands]) votes.set(column, (votes.get(column) ?? 0) + 1);
    }
    const [common] = [...votes].sort((a, b) => b[1] - a[1]);
    if (!common || common[1] < 2) return broken.map((relation) => fromRole([relation], relation.target.column));
    const together = broken.filter(({ target, operands }) =>
      [target, ...operands].some(({ column }) => column === common[0]),
    );
    const alone = broken.filter((relation) => !together.includes(relation));
    return [fromRole(together, common[0]), ...alone.map((relation) => fromRole([relation], relation.target.column))];
  });
}

function fromRole(relations: readonly RoleRelation[], suspect: number): ArithmeticFault {
  const leading = relations.find(({ kind }) => kind === 'increase') ?? relations[0];
  if (!leading) throw new RangeError('a fault without a relation');
  const others = relations.filter((relation) => relation !== leading);
  const cells = [suspect, leading.target.column, ...leading.operands.map(({ column }) => column)];
  return {
    kind: leading.kind,
    cells: [...new Set(cells)].map((column) => ({ row: leading.row.row, column })),
    relations: [leading, ...others].map(breakOf),
    cause: { kind: 'undetermined' },
    expected: leading.expected,
    actual: leading.actual,
    difference: leading.actual - leading.expected,
    scale: leading.scale,
  };
}
