import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { Sheet } from '../../../src/core/grid/sheet';
import { columnName } from '../../../src/core/grid/address';

/**
 * A made-up expenditure sheet of a county: functional class, section, item (类 款 项) with subtotals,
 * and per unit budget, adjusted budget, actual, prior year, growth, completion rate. Deterministic.
 */
export function fiscalSheet(cells: number, columns = 20, withFormulas = false, seed = 20230531): Sheet {
  const random = mulberry32(seed);
  const builder = new CellStoreBuilder();
  const units = Math.max(1, Math.floor((columns - 4) / 2));
  builder.add(0, 0, '一般公共预算支出情况表');
  builder.add(1, 0, '科目名称');
  const width = units + 4;
  for (let u = 0; u < units; u++) builder.add(1, u + 1, `乡镇${u + 1}`);
  ['合计', '上年同期', '增减额'].forEach((name, k) => builder.add(1, units + 1 + k, name));
  let row = 2;
  const rows = Math.max(10, Math.floor(cells / width));
  const grand = new Array<number>(width).fill(0);
  const amount = (at: number, column: number, cents: number, formula?: string): void => {
    builder.add(at, column, money(cents), withFormulas && formula !== undefined ? { ...MONEY, formula } : MONEY);
  };
  const put = (at: number, name: string, indent: number, leaf: readonly number[], last = at): void => {
    builder.add(at, 0, name, { indent });
    const total = leaf.slice(0, units).reduce((a, b) => a + b, 0);
    const prior = leaf[units] ?? 0;
    const below = (column: number) =>
      last > at ? `SUM(${columnName(column)}${at + 2}:${columnName(column)}${last + 1})` : undefined;
    for (let u = 0; u < units; u++) amount(at, u + 1, leaf[u] ?? 0, below(u + 1));
    amount(at, units + 1, total, `SUM(B${at + 1}:${columnName(units)}${at + 1})`);
    amount(at, units + 2, prior, below(units + 2));
    amount(at, units + 3, total - prior, `${columnName(units + 1)}${at + 1}-${columnName(units + 2)}${at + 1}`);
  };
  let section = 0;
  while (row < rows) {
    const children = 3 + Math.floor(random() * 8);
    const sum = new Array<number>(units + 1).fill(0);
    const at = row++;
    for (let k = 0; k < children; k++) {
      const leaf = sum.map((_, u) => Math.floor(random() * (u === units ? 3e7 : 3e6)));
      leaf.forEach((v, u) => (sum[u] = (sum[u] ?? 0) + v));
      put(row++, `  项${section}-${k}`, 2, leaf);
    }
    put(at, `款${section++}`, 1, sum, row - 1);
    sum.forEach((v, u) => (grand[u] = (grand[u] ?? 0) + v));
  }
  put(row, '合计', 0, grand);
  return makeSheet('支出', builder.build());
}

const MONEY = { format: '#,##0.00' };

/** Cents to yuan. */
function money(cents: number): number {
  return cents / 100;
}

function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
