import { formulaTexts } from '../../src/rules/formula-report';

const chain = (cells: readonly number[]): string => cells.map((row) => `C${row}`).join('+');
const rows = Array.from({ length: 40 }, (_, k) => k + 10);

describe('two formulas that differ', () => {
  it('are shown whole where they are short', () =>
    expect(formulaTexts('B5*C5*6', 'B5*C5*D5')).toEqual({ formula: '=B5*C5*6', usual: '=B5*C5*D5' }));

  it('are cut around the place where they differ', () => {
    const changed = rows.map((row) => (row === 40 ? 70 : row));
    const { formula, usual } = formulaTexts(chain(changed), chain(rows));
    expect(formula).toMatch(/^=…C\d+\+.*\+C70\+C41/);
    expect(usual).toMatch(/^=…C\d+\+.*\+C40\+C41/);
    expect(formula.length).toBeLessThan(65);
  });

  it('are cut at the end where they differ early', () => {
    const { formula, usual } = formulaTexts(chain([9, ...rows.slice(1)]), chain(rows));
    expect([formula.slice(0, 8), usual.slice(0, 8)]).toEqual(['=C9+C11+', '=C10+C11']);
    expect(formula.endsWith('…') && usual.endsWith('…')).toBe(true);
  });

  it('do not differ in spaces, capitals and a plus sign before them', () => {
    const { formula, usual } = formulaTexts(`+ sum( ${chain(rows)} , D1 )`, `SUM(${chain(rows)},D2)`);
    expect(formula.endsWith('+C49,D1)')).toBe(true);
    expect(usual.endsWith('+C49,D2)')).toBe(true);
  });
});
