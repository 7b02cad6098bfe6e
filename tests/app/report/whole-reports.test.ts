import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkText } from '../../../src/app/report/check-text';
import { fillDraft } from '../../../src/app/report/fill-text';
import type { SourceFigure } from '../../../src/core/report/match/sources';
import { withReplacements } from '../../../src/core/report/fill/replace';
import { translator } from '../../../src/messages/translator';
import { sourcesOf } from '../../rules/text-rule-tester';

/**
 * Whole reports beside the workbooks that they were written from, each in the layouts of another county. A file has
 * three parts: the right report, in which `{355}` is a figure that the draft leaves blank and `[下降|增长]` a word that
 * last year's draft still has the other way; figures that are planted wrong; and the workbooks.
 */
interface WholeReport {
  readonly right: string;
  readonly draft: string;
  /** What each blank of the draft is to be filled with. */
  readonly figures: readonly string[];
  readonly planted: readonly { readonly from: string; readonly to: string }[];
  readonly sources: readonly SourceFigure[];
}

function readWhole(name: string): WholeReport {
  const [marked = '', planted = '', books = ''] = readFileSync(join(__dirname, 'whole', `${name}.txt`), 'utf8').split(
    '\n===\n',
  );
  const words = /\[([^|\]]+)\|([^\]]+)\]/g;
  return {
    right: marked.replace(words, '$1').replace(/[{}]/g, ''),
    draft: marked.replace(words, '$2').replace(/\{[^}]+\}/g, '*'),
    figures: [...marked.matchAll(/\{([^}]+)\}/g)].map(([, figure = '']) => figure),
    planted: planted.split('\n').map((line) => {
      const [from = '', to = ''] = line
        .slice(line.indexOf(':') + 2)
        .replaceAll('¶', '\n')
        .split(' → ');
      return { from, to };
    }),
    sources: sourcesOf(books),
  };
}

/** Of the blanks those that hold another figure, and those that hold none. */
function judged({ draft, figures, sources }: WholeReport): { wrong: string[]; empty: string[] } {
  const { answers } = fillDraft(draft, sources, translator('zh-CN'));
  const byPlace = [...answers].sort((a, b) => a.figure.placed.index - b.figure.placed.index);
  expect(byPlace).toHaveLength(figures.length);
  const near = byPlace.map(({ figure: { placed } }, i) => `${placed.clauses.at(-1) ?? ''}${figures[i] ?? ''}`);
  return {
    wrong: near.filter((_, i) => {
      const text = byPlace[i]?.filled?.text;
      return text !== undefined && !isAsExact(text, figures[i] ?? '');
    }),
    empty: near.filter((_, i) => byPlace[i]?.filled === undefined),
  };
}

/** Whether two figures agree in the places that both print. */
function isAsExact(a: string, b: string): boolean {
  const places = Math.min(...[a, b].map((figure) => figure.split('.')[1]?.length ?? 0));
  return Math.abs(Number(a) - Number(b)) <= 0.5001 / 10 ** places;
}

const FLOORS = [
  { name: 'three-quarters-county', filled: 1, found: 1 },
  { name: 'year-district', filled: 1, found: 1 },
  // 税收收入增幅为负，仅0.3％: the thing stands two signs before its rate.
  { name: 'three-quarters-city', filled: 0.98, found: 1 },
  // A budget of which only the totals are given, in a group that two tables share, is not read as a column.
  { name: 'four-months-county', filled: 0.89, found: 1 },
  // 比预算1430万元有所减少 is taken for an amount of its own.
  { name: 'final-account-district', filled: 0.96, found: 1 },
] as const;

describe.each(FLOORS)('$name', ({ name, filled, found }) => {
  const whole = readWhole(name);

  test('its blanks are filled, none of them wrong, and its words turn', () => {
    const { wrong, empty } = judged(whole);
    expect(wrong).toEqual([]);
    expect(1 - empty.length / whole.figures.length).toBeGreaterThanOrEqual(filled);
    const text = withReplacements(whole.draft, fillDraft(whole.draft, whole.sources, translator('zh-CN')).fills);
    const words = /增长|下降|增加|减少|增收|减收|增支|减支|提高|降低|回落|快于|慢于/g;
    expect(text.match(words)).toEqual(whole.right.match(words));
    expect(checkText('filled', text, whole.sources).findings).toEqual([]);
  });

  test('nothing is said of the right version', () => {
    expect(checkText('right', whole.right, whole.sources).findings).toEqual([]);
  });

  test('planted figures are found', () => {
    const missed = whole.planted.filter(({ from, to }) => {
      const text = whole.right.replace(from, to);
      expect(text).not.toBe(whole.right);
      return checkText('planted', text, whole.sources).findings.length === 0;
    });
    expect(1 - missed.length / whole.planted.length).toBeGreaterThanOrEqual(found);
  });
});
