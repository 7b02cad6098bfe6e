import { RUNS } from './weights';
import { AT_LAST, OF_A_SECTION, type Selection } from './choose/selection';
import { readLevelByLevel } from './complete/levels';
import { acceptIndented } from './complete/near-totals';
import { acceptProvedBySlip } from './complete/proved-by-slip';
import { acceptSectionTotals } from './complete/section-totals';
import { acceptSigned } from './complete/signed-sums';
import { acceptStated } from './complete/stated-sums';
import { acceptTrusted } from './complete/trusted-hints';
import { scanAlternating } from './propose/alternating';
import { scanAverages } from './propose/averages';
import { scanBlocks } from './propose/blocks';
import type { CandidatePool } from './propose/candidates';
import { scanGaps } from './propose/gaps';
import { scanNamesakes } from './propose/namesakes';
import { scanPairs } from './propose/pairs';
import { scanAboveSubtotals, scanPastResults } from './propose/past-subtotals';
import { scanRuns, visibleWithout } from './propose/runs';
import { poolShapes } from './propose/shapes';
import { wholeSections } from './propose/sections';
import { scanStrides } from './propose/strides';
import { findQuotients, type JudgedQuotient } from './quotients/quotients';
import type { StatedSum, TotalHint } from './types';
import type { AxisView } from './view/axis-view';

/** What the steps of a search share: they add to the pool, the selection and the quotients, and change nothing. */
export interface Search {
  readonly view: AxisView;
  readonly hints: readonly TotalHint[];
  readonly stated: readonly StatedSum[];
  readonly pool: CandidatePool;
  readonly selection: Selection;
  readonly quotients: JudgedQuotient[];
}

export interface Step {
  readonly name: string;
  /** What it adds to what is known. */
  readonly finds: string;
  readonly run: (search: Search) => void;
  /**
   * How often the strongest candidates of the pool are chosen after it, and the step is gone through again while
   * some were: 0 where they are chosen together with those of the next step.
   */
  readonly rounds: number;
}

/** The search along one axis, in its order: what is nearest and surest first, so that it stands in the way of the rest. */
export const STEPS: readonly Step[] = [
  {
    name: 'algebra',
    finds: 'nothing: what follows from accepted sums by algebra is no discovery',
    run: ({ selection }) => {
      selection.followAlgebra();
    },
    rounds: 0,
  },
  {
    name: 'stated sums',
    finds: 'sums that the form states itself: by signs, by numbers of its columns, by two units',
    run: ({ view, selection, stated }) => {
      acceptStated(view, selection, stated);
    },
    rounds: 0,
  },
  {
    name: 'trusted hints',
    finds: 'totals that the structure of the sheet names, where nearly all of them come out',
    run: ({ view, selection, hints }) => {
      acceptTrusted(view, selection, hints);
    },
    rounds: 0,
  },
  {
    name: 'hinted totals',
    finds: 'the other totals that the structure names, by their figures',
    run: ({ hints, pool }) => {
      for (const { exhaustive, target, parts } of hints) {
        if (exhaustive && parts.length >= 2) pool.add('sum', target, Int32Array.from(parts).sort(), 'hint', 0);
      }
    },
    rounds: 0,
  },
  {
    name: 'runs',
    finds: 'totals of the lines right above, below, left or right',
    run: ({ view, pool }) => {
      const all = visibleWithout(view.size, () => false);
      scanRuns(view, 'sum', all, 'run', RUNS.beside, pool);
    },
    rounds: 1,
  },
  {
    name: 'subtotals',
    finds: 'totals past the parts of subtotals, level by level',
    run: ({ view, selection, pool }) => {
      scanAboveSubtotals(view, selection, pool);
    },
    rounds: RUNS.levels,
  },
  {
    name: 'pairs',
    finds: 'A = B + C, wherever the three stand',
    run: ({ view, pool }) => {
      scanPairs(view, pool);
    },
    rounds: 0,
  },
  {
    name: 'alternating',
    finds: 'A = B + C of which mostly one is filled',
    run: ({ view, pool }) => {
      scanAlternating(view, pool);
    },
    rounds: 0,
  },
  {
    name: 'strides',
    finds: 'totals of every n-th line',
    run: ({ view, pool }) => {
      scanStrides(view, pool);
    },
    rounds: 0,
  },
  {
    name: 'blocks',
    finds: 'the total of a whole block that stands elsewhere',
    run: ({ view, pool }) => {
      scanBlocks(view, pool);
    },
    rounds: 0,
  },
  {
    name: 'namesakes',
    finds: 'the total of the lines that share a word of its name',
    run: ({ view, pool }) => {
      scanNamesakes(view, pool);
    },
    rounds: 1,
  },
  {
    name: 'gaps',
    finds: 'totals that leave one line out',
    run: ({ view, selection, pool }) => {
      scanGaps(view, (target) => selection.sumsOf(target).length > 0, pool);
    },
    rounds: 1,
  },
  {
    name: 'shapes',
    finds: 'the layouts accepted so far, at every other line',
    run: ({ view, selection, pool }) => {
      poolShapes(view, selection.accepted, pool);
    },
    rounds: 1,
  },
  {
    name: 'averages',
    finds: 'averages of the lines beside them or of a block',
    run: ({ view, selection, pool }) => {
      scanAverages(view, selection, pool);
    },
    rounds: 1,
  },
  {
    name: 'past results',
    finds: 'totals and averages of a table in sections, past the averages between the parts',
    run: ({ view, selection, pool }) => {
      scanPastResults(view, selection, pool);
    },
    rounds: Infinity,
  },
  {
    name: 'indented',
    finds: 'totals that the indent names, though they come out only nearly',
    run: ({ view, selection }) => {
      if (view.axis === 'rows') acceptIndented(view, selection);
    },
    rounds: 0,
  },
  {
    name: 'levels',
    finds: 'nothing: totals over leaves read over the subtotals found since',
    run: ({ view, selection }) => {
      readLevelByLevel(view, selection);
    },
    rounds: 0,
  },
  {
    name: 'section totals',
    finds: 'totals of sections of zeros, where the other totals are those of their sections',
    run: ({ view, selection }) => {
      acceptSectionTotals(view, selection);
    },
    rounds: 0,
  },
  {
    name: 'second ways',
    finds: 'another way to make up a total: men and women, town and country',
    run: ({ selection, pool }) => {
      selection.accept(pool.values(), AT_LAST);
    },
    rounds: 0,
  },
  {
    name: 'sections',
    finds: 'further ways to make up a total, each by a whole section: by age, by sex, by region',
    run: ({ view, selection }) => {
      if (view.axis === 'rows') selection.accept(wholeSections(view, selection.accepted), OF_A_SECTION);
    },
    rounds: 0,
  },
  {
    name: 'signed',
    finds: 'A = B + C − D and A = B + C + D, wherever the four columns of a table stand',
    run: ({ view, selection }) => {
      if (view.axis === 'columns') acceptSigned(view, selection);
    },
    rounds: 0,
  },
  {
    name: 'proved by a slip',
    finds: 'sums of a table of few columns that one typing slip makes come out',
    run: ({ view, selection, pool }) => {
      acceptProvedBySlip(view, pool, selection);
    },
    rounds: 0,
  },
  {
    name: 'quotients',
    finds: 'shares, rates and growth rates',
    run: ({ view, selection, quotients }) => {
      quotients.push(...findQuotients(view, selection));
    },
    rounds: 0,
  },
];
