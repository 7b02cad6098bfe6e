import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { isSameKind, type ReadText } from './reading';

const SAID_PART = /^(?:其中|含|包括|包含)/;
const WHOLE = /总|合计|全口径|限额|大口径/;
/** Amounts behind a whole among which its parts are looked for. */
const REACH = 6;

/** 其中, 含 and brackets name parts; a part is not more than its whole. */
export function partClaims({ entries }: ReadText): Claim[] {
  return [...entries.flatMap((entry) => partsOf(entry, entries)), ...underLimits(entries)];
}

function partsOf(whole: Entry, entries: readonly Entry[]): Claim[] {
  if (whole.level.unit.kind === 'number') return [];
  const behind = entries.slice(whole.index + 1, whole.index + 1 + REACH);
  const end = behind.findIndex(
    (part) => !isSameKind(part.level, whole.level) || part.opens.paragraph !== whole.opens.paragraph,
  );
  const near = end < 0 ? behind : behind.slice(0, end);
  const [next] = near;
  if (!next) return [];
  if (isSaidPart(whole, next) && next.level.size > whole.level.size && !isOfEarlier(next, entries))
    return [claimOf(whole, [next], true)];
  const smaller = near.filter((part) => part.level.size <= whole.level.size);
  const list = untilMore(near, whole.level.size);
  const isLikely = WHOLE.test(whole.subject);
  return [
    ...smaller.filter((part) => isLikely || part === next).map((part) => claimOf(whole, [part], false)),
    ...(list.length > 1 ? [claimOf(whole, list, false)] : []),
  ];
}

/** Where 其中 begins a sentence of its own, it may divide any amount that its paragraph named before. */
function isOfEarlier(part: Entry, entries: readonly Entry[]): boolean {
  if (part.opens.separator !== '。') return false;
  return entries.slice(0, part.index).some((whole) => {
    const isNear = whole.opens.paragraph >= part.opens.paragraph - 1 && whole.index < part.index - 1;
    return isNear && isSameKind(part.level, whole.level) && whole.level.size >= part.level.size;
  });
}

/** As many amounts in a row as together are not more than a whole. */
function untilMore(parts: readonly Entry[], most: number): Entry[] {
  let sum = 0;
  const end = parts.findIndex(({ level }) => (sum += level.size) > most);
  return parts.slice(0, end < 0 ? parts.length : end);
}

function isSaidPart({ opens: whole }: Entry, { opens: part }: Entry): boolean {
  const { clauses, depth, brackets } = part;
  const isInside = depth > whole.depth && /^\($/.test(brackets);
  const words = clauses.slice(-2).find((clause) => SAID_PART.test(clause));
  return words !== undefined && !/累计|剔除|扣除/.test(part.lead) && (isInside || !brackets.includes(')'));
}

function claimOf(whole: Entry, parts: readonly Entry[], isSaid: boolean): Claim {
  const isMore = parts.some(({ level }) => level.interval.low > whole.level.interval.high);
  return {
    kind: 'part_of',
    stated: whole.level,
    operands: parts.map(({ level }) => level),
    computed: undefined,
    verdict: isMore ? 'broken' : 'holds',
    grounds: isSaid ? 'said' : 'guess',
    repairs: [],
  };
}

/** 一般 or 专项; undefined: all of it. */
function debtIn(subject: string): string | undefined {
  return /一般|专项/.exec(subject)?.[0];
}

/** 限额A(一般a，专项b)，余额C(一般c，专项d): what is owed is not more than what may be. */
function underLimits(entries: readonly Entry[]): Claim[] {
  return entries.flatMap((owed): Claim[] => {
    if (!/余额/.test(owed.opens.lead)) return [];
    const limit = entries
      .slice(0, owed.index)
      .findLast(({ opens, subject }) => /限额/.test(opens.lead) && debtIn(subject) === debtIn(owed.subject));
    if (!limit || !isSameKind(limit.level, owed.level)) return [];
    const offset = owed.index - limit.index;
    const parts = entries.slice(owed.index + 1, owed.index + 3).flatMap((part): Claim[] => {
      const ceiling = entries[part.index - offset];
      return ceiling && ceiling.index < owed.index && ceiling.subject === part.subject
        ? [claimOf(ceiling, [part], false)]
        : [];
    });
    return [claimOf(limit, [owed], true), ...parts];
  });
}
