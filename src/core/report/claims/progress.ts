import { quotientInterval, type Interval } from '../../numbers/interval';
import { monthNumber } from '../../numbers/period';
import type { Entry, Figure } from '../text/entries';
import { isPartOfYear, type DatedSpan } from '../text/periods';
import { isSubject } from '../text/subject';
import type { Claim, Grounds } from './claim';
import { judgeAmount, judgeRate, minus, plus, times } from './judge';
import { entriesBefore, isSameKind, type ReadText } from './reading';

const MONTHS = 12;
const BUDGET_STAGE = /(?:预算|预期)(?:数|安排)?(?:为|是|达)?$|调整?为$|任务(?:数)?(?:为|是)?$|计划(?:数)?(?:为|是)?$/;

/** Rates that stand without an amount: 支出进度41.9%，比序时进度慢8.1个百分点. */
function lonePaces(read: ReadText): Claim[] {
  const bound = new Set(read.entries.flatMap(({ said }) => said));
  return read.figures.flatMap((figure, i) => {
    const { role, placed } = figure;
    if (role.is !== 'pace' || bound.has(figure)) return [];
    const rate = read.figures
      .slice(0, i)
      .findLast((one) => one.unit.kind === 'percent' && one.placed.sentence === placed.sentence);
    return rate && (rate.role.is === 'rate' || rate.role.is === 'progress')
      ? pace(figure, rate, [], role.sign, read)
      : [];
  });
}

/** Rates of completion, and how far ahead of schedule they are. */
export function progressClaims(read: ReadText): Claim[] {
  return [...read.entries.flatMap((entry) => claimsOf(read, entry)), ...lonePaces(read)];
}

function claimsOf(read: ReadText, entry: Entry): Claim[] {
  const claims: Claim[] = [];
  let base: { readonly figure: Figure; readonly grounds: Grounds } | undefined;
  let progress: Figure | undefined;
  for (const figure of entry.said) {
    const { role } = figure;
    if (role.is === 'base') base = { figure, grounds: 'said' };
    else if (role.is === 'progress') {
      progress = figure;
      base ??= baseOf(read, entry, figure);
      if (base)
        claims.push(...completion(entry.level, base.figure, figure, role.of === 'monthSchedule', base.grounds, read));
      if (role.of !== 'monthSchedule' && base?.grounds === 'said' && followedByBase(entry, figure)) base = undefined;
    } else if (role.is === 'rate') progress = figure;
    else if (role.is === 'pace' && progress)
      claims.push(...pace(figure, progress, base && [entry.level, base.figure], role.sign, read));
    else if (role.is === 'delta' && role.against === 'budget' && base)
      claims.push(overBudget(entry.level, base, figure));
    else if (role.is === 'delta' && (role.against === 'schedule' || role.against === 'monthSchedule'))
      claims.push(...paceAmount(read, entry, base, figure));
  }
  return claims;
}

/** Whether another base comes: then this one is done with. */
function followedByBase({ said }: Entry, figure: Figure): boolean {
  return said.slice(said.indexOf(figure) + 1).some(({ role }) => role.is === 'base');
}

/** A rate whose base stands elsewhere: 年初预算为K万元，支出决算为A万元，完成年初预算的P％. */
function baseOf(read: ReadText, entry: Entry, rate: Figure): { figure: Figure; grounds: Grounds } | undefined {
  const { placed } = rate;
  const stated = entriesBefore(read, entry, 4).filter(
    ({ level, opens, topic }) =>
      BUDGET_STAGE.test(level.placed.lead) &&
      opens.paragraph === placed.paragraph &&
      (entry.topic === '' || topic === '' || isSubject(entry.topic, topic)),
  );
  // 年初, 调整 or 全年 says which of several; where the rate fits another one that is what was meant.
  const stage = /年初|调整|全年/.exec(placed.lead)?.[0];
  const planned = stated.filter(({ level }) => level.size > 0);
  const named =
    planned.find(({ level }) => stage !== undefined && isOfStage(level.placed.lead, stage)) ?? planned[0] ?? stated[0];
  const fitting = stated.find(({ level }) => level.size > 0 && comesOut(entry.level, level, rate));
  const figure = named && named.level.size > 0 && !fitting ? named.level : (fitting ?? named)?.level;
  if (figure) return { figure, grounds: 'said' };
  return elsewhere(read, entry);
}

/** 后调为 is the adjusted one. */
function isOfStage(lead: string, stage: string): boolean {
  return lead.includes(stage) || (stage === '调整' && /调(?:整)?为$/.test(lead));
}

function comesOut(now: Figure, base: Figure, rate: Figure): boolean {
  const ratio = quotientInterval(now.interval, base.interval);
  return rate.unit.kind === 'percent' && ratio !== undefined && judgeRate(rate, times(ratio, 100)) !== 'broken';
}

/** A base that is printed for the same thing in another place: 完成预算的45% behind the month's own sentence. */
function elsewhere(read: ReadText, entry: Entry): { figure: Figure; grounds: Grounds } | undefined {
  const baseIn = ({ said }: Entry): Figure | undefined => said.find(({ role }) => role.is === 'base');
  const near = entriesBefore(read, entry, 2).find(
    (one) => baseIn(one) && one.opens.paragraph === entry.opens.paragraph,
  );
  const same = read.entries.find(
    (one) => one !== entry && one.subject !== '' && one.subject === entry.subject && baseIn(one),
  );
  const planned = read.entries.find(
    ({ opens, level, subject }) =>
      opens.paragraph === entry.opens.paragraph &&
      BUDGET_STAGE.test(level.placed.lead) &&
      (subject === '' || subject === entry.subject),
  );
  const figure = (same && baseIn(same)) ?? (entry.subject === '' && near ? baseIn(near) : undefined) ?? planned?.level;
  return figure && { figure, grounds: 'guess' };
}

