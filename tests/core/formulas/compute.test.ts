import { cellName, parseCell } from '../../../src/core/grid/address';
import { CellStoreBuilder, makeSheet, type SheetExtras } from '../../../src/core/grid/build';
import { type DefinedName, type Sheet, valueAt, type Workbook } from '../../../src/core/grid/sheet';
import type { CellValue } from '../../../src/core/grid/value';
import { findFormulaFaults } from '../../../src/core/formulas/find-formula-faults';
import { FormulaGrid } from '../../../src/core/formulas/formula-grid';
import { withResults } from '../../../src/core/formulas/compute/with-results';

type Cells = Readonly<Record<string, CellValue>>;

/** A text that begins with `=` is a formula without a result. */
function sheetOf(name: string, cells: Cells, extras: SheetExtras = {}): Sheet {
  const builder = new CellStoreBuilder();
  for (const [at, content] of Object.entries(cells)) {
    const place = parseCell(at);
    if (!place) throw new Error(`no cell: ${at}`);
    if (typeof content === 'string' && content.startsWith('='))
      builder.add(place.row, place.column, undefined, { formula: content.slice(1) });
    else builder.add(place.row, place.column, content);
  }
  return makeSheet(name, builder.build(), extras);
}

function bookOf(sheets: readonly Sheet[], names: readonly DefinedName[] = []): Workbook {
  return { sheets, names };
}

function computed(workbook: Workbook, at: string, sheet = 0): CellValue {
  const place = parseCell(at);
  const found = withResults(workbook).sheets[sheet];
  return found && place ? valueAt(found, place.row, place.column) : undefined;
}

const TOWNS: Cells = {
  A1: '乡镇',
  B1: '类别',
  C1: '金额',
  A2: '青山镇',
  B2: '基本',
  C2: 0.1,
  A3: '白水乡',
  B3: '项目',
  C3: 0.2,
  A4: '石桥乡',
  B4: '基本',
  C4: 1200,
  A5: '云岭镇',
  B5: '项目',
  C5: '300',
  A6: '合计',
};

describe('a formula without a result', () => {
  it.each<readonly [string, CellValue]>([
    ['=C2+C3', 0.3],
    ['=SUM(C2:C4)', 1200.3],
    ['=SUM(C:C)', 1200.3],
    ['=C5*2', 600],
    ['=-2^2', 4],
    ['=10%+1', 1.1],
    ['=1-2-3', -4],
    ['=2^3^2', 64],
    ['="共"&COUNTA(A2:A6)&"行"', '共5行'],
    ['=SUMIF(B:B,"基本",C:C)', 1200.1],
    ['=SUMIF(C2:C4,">0.15")', 1200.2],
    ['=SUMIFS(C2:C4,B2:B4,"项目",A2:A4,"白*")', 0.2],
    ['=COUNTIF(A2:A5,"*镇")', 2],
    ['=COUNTIF(B2:B5,"<>基本")', 2],
    ['=COUNTIFS(B2:B5,B2,C2:C5,"<1")', 1],
    ['=AVERAGEIF(B2:B4,"基本",C2:C4)', 600.05],
    ['=SUMPRODUCT((B2:B4="基本")*C2:C4)', 1200.1],
    ['=SUMPRODUCT(C2:C4,C2:C4)', 1440000.05],
    ['=AVERAGE(C2:C3)', 0.15],
    ['=ROUND(2.345,2)', 2.35],
    ['=ROUNDUP(2.341,2)', 2.35],
    ['=ROUNDDOWN(-2.349,2)', -2.34],
    ['=IF(C4>1000,"大","小")', '大'],
    ['=IF(C4<1000,1)', false],
    ['=IFERROR(C4/0,"—")', '—'],
    ['=C4/0', { error: '#DIV/0!' }],
    ['=A1+1', { error: '#VALUE!' }],
    ['=AND(C2<1,OR(C3>1,C4>1))', true],
    ['=ABS(-3)', 3],
    ['=MAX(C2:C4)-MIN(C2:C4)', 1199.9],
    ['=VLOOKUP("白水乡",A2:C5,3,FALSE)', 0.2],
    ['=VLOOKUP("无",A2:C5,3,0)', { error: '#N/A' }],
    ['=VLOOKUP(3,{1,10;2,20;4,40},2)', 20],
    ['=INDEX(C2:C5,MATCH("石桥乡",A2:A5,0))', 1200],
    ['=HLOOKUP("金额",A1:C3,3,0)', 0.2],
    ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
    ['=TEXT(0.125,"0.0%")', '12.5%'],
    ['=TEXT(DATE(2023,6,30),"yyyy年m月")', '2023年6月'],
    ['=LEFT(A2,2)&RIGHT(B2,1)', '青山本'],
    ['=MONTH(EOMONTH(DATE(2024,1,31),1))', 2],
    ['=LARGE(C2:C4,2)', 0.2],
    ['=IF(A9="","",1)', undefined],
    ['=A9', 0],
  ])('%s', (formula, expected) => {
    expect(computed(bookOf([sheetOf('表', { ...TOWNS, E9: formula })]), 'E9')).toEqual(expected);
  });

  it('is computed across sheets, names and results that are missing, too', () => {
    const book = bookOf(
      [
        sheetOf('汇总', { A1: "=SUM('明 细'!B2:B3)*税率", A2: '=本表总额' }),
        sheetOf('明 细', { B1: 100, B2: '=B1*2', B3: '=B2+B1' }),
      ],
      [
        { name: '税率', refersTo: '0.5', hidden: false },
        { name: '本表总额', refersTo: '汇总!$A$1', hidden: false },
      ],
    );
    expect([computed(book, 'A1'), computed(book, 'A2'), computed(book, 'B3', 1)]).toEqual([250, 250, 300]);
  });

  it('is computed however far the chain goes, upwards too', () => {
    const cells: Record<string, CellValue> = { A5000: 1 };
    for (let row = 4999; row >= 1; row--) cells[`A${row}`] = `=A${row + 1}+1`;
    expect(computed(bookOf([sheetOf('表', cells)]), 'A1')).toBe(5000);
  });

  it.each([
    ['=YXYS(1)', { kind: 'function', name: 'YXYS' }],
    ['=[1]表!A1', { kind: 'sheet', name: '[1]表' }],
    ['=去年', { kind: 'name', name: '去年' }],
    ['=SUM(表1[金额])', { kind: 'table', name: '表1[金额]' }],
    ['=TODAY()', { kind: 'clock', name: 'TODAY' }],
    ['=E9+1', { kind: 'cycle' }],
    ['=IFERROR(YXYS(1),0)', { kind: 'function', name: 'YXYS' }],
    ['=COUNT(D1:D3)', { kind: 'cycle' }],
    ['=(1', { kind: 'syntax' }],
  ])('%s says why it is not', (formula, why) => {
    const book = bookOf([sheetOf('表', { ...TOWNS, D1: '=D2', D2: '=D3', D3: '=D1', E9: formula, E10: '=E9*2' })]);
    const told = withResults(book).sheets[0]?.computed?.uncomputed ?? [];
    expect(
      told.filter(({ cell }) => cell.column === 4).map(({ cell, why: reason }) => [cellName(cell), reason]),
    ).toEqual([
      ['E9', why],
      ['E10', why],
    ]);
  });

  it('a cycle longer than one goes at once is one', () => {
    const cells: Record<string, CellValue> = { A1: '=A1000' };
    for (let row = 2; row <= 1000; row++) cells[`A${row}`] = `=A${row - 1}+1`;
    const told = withResults(bookOf([sheetOf('表', cells)])).sheets[0]?.computed?.uncomputed ?? [];
    expect(told.length).toBe(1000);
    expect(told.every(({ why }) => why.kind === 'cycle')).toBe(true);
  });
});

