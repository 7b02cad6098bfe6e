import { cellName, parseCell } from '../../../src/core/grid/address';
import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import { findFormulaFaults } from '../../../src/core/formulas/find-formula-faults';
import { FormulaGrid } from '../../../src/core/formulas/formula-grid';
import type { FormulaFault } from '../../../src/core/formulas/fault';
import { withResults } from '../../../src/core/formulas/compute/with-results';

/** Cells by name; formulas are computed. Rows of a text are `name: cell | cell`, from the column of the name on. */
function faultsIn(cells: Readonly<Record<string, string | number>>): FormulaFault[] {
  const builder = new CellStoreBuilder();
  for (const [from, content] of Object.entries(cells)) {
    const first = parseCell(from);
    if (!first) throw new Error(`no cell: ${from}`);
    String(content)
      .split(' | ')
      .forEach((text, k) => {
        const plain = text.trim();
        if (plain === '') return;
        const at = [first.row, first.column + k] as const;
        if (plain.startsWith('=')) builder.add(...at, undefined, { formula: plain.slice(1) });
        else builder.add(...at, Number.isNaN(Number(plain)) ? plain : Number(plain));
      });
  }
  const [sheet] = withResults({ sheets: [makeSheet('表', builder.build())], names: [] }).sheets;
  return sheet ? findFormulaFaults(new FormulaGrid(sheet)) : [];
}

const told = (cells: Readonly<Record<string, string | number>>): string[] =>
  faultsIn(cells).map(({ kind, cell }) => `${kind} ${cellName(cell)}`);

const AMOUNTS = {
  A1: '乡镇 | 一月 | 二月 | 三月 | 四月 | 一季度',
  A2: '青山镇 | 11.3 | 21.7 | 31.2 | 41.9',
  A3: '白水乡 | 12.4 | 22.8 | 32.6 | 42.1',
  A4: '石桥乡 | 13.5 | 23.9 | 33.1 | 43.7',
};

describe('totals of one row', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['that all add the same', '=SUM(B2:B4) | =SUM(C2:C4) | =SUM(D2:D4) | =SUM(E2:E4)', []],
    ['of which one adds a single row', '=SUM(B2:B4) | =SUM(C4) | =SUM(D2:D4) | =SUM(E2:E4)', ['sumMissesAdjacent C5']],
    [
      'of which one takes in the header',
      '=SUM(B2:B4) | =SUM(C1:C4) | =SUM(D2:D4) | =SUM(E2:E4)',
      ['unlikeNeighbours C5'],
    ],
    [
      'of which one adds its row instead of its column',
      '=SUM(B2:B4) | =SUM(C2:C4) | =SUM(D2:D4) | =SUM(B5:D5)',
      ['unlikeNeighbours E5'],
    ],
    [
      'that are short but for one',
      '=SUM(B3:B4) | =SUM(C3:C4) | =SUM(D3:D4) | =SUM(E2:E4)',
      ['sumMissesAdjacent B5', 'sumMissesAdjacent C5', 'sumMissesAdjacent D5'],
    ],
  ])('%s', (_, totals, expected) => {
    expect(told({ ...AMOUNTS, A5: `合计 | ${totals}` })).toEqual(expected);
  });

  it('name the other region where only blank rows make the difference', () => {
    const cells = { ...AMOUNTS, A6: '合计 | =SUM(B2:B5) | =SUM(C2:C5) | =SUM(D2:D4) | =SUM(E2:E5)' };
    const [fault] = faultsIn(cells);
    expect(fault).toMatchObject({ kind: 'sumMissesAdjacent', region: [{ column: 1 }, { column: 2 }, { column: 4 }] });
  });

  it('may look elsewhere alone', () => {
    const second = { A6: '云岭镇 | 14.2 | 24.6 | 34.8 | 44.3', A7: '河口镇 | 15.1 | 25.5 | 35.9 | 45.2' };
    const first = { A5: '小计 | =SUM(B2:B4) | =SUM(C2:C4) | =SUM(D2:D4) | =SUM(E2:E4)' };
    const cells = {
      ...AMOUNTS,
      ...first,
      ...second,
      A8: '东坪乡 | 16.7 | 26.3 | 36.4 | 46.8',
      A9: '小计 | =SUM(B6:B8) | =SUM(C6:C8) | =SUM(D2:D4) | =SUM(E6:E8)',
    };
    expect(told(cells)).toEqual(['unlikeNeighbours D9']);
  });
});

it('regions of one row that make up a line in two ways are told where they differ', () => {
  const cells = {
    A1: '项目 | 甲 | 乙 | 丙 | 丁 | 戊 | 己',
    A2: '收入 | 100 | 110 | 120 | 130 | 140 | 150',
    A3: '退库 | 5 | 6 | 0 | 0 | 0 | 0',
    A4: '净额 | =B2-B3 | =C2-C3 | =SUM(D2:D3) | =SUM(E2:E3) | =SUM(F2:F3) | =SUM(G2:G3)',
  };
  expect(told(cells)).toEqual(['unlikeNeighbours B4', 'unlikeNeighbours C4']);
});

