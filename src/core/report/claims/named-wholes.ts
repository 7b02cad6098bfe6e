import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { isSameKind, type ReadText } from './reading';

const WHOLE = /(?:总计|合计|总额|总量)$/;
/** Shorter names are of too many things. */
const SHORTEST = 4;

/** 财政拨款收入支出总计 cannot be less than 财政拨款收入. */
export function namedWholeClaims({ entries }: ReadText): Claim[] {
  return entries.flatMap((whole): Claim[] => {
    const name = whole.opens.lead.replace(/(?:为|是|达)$/, '');
    if (!WHOLE.test(name)) return [];
    const part = entries.find((one) => isNamedPart(one, whole));
    if (!part || part.level.interval.low <= whole.level.interval.high) return [];
    return [
      {
        kind: 'part_of',
        stated: whole.level,
        operands: [part.level],
        computed: undefined,
        verdict: 'broken',
        grounds: 'said',
        repairs: [],
      },
    ];
  });
}

function isNamedPart(part: Entry, whole: Entry): boolean {
  return (
    part.subject.length >= SHORTEST &&
    part.subject !== whole.subject &&
    whole.subject.startsWith(part.subject) &&
    part.level.bound === undefined &&
    isSameKind(part.level, whole.level)
  );
}