describe('a workbook', () => {
  it('that has its results is left as it is', () => {
    const builder = new CellStoreBuilder();
    builder.add(0, 0, 2);
    builder.add(0, 1, 4, { formula: 'A1*2' });
    builder.add(0, 2, '', { formula: 'IF(A1=2,"",1)' });
    const book = bookOf([makeSheet('表', builder.build())]);
    expect(withResults(book)).toBe(book);
  });

  it('in which a program left 0 in every formula is computed, and what cannot be keeps its 0', () => {
    const builder = new CellStoreBuilder();
    builder.add(0, 0, 2);
    builder.add(0, 1, 0, { formula: 'A1*2' });
    builder.add(0, 2, 0, { formula: 'YXYS(A1)' });
    const [sheet] = withResults(bookOf([makeSheet('表', builder.build())])).sheets;
    expect(sheet && [valueAt(sheet, 0, 1), valueAt(sheet, 0, 2)]).toEqual([4, 0]);
    expect(sheet?.computed).toEqual({ wasZero: true, count: 1, uncomputed: [] });
  });

  it('is not changed itself', () => {
    const sheet = sheetOf('表', { A1: 2, B1: '=A1*2' });
    withResults(bookOf([sheet]));
    expect(valueAt(sheet, 0, 1)).toBeUndefined();
  });

  it('has totals of the rows that are seen', () => {
    const cells = { A1: 1, A2: 2, A3: 4, B1: '=SUBTOTAL(109,A1:A3)', B2: '=SUBTOTAL(9,A1:A3)', B3: '=SUM(A1:A3)' };
    const book = bookOf([sheetOf('表', cells, { hiddenRows: [1] })]);
    expect(['B1', 'B2', 'B3'].map((at) => computed(book, at))).toEqual([5, 5, 7]);
  });
});

describe('a stored result that another sheet does not give', () => {
  const linked = (stored: number) => {
    const builder = new CellStoreBuilder();
    builder.add(0, 0, stored, { formula: "SUM('明 细'!A1:A2)" });
    const sheet = makeSheet('汇总', builder.build());
    const book = bookOf([sheet, sheetOf('明 细', { A1: 30, A2: 12 })]);
    const grid = new FormulaGrid(sheet, book);
    return { faults: findFormulaFaults(grid), looksInto: grid.sheetsLookedInto() };
  };

  it('is stale', () =>
    expect(linked(40).faults).toMatchObject([{ kind: 'cachedValueDisagrees', expected: 42, actual: 40 }]));
  it('is none where it is right', () => expect(linked(42).faults).toEqual([]));
  it('tells which sheet it looks into', () => expect(linked(42).looksInto).toEqual(['明 细']));
});