describe('a chain of every second cell', () => {
  const header = { A1: '乡镇 | 预算 | 决算 | 预算 | 决算 | 预算 | 决算 | 预算 | 决算 | 预算合计' };
  const towns = (first: string, second: string) => ({
    ...header,
    A2: `青山镇 | 1.2 | 2.3 | 3.4 | 4.5 | 5.6 | 6.7 | 7.8 | 8.9 | ${first}`,
    A3: `白水乡 | 1.4 | 2.5 | 3.6 | 4.7 | 5.8 | 6.9 | 7.1 | 8.2 | ${second}`,
  });

  it('that stops a step short', () =>
    expect(told(towns('=B2+D2+F2', '=B3+D3+F3+H3'))).toEqual(['sumMissesAdjacent J2']));
  it('that stops where the next one does', () => expect(told(towns('=B2+D2+F2', '=B3+D3+F3'))).toEqual([]));
});

describe('what is typed though it is computed beside it', () => {
  it('is told of the column that was pasted, once for its line', () => {
    const sections = [2, 6, 10, 14].map((row) => [
      [`A${row}`, `款 | ${row + 37.1} | =SUM(C${row + 1}:C${row + 3})`],
      ...[1, 2, 3].map((k) => [`A${row + k}`, `项 | ${((row + 37.1) / 3).toFixed(4)} | ${row + k}`]),
    ]);
    const cells = Object.fromEntries(sections.flat()) as Record<string, string>;
    for (const row of [2, 6, 10, 14]) cells[`B${row}`] = String(3 * Number(((row + 37.1) / 3).toFixed(4)));
    const typed = faultsIn(cells).filter(({ kind }) => kind === 'constantInFormulaRegion');
    expect(typed.length).toBe(4);
    expect(new Set(typed.map((fault) => 'line' in fault && fault.line))).toEqual(new Set(['column 1']));
  });

  it('is not told of numbers that count the rows', () => {
    const cells = {
      A1: '项目 | 行次 | 金额 | 上年',
      A2: '甲 | 1 | 11.2 | 10.4',
      A3: '乙 | 2 | 12.3 | 11.5',
      A4: '丙 | 3 | 13.4 | 12.6',
      A5: '合计 | 4 | =SUM(C2:C4) | =SUM(D2:D4)',
    };
    expect(told(cells)).toEqual([]);
  });

  it.each([
    ['a lookup', (row: number) => `=VLOOKUP(A${row},$F$1:$G$9,2,0)`],
    ['a conditional sum', (row: number) => `=SUMIF(F:F,A${row},G:G)`],
    ['a count', (row: number) => `=COUNTIF($F$1:$F$9,A${row})+B${row}`],
    ['an index', (row: number) => `=INDEX(G:G,MATCH(A${row},F:F,0))`],
  ])('is found in a column of %s', (_, formula) => {
    const cells: Record<string, string | number> = {};
    for (let row = 1; row <= 9; row++) {
      cells[`A${row}`] = `镇${row} | ${row * 7.3} | ${row === 5 ? 4321 : formula(row)}`;
      cells[`F${row}`] = `镇${row} | ${row * row * 11.7}`;
    }
    expect(told(cells)).toEqual(['constantInFormulaRegion C5']);
  });
});

describe('formulas that differ on purpose', () => {
  const column = (changes: Readonly<Record<number, string>>) => {
    const cells: Record<string, string> = {};
    for (let row = 1; row <= 9; row++)
      cells[`A${row}`] = `${row * 3.1} | ${row + 2.7} | ${changes[row] ?? `=A${row}*B${row}*0.12`}`;
    return cells;
  };

  it.each<readonly [string, Readonly<Record<number, string>>]>([
    ['a rate of its own', { 5: '=A5*B5*0.15' }],
    ['the factors in another order', { 5: '=+(A5*B5*0.12)' }],
    ['one that comes again and again', { 2: '=A2*B2', 5: '=A5*B5', 8: '=A8*B8' }],
  ])('%s', (_, changes) => expect(told(column(changes))).toEqual([]));

  it('but not one alone', () => expect(told(column({ 5: '=A5*B5' }))).toEqual(['unlikeNeighbours C5']));

  it('a copy of a label is no arithmetic on text', () =>
    expect(told({ A1: '乡镇', C1: '=+A1', D1: '=A1' })).toEqual([]));

  it('a total row that takes its figure from the column of totals', () => {
    const cells: Record<string, string> = { H1: '100' };
    for (let row = 2; row <= 9; row++)
      cells[`A${row}`] = row === 5 ? `小计 |  | 9.5 | =C5/$H$1` : `项 | ${row * 2.1} |  | =B${row}/$H$1`;
    expect(told(cells)).toEqual([]);
  });
});
