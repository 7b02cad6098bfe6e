import { findArithmetic } from '../../../src/core/relations/find-arithmetic';
import { type Rows, sheetOf } from './hierarchy';

const HEADER = ['项目', '上年', '本年', '增减%'];
const GROWN: Rows = [
  ['甲税', 412.5, 455.2, 10.35],
  ['乙税', 873.1, 802.4, -8.1],
  ['丙税', 1264.9, 1409.3, 11.42],
  ['丁税', 357.6, 391.7, 9.54],
  ['戊税', 645.3, 590.8, -8.45],
  ['己税', 298.4, 377.9, 26.64],
];

/** Verdict of the growth in each of the rows that are added below those that have grown. */
function verdicts(...added: Rows): (string | undefined)[] {
  const first = GROWN.length + 1;
  const { relations } = findArithmetic(sheetOf([HEADER, ...GROWN, ...added]));
  return added.map(
    (_, k) =>
      relations.find(({ op, target }) => op === 'relative_change' && target.row === first + k && target.column === 3)
        ?.verdict,
  );
}

describe('growth', () => {
  it('from a loss is of its size or with its sign, and nothing is said of what is neither', () => {
    expect(verdicts(['退库', -40, -25, 37.5], ['冲销', -80, -60, -25], ['调库', -50, 30, 12.5])).toEqual([
      'holds',
      'holds',
      undefined,
    ]);
  });

  it('of what is left blank is the loss of all of it', () => {
    expect(verdicts(['停征', 36.2, '', -100], ['新设', '', 36.2, 100], ['划转', 36.2, '', -90])).toEqual([
      'holds',
      undefined,
      undefined,
    ]);
  });
});
