import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import { parseCell } from '../../../src/core/grid/address';
import type { Sheet } from '../../../src/core/grid/sheet';
import { findFormulaFaults } from '../../../src/core/formulas/find-formula-faults';
import { FormulaGrid } from '../../../src/core/formulas/formula-grid';

/** A sheet from `A1: 5`, `B2: =A1*2 -> 10` lines; a formula's stored value follows the arrow. */
function sheetOf(cells: Record<string, string | number>): Sheet {
  const builder = new CellStoreBuilder();
  for (const [name, content] of Object.entries(cells)) {
    const at = parseCell(name);
    if (!at) throw new Error(`no cell: ${name}`);
    if (typeof content === 'string' && content.startsWith('=')) {
      const [formula = '', stored = ''] = content.slice(1).split(' -> ');
      const value = stored.startsWith('#') ? { error: stored } : stored === '' ? undefined : Number(stored);
      builder.add(at.row, at.column, value, { formula });
    } else builder.add(at.row, at.column, content);
  }
  return makeSheet('表', builder.build());
}

/** Quantities, prices, amounts = quantity × price in rows 2–9, and a total. */
function products(changes: Record<string, string | number> = {}): Sheet {
  const cells: Record<string, string | number> = { A1: '数量', B1: '单价', C1: '金额' };
  let total = 0;
  for (let row = 2; row <= 9; row++) {
    cells[`A${row}`] = row;
    cells[`B${row}`] = 3;
    cells[`C${row}`] = `=A${row}*B${row} -> ${row * 3}`;
    total += row * 3;
  }
  cells['C10'] = `=SUM(C2:C9) -> ${total}`;
  return sheetOf({ ...cells, ...changes });
}

const kindsIn = (sheet: Sheet): string[] =>
  findFormulaFaults(new FormulaGrid(sheet)).map((f) => `${f.kind} ${f.cell.row + 1},${f.cell.column + 1}`);

