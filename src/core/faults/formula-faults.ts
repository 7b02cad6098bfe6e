import { contains, type Position } from '../grid/address';
import { cellIndex, CellKind, numberAt, textAt, type Sheet } from '../grid/sheet';
import type { Surroundings } from '../formulas/compute/book';
import { resultsOf } from '../formulas/evaluate';
import { FormulaGrid } from '../formulas/formula-grid';
import { isRoundingOf } from '../formulas/noise';
import { findFormulaFaults } from '../formulas/find-formula-faults';
import type { FormulaFault } from '../formulas/fault';
import { textAmount } from '../numbers/amount-text';
import { type ColumnRole, isAmountRole, type Table } from '../tables/table';
import type { ArithmeticFault } from './find-faults';
import { followsItsLabel } from './followed-labels';
import { causeOf, proofsOf } from './formula-proofs';
import { isRateName } from '../tables/label';
import { rowName, tablePlaceOf } from '../tables/table-place';
import { rootInFormulas } from './root-formulas';

/** What is wrong with a sheet, each thing once. */
export interface SheetFaults {
  readonly faults: readonly ArithmeticFault[];
  readonly formulaFaults: readonly FormulaFault[];
  /** Names of the other sheets that its formulas look into: with these its faults may change. */
  readonly looksInto: readonly string[];
}

/**
 * Joins what the arithmetic and what the formulas tell, in the light of the tables. What a formula
 * explains is rooted in it. What broken arithmetic otherwise blames is folded: a cell that it names as
 * culprit, as the result that does not come out, or as the cell of its cause is not told again as a
 * formula, and where the figures alone tell no cause, such a formula is the cause.
 */
export function joinFormulaFaults(
  sheet: Sheet,
  tables: readonly Table[],
  arithmetic: readonly ArithmeticFault[],
  around: Surroundings,
): SheetFaults {
  const grid = new FormulaGrid(sheet, around);
  const found = findFormulaFaults(grid);
  const known = new Set(found.map(({ cell }) => keyOf(cell)));
  const isHeading = ({ row }: Position) =>
    tables.some(({ headerRows }) => row >= headerRows[0] && row <= headerRows[1]);
  const formulas = [...found, ...textFigures(sheet, tables).filter(({ cell }) => !known.has(keyOf(cell)))].filter(
    (fault) => isFault(grid, tables, fault) && !(fault.kind === 'numberStoredAsText' && isHeading(fault.cell)),
  );
  const doubted = new Set(found.map(({ cell }) => keyOf(cell)));
  const broken = arithmetic.filter((fault) => !isOfSeenRows(grid, fault) && !isOfOtherCells(grid, fault, doubted));
  const { faults, rooted } =
    broken.length === 0
      ? { faults: broken, rooted: [] }
      : rootInFormulas(sheet, tables, broken, proofsOf(sheet, formulas));
  const told = new Set(faults.flatMap(blamed).map(keyOf));
  const folded = new Map(
    formulas
      .filter((fault) => told.has(keyOf(fault.cell)) && !rooted.includes(fault))
      .map((fault) => [keyOf(fault.cell), fault]),
  );
  return {
    faults: faults.map((fault) => explained(fault, folded)),
    formulaFaults: formulas.filter((fault) => folded.get(keyOf(fault.cell)) !== fault),
    looksInto: grid.sheetsLookedInto(),
  };
}

/** A SUBTOTAL over hidden rows that shows what it should: that it is not the sum of all parts is its sense. */
function isOfSeenRows(grid: FormulaGrid, { relations: [leading] }: ArithmeticFault): boolean {
  const cell = leading && grid.at(leading.target.row, leading.target.column);
  if (!cell) return false;
  const { results, metHidden } = resultsOf(grid, cell);
  const actual = numberAt(grid.sheet, cell.row, cell.column);
  return (
    metHidden &&
    results.some((result) => result && result !== 'error' && isRoundingOf(actual, result.value, result.size))
  );
}

/** So much of a sum a formula must reach for to mean it. */
const LEAST_REACH = 0.5;

/** All results that it breaks are computed from other cells than those that seem to make them up: they were never meant as their sums. */
function isOfOtherCells(
  grid: FormulaGrid,
  { kind, relations, stated }: ArithmeticFault,
  doubted: ReadonlySet<string>,
): boolean {
  if (stated || (kind !== 'total' && kind !== 'average')) return false;
  return relations.every(({ target, operands }) => {
    const references = doubted.has(keyOf(target)) ? [] : (grid.at(target.row, target.column)?.references ?? []);
    if (references.length === 0 || references.some(({ sheet }) => sheet !== undefined)) return false;
    const reached = operands.filter((operand) => references.some(({ rect }) => contains(rect, operand)));
    return reached.length < LEAST_REACH * operands.length;
  });
}

