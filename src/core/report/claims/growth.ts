import { quotientInterval, type Interval } from '../../numbers/interval';
import type { Entry, Figure } from '../text/entries';
import { isSubject, subjectIn } from '../text/subject';
import { changeIn } from '../text/change-words';
import type { Claim, Grounds, Repair } from './claim';
import { judgeAmount, judgeRate, minus, plus, times } from './judge';
import { entriesBefore, isSameKind, type ReadText } from './reading';

/** What is said of one change: by how much, by how many percent, from what. */
interface ChangeSaid {
  delta?: Figure;
  rate?: Figure;
  prior?: Figure;
}

/** Words that take something out of one of the two years: the base is not the one that the text prints. */
const CALIBRE = /剔除|扣除|同口径|可比|还原|调整后|不含|两年平均|环比/;

/** 增收 W, 增长 G: G = W ÷ (A − W), and G = A ÷ B − 1, W = A − B where the earlier amount B is printed. */
export function growthClaims(read: ReadText): Claim[] {
  return read.entries.flatMap((entry) => changesOf(entry).flatMap((said) => claimsOf(read, entry, said)));
}

/** Each second amount or rate begins another change. */
function changesOf({ said }: Entry): ChangeSaid[] {
  const changes: ChangeSaid[] = [];
  let current: ChangeSaid | undefined;
  const begin = (): ChangeSaid => {
    const next: ChangeSaid = {};
    changes.push(next);
    return (current = next);
  };
  for (const figure of said) {
    const { role } = figure;
    if (role.is === 'prior' || role.is === 'from') {
      current = current && !current.delta && !current.rate && !current.prior ? current : begin();
      current.prior = figure;
    } else if (role.is === 'delta' && role.against === 'prior') {
      current = current && !current.delta ? current : begin();
      current.delta = figure;
    } else if (role.is === 'growth') {
      current = current && !current.rate ? current : begin();
      current.rate = figure;
    }
  }
  return changes;
}

function claimsOf(read: ReadText, current: Entry, said: ChangeSaid): Claim[] {
  const change = said.delta ?? said.rate;
  const entry = change && entryNamed(read, current, change);
  if (!entry) return [];
  const claims = claimsAbout(read, entry, said);
  if (!claims.some(isWrong)) return claims;
  // 其中甲a，乙b，比上年增加W: what follows a list may be of its total.
  const totals = entriesBefore(read, entry).filter(({ opens }) => opens.sentence === entry.opens.sentence);
  const about = totals.map((total) => claimsAbout(read, total, said));
  return about.find((others) => others.length === claims.length && !others.some(isWrong)) ?? claims;
}

function isWrong({ verdict }: Claim): boolean {
  return verdict === 'broken';
}

function claimsAbout(read: ReadText, entry: Entry, { delta, rate, prior }: ChangeSaid): Claim[] {
  const change = delta ?? rate;
  if (!change) return [];
  const now = entry.level;
  const earlier = prior ?? priorNamed(read, entry, change)?.level;
  const grounds: Grounds = [delta, rate].some((figure) => figure && isOfOtherCalibre(figure)) ? 'guess' : 'said';
  const claims: Claim[] = [];
  if (delta && rate && isSameKind(now, delta)) claims.push(...rateOfDelta(now, delta, rate, grounds));
  if (earlier && isSameKind(now, earlier)) {
    if (rate) claims.push(...rateOfTwo(now, earlier, rate, grounds));
    if (delta) claims.push(differenceOfTwo(now, earlier, delta, grounds));
  }
  if (delta && isSameKind(now, delta)) claims.push(...impossible(now, delta));
  // 同口径 is reckoned on a base that the text does not print: it can come out, but not be wrong.
  return grounds === 'said' ? claims : claims.map(unlessWrong);
}

function unlessWrong(claim: Claim): Claim {
  return claim.verdict === 'broken' ? { ...claim, verdict: 'unclear' } : claim;
}

export function isOfOtherCalibre({ placed }: Figure): boolean {
  return CALIBRE.test(placed.clauses.join(','));
}

function signOf({ role }: Figure): 1 | -1 {
  return role.is === 'delta' || role.is === 'growth' ? role.sign : 1;
}

function rateOfDelta(now: Figure, delta: Figure, rate: Figure, grounds: Grounds): Claim[] {
  const sign = signOf(delta);
  const claims: Claim[] = [];
  if (signOf(rate) !== sign && delta.size > 0 && rate.size > 0)
    claims.push({
      kind: 'direction',
      stated: rate,
      operands: [delta],
      computed: undefined,
      verdict: 'broken',
      grounds,
    });
  const base = minus(now.interval, times(delta.interval, sign));
  const whole = quotientInterval(delta.interval, base);
  if (base.low <= 0 || !whole) return claims;
  // The amount of change stands above and below the line: its ends must be the same.
  const computed = times(
    {
      low: delta.interval.low / (now.interval.high - sign * delta.interval.low),
      high: delta.interval.high / (now.interval.low - sign * delta.interval.high),
    },
    100,
  );
  const g = rate.size / 100;
  const repairs: Repair[] = [
    { figure: rate, wanted: computed },
    { figure: delta, wanted: aroundPoint((now.size * g) / (1 + sign * g), now, rate) },
    ...(g === 0 ? [] : [{ figure: now, wanted: aroundPoint((delta.size * (1 + sign * g)) / g, delta, rate) }]),
  ];
  return [
    ...claims,
    {
      kind: 'growth',
      stated: rate,
      operands: [now, delta],
      computed,
      verdict: judgeRate(rate, computed),
      grounds,
      repairs,
    },
  ];
}