describe('formula faults', () => {
  it('finds nothing in an ordinary sheet', () => {
    expect(kindsIn(products())).toEqual([]);
  });

  it('finds nothing in a block of typed numbers, a row of years, a constant factor', () => {
    expect(
      kindsIn(
        sheetOf({ A1: 2020, B1: 2021, C1: 2022, A2: 1, B2: 2, C2: 3, D2: '=SUM(A2:C2) -> 6', E2: '=D2*1.05 -> 6.3' }),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'a formula unlike those above and below',
      { C5: '=A5+B5 -> 8', C10: '=SUM(C2:C9) -> 125' },
      ['unlikeNeighbours 5,3'],
    ],
    ['a typed number among formulas', { C5: 15 }, ['constantInFormulaRegion 5,3']],
    ['a reference one row off', { C5: '=A4*B5 -> 12', C10: '=SUM(C2:C9) -> 129' }, ['offByOne 5,3']],
    ['an absolute reference among relative ones', { C5: '=A5*$B$5 -> 15' }, ['mixedReference 5,3']],
    ['a SUM that stops short', { A10: '=SUM(A2:A8) -> 35' }, ['sumMissesAdjacent 10,1']],
    ['a stored result that the formula does not give', { C10: '=SUM(C2:C9) -> 133' }, ['cachedValueDisagrees 10,3']],
    ['arithmetic on text', { D2: '=A1+1' }, ['referenceToText 2,4']],
    ['a reference out of the table', { D2: '=C2/Z40' }, ['referenceToBlank 2,4']],
    ['an error at its root only', { D2: '=C2/0 -> #DIV/0!', D3: '=D2+1 -> #DIV/0!' }, ['errorValue 2,4']],
    ['a number stored as text, which is multiplied as a number', { B5: '３' }, ['numberStoredAsText 5,2']],
  ] as const)('finds %s', (_, changes, expected) => {
    expect(kindsIn(products(changes)).sort()).toEqual([...expected].sort());
  });

  it.each([
    [
      'a total shorter than those beside it, far from its end',
      { B10: '=SUM(B2:B9) -> 24', A10: '=SUM(A2:A5) -> 14' },
      ['sumMissesAdjacent 10,1'],
    ],
    [
      'a total that starts later than those beside it',
      { B10: '=SUM(B2:B9) -> 24', A10: '=SUM(A3:A9) -> 42' },
      ['sumMissesAdjacent 10,1'],
    ],
    [
      'a SUM of the first parts beside chains of all',
      { A10: '=SUM(A2:A4) -> 9', B10: '=B2+B3+B4+B6+B9 -> 15', C10: '=C2+C3+C4+C6+C9 -> 72' },
      ['sumMissesAdjacent 10,1'],
    ],
    ['a short SUM over parts that are computed', { C10: '=SUM(C2:C8) -> 105' }, ['sumMissesAdjacent 10,3']],
    ['a short SUM below a blank line', { C10: '', C11: '=SUM(C2:C8) -> 105' }, ['sumMissesAdjacent 11,3']],
    ['a part left out in the midst of a chain', { A10: '=A2+A3+A4+A5+A7+A8+A9 -> 38' }, ['sumMissesAdjacent 10,1']],
  ] as const)('finds %s', (_, changes, expected) => {
    expect(kindsIn(products(changes))).toEqual([...expected]);
  });

  it.each([
    ['chains that leave out the same', { A10: '=A2+A3+A4+A5+A7+A8+A9 -> 38', B10: '=B2+B3+B4+B5+B7+B8+B9 -> 21' }],
    [
      'totals of two sections, each in two columns',
      {
        A10: '=SUM(A2:A9) -> 44',
        B10: '=SUM(B2:B9) -> 24',
        C10: '=SUM(C2:C9) -> 132',
        D2: 1,
        D3: 1,
        D4: 1,
        D5: 1,
        E2: 1,
        E3: 1,
        E4: 1,
        E5: 1,
        D10: '=SUM(D2:D4) -> 3',
        E10: '=SUM(E2:E4) -> 3',
      },
    ],
    [
      'a total beside those of all that one adds to it',
      { A10: '=SUM(A2:A5) -> 14', B10: '=SUM(B2:B9) -> 24', C10: '=SUM(C2:C9) -> 132', A12: '=A10+A6+A7+A8+A9 -> 44' },
    ],
  ])('finds nothing in %s', (_, changes) => {
    expect(kindsIn(products(changes))).toEqual([]);
  });

  /** A short table of rates = B ÷ A in rows 2–4, and a total. */
  const rates = (changes: Record<string, string | number> = {}): Sheet => {
    const cells: Record<string, string | number> = {};
    for (const [row, a, b] of [
      [2, 82, 41],
      [3, 60, 15],
      [4, 50, 45],
    ] as const)
      Object.assign(cells, {
        [`A${row}`]: a,
        [`B${row}`]: b,
        [`C${row}`]: `=ROUND(B${row}/A${row}*100,2) -> ${(b / a) * 100}`,
      });
    return sheetOf({
      ...cells,
      A5: '=SUM(A2:A4) -> 192',
      B5: '=SUM(B2:B4) -> 101',
      C5: '=ROUND(B5/A5*100,2) -> 52.6',
      ...changes,
    });
  };

  it.each([
    ['a typed rate in a table of three rows', rates({ C3: 52 }), ['constantInFormulaRegion 3,3']],
    ['a typed rate that is right so far', rates({ C3: 25 }), ['constantInFormulaRegion 3,3']],
    ['a typed rate in a row of totals that otherwise computes', rates({ C5: 62.5 }), ['constantInFormulaRegion 5,3']],
    ['a typed total among totals', products({ A10: 74, B10: '=SUM(B2:B9) -> 24' }), ['constantInFormulaRegion 10,1']],
    [
      'a typed sum in a column of row totals',
      products({
        C2: '=SUM(A2:B2) -> 5',
        C3: 16,
        ...Object.fromEntries([4, 5, 6, 7, 8, 9].map((row) => [`C${row}`, `=SUM(A${row}:B${row}) -> ${row + 3}`])),
        C10: '=SUM(C2:C9) -> 78',
      }),
      ['constantInFormulaRegion 3,3'],
    ],
    [
      'a difference turned around among three',
      sheetOf({
        A1: 5,
        B1: 3,
        C1: '=A1-B1 -> 2',
        A2: 9,
        B2: 2,
        C2: '=B2-A2 -> -7',
        A3: 8,
        B3: 1,
        C3: '=A3-B3 -> 7',
        A4: 7,
        B4: 6,
        C4: '=A4-B4 -> 1',
      }),
      ['unlikeNeighbours 2,3'],
    ],
    [
      'a typed total where a product cannot follow',
      sheetOf({
        A1: 5,
        B1: 3,
        C1: '=A1*B1 -> 15',
        A2: 9,
        B2: 2,
        C2: '=A2*B2 -> 18',
        A3: '=SUM(A1:A2) -> 14',
        B3: '=SUM(B1:B2) -> 5',
        C3: 33,
      }),
      ['constantInFormulaRegion 3,3'],
    ],
  ])('finds %s', (_, sheet, expected) => {
    expect(kindsIn(sheet)).toEqual(expected);
  });

  it.each([
    ['a total row that is typed', rates({ A5: 192, B5: 101, C5: 60 })],
    ['an average typed among totals', products({ A10: 5.5, B10: '=SUM(B2:B9) -> 24' })],
    [
      'a typed balance at the end of a chain',
      sheetOf({
        A1: 5,
        B1: 3,
        C1: '=A1-B1 -> 2',
        A2: '=C1 -> 2',
        B2: 1,
        C2: '=A2-B2 -> 1',
        A3: '=C2 -> 1',
        B3: 0,
        C3: '=A3-B3 -> 1',
        A4: 4,
        B4: '=SUM(B1:B3) -> 4',
        C4: '=A4-B4 -> 0',
      }),
    ],
  ])('finds nothing in %s', (_, sheet) => {
    expect(kindsIn(sheet)).toEqual([]);
  });

  it('finds a total that adds a subtotal and its parts', () => {
    const sheet = sheetOf({ A1: 1, A2: 2, A3: '=SUM(A1:A2) -> 3', A4: 4, A5: '=SUM(A1:A4) -> 10' });
    expect(kindsIn(sheet)).toEqual(['sumIncludesSubtotal 5,1']);
  });

  it('leaves a typed row among computed rows alone', () => {
    const cells: Record<string, string | number> = {};
    for (let row = 1; row <= 7; row++) {
      cells[`A${row}`] = row;
      cells[`B${row}`] = `=A${row}*2 -> ${row * 2}`;
      cells[`C${row}`] = `=A${row}*3 -> ${row * 3}`;
    }
    expect(kindsIn(sheetOf({ ...cells, B4: 9, C4: 13 }))).toEqual([]);
  });

  it('counts the cells that an error spoils', () => {
    const [fault] = findFormulaFaults(
      new FormulaGrid(products({ D2: '=C2/0 -> #DIV/0!', D3: '=D2+1 -> #DIV/0!', D4: '=D2*2 -> #DIV/0!' })),
    );
    expect(fault).toMatchObject({ kind: 'errorValue', dependents: 2 });
  });

  it('leaves a row of totals across a column of products alone', () => {
    const cells: Record<string, string | number> = {};
    for (let row = 1; row <= 6; row++) {
      cells[`A${row}`] = row;
      cells[`B${row}`] = `=A${row}*2 -> ${row * 2}`;
      cells[`C${row}`] = `=A${row}*3 -> ${row * 3}`;
    }
    Object.assign(cells, { A4: '=SUM(A1:A3) -> 6', B4: '=SUM(B1:B3) -> 12', C4: '=SUM(C1:C3) -> 18' });
    expect(kindsIn(sheetOf(cells))).toEqual([]);
  });
});

describe('SUBTOTAL', () => {
  const subtotals = (grand: number) => ({
    A1: 10,
    A2: 20,
    A3: '=SUBTOTAL(9,A1:A2) -> 30',
    A4: 5,
    A5: 7,
    A6: '=SUBTOTAL(109,A4:A5) -> 12',
    A7: `=SUBTOTAL(9,A1:A6) -> ${grand}`,
    B1: 4,
    B2: 8,
    B3: '=SUBTOTAL(1,B1:B2) -> 6',
  });
  const hidden = (sheet: Sheet) => makeSheet('表', sheet.cells, { hiddenRows: [1] });

  it('passes over the subtotals in its range', () => expect(kindsIn(sheetOf(subtotals(42)))).toEqual([]));
  it('says when the stored result is another', () =>
    expect(kindsIn(sheetOf(subtotals(84)))).toEqual(['cachedValueDisagrees 7,1']));
  it.each([42, 22])('takes %d for right where a row is hidden: by a filter or by hand', (grand) =>
    expect(kindsIn(hidden(sheetOf(subtotals(grand))))).toEqual([]),
  );
  it('says when the stored result is neither', () =>
    expect(kindsIn(hidden(sheetOf(subtotals(32))))).toEqual(['cachedValueDisagrees 7,1']));
});
