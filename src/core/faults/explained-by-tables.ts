import { formulaAt, type Sheet } from '../grid/sheet';
import type { Relation } from '../relations/relation';
import type { SheetArithmetic, Suspicion } from '../relations/types';
import { intervalOf, meets, type Printed, sumInterval } from '../numbers/interval';
import { figureAt } from '../tables/printed';
import { type ColumnRole, isCountRole, isFigureRole, isRateRole, type Table } from '../tables/table';
import { tablePlaceOf } from '../tables/table-place';

/** Whether what the figures alone make suspicious is as it should be by what the tables say of it. */
export function isExplainedByTables(
  sheet: Sheet,
  tables: readonly Table[],
  arithmetic: SheetArithmetic,
  suspicion: Suspicion,
): boolean {
  return (
    isScratch(tables, suspicion) ||
    isLeftOpen(tables, suspicion) ||
    isTotalOfRates(sheet, tables, suspicion) ||
    isUnnamedQuotient(tables, arithmetic, suspicion) ||
    isReckonedFromLoss(sheet, suspicion) ||
    isBalanced(sheet, tables, suspicion) ||
    isOfAnotherTable(tables, arithmetic, suspicion) ||
    isAlwaysTaken(sheet, arithmetic, suspicion)
  );
}

/** One alone may be a slip. */
const LEAST_TAKEN = 2;

/**
 * 调减 among what is added to a budget: where no line that has such a figure comes out, and each does with the other sign,
 * the column is taken away, and none of them is wrong.
 */
function isAlwaysTaken(
  sheet: Sheet,
  { patterns }: SheetArithmetic,
  { cause, relations: [leading] }: Suspicion,
): boolean {
  const pattern = leading && patterns[leading.pattern];
  if (cause.kind !== 'sign' || pattern?.op !== 'sum' || pattern.broken < LEAST_TAKEN) return false;
  const [line, across] = pattern.axis === 'columns' ? (['column', 'row'] as const) : (['row', 'column'] as const);
  const part = cause.cell[line];
  if (!pattern.operands.includes(part)) return false;
  const figureIn = (at: number, of: number): Printed =>
    (pattern.axis === 'columns' ? figureAt(sheet, at, of) : figureAt(sheet, of, at)) ?? NOTHING;
  const held = new Set(pattern.held);
  const signs = pattern.operands.map((of) => (of === part ? -1 : 1));
  return pattern.lines.every((at) => {
    if (at === cause.cell[across] || figureIn(at, part).value === 0) return true;
    const terms = pattern.operands.map((of) => figureIn(at, of));
    return !held.has(at) && meets(intervalOf(figureIn(at, pattern.target)), sumInterval(terms, signs));
  });
}

/** Figures beside or below the tables of a sheet, which nobody named: somebody reckoned there. */
function isScratch(tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  return leading !== undefined && tables.length > 0 && tablePlaceOf(tables, leading.target).table === undefined;
}

/** 核对：调整总表: what another table has, repeated below the total as far as somebody wished. */
const CHECKS = /^(?:核对|校核|勾稽|核验)/;

/**
 * What stands below the total of a list is there for what it says; a cell that it leaves blank lacks nothing. Nor does
 * one below a header that promises words, whatever the table above has in that column.
 */
function isLeftOpen(tables: readonly Table[], { cause, relations: [leading] }: Suspicion): boolean {
  if (cause.kind !== 'omitted') return false;
  const { table, row, column } = tablePlaceOf(tables, cause.cell);
  if (row && CHECKS.test(row.name)) return true;
  // A 小计 that gives some of its columns alone says nothing wrong: what is above takes up its parts.
  if (row?.role === 'total' || row?.role === 'subtotal') return true;
  if (column && !isFigureRole(column.role)) return true;
  // What is left of two amounts has no number of cases.
  if (column && isCountRole(column.role) && leading?.op === 'difference') return true;
  const at = table?.rows.findIndex(({ row }) => row === cause.cell.row) ?? -1;
  const total = table?.rows.findIndex(({ role }, i) => role === 'total' && table.rows[i - 1]?.role === 'item') ?? -1;
  return total >= 0 && at > total && table?.rows.slice(total + 1, at + 1).every(({ role }) => role !== 'item') === true;
}

