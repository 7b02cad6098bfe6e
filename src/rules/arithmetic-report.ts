import { cellName, columnName, type Position } from '../core/grid/address';
import { formulaAt, type Sheet } from '../core/grid/sheet';
import type { ArithmeticFault, FaultKind } from '../core/faults/find-faults';
import { columnNameOf, tablePlaceOf, rowName } from '../core/tables/table-place';
import { unitOfCell } from '../core/tables/unit-of-cell';
import { isShownAsPercent } from '../core/grid/shown-value';
import type { Amount, Datum, Level, Report } from '../core/findings/rule';
import type { SheetView } from '../core/reading/dossier';
import type { SheetReading } from '../core/reading/sheet-reading';
import { exactSum, ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import { slipBetween } from '../core/relations/slip';
import { figureAt } from '../core/tables/printed';
import type { RelationOp } from '../core/relations/relation';

/** What the rules on broken arithmetic share: a fault of the sheet put into a report. */
export function faultReports<Id extends string>(
  context: SheetView,
  kind: FaultKind,
  messageId: (fault: ArithmeticFault) => Id,
  level: Level = 'error',
): Report<Id>[] {
  return context.sheets.flatMap((reading) =>
    reading.faults
      .filter((fault) => fault.kind === kind)
      .map((fault) => reportOf(reading, fault, messageId(fault), fault.ground === 'label' ? 'warning' : level))
      .filter(isSeen),
  );
}

/** Two figures that print the same are no error to whoever reads them, and what is no number cannot be told. */
function isSeen({ data: { actual, expected } }: Pick<Report, 'data'>): boolean {
  const printed = [actual, expected].map((datum) =>
    typeof datum === 'object' && 'amount' in datum ? datum.amount : NaN,
  );
  return printed.every(Number.isFinite) && printed[0] !== printed[1];
}

/** How many relations of the given operations hold. */
export function holding(context: SheetView, ...ops: readonly RelationOp[]): number {
  let count = 0;
  for (const { arithmetic } of context.sheets) {
    for (const pattern of arithmetic.patterns) if (ops.includes(pattern.op)) count += pattern.holding;
  }
  return count;
}

function reportOf<Id extends string>(
  reading: SheetReading,
  fault: ArithmeticFault,
  messageId: Id,
  level: Level,
): Report<Id> {
  const [leading, ...others] = fault.relations;
  const target = leading?.target ?? fault.cells[0];
  const cells = uniqueCells([...fault.cells, ...(target ? [target] : [])]);
  return {
    level,
    sheet: reading.sheet.name,
    cells,
    ...(leading ? { relation: { op: leading.op, target: leading.target, range: leading.operands } } : {}),
    consequences: others.map(({ op, target: at, operands }) => ({ op, target: at, range: operands })),
    messageId,
    data: { ...describe(reading, fault, target), ...describeCause(reading, fault, target) },
    expected: fault.expected,
    actual: fault.actual,
    difference: fault.difference,
    cause: fault.cause,
    ...mendsOf(reading.sheet, fault),
  };
}

/** A number stored as text, and the typed total that lacks just it: made a number alone, it would leave the total wrong. */
function mendsOf(sheet: Sheet, { cause, relations: [leading], expected, difference }: ArithmeticFault) {
  if (cause.kind !== 'textNumber' || !cause.skipped || leading?.op !== 'sum') return {};
  const { row, column } = leading.target;
  if (formulaAt(sheet, row, column) !== undefined || exactSum([difference, cause.value]) !== 0) return {};
  const cells = [
    { ...cause.cell, content: { value: cause.value } },
    { row, column, content: { value: expected } },
  ];
  return { mends: { cells, safe: true } };
}

function describe(reading: SheetReading, fault: ArithmeticFault, target: Position | undefined): Record<string, Datum> {
  const { sheet, tables } = reading;
  if (!target) return {};
  const decimals = decimalsFor(sheet, fault, target);
  const rate = fault.kind === 'growth' || fault.kind === 'completion' || fault.kind === 'share';
  const { table, row, column } = tablePlaceOf(tables, target);
  const unit = rate || !table ? undefined : unitOfCell(table, row, column);
  // A share is printed as its cell shows it; what a rate's sentence says in percent is made so.
  const percent =
    rate && fault.scale === 1 && (fault.kind !== 'share' || isShownAsPercent(sheet, target.row, target.column));
  const amount = (value: number): Amount => ({
    amount: roundHalfUp(percent ? value * 100 : value, percent ? Math.max(decimals - 2, 0) : decimals),
    decimals: percent ? Math.max(decimals - 2, 0) : decimals,
    ...(unit ? { unit } : {}),
  });
  return {
    ...namesOf(reading, target),
    actual: amount(fault.actual),
    expected: amount(fault.expected),
    difference: amount(Math.abs(fault.difference)),
    ...(fault.kind === 'completion'
      ? { denominator: columnNameOf(tables, fault.relations[0]?.operands[1] ?? target) }
      : {}),
  };
}

/** A row without a name is called by its column, and then the column is not said twice. */
function namesOf({ sheet, tables }: SheetReading, target: Position): { row: string; column: string } {
  const row = rowName(sheet, tables, target);
  const column = columnNameOf(tables, target);
  if (row === '') return { row: column === '' ? cellName(target) : column, column: '' };
  return { row, column: column === '' ? columnName(target.column) : column };
}

/** As many decimals as the cells themselves show; a full-precision result is cut to something readable. */
function decimalsFor(sheet: Sheet, fault: ArithmeticFault, target: Position): number {
  const alike = fault.kind === 'total' || fault.kind === 'increase' || fault.kind === 'average';
  const shown = [target, ...(alike ? (fault.relations[0]?.operands ?? []) : [])]
    .map(({ row, column }) => figureAt(sheet, row, column))
    .map((figure) => (figure ? Math.min(figure.decimals, figure.exact ? 2 : 4) : 0));
  return Math.max(0, ...shown);
}

function describeCause(
  reading: SheetReading,
  fault: ArithmeticFault,
  target: Position | undefined,
): Record<string, Datum> {
  const { cause } = fault;
  const name = (cell: Position) => rowName(reading.sheet, reading.tables, cell) || columnNameOf(reading.tables, cell);
  const decimals = target ? decimalsFor(reading.sheet, fault, target) : 2;
  const plain = (value: number): Amount => ({ amount: roundHalfUp(value, decimals), decimals });
  const candidates = equallyLikely(reading.sheet, fault);
  if (candidates.length > 1 && 'was' in cause && 'shouldBe' in cause) {
    const others = candidates.filter(({ row, column }) => row !== cause.cell.row || column !== cause.cell.column);
    return {
      cause: 'oneOf',
      culprit: name(cause.cell),
      others: [...new Set(others.map(name))].slice(0, 3),
      was: plain(cause.was),
      shouldBe: plain(cause.shouldBe),
      change: plain(Math.abs(fault.difference)),
    };
  }
  switch (cause.kind) {
    case 'undetermined':
    case 'copiedRow':
      return { cause: cause.kind };
    case 'leftOut':
      return { cause: cause.kind, culprit: [...new Set(cause.cells.map(name))].slice(0, 3) };
    case 'sumStopsShort':
      return {
        cause: cause.kind,
        culprit: cause.cells.map(name).slice(0, 3),
        at: cellName(cause.cell),
        formula: `=${formulaAt(reading.sheet, cause.cell.row, cause.cell.column) ?? ''}`,
      };
    case 'typedOver':
      return { cause: cause.kind, culprit: name(cause.cell), at: cellName(cause.cell) };
    case 'otherFormula':
      return {
        cause: cause.kind,
        culprit: name(cause.cell),
        at: cellName(cause.cell),
        formula: `=${formulaAt(reading.sheet, cause.cell.row, cause.cell.column) ?? ''}`,
      };
    case 'textNumber':
      return { cause: cause.kind, culprit: name(cause.cell), was: plain(cause.value) };
    case 'omitted':
      return { cause: cause.kind, culprit: name(cause.cell), shouldBe: plain(cause.shouldBe) };
    case 'exchanged':
      return { cause: cause.kind, culprit: name(cause.cell), other: name(cause.other) };
    case 'headerCounted':
      return { cause: cause.kind, was: String(cause.was) };
    case 'countedTwice':
      return { cause: cause.kind, culprit: name(cause.cell), was: plain(cause.was) };
    case 'scale':
      return {
        cause: cause.kind,
        culprit: name(cause.cell),
        was: plain(cause.was),
        shouldBe: plain(cause.shouldBe),
        factor: cause.factor >= 1 ? cause.factor : Math.round(1 / cause.factor),
        up: cause.factor >= 1 ? 'yes' : 'no',
      };
    case 'transposed':
      return {
        cause: cause.kind,
        culprit: name(cause.cell),
        was: plain(cause.was),
        shouldBe: plain(cause.shouldBe),
        ...swappedPlaces(cause.was, cause.shouldBe),
      };
    default:
      return { cause: cause.kind, culprit: name(cause.cell), was: plain(cause.was), shouldBe: plain(cause.shouldBe) };
  }
}

/** Slips of the hand that may have happened in any of several parts. */
const SLIPS: readonly string[] = ['wrongDigit', 'droppedDigit', 'extraDigit', 'transposed'];

/**
 * The cells of a single broken sum in each of which one slip of the same kind repairs it: then it cannot
 * be told which it was, and naming one would send the clerk to the wrong cell.
 */
function equallyLikely(sheet: Sheet, { relations, cause, difference }: ArithmeticFault): Position[] {
  const [leading, ...others] = relations;
  if (leading?.op !== 'sum' || others.length > 0 || !SLIPS.includes(cause.kind)) return [];
  const repairs = [
    { cell: leading.target, by: -difference },
    ...leading.operands.map((cell) => ({ cell, by: difference })),
  ];
  return repairs
    .filter(({ cell, by }) => {
      const value = figureAt(sheet, cell.row, cell.column)?.value;
      return value !== undefined && slipBetween(value, exactSum([value, by]), 0)?.kind === cause.kind;
    })
    .map(({ cell }) => cell);
}

/** The two digits that changed places: `p3` is the thousands, `d2` the hundredths. */
function swappedPlaces(was: number, shouldBe: number): { high: string; low: string } {
  const decimals = Math.max(ownDecimals(was), ownDecimals(shouldBe));
  const digits = (value: number) => Math.abs(value).toFixed(decimals).replace('.', '').split('').reverse();
  const [before, after] = [digits(was), digits(shouldBe)];
  const places = Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).filter(
    (i) => (before[i] ?? '0') !== (after[i] ?? '0'),
  );
  const name = (place: number) => (place < 0 ? `d${-place}` : `p${place}`);
  return { high: name((places.at(-1) ?? 0) - decimals), low: name((places[0] ?? 0) - decimals) };
}

function uniqueCells(cells: readonly Position[]): Position[] {
  const seen = new Set<string>();
  return cells.filter(({ row, column }) => {
    const key = `${row},${column}`;
    return !seen.has(key) && seen.add(key);
  });
}
