import type { Position } from '../grid/address';
import type { CellPlace } from '../grid/place';
import type { Relation } from '../relations/relation';
import type { SheetReading } from './sheet-reading';

/** A total of more parts is nobody's to look through. */
const MOST_SOURCES = 500;

type Index = ReadonlyMap<string, readonly Relation[]>;

/** A sheet that an edit leaves alone keeps its reading, and that its index. */
const INDEXED = new WeakMap<SheetReading, Index>();

/** The relations of the workbook that is checked, by the cells that stand in them. */
export class OwnArithmetic {
  constructor(private readonly sheets: readonly SheetReading[]) {}

  /** Relations in which a cell is total or part. */
  touching({ sheet, row, column }: CellPlace): readonly Relation[] {
    const reading = this.sheets.find((one) => one.sheet.name === sheet);
    if (!reading) return [];
    const known = INDEXED.get(reading) ?? indexOf(reading);
    INDEXED.set(reading, known);
    return known.get(`${row},${column}`) ?? [];
  }

  /** The cell and all that its sheet computes it from: what is wrong there is wrong here. */
  sourcesOf(place: CellPlace): readonly Position[] {
    const found = new Map<string, Position>();
    const visit = ({ row, column }: Position): void => {
      const key = `${row},${column}`;
      if (found.has(key) || found.size >= MOST_SOURCES) return;
      found.set(key, { row, column });
      for (const { target, operands } of this.touching({ ...place, row, column }))
        if (target.row === row && target.column === column) operands.forEach(visit);
    };
    visit(place);
    return [...found.values()];
  }
}

function indexOf({ arithmetic }: SheetReading): Index {
  const found = new Map<string, Relation[]>();
  for (const relation of arithmetic.relations)
    for (const { row, column } of [relation.target, ...relation.operands]) {
      const key = `${row},${column}`;
      const list = found.get(key);
      if (list) list.push(relation);
      else found.set(key, [relation]);
    }
  return found;
}