/** 参保率 of all towns is no sum of those of each, though amounts stand in the same column of the table above. */
function isTotalOfRates(sheet: Sheet, tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (leading?.op !== 'sum' || leading.operands.some(({ column }) => column !== leading.target.column)) return false;
  const { column } = tablePlaceOf(tables, leading.target);
  // Shares of one whole do add up, as far as they are printed.
  if (column?.role === 'share') return isWithinPrint(sheet, leading);
  return column !== undefined && isRateRole(column.role);
}

function isWithinPrint(sheet: Sheet, { target, operands }: Pick<Relation, 'target' | 'operands'>): boolean {
  const total = figureAt(sheet, target.row, target.column);
  const parts = operands.flatMap(({ row, column }) => figureAt(sheet, row, column) ?? []);
  const printed = (figure: Printed): Printed => ({ ...figure, exact: false });
  return total !== undefined && meets(intervalOf(printed(total)), sumInterval(parts.map(printed)));
}

/** From a negative base a formula reckons growth in the way that the bureau chose. */
function isReckonedFromLoss(sheet: Sheet, { relations: [leading] }: Suspicion): boolean {
  const [base] = leading?.op === 'relative_change' ? leading.operands : [];
  return (
    leading !== undefined &&
    base !== undefined &&
    (figureAt(sheet, base.row, base.column)?.value ?? 0) < 0 &&
    formulaAt(sheet, leading.target.row, leading.target.column) !== undefined
  );
}

/**
 * Most lines of a ledger have either come or gone, so that their figures alone may add up the wrong way round; the line
 * in which all of them stand is right where its balance carries forward.
 */
function isBalanced(sheet: Sheet, tables: readonly Table[], { relations: [leading] }: Suspicion): boolean {
  if (!leading) return false;
  const { table } = tablePlaceOf(tables, leading.target);
  const cells = [leading.target, ...leading.operands];
  if (!table || cells.some(({ row }) => row !== leading.target.row)) return false;
  const carried = CARRIED.flatMap((role) => {
    const [column, more] = table.columns.filter((one) => one.role === role);
    return column && !more ? [column.column] : [];
  });
  const columns = new Set(carried);
  if (columns.size < CARRIED.length || !cells.every(({ column }) => columns.has(column))) return false;
  const figures = carried.map((column) => figureAt(sheet, leading.target.row, column));
  const [closing, ...flows] = figures;
  const terms = flows.map((figure) => figure ?? NOTHING);
  return closing !== undefined && meets(intervalOf(closing), sumInterval(terms, SIGNS));
}

const CARRIED = ['closing', 'opening', 'inflow', 'outflow'] as const satisfies readonly ColumnRole[];
const SIGNS = [1, 1, -1];
const NOTHING: Printed = { value: 0, decimals: 0, exact: true };

/** What holds for the columns of one table says nothing of the other below it, whose headers are others. */
function isOfAnotherTable(
  tables: readonly Table[],
  { relations, patterns }: SheetArithmetic,
  { relations: [leading] }: Suspicion,
): boolean {
  if (!leading || patterns[leading.pattern]?.axis !== 'columns') return false;
  const own = tablePlaceOf(tables, leading.target).table;
  const headerOf = (table: Table | undefined): string =>
    [leading.target, ...leading.operands]
      .map(({ column }) => table?.columns.find((one) => one.column === column)?.path.join('|') ?? '')
      .join();
  const holding = relations.filter(({ pattern, verdict }) => pattern === leading.pattern && verdict !== 'broken');
  return (
    own !== undefined &&
    holding.length > 0 &&
    holding.every(({ target }) => {
      const { table } = tablePlaceOf(tables, target);
      return table !== own && headerOf(table) !== headerOf(own);
    })
  );
}

/** In so many lines a quotient must hold for each in which it does not, where no label says that it is one. */
const UNNAMED_LINES = 8;

/** That a column is the quotient of two others is a coincidence until its name or many lines say so. */
function isUnnamedQuotient(
  tables: readonly Table[],
  { patterns }: SheetArithmetic,
  { relations: [leading] }: Suspicion,
): boolean {
  const pattern = leading?.op === 'division' ? patterns[leading.pattern] : undefined;
  if (!leading || !pattern || pattern.evidence.includes('ratioLabel')) return false;
  const { table, column } = tablePlaceOf(tables, leading.target);
  const isWithoutHeader = table !== undefined && (column?.path.length ?? 0) === 0;
  // A row of coefficients has its word; an average beside it is no quotient of them.
  return pattern.axis === 'rows' || isWithoutHeader || pattern.holding < UNNAMED_LINES * pattern.broken;
}