/** What rounding of two figures leaves open around a result. */
function aroundPoint(value: number, ...from: readonly Figure[]): Interval {
  const loose = from.reduce(
    (sum, { size, interval }) => sum + (size === 0 ? 0 : (interval.high - interval.low) / 2 / Math.abs(size)),
    0,
  );
  const half = Math.abs(value) * loose;
  return { low: value - half, high: value + half };
}

function rateOfTwo(now: Figure, earlier: Figure, rate: Figure, grounds: Grounds): Claim[] {
  const sign = signOf(rate);
  const ratio = quotientInterval(now.interval, earlier.interval);
  if (!ratio || earlier.size <= 0)
    return [
      { kind: 'growth', stated: rate, operands: [now, earlier], computed: undefined, verdict: 'unclear', grounds },
    ];
  const computed = times(plus(ratio, { low: -1, high: -1 }), 100 * sign);
  const g = (sign * rate.size) / 100;
  const repairs: Repair[] = [
    { figure: rate, wanted: computed },
    { figure: now, wanted: aroundPoint(earlier.size * (1 + g), earlier, rate) },
    ...(1 + g === 0 ? [] : [{ figure: earlier, wanted: aroundPoint(now.size / (1 + g), now, rate) }]),
  ];
  return [
    {
      kind: 'growth',
      stated: rate,
      operands: [now, earlier],
      computed,
      verdict: judgeRate(rate, computed),
      grounds,
      repairs,
    },
  ];
}

function differenceOfTwo(now: Figure, earlier: Figure, delta: Figure, grounds: Grounds): Claim {
  const sign = signOf(delta);
  const computed = times(minus(now.interval, earlier.interval), sign);
  return {
    kind: 'delta',
    stated: delta,
    operands: [now, earlier],
    computed,
    verdict: judgeAmount(delta, computed),
    grounds,
    repairs: [
      { figure: delta, wanted: computed },
      { figure: now, wanted: plus(earlier.interval, times(delta.interval, sign)) },
      { figure: earlier, wanted: minus(now.interval, times(delta.interval, sign)) },
    ],
  };
}

/** Nothing that is counted grew by more than it is. */
function impossible(now: Figure, delta: Figure): Claim[] {
  if (signOf(delta) < 0 || isOfOtherCalibre(delta) || delta.interval.low <= now.interval.high) return [];
  return [
    {
      kind: 'delta',
      stated: delta,
      operands: [now],
      computed: { low: -Infinity, high: now.interval.high },
      verdict: 'broken',
      grounds: 'said',
      repairs: [],
    },
  ];
}

const CALIBRE_WORDS = /^(?:按|按照)?(?:同口径|自然口径|可比口径|同比口径|(?:扣除|剔除)[^,]*(?:后|因素))(?:计算|比较)?/;
const COMPARED = /^(?:同比|(?:比|较|与|同).*?(?:同期|上年|去年|年度?|预算(?:执行)?数?)相?比?)/;

/** 收入支出总计减少56.95万元 may name what it is of; else it is of the amount before it. */
/** The amount that a change is of. */
export function entryNamed(read: ReadText, current: Entry, change: Figure): Entry | undefined {
  const lead = change.placed.lead.replace(CALIBRE_WORDS, '').replace(COMPARED, '');
  const named = subjectIn(withoutChange(lead).replace(/(?:同比|环比)$/, ''));
  if (named.length < 3 || isSubject(named, current.subject)) return current;
  return (
    entriesBefore(read, current).find(({ subject }) => isSubject(named, subject)) ??
    // Two words of comparison (完成数同比, 安排数较上年) are no subject.
    (/^(?:同比|比|较|与)/.test(change.placed.lead) ? current : undefined)
  );
}

function withoutChange(lead: string): string {
  let words = lead;
  while (words !== '' && changeIn(words) !== undefined) words = words.slice(0, -1);
  return words;
}

/** 比2023年预算执行数减少 looks back to 2023年当年预算执行数为45.41万元. */
function priorNamed(read: ReadText, entry: Entry, { placed: { lead } }: Figure): Entry | undefined {
  const named = /(?:比|较|与)(.{3,20}?)(?:相比)?$/.exec(withoutChange(lead))?.[1];
  const year = /\d{4}/.exec(named ?? '')?.[0];
  if (named === undefined || year === undefined) return undefined;
  return entriesBefore(read, entry, 4).find(
    ({ level }) => level.placed.lead.includes(year) && isSubject(named, level.placed.lead),
  );
}
