import { quotientInterval } from '../../numbers/interval';
import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { times } from './judge';
import type { ReadText } from './reading';

/** In square metres. */
const AREAS: Readonly<Record<string, number>> = { 平方米: 1, 亩: 2000 / 3, 公顷: 1e4, 平方公里: 1e6 };
const PIECES: readonly string[] = ['宗', '套', '处', '间', '栋', '座'];
/** A house or a plot is seldom smaller than a room or larger than a village: beyond that a unit has slipped. */
const PLAUSIBLE = { low: 5, high: 500_000 };

/** 闲置房屋74宗，共计2.76万平方米: how large one of them is. */
export function areaClaims({ entries }: ReadText): Claim[] {
  return entries.flatMap((area): Claim[] => {
    const metres = AREAS[area.level.unit.thing];
    const pieces = entries[area.index - 1];
    if (metres === undefined || !pieces || !isOf(area, pieces)) return [];
    const each = quotientInterval(times(area.level.interval, metres), pieces.level.interval);
    if (!each || pieces.level.size <= 0) return [];
    const isPlausible = each.high >= PLAUSIBLE.low && each.low <= PLAUSIBLE.high;
    return [
      {
        kind: 'each',
        stated: area.level,
        operands: [pieces.level],
        computed: each,
        verdict: isPlausible ? 'holds' : 'broken',
        grounds: 'said',
      },
    ];
  });
}

function isOf(area: Entry, { level, opens }: Entry): boolean {
  return (
    PIECES.includes(level.unit.thing) &&
    opens.sentence === area.opens.sentence &&
    area.subject === '' &&
    !level.isBlank &&
    !area.level.isBlank
  );
}
