import { performance } from 'node:perf_hooks';
import { sheetFromRows } from '../../../src/core/grid/build';
import type { Position } from '../../../src/core/grid/address';
import { findArithmetic, type Method } from '../../../src/core/relations/find-arithmetic';
import type { BenchTable } from './dataset';

type Cell = readonly [number, number];

/** One line of the scorers' prediction files: relations for the one, findings for the other. */
export interface Prediction {
  readonly id: string;
  readonly relations: readonly { op: string; target: Cell; range: Cell[] }[];
  readonly findings: readonly {
    cells: Cell[];
    relation?: { op: string; target: Cell; range: Cell[] };
    message: string;
  }[];
  readonly ms: number;
}

export function predict(table: BenchTable, method: Method): Prediction {
  const sheet = sheetFromRows(table.id, table.rows, table.text);
  const start = performance.now();
  const { relations, suspicions } = findArithmetic(sheet, undefined, method);
  const ms = performance.now() - start;
  const written = ({ op, target, operands }: (typeof relations)[number]) => ({
    op,
    target: cell(target),
    range: operands.map(cell),
  });
  return {
    id: table.id,
    relations: relations.map(written),
    findings: suspicions.map((s) => ({
      cells: s.cells.map(cell),
      ...(s.relations[0] ? { relation: written(s.relations[0]) } : {}),
      message: s.cause.kind,
    })),
    ms,
  };
}

function cell({ row, column }: Position): Cell {
  return [row, column];
}
