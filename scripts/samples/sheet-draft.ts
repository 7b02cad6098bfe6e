import { cellName, columnName } from '../../src/core/grid/address';
import { roundHalfUp } from '../../src/core/numbers/decimal';
import type { TableTruth } from './table-truth';
import type { SampleCell, SampleLook, SampleSheet } from './workbook-writer';

/** A figure that a formula computes from others of the sheet. */
export interface Computed {
  readonly formula: (row: number) => string;
  readonly compute: (figure: (row: number, column: number) => number) => number;
}

/** A formula that comes to an error value. */
export interface Failing {
  readonly formula: (row: number) => string;
  readonly error: string;
}

export type Content = string | number | Computed | Failing | undefined;

/** A change planted into a dirty twin: what now stands in one cell. */
export interface Planted {
  readonly row: number;
  readonly column: number;
  readonly is: Content;
}

/** A sheet being laid out: typed cells and formulas whose results follow the typed cells. */
export class SheetDraft {
  /** What a careful auditor reads on the sheet, written down as it is laid out. */
  readonly tables: TableTruth[] = [];
  private readonly cells = new Map<string, { content: Content; look: SampleLook }>();
  private readonly merges: string[] = [];
  private readonly widths: number[];
  private height = 0;

  constructor(
    readonly name: string,
    widths: readonly number[] = [],
    private readonly options: { readonly hidden?: boolean; readonly ghostRows?: number } = {},
  ) {
    this.widths = [...widths];
  }

  widen(column: number, width: number): void {
    while (this.widths.length <= column) this.widths.push(3);
    this.widths[column] = width;
  }

  put(row: number, column: number, content: Content, look: SampleLook = {}): void {
    this.cells.set(`${row},${column}`, { content, look });
    this.height = Math.max(this.height, row + 1);
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    this.merges.push(`${cellName({ row: top, column: left })}:${cellName({ row: bottom, column: right })}`);
  }

  /** Types over what stands there; a formula that is typed over is gone. */
  plant({ row, column, is }: Planted): Content {
    const cell = this.cells.get(`${row},${column}`);
    if (!cell) throw new RangeError(`${this.name}: nothing stands at ${row},${column}`);
    const was = this.contentOrResult(row, column);
    this.cells.set(`${row},${column}`, { content: is, look: cell.look });
    return was;
  }

  /** The words of a cell; empty where it has none. */
  text(row: number, column: number): string {
    const content = this.cells.get(`${row},${column}`)?.content;
    return typeof content === 'string' ? content : '';
  }

  figure(row: number, column: number): number {
    const content = this.cells.get(`${row},${column}`)?.content;
    if (typeof content === 'number') return content;
    if (typeof content === 'string') return Number(content.normalize('NFKC').replace(/[,\s]/g, '')) || 0;
    return content && 'compute' in content ? content.compute((r, c) => this.figure(r, c)) : 0;
  }

  sheet(): SampleSheet {
    const rows: (SampleCell | undefined)[][] = Array.from({ length: this.height }, () => []);
    for (const [key, { content, look }] of this.cells) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const line = rows[row];
      if (line) line[column] = this.cell(row, column, content, look);
    }
    return {
      name: this.name,
      rows: rows.map((line) => Array.from(line)),
      merges: this.merges,
      widths: this.widths,
      ...(this.options.hidden ? { hidden: true } : {}),
      ...(this.options.ghostRows ? { ghostRows: this.options.ghostRows } : {}),
    };
  }

  private contentOrResult(row: number, column: number): Content {
    const content = this.cells.get(`${row},${column}`)?.content;
    return typeof content === 'object' ? this.figure(row, column) : content;
  }

  private cell(row: number, column: number, content: Content, look: SampleLook): SampleCell {
    if (typeof content === 'object') {
      const formula = content.formula(row);
      return 'error' in content
        ? { error: content.error, formula, look }
        : { value: this.figure(row, column), formula, look };
    }
    return content === undefined ? { look } : { value: content, look };
  }
}

/** `a − b` as a formula. */
export function difference(row: number, a: number, b: number, decimals = 2): Computed {
  return {
    formula: (r) => `${cellName({ row: r, column: a })}-${cellName({ row: r, column: b })}`,
    compute: (figure) => roundHalfUp(figure(row, a) - figure(row, b), decimals + 4),
  };
}

/** A rate in percent, rounded as the clerk's formula does. */
export function percent(row: number, numerator: number, denominator: number, less: 0 | 1): Computed {
  const minus = less === 1 ? '-1' : '';
  return {
    formula: (r) =>
      `ROUND((${cellName({ row: r, column: numerator })}/${cellName({ row: r, column: denominator })}${minus})*100,2)`,
    compute: (figure) => roundHalfUp((figure(row, numerator) / figure(row, denominator) - less) * 100, 2),
  };
}

/** A sum of rows in one column. */
export function sumOfRows(rows: readonly number[], column: number): Computed {
  return {
    formula: () => rows.map((r) => cellName({ row: r, column })).join('+'),
    compute: (figure) =>
      roundHalfUp(
        rows.reduce((sum, r) => sum + figure(r, column), 0),
        6,
      ),
  };
}

/** `SUM` of a run of rows in one column. */
export function sumOfRun(first: number, last: number, column: number): Computed {
  return {
    formula: () => `SUM(${cellName({ row: first, column })}:${cellName({ row: last, column })})`,
    compute: (figure) =>
      roundHalfUp(
        Array.from({ length: last - first + 1 }, (_, i) => figure(first + i, column)).reduce((a, b) => a + b, 0),
        6,
      ),
  };
}

/** A product of cells of the sheet, each given as it is to stand in the formula. */
export function product(...factors: readonly (readonly [row: number, column: number, fixed?: 'fixed'])[]): Computed {
  const name = ([row, column, fixed]: (typeof factors)[number]) =>
    fixed ? `$${columnName(column)}$${row + 1}` : cellName({ row, column });
  return {
    formula: () => factors.map(name).join('*'),
    compute: (figure) => factors.reduce((result, [row, column]) => result * figure(row, column), 1),
  };
}

/** A mean figure, to the cent. */
export function quotient(row: number, numerator: number, denominator: number): Computed {
  return {
    formula: () => `ROUND(${cellName({ row, column: numerator })}/${cellName({ row, column: denominator })},2)`,
    compute: (figure) => roundHalfUp(figure(row, numerator) / figure(row, denominator), 2),
  };
}

/** A formula that was meant for another row than the one it stands in. */
export function meantFor(row: number, make: (row: number) => Computed): Computed {
  const { formula, compute } = make(row);
  return { formula: () => formula(row), compute };
}
