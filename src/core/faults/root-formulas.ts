import type { Position } from '../grid/address';
import { numberAt, type Sheet } from '../grid/sheet';
import type { FormulaFault } from '../formulas/fault';
import { exactDifference } from '../numbers/decimal';
import type { Table } from '../tables/table';
import { type ArithmeticFault, kindOfBreak, type StatedBreak } from './find-faults';
import type { Proof, Proofs } from './formula-proofs';
import { askedOf, cellsOf, figuresOf, holdsAt, isAt } from './stated-break';

/** What is left of broken arithmetic when what formulas explain is taken out, and which formulas it proves wrong. */
export interface Rooted {
  readonly faults: readonly ArithmeticFault[];
  /** Formulas that explain figures and are no result of a broken relation: these are told as formulas. */
  readonly rooted: readonly FormulaFault[];
}

/**
 * A formula can be read, a slip of the pen is guessed: relations that come out once the proper formulas
 * stand in their places are broken by these formulas. Those of one formula become one fault; where the
 * formula is not the result of any of them but one of their figures, it is told as a formula and no
 * arithmetic is.
 */
export function rootInFormulas(
  sheet: Sheet,
  tables: readonly Table[],
  faults: readonly ArithmeticFault[],
  { proofs, mended }: Proofs,
): Rooted {
  const figure = figuresOf(mended);
  const repaired = new Map<Proof, StatedBreak[]>();
  const left = faults.flatMap((fault) => {
    const rest: StatedBreak[] = [];
    for (const relation of fault.relations) {
      const proof = holdsAt(relation, figure) === undefined ? undefined : ownerOf(relation, proofs, sheet, mended);
      if (proof) repaired.set(proof, [...(repaired.get(proof) ?? []), relation]);
      else rest.push(relation);
    }
    if (rest.length === fault.relations.length) return [fault];
    return rest[0] ? (remaining(sheet, tables, fault, rest, proofs) ?? []) : [];
  });
  const rooted = [...repaired].flatMap(([proof, relations]) => fromProof(tables, proof, relations, mended) ?? []);
  const named = proofs.filter(
    (proof) => repaired.has(proof) && !rooted.some(({ cells: [first] }) => first && isAt(first, proof.cell)),
  );
  return { faults: [...rooted, ...left], rooted: named.map(({ fault }) => fault) };
}

/** The formula behind a relation: its result's before its figures', else one that a figure of it follows from. */
function ownerOf(relation: StatedBreak, proofs: readonly Proof[], sheet: Sheet, mended: Sheet): Proof | undefined {
  const cells = cellsOf(relation);
  const own = cells.flatMap((cell) => proofs.filter((proof) => isAt(proof.cell, cell)))[0];
  if (own) return own;
  const moved = cells.filter(({ row, column }) => numberAt(sheet, row, column) !== numberAt(mended, row, column));
  return moved.length === 0
    ? undefined
    : (proofs.find(({ cell }) => moved.some(({ column }) => column === cell.column)) ??
        proofs.find(({ cell }) => moved.some(({ row }) => row === cell.row)));
}

function fromProof(
  tables: readonly Table[],
  proof: Proof,
  relations: readonly StatedBreak[],
  mended: Sheet,
): ArithmeticFault | undefined {
  const { cell, cause, actual, expected } = proof;
  const leading = cause.kind === 'sumStopsShort' ? wholeSum(proof) : relations.find(({ target }) => isAt(target, cell));
  if (!leading) return undefined;
  return {
    kind: cause.kind === 'sumStopsShort' ? 'total' : kindOfBreak(tables, leading),
    cells: [cell, ...(cause.kind === 'sumStopsShort' ? cause.cells : leading.operands)],
    relations: [
      leading,
      ...relations.filter((relation) => relation !== leading && !isAt(relation.target, cell)),
      ...relations.filter(
        (relation) => relation !== leading && isAt(relation.target, cell) && relation.op !== leading.op,
      ),
    ],
    cause,
    expected,
    actual,
    difference: exactDifference(actual, expected),
    scale: holdsAt(leading, figuresOf(mended)) ?? 1,
  };
}

/** All that a short SUM should add up. */
function wholeSum({ fault, cell }: Proof): StatedBreak | undefined {
  if (fault.kind !== 'sumMissesAdjacent') return undefined;
  const { range, missed } = fault;
  const parts: Position[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) parts.push({ row, column });
  return {
    op: 'sum',
    target: cell,
    operands: [...parts, ...missed.filter((one) => !parts.some((part) => isAt(part, one)))],
  };
}

/** What the formulas do not explain keeps its own culprit. */
function remaining(
  sheet: Sheet,
  tables: readonly Table[],
  fault: ArithmeticFault,
  relations: readonly StatedBreak[],
  proofs: readonly Proof[],
): ArithmeticFault | undefined {
  const [leading] = relations;
  if (!leading) return undefined;
  const concerned = fault.cells.filter(
    (cell) =>
      relations.some((relation) => cellsOf(relation).some((one) => isAt(one, cell))) &&
      !proofs.some((proof) => isAt(proof.cell, cell)),
  );
  const cells = [...concerned, ...cellsOf(leading).filter((cell) => !concerned.some((one) => isAt(one, cell)))];
  if (leading === fault.relations[0]) return { ...fault, cells, relations };
  const figure = figuresOf(sheet);
  const actual = figure(leading.target)?.value;
  const asked = askedOf(leading, figure, fault.scale);
  if (actual === undefined || !asked) return undefined;
  return {
    ...fault,
    kind: kindOfBreak(tables, leading),
    cells,
    relations,
    cause: { kind: 'undetermined' },
    expected: asked.value,
    actual,
    difference: exactDifference(actual, asked.value),
    scale: asked.scale,
  };
}
