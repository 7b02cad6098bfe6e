import type { Entry, Figure } from '../text/entries';
import type { Claim, WordSpan } from './claim';
import { isSameKind, type ReadText } from './reading';

const COMPARISON =
  /(决算数?|执行数?|实际数?|支出数?|完成数?)(?:与|和|同|较|比)?(?:年初|全年|调整)?(?:预算)?(?:数)?(?:基本)?(小于|大于|低于|高于|等于|持平|少于|多于|超过|相等|一致)/g;
const WAY: Readonly<Record<string, -1 | 0 | 1>> = {
  小于: -1,
  低于: -1,
  少于: -1,
  大于: 1,
  高于: 1,
  多于: 1,
  超过: 1,
  等于: 0,
  持平: 0,
  相等: 0,
  一致: 0,
};

/** 决算数小于预算数 behind a budget and an outturn. */
export function directionClaims({ plain, entries }: ReadText): Claim[] {
  return [...plain.matchAll(COMPARISON)].flatMap((match): Claim[] => {
    const word = match[2] ?? '';
    const start = match.index + match[0].length - word.length;
    const [done, planned] = before(entries, match.index);
    const way = WAY[word];
    if (!done || !planned || way === undefined || !isSameKind(done.level, planned.level)) return [];
    if (!/预算/.test(planned.level.placed.lead) || !/决算|执行|实际|支出|完成/.test(done.level.placed.lead)) return [];
    return [claimOf(done.level, planned.level, way, { start, end: start + word.length }, /基本/.test(match[0]))];
  });
}

/** The two amounts before a place of the text, the nearer first, in one paragraph with it. */
function before(entries: readonly Entry[], place: number): Entry[] {
  return entries
    .filter(({ level }) => level.placed.mention.end <= place)
    .slice(-2)
    .reverse();
}

/** 基本持平 leaves a little room. */
const NEARLY = 0.02;

function claimOf(done: Figure, planned: Figure, way: -1 | 0 | 1, word: WordSpan, isLoose: boolean): Claim {
  const actual = Math.sign(done.size - planned.size);
  const near = isLoose && way === 0 && Math.abs(done.size - planned.size) <= NEARLY * Math.abs(planned.size);
  return {
    kind: 'direction',
    stated: done,
    word,
    operands: [planned, done],
    computed: undefined,
    verdict: actual === way || near ? 'holds' : way === 0 ? 'unclear' : 'broken',
    grounds: 'said',
  };
}
