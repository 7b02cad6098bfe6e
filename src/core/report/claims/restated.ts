import type { Entry } from '../text/entries';
import { subjectIn } from '../text/subject';
import type { Claim, Grounds } from './claim';
import { isSameKind, type ReadText } from './reading';
import { judgeAmount } from './judge';

/** So large a part of the items of one form must come out before the rest are called wrong. */
const MOST = 0.8;
const FEWEST = 4;

/** An item that opens with its budget tells another amount afterwards. */
const STAGE = /(?:预算|决算|执行|计划|任务)数?(?:为|是|安排)?$/;

interface Restated {
  readonly opening: Entry;
  readonly again: Entry;
  /** The words of both places: items of one form share them. */
  readonly form: string;
}

/** An item that opens with its amount and tells it again: “…（项）”25.77万元 … 2024年预算安排25.77万元. */
export function restatedClaims({ entries }: ReadText): Claim[] {
  const pairs = pairsOf(entries);
  return pairs.flatMap((pair): Claim[] => {
    const { opening, again, form } = pair;
    const alike = pairs.filter((other) => other.form === form);
    const equal = alike.filter((one) => one.opening.level.size === one.again.level.size);
    const grounds: Grounds = alike.length >= FEWEST && equal.length >= MOST * alike.length ? 'siblings' : 'guess';
    const isEqual = opening.level.size === again.level.size;
    if (!isEqual && grounds === 'guess') return [];
    return [
      {
        kind: 'equal',
        stated: again.level,
        operands: [opening.level],
        computed: opening.level.interval,
        verdict: judgeAmount(again.level, opening.level.interval),
        grounds,
        repairs: [
          { figure: again.level, wanted: opening.level.interval },
          { figure: opening.level, wanted: again.level.interval },
        ],
      },
    ];
  });
}

function pairsOf(entries: readonly Entry[]): Restated[] {
  const opening = new Map<number, Entry>();
  return entries.flatMap((entry) => {
    const { item, lead } = entry.level.placed;
    const first = opening.get(item);
    if (!first) {
      opening.set(item, entry);
      return [];
    }
    if (STAGE.test(first.level.placed.lead)) return [];
    if (item === 0 || subjectIn(lead) !== '' || !isSameKind(first.level, entry.level)) return [];
    return [{ opening: first, again: entry, form: `${first.level.placed.lead.slice(-1)}|${formOf(lead)}` }];
  });
}

function formOf(lead: string): string {
  return lead.replace(/\d+/g, '#');
}
