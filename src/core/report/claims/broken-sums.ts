import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import type { Sum } from './find-sums';
import { isSameKind, type ReadText } from './reading';
import { slipsOf } from './slips';
import { sumClaim } from './sums';

/** Amounts behind a total among which a list of its parts may begin, and the longest such list. */
const REACH = 30;
const LONGEST = 20;

/** Lists that the sentence sets beside a total and that do not make it, but would with one figure mended. */
export function brokenSums(read: ReadText, sums: readonly Sum[]): Claim[] {
  const { entries } = read;
  return entries.flatMap((total) => {
    const lists = [...listsBehind(total, entries), ...chainsBefore(total, entries)];
    const known = new Set(sums.filter((sum) => sum.total === total).flatMap(({ parts }) => parts));
    return lists
      .filter((parts) => parts.length > 1 && !parts.some((part) => known.has(part)))
      .map((parts) =>
        sumClaim(
          total.level,
          parts.map(({ level }) => level),
          'slip',
        ),
      )
      .filter((claim) => claim.verdict === 'broken' && slipsOf(claim).length > 0);
  });
}

/** Lists that begin where a clause begins and end where one ends. */
function listsBehind(total: Entry, entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [];
  const { paragraph } = total.level.placed;
  for (const first of entries.slice(total.index + 1, total.index + 1 + REACH)) {
    if (first.opens.item !== total.opens.item || first.opens.paragraph > paragraph + 1) break;
    if (!isAdded(first) || !isSameKind(first.level, total.level)) break;
    if (!mayBegin(first, total)) continue;
    const parts: Entry[] = [];
    for (const part of entries.slice(first.index, first.index + LONGEST)) {
      if (!isSameKind(part.level, total.level) || part.level.isBlank) break;
      // What a bracket says of a part is no part beside it.
      if (part.opens.depth > first.opens.depth) continue;
      if (part.opens.depth < first.opens.depth) break;
      if (part.opens.sentence !== first.opens.sentence || (part !== first && CLOSES.test(part.level.placed.lead)))
        break;
      parts.push(part);
      const next = entries.slice(part.index + 1).find(({ opens }) => opens.depth <= first.opens.depth);
      if (parts.length > 1 && (next === undefined || ends(next, parts))) lists.push([...parts]);
    }
  }
  return lists;
}

/** 按征收部门, 其中, or names that divide every total alike. */
const DIVIDES = /其中|分(?:级次|部门|科目|结构|项)|按|构成|结构|来自|包括|包含|含|分别|依次|各单位|明细|如下/;
const DIVISIONS =
  /^(?:税务|财政|国税|地税|税收|非税|各项税|上划|中央|省级|市级|市本级|县级|县本级|区级|区本级|乡级|镇级|乡镇|本级|地方|一般|专项|基本支出|项目支出|人员经费|公用经费|保工资|保民生|保运转|工资|货物|工程|服务)/;

function isDivision({ opens, subject }: Entry): boolean {
  return DIVIDES.test(opens.clauses.slice(-3).join(',')) || DIVISIONS.test(subject);
}

/** The list right behind a total needs a sign that it is one, a later one words too. */
function mayBegin(first: Entry, total: Entry): boolean {
  const isNext = first.index === total.index + 1;
  // Behind a semicolon stands another of the same list, unless words say that it divides.
  const isSet = (begins(first) && first.opens.separator !== ';') || first.opens.depth > total.opens.depth;
  return isNext
    ? isSet || (/[,;]/.test(first.opens.separator) && isDivision(first))
    : begins(first) && isDivision(first);
}

/** Scores and ratios are not added up. */
function isAdded({ level }: Entry): boolean {
  return level.unit.kind === 'money' || level.unit.kind === 'count';
}

function begins({ opens }: Entry): boolean {
  return /^(?:[:;。]|line|item)$/.test(opens.separator);
}

/** A list ends before a stronger sign than those inside it, or where its bracket closes. */
function ends(next: Entry, parts: readonly Entry[]): boolean {
  const { separator, depth, brackets } = next.level.placed;
  const inner = parts.slice(1).map(({ opens }) => STRENGTH[opens.separator] ?? 0);
  const first = parts[0]?.opens.depth ?? 0;
  return (
    depth < first ||
    brackets.startsWith(')') ||
    (STRENGTH[separator] ?? 0) > Math.max(0, ...inner) ||
    (STRENGTH[separator] ?? 0) >= 3
  );
}

const STRENGTH: Readonly<Record<string, number>> = {
  '': 0,
  '、': 1,
  ',': 2,
  ':': 3,
  ';': 3,
  '。': 4,
  line: 5,
  item: 6,
};

const CLOSES = /(?:合计|总计|总量|总额|总收入|总支出|共计)(?:为|达|达到|是)?$/;

function withFirstTerm(first: Entry, parts: readonly Entry[], entries: readonly Entry[]): Entry[][] {
  return entries
    .slice(Math.max(0, first.index - 3), first.index)
    .filter(({ level, opens }) => isSameKind(level, first.level) && opens.depth === first.opens.depth)
    .map((term) => [term, ...parts]);
}

/** A, 加 B, C, 收入合计 T: the chain goes back to the sentence before, or to its beginning. */
function chainsBefore(total: Entry, entries: readonly Entry[]): Entry[][] {
  if (!CLOSES.test(total.opens.lead)) return [];
  const chains: Entry[][] = [];
  const parts: Entry[] = [];
  for (let j = total.index - 1; j >= 0 && parts.length < LONGEST; j--) {
    const part = entries[j];
    if (!part || !isSameKind(part.level, total.level) || part.opens.paragraph !== total.opens.paragraph) break;
    if (part.opens.depth > total.opens.depth) continue;
    parts.unshift(part);
    if (parts.length > 1 && (begins(part) || j === 0)) chains.push([...parts]);
    if (!/^(?:。|line|item)$/.test(part.opens.separator) || parts.length < 2) continue;
    // 地方级加上级补助…，收入合计: the first term is an amount of the sentence before.
    if (/加/.test(part.opens.clauses.join(''))) chains.push(...withFirstTerm(part, parts, entries));
    break;
  }
  return chains;
}
