import type { Finding } from '../../../src/core/findings/finding';
import { foldFindings, type Unfolded } from '../../../src/core/findings/fold';
import type { StatedRelation } from '../../../src/core/findings/rule';
import { fixOf } from '../../../src/core/fix/fix';
import { finding, place } from './build';

const PRINT = { fingerprint: 'one meaning' };

function unfolded(one: Finding, follows: readonly string[] = [], blamesFigure = true): Unfolded {
  return { finding: one, follows: follows.map(place), blamesFigure };
}

const sum = (cell: string): StatedRelation => ({ op: 'sum', target: place(cell), range: [] });
const fix = (cell: string) => fixOf([{ at: place(cell), before: { value: 1 }, after: { value: 2 } }], true);

describe('what means the same is one finding', () => {
  test('with every place once, those of the further rows told, and all that each brings', () => {
    const all = foldFindings([
      unfolded(
        finding('D4', {
          ...PRINT,
          at: [place('D4'), place('B4')],
          against: [place('表二!B1')],
          consequences: [sum('E4')],
          fixes: [fix('D4')],
        }),
      ),
      unfolded(
        finding('D9', {
          ...PRINT,
          at: [place('D9'), place('B4')],
          against: [place('表二!B1'), place('表二!B2')],
          relation: sum('D9'),
          consequences: [sum('E9')],
          fixes: [fix('D9')],
        }),
      ),
      unfolded(finding('D12', { ...PRINT, alike: [place('D13'), place('D9')] })),
    ]);
    expect(all).toEqual([
      finding('D4', {
        ...PRINT,
        at: [place('D4'), place('B4'), place('D9'), place('D12')],
        against: [place('表二!B1'), place('表二!B2')],
        consequences: [sum('E4'), sum('D9'), sum('E9')],
        alike: [place('D9'), place('D12'), place('D13')],
        fixes: [fix('D4'), fix('D9')],
      }),
    ]);
  });

  test('the graver speaks, and of two equal ones the first', () => {
    const [lead, ...rest] = foldFindings([
      unfolded(finding('D4', { ...PRINT, level: 'hint', messageId: 'A101.hint' })),
      unfolded(finding('D9', { ...PRINT, level: 'error', messageId: 'A101.first' })),
      unfolded(finding('D7', { ...PRINT, level: 'error', messageId: 'A101.second' })),
    ]);
    expect(rest).toEqual([]);
    expect(lead).toMatchObject({ level: 'error', messageId: 'A101.first', at: ['D9', 'D4', 'D7'].map(place) });
  });

  test('one cell told against two sources is no further row', () => {
    const [only] = foldFindings([
      unfolded(finding('D4', { ...PRINT, against: [place('表二!B1')] })),
      unfolded(finding('D4', { ...PRINT, against: [place('表三!B1')] })),
    ]);
    expect(only).toEqual(finding('D4', { ...PRINT, against: [place('表二!B1'), place('表三!B1')] }));
  });

  test('a finding of no cell is joined with one that has its cell', () => {
    const [only, ...rest] = foldFindings([
      unfolded(finding('D4', { ...PRINT, at: [] })),
      unfolded(finding('D9', PRINT)),
    ]);
    expect(rest).toEqual([]);
    expect(only).toEqual(finding('D9', PRINT));
  });

  test('what is joined follows the causes of both', () => {
    const [cause, ...rest] = foldFindings([
      unfolded(finding('D4', PRINT)),
      unfolded(finding('D9', PRINT), ['B2']),
      unfolded(finding('B2')),
    ]);
    expect(rest).toEqual([]);
    expect(cause?.folded.map(({ fingerprint }) => fingerprint)).toEqual([PRINT.fingerprint]);
  });
});

describe('what another finding explains is told under that one', () => {
  const follower = (cell: string, follows: readonly string[]) => unfolded(finding(cell), follows);
  const told = (all: readonly Unfolded[]) =>
    foldFindings(all).map(({ fingerprint, folded }) => [fingerprint, ...folded.map((one) => one.fingerprint)]);

  test('wherever the cause stands in the list, and several under one', () => {
    expect(told([follower('C3', ['A9', 'B2']), follower('C4', ['B2']), unfolded(finding('B2'))])).toEqual([
      ['B2', 'C3', 'C4'],
    ]);
  });

  test('where no other names its cells it stands by itself, and may explain the next', () => {
    expect(told([follower('C3', ['A9']), follower('C4', ['C3']), unfolded(finding('B2'))])).toEqual([
      ['B2'],
      ['C3', 'C4'],
    ]);
  });

  test('not under a bound that is missed, for that blames no figure', () => {
    expect(told([unfolded(finding('B2'), [], false), follower('C3', ['B2'])])).toEqual([['B2'], ['C3']]);
    expect(told([unfolded(finding('B2', { at: [] })), follower('C3', ['B2'])])).toEqual([['B2'], ['C3']]);
  });

  test('of two that begin at one cell under the first', () => {
    const second = finding('B2', { fingerprint: 'second' });
    expect(told([unfolded(finding('B2')), unfolded(second), follower('C3', ['B2'])])).toEqual([
      ['B2', 'C3'],
      ['second'],
    ]);
  });
});
