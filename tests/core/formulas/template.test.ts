import { piecesOf, writtenFormula } from '../../../src/core/formulas/reference';
import { patternOf, piecesIn, Templates } from '../../../src/core/formulas/template';

const formulas = [
  'SUM(B5:B9)',
  'sum( $B$5:B9 , C3 )',
  'B7-C7',
  '$A1*B$2/LOG10(C3)',
  'ROUND(D4/E4*100,2)',
  'IFERROR((F8-G8)/G8,0)',
  'SUM(A1:A1)',
  "SUM('上年'!B5:B9)",
  'IF(A1="A2",B1,C1)',
  '-TAX2023+1.5E3',
  'XFD1048576%',
  'B2:C3 C3:D4',
  'SUM(A:A)',
  "VLOOKUP(A5,'上 年'!$A:C,2,0)",
  'SUM(1:3)',
  'COUNTIF(收入!$B:$B,B7)&"A1 元"',
  'Rate_1*2',
  'Table1[Amount]',
];

describe('formulas that are read as copies of each other', () => {
  it.each(formulas)('%s reads as it does alone', (formula) => {
    const templates = new Templates();
    templates.read(formula.replace(/5|7|8/g, '6'));
    const read = templates.read(formula);
    expect(read && writtenFormula(piecesIn(read))).toBe(writtenFormula(piecesOf(formula) ?? []));
  });

  it('writes whole columns and rows as they were written', () => {
    const read = new Templates().read('SUM($A:C,1:$3)');
    expect(read && writtenFormula(piecesIn(read))).toBe('SUM($A:C,1:$3)');
  });

  it('knows copies by their pattern, and nothing else', () => {
    const templates = new Templates();
    const pattern = (formula: string, row: number, column: number) => {
      const read = templates.read(formula);
      return read && patternOf(read, row, column);
    };
    expect(pattern('SUM(B5:B9)', 9, 1)).toBe(pattern('SUM(C6:C10)', 10, 2));
    expect(pattern('sum(B5:B9)', 9, 1)).toBe(pattern('SUM( B5:B9 )', 9, 1));
    expect(pattern('SUM(B5:B9)', 9, 1)).not.toBe(pattern('SUM(B5:B9)', 10, 1));
    expect(pattern('SUM(B$5:B9)', 9, 1)).toBe(pattern('SUM(B$5:B10)', 10, 1));
    expect(pattern('SUM(B5:B9)', 9, 1)).not.toBe(pattern('MAX(B5:B9)', 9, 1));
  });
});
