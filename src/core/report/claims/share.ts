import { quotientInterval } from '../../numbers/interval';
import type { Entry, Figure } from '../text/entries';
import { isNamed, isSubject, subjectIn } from '../text/subject';
import type { Claim, Grounds } from './claim';
import type { Sum } from './find-sums';
import { judgeRate, times } from './judge';
import { isSameKind, type ReadText } from './reading';

/** Amounts before a share among which its whole is looked for. */
const REACH = 24;

/** 占支出64.7%: a part of a whole that the sentence names, or that opened it. */
export function shareClaims(read: ReadText, sums: readonly Sum[]): Claim[] {
  const shares = read.entries.flatMap((entry) =>
    entry.said.flatMap((figure) =>
      figure.role.is === 'share' || figure.role.is === 'rate' ? [{ entry, figure, whole: wholeOf(figure) }] : [],
    ),
  );
  const claims = shares.map((share) => claimOf(read, sums, share));
  return claims.flatMap((claim, i) => {
    if (!claim) return [];
    return claim.verdict === 'broken' && claim.grounds === 'guess'
      ? [bySiblings(claim, i, claims, shares, sums)]
      : [claim];
  });
}

interface Share {
  readonly entry: Entry;
  readonly figure: Figure;
  /** What the sentence calls the whole; empty: it does not. */
  readonly whole: string;
}

function wholeOf({ role }: Figure): string {
  return role.is === 'share' ? role.whole : '';
}

function claimOf(read: ReadText, sums: readonly Sum[], share: Share): Claim | undefined {
  const part = partOf(read, share);
  if (part.unit.kind !== 'money' && part.unit.thing === '') return undefined;
  const candidates = wholes(read, sums, share).filter(({ figure }) => figure !== part && isSameKind(figure, part));
  const judged = candidates.flatMap(({ figure, grounds }) => shareClaim(share.figure, part, figure, grounds) ?? []);
  return judged.find(({ verdict }) => verdict !== 'broken') ?? judged[0];
}

/** 税收占比44.3% has its part before 占; else it is the amount before. */
function partOf({ entries }: ReadText, { entry, figure }: Share): Figure {
  const said = /^(.*?)(?:占|比重|比例)/.exec(figure.placed.lead)?.[1] ?? '';
  // 税占比, as tables call it.
  const named = said === '税' ? '税收' : subjectIn(said);
  if (named === '' || isSubject(named, entry.subject)) return entry.level;
  const other = entries
    .slice(0, entry.index)
    .reverse()
    .find(({ subject }) => subject === named || (subject !== '' && isSubject(named, subject)));
  return other?.level ?? entry.level;
}

/** Where the whole may stand, likeliest first. */
function wholes(
  { entries }: ReadText,
  sums: readonly Sum[],
  { entry, figure, whole }: Share,
): { figure: Figure; grounds: Grounds }[] {
  const printed = entry.said.find(({ role }) => role.is === 'base' && role.of === 'whole');
  const before = entries.slice(Math.max(0, entry.index - REACH), entry.index).reverse();
  const behind = entries
    .slice(entry.index + 1, entry.index + 3)
    .filter(({ opens }) => opens.paragraph === entry.opens.paragraph);
  const shared = before
    .filter(({ opens }) => opens.sentence === entry.opens.sentence)
    .flatMap(({ said }) => said.filter(({ role }) => role.is === 'base'));
  const named = whole.length < 2 ? [] : before.filter(({ subject }) => isNamed(subjectIn(whole), subject));
  const larger = before.filter(
    ({ level }) => level.size >= entry.level.size && level.placed.depth <= entry.level.placed.depth,
  );
  const rate = figure.role.is === 'rate' && ofSameDeed(figure, entry);
  const opened = openedBy(entry, before);
  return [
    ...(printed ? [{ figure: printed, grounds: 'said' as const }] : []),
    ...(rate && opened ? [{ figure: opened.level, grounds: 'said' as const }] : []),
    ...named.map(({ level }, i) => ({
      figure: level,
      grounds: i === 0 && whole.length >= 4 ? ('said' as const) : ('guess' as const),
    })),
    ...behind
      .filter(({ subject }) => isNamed(subjectIn(whole), subject))
      .map(({ level }) => ({ figure: level, grounds: 'guess' as const })),
    ...(whole === '' ? shared : []).map((base) => ({ figure: base, grounds: 'guess' as const })),
    ...sums
      .filter(({ parts }) => parts.includes(entry))
      .map(({ total }) => ({ figure: total.level, grounds: 'guess' as const })),
    ...larger.map(({ level }) => ({ figure: level, grounds: 'guess' as const })),
  ];
}

/** The amount that opened a sentence, or the part of it behind the last semicolon. */
function openedBy({ opens }: Entry, before: readonly Entry[]): Entry | undefined {
  const own = before.filter(({ level }) => level.placed.sentence === opens.sentence);
  if (opens.separator === ';') return own.at(-1);
  const behind = own.findIndex((one) => one.opens.separator === ';');
  const opened = behind < 0 ? own.at(-1) : own[behind];
  return opened?.level.isBlank === true ? undefined : opened;
}

/** 分配34568万元, 分配率: the rate is of that deed. */
function ofSameDeed({ placed }: Figure, { level }: Entry): boolean {
  const deed = /([一-龥]{2})(?:率|进度)/.exec(placed.lead)?.[1];
  return deed !== undefined && level.placed.lead.endsWith(deed);
}

function shareClaim(stated: Figure, part: Figure, whole: Figure, grounds: Grounds): Claim | undefined {
  const ratio = quotientInterval(part.interval, whole.interval);
  if (!ratio || whole.size <= 0) return undefined;
  const computed = times(ratio, 100);
  const share = times(stated.interval, 0.01);
  return {
    kind: stated.role.is === 'rate' ? 'progress' : 'share',
    stated,
    operands: [part, whole],
    computed,
    verdict: judgeRate(stated, computed),
    grounds,
    repairs: [
      { figure: stated, wanted: computed },
      { figure: part, wanted: { low: whole.interval.low * share.low, high: whole.interval.high * share.high } },
      ...(stated.size === 0
        ? []
        : [{ figure: whole, wanted: quotientInterval(part.interval, share) ?? whole.interval }]),
    ],
  };
}

/** Where its neighbours are shares of one whole, it is one of the same whole. */
function bySiblings(
  claim: Claim,
  at: number,
  claims: readonly (Claim | undefined)[],
  shares: readonly Share[],
  sums: readonly Sum[],
): Claim {
  const own = shares[at];
  const near = [at - 1, at + 1, at - 2, at + 2].flatMap((i) => {
    const [sibling, share] = [claims[i], shares[i]];
    const isNear =
      share && own && share.whole === own.whole && share.entry.level.placed.item === own.entry.level.placed.item;
    return sibling && isNear && sibling.verdict !== 'broken' ? sibling.operands.slice(1) : [];
  });
  const [whole] = near;
  const part = claim.operands[0];
  if (!whole || !part || claim.stated.role.is !== 'share') return claim;
  const isDivided = sums.some(({ total, parts }) => total.level === whole && parts.some(({ level }) => level === part));
  const isSure = isDivided || (near.length > 1 && near.every((one) => one === whole));
  const again = shareClaim(claim.stated, part, whole, isSure ? 'siblings' : 'guess');
  return again ?? claim;
}
