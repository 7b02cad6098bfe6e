import { cellName, rectName, type Position, type Rect } from '../core/grid/address';
import { columnNameOf, rowName } from '../core/tables/table-place';
import type { Amount, Datum, Judgement, Level, Report } from '../core/findings/rule';
import type { Extent } from '../core/findings/extent';
import type { SheetView } from '../core/reading/dossier';
import type { SheetReading } from '../core/reading/sheet-reading';
import { isRoundingOf } from '../core/formulas/noise';
import type { FormulaFault, FormulaFaultKind } from '../core/formulas/fault';
import { properFormula } from '../core/formulas/mend';
import type { Mend } from '../core/fix/proven-fix';
import { valueAt, type Sheet } from '../core/grid/sheet';
import { ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import { piecesOf, writtenFormula } from '../core/formulas/reference';
import { figureAt } from '../core/tables/printed';

export type FaultOf<Kind extends FormulaFaultKind> = Extract<FormulaFault, { kind: Kind }>;

/** How a fault is to be told: those of one sheet with the same id, level and `alike` may become one finding. */
interface Telling<Id> {
  readonly messageId: Id;
  readonly level: Level;
  readonly alike: string;
  /** So many alike are told one by one, because each has its own figures; more become one finding. One where absent. */
  readonly apart?: number;
}

interface Rule<Kind extends FormulaFaultKind, Id extends string> {
  readonly kind: Kind;
  readonly telling: (fault: FaultOf<Kind>, reading: SheetReading) => Telling<Id>;
  /** What only this rule's texts say; of the first fault, with all that it stands for. */
  readonly words: (
    fault: FaultOf<Kind>,
    reading: SheetReading,
    all: readonly FaultOf<Kind>[],
  ) => Readonly<Record<string, Datum>>;
}

/** Few enough that each is told with its own figures. */
export const FEW = 3;

/** More cells than this are no list that anyone walks through; the count stays true. */
const MOST_CELLS = 200;

/** What the rules on formulas share: the faults of one kind, many alike told once. */
export function judgeFormulas<Kind extends FormulaFaultKind, Id extends string>(
  context: SheetView,
  rule: Rule<Kind, Id>,
): Judgement<Id> {
  const reports = context.sheets.flatMap((reading) =>
    groups(reading, rule).map(([telling, faults]) => reportOf(reading, rule, telling, faults)),
  );
  return { passed: formulaCount(context), reports };
}

function groups<Kind extends FormulaFaultKind, Id extends string>(
  reading: SheetReading,
  { kind, telling }: Rule<Kind, Id>,
): [Telling<Id>, FaultOf<Kind>[]][] {
  const found = new Map<string, [Telling<Id>, FaultOf<Kind>[]]>();
  for (const fault of reading.formulaFaults) {
    if (!isKind(fault, kind)) continue;
    const told = telling(fault, reading);
    const key = [told.messageId, told.level, told.alike].join('|');
    const known = found.get(key);
    if (known) known[1].push(fault);
    else found.set(key, [told, [fault]]);
  }
  return [...found.values()].flatMap((group) => {
    const [told, faults] = group;
    return faults.length > (told.apart ?? 1) ? [group] : faults.map((fault): typeof group => [told, [fault]]);
  });
}

function isKind<Kind extends FormulaFaultKind>(fault: FormulaFault, kind: Kind): fault is FaultOf<Kind> {
  return fault.kind === kind;
}

function reportOf<Kind extends FormulaFaultKind, Id extends string>(
  reading: SheetReading,
  { words }: Rule<Kind, Id>,
  { messageId, level }: Telling<Id>,
  faults: readonly FaultOf<Kind>[],
): Report<Id> {
  const [first] = faults;
  if (!first) throw new RangeError('a finding without a fault');
  const figures = figuresOf(first);
  return {
    // Nobody sees a hidden sheet; it is worth a look, not an alarm.
    level: reading.sheet.visibility === 'visible' ? level : 'hint',
    sheet: reading.sheet.name,
    cells: cellsOf(faults).slice(0, MOST_CELLS),
    messageId,
    extent: extentOf(faults),
    data: {
      ...namesOf(reading, first.cell),
      count: faults.length,
      where: whereText(faults.map(({ cell }) => cell)),
      ...(figures ? amountsOf(reading, first.cell, figures) : {}),
      ...words(first, reading, faults),
    },
    ...(figures ? { ...figures, difference: figures.actual - figures.expected } : {}),
    ...mendsOf(faults, reading),
  };
}

/** What the cells of some faults should hold; nothing where one of them does not tell. */
function mendsOf(faults: readonly FormulaFault[], { sheet }: SheetReading): Pick<Report, 'mends'> {
  const mends = faults.map((fault) => mendOf(fault, sheet));
  const cells = mends.filter((mend) => mend !== undefined);
  if (cells.length === 0 || cells.length < mends.length) return {};
  return { mends: { cells, safe: faults.every(isProved) } };
}

function mendOf(fault: FormulaFault, sheet: Sheet): Mend | undefined {
  if (fault.kind === 'numberStoredAsText') return { ...fault.cell, content: { value: fault.value } };
  const formula = properFormula(fault);
  if (formula === undefined) return undefined;
  const value = ('expected' in fault ? fault.expected : undefined) ?? valueAt(sheet, fault.cell.row, fault.cell.column);
  return { ...fault.cell, content: { value, formula } };
}

/**
 * What stands between copies of one formula and shows another result is one of them; where a run of them ends, another
 * begins, or nothing shows the difference, a person says.
 */
function isProved(fault: FormulaFault): boolean {
  if (fault.kind === 'numberStoredAsText') return true;
  if (!('bothSides' in fault) || fault.kind === 'unlikeNeighbours') return false;
  return fault.bothSides && fault.region === undefined && resultDiffers(fault) === true;
}

/** The cells at fault before those of the regions that disagree with them. */
function cellsOf(faults: readonly FormulaFault[]): Position[] {
  const regions = faults.flatMap((fault) => ('region' in fault ? (fault.region ?? []) : []));
  const cells = new Map([...faults.map(({ cell }) => cell), ...regions].map((at) => [cellName(at), at]));
  return [...cells.values()];
}

/** What is told of many cells at once is of no row, and of a column only where all stand in one. */
function extentOf(faults: readonly FormulaFault[]): Extent {
  if (faults.length === 1) return 'cell';
  return new Set(faults.map(({ cell }) => cell.column)).size === 1 ? 'column' : 'table';
}

interface Figures {
  readonly expected: number;
  readonly actual: number;
}

function figuresOf(fault: FormulaFault): Figures | undefined {
  if (!('expected' in fault) || fault.expected === undefined || fault.actual === undefined) return undefined;
  return { expected: fault.expected, actual: fault.actual };
}

/** Whether a cell that is out of line is so in its result too; undefined where the result is not known. */
export function resultDiffers(fault: FormulaFault): boolean | undefined {
  const figures = figuresOf(fault);
  return figures && !isRoundingOf(figures.actual, figures.expected, Math.abs(figures.expected));
}

/** As many decimals as the cell shows, and as many more as tell the two figures apart. */
function amountsOf(
  { sheet }: SheetReading,
  { row, column }: Position,
  { expected, actual }: Figures,
): Record<'expected' | 'actual' | 'difference', Amount> {
  const shown = figureAt(sheet, row, column);
  let decimals = Math.min(
    shown?.exact === false ? shown.decimals : Math.max(ownDecimals(actual), ownDecimals(expected)),
    4,
  );
  const amount = (value: number): Amount => ({ amount: roundHalfUp(value, decimals), decimals });
  while (decimals < 8 && !isRoundingOf(actual, expected, 0) && amount(actual).amount === amount(expected).amount)
    decimals++;
  return { expected: amount(expected), actual: amount(actual), difference: amount(Math.abs(actual - expected)) };
}

/** A row without a name is called by its column, and a place without either by its address. */
function namesOf({ sheet, tables }: SheetReading, cell: Position): { row: string; column: string } {
  const row = rowName(sheet, tables, cell);
  const column = columnNameOf(tables, cell);
  return row === '' ? { row: column === '' ? cellName(cell) : column, column: '' } : { row, column };
}

function formulaCount({ sheets }: SheetView): number {
  let count = 0;
  for (const { sheet } of sheets) for (const formula of sheet.cells.formula) if (formula !== 0) count++;
  return count;
}

/** Longer formulas are cut: the cell holds them. */
const LONGEST_FORMULA = 60;

export function formulaText(formula: string): string {
  return formula.length > LONGEST_FORMULA ? `=${formula.slice(0, LONGEST_FORMULA)}…` : `=${formula}`;
}

/**
 * A formula and the one that belongs in its place. Of long ones a window around the first difference is
 * shown: two that are cut alike would look the same.
 */
export function formulaTexts(formula: string, usual: string): { formula: string; usual: string } {
  if (formula.length <= LONGEST_FORMULA && usual.length <= LONGEST_FORMULA)
    return { formula: formulaText(formula), usual: formulaText(usual) };
  // Spaces and capitals are none of the differences.
  const pieces = piecesOf(formula);
  const own = pieces ? writtenFormula(pieces) : formula;
  let at = 0;
  while (at < own.length && own[at] === usual[at]) at++;
  return { formula: windowOf(own, at), usual: windowOf(usual, at) };
}

function windowOf(formula: string, at: number): string {
  const from = at + BEYOND_DIFFERENCE <= LONGEST_FORMULA ? 0 : termBefore(formula, at - LONGEST_FORMULA / 2);
  const to = from + LONGEST_FORMULA;
  return `=${from > 0 ? '…' : ''}${formula.slice(from, to)}${to < formula.length ? '…' : ''}`;
}

/** So much of a formula is shown after the place where it differs. */
const BEYOND_DIFFERENCE = 20;

/** Where the reference or name begins that stands at a place. */
function termBefore(formula: string, at: number): number {
  let from = Math.max(0, at);
  while (from > 0 && /[\p{L}\d$.!']/u.test(formula[from - 1] ?? '')) from--;
  return from;
}

/** Whether the neighbours stand above and below, or to the left and right. */
export function alongOf({
  cell,
  neighbours: [nearest],
}: {
  readonly cell: Position;
  readonly neighbours: readonly Position[];
}): 'rows' | 'columns' {
  return nearest?.column === cell.column ? 'rows' : 'columns';
}

/** Key of the line in which cells out of one run stand. */
export function lineOf(fault: { readonly cell: Position; readonly neighbours: readonly Position[] }): string {
  return alongOf(fault) === 'rows' ? `column ${fault.cell.column}` : `row ${fault.cell.row}`;
}

/** Key of the table in which a cell stands. */
export function tableOf({ tables }: SheetReading, { row, column }: Position): string {
  return String(
    tables.findIndex(({ at }) => row >= at.top && row <= at.bottom && column >= at.left && column <= at.right),
  );
}

const MOST_RANGES = 4;

/** `B5:B9、D5:D9 等`: the first few ranges of some cells. */
export function whereText(cells: readonly Position[]): readonly string[] {
  const ranges = rangesOf(cells).map(rectName);
  return ranges.length > MOST_RANGES ? [...ranges.slice(0, MOST_RANGES), '…'] : ranges;
}

/** Runs down a column, joined with the same run of the column beside it. */
function rangesOf(cells: readonly Position[]): Rect[] {
  const sorted = [...cells].sort((p, q) => p.column - q.column || p.row - q.row);
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.left === column && last.bottom + 1 === row) last.bottom = row;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const open = new Map<string, (typeof runs)[number]>();
  const joined: (typeof runs)[number][] = [];
  for (const run of runs) {
    const key = `${run.top}:${run.bottom}`;
    const beside = open.get(key);
    if (beside && beside.right + 1 === run.left) beside.right = run.right;
    else {
      open.set(key, run);
      joined.push(run);
    }
  }
  return joined;
}
