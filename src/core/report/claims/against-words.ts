import { monthNumber } from '../../numbers/period';
import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import { periodAt } from './progress';
import type { ReadText } from './reading';

/** 基本达到 leaves as many points of room. */
const ROOM = 2;

interface Praise {
  readonly words: RegExp;
  /** The least rate of completion that the words say; undefined: it cannot be told. */
  readonly least: (read: ReadText, progress: Figure) => number | undefined;
}

const PRAISES: readonly Praise[] = [
  { words: /超额完成/g, least: () => 100 },
  { words: /(?<!未)(?:全面完成|圆满完成)[^,。;\n]{0,6}(?:任务|目标|预算)/g, least: () => 100 },
  {
    words: /(?<![未没不])(?:基本)?(?:达到|完成|实现|达)了?[^,。;\n]{0,3}序时[^,。;\n]{0,6}进度/g,
    least: (read, progress) => due(read, progress, ROOM),
  },
  {
    words: /(?:快于|高于|超过|领先于?|好于)[^,。;\n\d]{0,3}序时[^,。;\n\d]{0,6}进度(?![^,。;\n]{0,4}\d)/g,
    least: (read, progress) => due(read, progress, 0),
  },
];

function due(read: ReadText, progress: Figure, room: number): number | undefined {
  const period = periodAt(read, progress);
  return period && (100 * monthNumber(period.period.to)) / 12 - room;
}

/** 超额完成 under 100 %, 达到序时进度 when behind: words that the rate beside them contradicts. */
export function praiseClaims(read: ReadText): Claim[] {
  return PRAISES.flatMap(({ words, least }) =>
    [...read.plain.matchAll(words)].flatMap((match): Claim[] => {
      const word = { start: match.index, end: match.index + match[0].length };
      const progress = rateBeside(read, word.start, word.end);
      const bound = progress && least(read, progress);
      if (!progress || bound === undefined) return [];
      return [
        {
          kind: 'direction',
          stated: progress,
          word,
          operands: [progress],
          computed: { low: bound, high: Infinity },
          verdict: progress.interval.high < bound ? 'broken' : 'holds',
          grounds: 'said',
        },
      ];
    }),
  );
}

/** The rate of completion of the sentence that is nearest before the words. */
function rateBeside({ figures, plain }: ReadText, start: number, end: number): Figure | undefined {
  const isBeside = ({ placed: { mention }, role, isBlank }: Figure): boolean =>
    !isBlank &&
    mention.unit.kind === 'percent' &&
    (role.is === 'progress' || role.is === 'rate') &&
    !/[。\n]/.test(plain.slice(Math.min(mention.end, start), Math.max(mention.start, end)));
  const before = figures.filter((figure) => figure.placed.mention.end <= start && isBeside(figure)).at(-1);
  return before ?? figures.find((figure) => figure.placed.mention.start >= end && isBeside(figure));
}

/** 应维持在0.3－0.8 … 勉强达到0.2以上: a value below the range that its sentence names. */
export function rangeClaims({ figures, entries, plain }: ReadText): Claim[] {
  return figures.flatMap((low, i): Claim[] => {
    const high = figures[i + 1];
    if (!high?.placed.mention.rangeEnd || low.unit.kind !== 'number') return [];
    const value = entries.find(
      ({ level, opens }) =>
        level.placed.index > high.placed.index &&
        opens.sentence === high.placed.sentence &&
        level.unit.kind === 'number',
    );
    if (!value || !isOfOneName(plain, low, value)) return [];
    const { size } = value.level;
    const isOutside = size < low.size || (size > high.size && value.level.bound !== 'atMost');
    return [
      {
        kind: 'bound',
        stated: value.level,
        operands: [low, high],
        computed: { low: low.size, high: high.size },
        verdict: isOutside ? 'broken' : 'holds',
        grounds: 'said',
      },
    ];
  });
}

/** The name before the value stands before the range, too. */
function isOfOneName(plain: string, low: Figure, { level }: Entry): boolean {
  const name = /([一-龥]{2,6}?)(?:勉强|仅|只|为|是|已|达到|达|维持)*$/.exec(level.placed.lead)?.[1]?.slice(-4);
  const { start } = low.placed.mention;
  return name !== undefined && plain.slice(Math.max(0, start - 40), start).includes(name);
}

/** 全年计划*万元，目前仅完成0万元: nothing of a plan was done. */
export function undoneClaims({ entries }: ReadText): Claim[] {
  return entries.flatMap((entry): Claim[] => {
    const plan = entries[entry.index - 1];
    const isUndone =
      entry.level.size === 0 && !entry.level.isBlank && /(?:仅|只)(?:完成|实现|到位|支出)/.test(entry.opens.lead);
    if (
      !isUndone ||
      !plan ||
      plan.opens.sentence !== entry.opens.sentence ||
      !/计划|任务|预算|目标/.test(plan.opens.lead)
    )
      return [];
    return [
      {
        kind: 'undone',
        stated: entry.level,
        operands: [],
        computed: undefined,
        verdict: 'broken',
        grounds: 'said',
      },
    ];
  });
}
