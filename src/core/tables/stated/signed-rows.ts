import type { StatedSum, StatedTerm } from '../../relations/types';
import { leadingBlanks, signOf } from '../label';
import { ofWhichMembers } from '../of-which';
import type { TableRow } from '../table';

type Stated = Omit<StatedSum, 'from' | 'to'>;

/** 期末余额占贷款余额% adds up with nothing. */
const RATE = /[%％]$|\([%％]\)$/;

/** So far below the last sign its result is looked for. */
const FARTHEST = 8;

interface Line {
  readonly row: TableRow;
  readonly sign: 1 | -1 | undefined;
  readonly indent: number;
}

/**
 * 原值, 减：折旧, 净值: what follows a sign takes part with it, the row before the first sign as it is, and a later
 * row without a sign is the result. Which row that is, and where the first stretch begins, several readings say;
 * the figures choose.
 */
export function signedRows(rows: readonly TableRow[]): Stated[] {
  const parts = ofWhichMembers(rows);
  const lines = rows.filter((row) => row.role !== 'aside' && !parts.has(row) && !RATE.test(row.name)).map(lineOf);
  const stated: Stated[] = [];
  lines.forEach(({ sign }, first) => {
    if (sign === undefined || lines[first - 1]?.sign !== undefined) return;
    for (const base of basesOf(lines, first))
      for (const withDeeper of [true, false]) stated.push(...resultsOf(lines, first, base, withDeeper));
  });
  return stated;
}

function lineOf(row: TableRow): Line {
  return { row, sign: signOf(row.label), indent: leadingBlanks(row.label) };
}

/** The row before the first sign, or all of its level up to the result before. */
function basesOf(lines: readonly Line[], first: number): (readonly Line[])[] {
  const above = lines.slice(0, first).reverse();
  const own = above.find(({ row }) => row.level <= (lines[first]?.row.level ?? 0));
  if (!own) return [[]];
  const to = above.findIndex(({ sign, row }) => sign !== undefined || row.role === 'total');
  const stretch = (to < 0 ? above : above.slice(0, to)).filter(({ row }) => row.level === own.row.level);
  return stretch.length > 1 ? [[own], stretch] : [[own]];
}

function resultsOf(lines: readonly Line[], first: number, base: readonly Line[], withDeeper: boolean): Stated[] {
  const stated: Stated[] = [];
  const terms: StatedTerm[] = base.map(({ row }) => ({ line: row.row, factor: 1 }));
  const column = lines[first]?.indent ?? 0;
  let sign: 1 | -1 = 1;
  let unsigned = 0;
  for (const { row, sign: own, indent } of lines.slice(first)) {
    if (own !== undefined) {
      sign = own;
      unsigned = 0;
    } else {
      const isDeeper = indent > column;
      if (!isDeeper && terms.length >= 2) {
        stated.push({ axis: 'rows', target: row.row, terms: [...terms], source: 'signs' });
        if (row.role === 'total' || ++unsigned > FARTHEST) break;
      }
      if (isDeeper && !withDeeper) continue;
    }
    terms.push({ line: row.row, factor: sign });
  }
  return stated;
}