function completion(
  now: Figure,
  base: Figure,
  rate: Figure,
  isOfMonth: boolean,
  grounds: Grounds,
  read: ReadText,
): Claim[] {
  if (!isSameKind(now, base)) return [];
  const per = times(base.interval, isOfMonth ? 1 / MONTHS : 1);
  const ratio = quotientInterval(now.interval, per);
  if (!ratio || base.size <= 0)
    return [
      { kind: 'progress', stated: rate, operands: [now, base], computed: undefined, verdict: 'unclear', grounds },
    ];
  const computed = times(ratio, 100);
  const verdict = judgeRate(rate, computed);
  const p = rate.size / 100;
  void read;
  return [
    {
      kind: 'progress',
      stated: rate,
      operands: [now, base],
      computed,
      verdict,
      grounds,
      repairs: [
        { figure: rate, wanted: computed },
        { figure: now, wanted: product(per, rate.interval) },
        ...(p === 0
          ? []
          : [{ figure: base, wanted: times(quotientOr(now.interval, rate.interval), isOfMonth ? MONTHS : 1) }]),
      ],
    },
  ];
}

function product(a: Interval, percent: Interval): Interval {
  return { low: (a.low * percent.low) / 100, high: (a.high * percent.high) / 100 };
}

function quotientOr(a: Interval, percent: Interval): Interval {
  return quotientInterval(a, times(percent, 0.01)) ?? { low: 0, high: 0 };
}

/** The part of the year in which a figure stands: the last that its text named before it. */
export function periodAt({ periods }: ReadText, { placed: { mention } }: Figure): DatedSpan | undefined {
  return periods.findLast((period) => period.start < mention.start && isPartOfYear(period));
}

/** Whether no other part of the year can be meant: its sentence names it, or the text names no other. */
function isOnlyPeriod(read: ReadText, stated: Figure): boolean {
  const months = read.periods.filter(isPartOfYear).map(({ period }) => monthNumber(period.to));
  const at = periodAt(read, stated);
  const between = at ? read.plain.slice(at.end, stated.placed.mention.start) : '。';
  return new Set(months).size === 1 || !/[。\n]/.test(between);
}

function elapsed(read: ReadText, figure: Figure): number | undefined {
  const at = periodAt(read, figure);
  return at && monthNumber(at.period.to);
}

function pace(stated: Figure, progress: Figure, behind: readonly Figure[] = [], sign: 1 | -1, read: ReadText): Claim[] {
  const month = elapsed(read, stated);
  if (month === undefined) return [];
  const grounds: Grounds = isOnlyPeriod(read, stated) ? 'said' : 'guess';
  const due = (100 * month) / MONTHS;
  const computed = times(plus(progress.interval, { low: -due, high: -due }), sign);
  const meant = plus(times(stated.interval, sign), { low: due, high: due });
  return [
    {
      kind: 'pace',
      stated,
      operands: [progress, ...behind],
      computed,
      // Whoever writes 33.3 for four months computes with it.
      verdict: judgeRate(stated, { low: computed.low - 0.05, high: computed.high + 0.05 }),
      grounds,
      repairs: [
        { figure: stated, wanted: computed },
        { figure: progress, wanted: { low: meant.low - 0.05, high: meant.high + 0.05 } },
      ],
    },
  ];
}

/** 短收47850万元 behind 为预算80000万元的40.2%: W = A − K. */
function overBudget(now: Figure, base: { readonly figure: Figure; readonly grounds: Grounds }, stated: Figure): Claim {
  const sign = stated.role.is === 'delta' ? stated.role.sign : 1;
  const computed = times(minus(now.interval, base.figure.interval), sign);
  return {
    kind: 'delta',
    stated,
    operands: [now, base.figure],
    computed,
    verdict: judgeAmount(stated, computed),
    // A shortfall may be reckoned on the task of the month, which is not printed.
    grounds: 'guess',
    repairs: [
      { figure: stated, wanted: computed },
      { figure: now, wanted: plus(base.figure.interval, times(stated.interval, sign)) },
      { figure: base.figure, wanted: minus(now.interval, times(stated.interval, sign)) },
    ],
  };
}

/** 超月进度W: A − K ÷ 12; 短平均进度…短收W: K × m ÷ 12 − A. */
function paceAmount(
  read: ReadText,
  entry: Entry,
  base: { readonly figure: Figure; readonly grounds: Grounds } | undefined,
  stated: Figure,
): Claim[] {
  const { role } = stated;
  if (role.is !== 'delta') return [];
  const found = base ?? baseOf(read, entry, stated);
  const months = role.against === 'monthSchedule' ? 1 : elapsed(read, stated);
  if (!found || months === undefined || !isSameKind(entry.level, found.figure)) return [];
  const due = times(found.figure.interval, months / MONTHS);
  const computed = times(minus(entry.level.interval, due), role.sign);
  const signed = times(stated.interval, role.sign);
  return [
    {
      kind: 'delta',
      stated,
      operands: [entry.level, found.figure],
      computed,
      verdict: judgeAmount(stated, computed),
      grounds: found.grounds,
      repairs: [
        { figure: stated, wanted: computed },
        { figure: entry.level, wanted: plus(due, signed) },
        { figure: found.figure, wanted: times(minus(entry.level.interval, signed), MONTHS / months) },
      ],
    },
  ];
}