function explained(fault: ArithmeticFault, folded: ReadonlyMap<string, FormulaFault>): ArithmeticFault {
  if (fault.cause.kind === 'leftOut') return fault;
  const causes = blamed(fault).flatMap((cell) => causeOf(folded.get(keyOf(cell))) ?? []);
  // That a SUM stops short can be read, whatever slip the figures suggest.
  const cause = causes.find(({ kind }) => kind === 'sumStopsShort' || fault.cause.kind === 'undetermined');
  return cause ? { ...fault, cause } : fault;
}

function blamed({ cells: [culprit], relations: [leading], cause }: ArithmeticFault): Position[] {
  return [
    ...(culprit ? [culprit] : []),
    ...(leading ? [leading.target] : []),
    ...('cell' in cause ? [cause.cell] : []),
  ];
}

function keyOf({ row, column }: Position): string {
  return `${row},${column}`;
}

/** What the cells alone make suspicious, a table may explain. */
function isFault(grid: FormulaGrid, tables: readonly Table[], fault: FormulaFault): boolean {
  switch (fault.kind) {
    case 'unlikeNeighbours':
      return !followsItsLabel(grid, tables, fault) && !isRateAmongAmounts(grid, tables, fault);
    case 'offByOne':
    case 'mixedReference':
      return !followsItsLabel(grid, tables, fault);
    case 'referenceToBlank':
      // Within a table a blank is a figure that is not there yet: December in May.
      return tables.length > 0 && !tables.some(({ at }) => contains(at, fault.blank));
    case 'sumMissesAdjacent':
      // What the totals beside it add up belongs to the total, whatever the row is called.
      return fault.usual !== undefined || fault.missed.every((cell) => isPartLike(tables, fault, cell));
    case 'constantInFormulaRegion':
      return !isRateAmongTotals(tables, fault);
    default:
      return true;
  }
}

/** 非税占比 between two amounts of a page divides what they take over. */
function isRateAmongAmounts(
  { sheet }: FormulaGrid,
  tables: readonly Table[],
  { cell, neighbours: [nearest] }: { readonly cell: Position; readonly neighbours: readonly Position[] },
): boolean {
  if (nearest?.column !== cell.column) return false;
  return isRateName(rowName(sheet, tables, cell)) && !isRateName(rowName(sheet, tables, nearest));
}

/** A row of totals crosses columns of rates: there its neighbours to the left and right compute something else. */
function isRateAmongTotals(
  tables: readonly Table[],
  { cell, neighbours: [nearest] }: { readonly cell: Position; readonly neighbours: readonly Position[] },
): boolean {
  const { column } = tablePlaceOf(tables, cell);
  return nearest?.row === cell.row && column !== undefined && !isAmountRole(column.role);
}

/** Whether a row stands where the parts of the SUM stand: not a level deeper or higher, no 其中, no total of its own. */
function isPartLike(
  tables: readonly Table[],
  { cell, range }: { readonly cell: Position; readonly range: { readonly top: number; readonly bottom: number } },
  missed: Position,
): boolean {
  if (missed.row === cell.row) return true;
  const { table, row } = tablePlaceOf(tables, missed);
  if (!table || !row) return true;
  if (row.role !== 'item') return false;
  const parts = table.rows.filter(({ row: at }) => at >= range.top && at <= range.bottom);
  return parts.length === 0 || parts.some(({ parent }) => parent === row.parent);
}

const NO_FIGURES: readonly ColumnRole[] = ['item', 'code', 'serial', 'remark', 'text'];

/** Whole columns of figures typed as text. A column of codes carries neither decimals nor separators. */
function textFigures(sheet: Sheet, tables: readonly Table[]): FormulaFault[] {
  return tables.flatMap(({ bodyRows: [first, last], columns }) =>
    columns
      .filter(({ role }) => !NO_FIGURES.includes(role))
      .flatMap(({ column }) => {
        const faults: FormulaFault[] = [];
        let isFigures = false;
        for (let row = first; row <= last; row++) {
          const at = cellIndex(sheet.cells, row, column);
          if (at < 0 || sheet.cells.kind[at] !== CellKind.text) continue;
          const text = textAt(sheet, row, column);
          const amount = textAmount(text);
          if (!amount) continue;
          isFigures ||= /[.,．，]/.test(text);
          faults.push({ kind: 'numberStoredAsText', cell: { row, column }, value: amount.value });
        }
        return isFigures ? faults : [];
      }),
  );
}
