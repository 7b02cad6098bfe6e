import type { Period } from '../../numbers/period';
import type { ColumnRole } from '../../tables/table';
import type { ReadText } from '../claims/reading';
import { changeIn } from '../text/change-words';
import { isToldAsPart, type Entry, type Figure } from '../text/entries';
import { isSubject, subjectIn } from '../text/subject';
import type { QuantityKind } from '../text/units';
import { goalYear, periodOf, stretchOf, titlePeriod, type Stretch } from './asked-time';
import { coverageTold } from './coverage-figures';
import { listedName } from './listed-names';

/** What a figure of prose asks a table for. */
export interface Query {
  readonly figure: Figure;
  /** The thing; of a line of the classification the 项. */
  readonly name: string;
  /** 类 and 款 above it, as far as they are told. */
  readonly above: readonly string[];
  /** What its sentence named before, the nearest first. */
  readonly context: readonly string[];
  readonly kind: QuantityKind;
  /** What is counted; empty: money and rates. */
  readonly thing: string;
  /** Roles of columns that may hold it, likeliest first. */
  readonly roles: readonly ColumnRole[];
  /** Whether it is of a plan rather than of what was done; undefined: the words do not say. */
  readonly isPlan: boolean | undefined;
  readonly period: Period | undefined;
  /** What the whole text is of, where its own sentence names no time. */
  readonly otherwise: Period | undefined;
  /** What is told is of a part of the months so far: 当月, 三季度. */
  readonly stretch: Stretch | undefined;
  /** Its own words, as they stand. */
  readonly lead: string;
  /** Words around it, to choose among columns. */
  readonly words: string;
  /** How the text begins: whose report it is. */
  readonly about: string;
}

const OPENING = 120;
const PLAN = /预算(?!支出|收入|稳定|执行)|计划|安排|预计|目标|任务/;
/** 上半年足额安排: what was set aside within the year was paid out. */
const ARRANGED = /(?:半年|季度|\d月份?)[^,]{0,6}安排(?!.*预算)/;
const DONE = /决算|执行|完成|累计|实现|已|发放|拨付|入库/;

/** The queries of the figures of a text; blanks ask too. */
export function queriesOf(read: ReadText): Query[] {
  return read.entries.flatMap((entry) =>
    [entry.level, ...entry.said].flatMap((figure) => queryOf(read, entry, figure) ?? []),
  );
}

/** 去年全年收入9亿元: of another year than all the rest. */
const OF_LAST_YEAR = /^(?:去年|上年)(?:全年|度)?(?!同期|[结末底初])/;

function queryOf(read: ReadText, entry: Entry, figure: Figure): Query | undefined {
  if (figure.role.is === 'level' && OF_LAST_YEAR.test(figure.placed.ownClauses.at(-1) ?? '')) return undefined;
  if (figure.unit.kind === 'number') return coverageAsked(read, entry, figure);
  const isPlan = stageOf(read, entry);
  const stretch = stretchOf(read, entry, figure);
  const roles = isBalance(read, entry, figure) ? BALANCES : rolesOf(figure, stretch, isPlan === true);
  if (roles.length === 0) return undefined;
  const path = classified(read, entry, figure);
  const own = (figure === entry.level ? undefined : ownName(read, figure, entry)) ?? nameOf(read, entry);
  const about = asked(read, entry, figure);
  const isOfList = figure === entry.level && LISTED.test(clauseBefore(read, entry));
  const lead = isOfList ? '' : figure === entry.level && BARE.test(subjectIn(about.lead)) ? own : about.lead;
  return { ...about, lead, name: path.at(-1) ?? own, above: path.slice(0, -1), roles, isPlan, stretch };
}

/** 5月末库款系数为0.25: of bare numbers those alone that are called so outright, one by one. */
function coverageAsked(read: ReadText, entry: Entry, figure: Figure): Query | undefined {
  const name = coverageTold(entry.opens.lead);
  if (figure !== entry.level || name === undefined) return undefined;
  return { ...asked(read, entry, figure), name, above: [], roles: ['amount'], isPlan: false, stretch: undefined };
}

function asked(
  read: ReadText,
  entry: Entry,
  figure: Figure,
): Omit<Query, 'name' | 'above' | 'roles' | 'isPlan' | 'stretch'> {
  return {
    figure,
    // One sum for several things is in the row of none of them.
    context: isOfSeveral(read, entry) ? [] : contextOf(read, entry),
    kind: figure.unit.kind,
    thing: figure.unit.kind === 'count' ? figure.unit.thing : '',
    period: figure.bound === 'goal' ? goalYear(read, figure) : periodOf(read, figure),
    otherwise: titlePeriod(read, figure),
    lead: leadOf(figure),
    words: figure.placed.ownClauses.slice(-2).join(','),
    about: read.plain.trimStart().slice(0, OPENING),
  };
}

/** 契税下降6％, where nothing is said of how much came in: the amount that the rate would be of. */
export function amountBehind(read: ReadText, entry: Entry, figure: Figure, name: string): Query {
  const isPlan = stageOf(read, entry);
  return {
    ...asked(read, entry, figure),
    name,
    above: [],
    kind: 'money',
    roles: isPlan === true ? PLANNED : ACTUAL,
    isPlan,
    stretch: stretchOf(read, entry, figure),
  };
}

/** 未突破49亿元的债务限额 names behind what others name before. */
function leadOf({ placed: { lead, trail } }: Figure): string {
  const behind = /^的([一-龥]{2,12})$/.exec(trail)?.[1];
  return behind !== undefined && subjectIn(lead).length < 2 ? behind : lead;
}

/** 教育、社会保障、卫生健康三项支出合计17亿元 is of none of them alone. */
const LISTED = /、.*[两二三四五六七八九十]项/;

function clauseBefore({ plain }: ReadText, { opens }: Entry): string {
  return /[^,。;:\n]*$/.exec(plain.slice(0, opens.mention.start))?.[0] ?? '';
}

function nameOf(read: ReadText, entry: Entry): string {
  if (isOfSeveral(read, entry) || LISTED.test(clauseBefore(read, entry))) return '';
  const listed = listedName(read, entry.level);
  if (listed !== undefined) return listed;
  const subject = leadOf(entry.level) === entry.level.placed.lead ? entry.topic : subjectIn(leadOf(entry.level));
  if (!BARE.test(subject)) return subject;
  // 政府性基金收入5万元，支出4万元: the second is of the same funds.
  const side = subject.slice(-2);
  const before = namedBefore(read, entry)[0] ?? headlineOf(read, entry, side) ?? budgetOfTitle(read, side);
  return before === undefined ? subject : `${before.replace(ITS_SIDE, '')}${subject}`;
}

const ITS_SIDE = /(?:总?(?:收入|支出)|余额|结余)$/;

/** 一般公共预算收入完成9万元。三季度实现收入3万元: of the same, by the first amount of that side in the paragraph. */
function headlineOf({ entries }: ReadText, { index, opens }: Entry, side: string): string | undefined {
  const before = entries.slice(0, index).filter((one) => one.opens.paragraph === opens.paragraph);
  // 支出9亿元，其中项目支出3亿元。全年支出99亿元: no part gives its name to the whole.
  return before.find((one) => one.subject.endsWith(side) && one.subject !== side && !isToldAsPart(one))?.subject;
}

/** 全县一般公共预算支出分月情况 is of the one budget and the one side. */
function budgetOfTitle({ plain }: ReadText, side: string): string | undefined {
  const title = /^[^。\n]*/.exec(plain.trimStart())?.[0] ?? '';
  const budgets = [...title.matchAll(/(?:一般公共|政府性基金|国有资本经营)预算(?:收入|支出)/g)].map(([words]) => words);
  return budgets.length === 1 && budgets[0]?.endsWith(side) === true ? budgets[0] : undefined;
}

/** 其中一般债券4万元；累计收到9万元: behind the semicolon the whole is meant again, and no part that was told before. */
export function isPastPart({ plain }: ReadText, before: Entry, { opens }: Entry): boolean {
  return isToldAsPart(before) && plain.slice(before.opens.mention.end, opens.mention.start).includes(';');
}

/** A side of something that was named before. */
const BARE = /^总?(?:收入|支出)$/;
const SIDE = /(?:(?:预算)?(?:总?收入|总?支出|余额|结余|限额|项目|资金|总额)|预算)$/;

/** What a name is of, without the side or the balance of it: 社会保险基金收入 is 社会保险基金. */
export function thingOf(name: string): string {
  const bare = name.replace(/^(?:新增|累计|年末|期末|实施)/, '').replace(SIDE, '');
  return bare.length < 2 ? name : bare;
}

/** The things that a sentence named before an amount, the nearest first, and what its paragraph is about. */
function contextOf(read: ReadText, entry: Entry): string[] {
  const named = namedBefore(read, entry);
  const heading = headingOf(read.plain, entry.opens.mention.start);
  return heading.length >= 3 && !named.includes(heading) ? [...named, heading] : named;
}

function namedBefore(read: ReadText, entry: Entry): string[] {
  const { index, opens } = entry;
  const named: string[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const before = read.entries[i];
    if (!before || before.opens.sentence !== opens.sentence) break;
    if (isPastPart(read, before, entry)) continue;
    const subject = before.subject || subjectIn(leadOf(before.level));
    for (const name of [subject, countedIn(before)])
      if (name.length >= 2 && !BARE.test(name) && !named.includes(name)) named.push(name);
  }
  return named;
}

/** 整合成8个存量资产项目: what a count counts stands behind it. */
function countedIn({ level: { unit, placed } }: Entry): string {
  return unit.kind === 'count' ? (/^[一-龥]{3,12}/.exec(placed.trail)?.[0] ?? '') : '';
}

const NUMBERED = /^ *(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,3}[)、.])([^。;:,\n]{2,20})(?:[。:\n]|$)/;

/** （五）落实减税降费。: the few words with which a numbered paragraph begins. */
function headingOf(plain: string, at: number): string {
  const from = plain.lastIndexOf('\n', at - 1) + 1;
  const before = plain.lastIndexOf('\n', from - 2) + 1;
  const line = NUMBERED.exec(plain.slice(from, at)) ?? NUMBERED.exec(plain.slice(before, from));
  return subjectIn(line?.[1] ?? '');
}

/** What is said of a figure names a thing of its own: 契税下降, 非税占比, 基金收入仅完成年初预算的. Undefined: it does not. */
export function ownName(read: ReadText, figure: Figure, entry: Entry): string | undefined {
  const { role, placed } = figure;
  if (!['growth', 'delta', 'progress', 'share', 'pace', 'points'].includes(role.is)) return undefined;
  const listed = listedName(read, figure);
  if (listed !== undefined) return listed;
  const said = subjectIn(withoutDeed(placed.lead));
  if (said.length < 2 || NO_NAME.test(said) || said === entry.subject) return undefined;
  return isSubject(said, entry.subject) ? undefined : said;
}

const DEED =
  /(?:占|(?<!环)比|较|同比|环比|完成|为(?=年初|预算|调整|全年)|仅|快于|慢于|增幅|降幅|增速|序时|执行率|进度).*$/;
const NO_NAME =
  /^(?:主要|其中|同期|增|减|上年|去年|年度|全年|总额|总量|幅度|预算|任务|总任务|下降|上升|收入|支出|规模)/;

function withoutDeed(lead: string): string {
  const words = lead.replace(DEED, '');
  if (words !== lead) return words;
  let before = lead;
  while (before !== '' && changeIn(before) !== undefined) before = before.slice(0, -1);
  return before.replace(/[多少增减下上净负]$/, '');
}

const BALANCES: readonly ColumnRole[] = ['closing', 'ytd', 'amount'];
const PLANNED: readonly ColumnRole[] = ['budget_initial', 'budget_adjusted', 'demand', 'amount', 'ytd'];
const ACTUAL: readonly ColumnRole[] = ['ytd', 'paid', 'amount', 'closing', 'budget_initial'];

/** 余额, said of the amount or of the one that its sentence opened with. */
function isBalance({ entries }: ReadText, { opens, index }: Entry, { role, unit }: Figure): boolean {
  if (role.is !== 'level' || unit.kind !== 'money') return false;
  const before = entries.slice(0, index + 1).filter((one) => one.opens.sentence === opens.sentence);
  return before.some((one) => /余额/.test(one.opens.lead));
}

/** A plan, or what was done, by the words of an amount; what 其中 lists is of the stage of its total. */
function stageOf({ entries }: ReadText, entry: Entry): boolean | undefined {
  for (let i = entry.index; i >= 0; i--) {
    const one = entries[i];
    if (!one || one.opens.paragraph !== entry.opens.paragraph) return undefined;
    const { lead, clauses, ownClauses, sentence } = one.opens;
    // 支出9万元，比预算8万元有所减少，其中: what something is held against is not what 其中 divides.
    if (one !== entry && /^(?:比|较|与|超)/.test(lead)) continue;
    const words = `${ownClauses.slice(-2).join(',')}${/^(?:纳入|列入)[^,。;]*预算/.exec(one.level.placed.trail)?.[0] ?? ''}`;
    if (DONE.test(lead) && !/预算(?:安排)?$/.test(lead)) return false;
    if (ARRANGED.test(words)) return false;
    if (PLAN.test(words)) return true;
    const isListed = clauses.some((clause) => clause.startsWith('其中'));
    if (!isListed && entries[i - 1]?.opens.sentence !== sentence) return undefined;
  }
  return undefined;
}

/** 产前筛查457人，高危干预77人，拨付资金*万元: one sum for several things. */
function isOfSeveral({ entries }: ReadText, { index, subject, level, opens }: Entry): boolean {
  if (subject !== '' || level.unit.kind !== 'money') return false;
  const before = entries.slice(0, index).reverse();
  const end = before.findIndex((one) => one.level.unit.kind !== 'count' || one.opens.sentence !== opens.sentence);
  return (end < 0 ? before.length : end) > 1;
}

function rolesOf(
  { role, unit, bound, placed: { lead, clauses } }: Figure,
  stretch: Stretch | undefined,
  isPlan: boolean,
): readonly ColumnRole[] {
  const isOfMonth = stretch !== undefined;
  switch (role.is) {
    case 'level':
    case 'to':
      if (unit.kind === 'count') return ['persons', 'count', 'area', 'ytd', 'amount', 'closing'];
      if (unit.kind === 'price') return ['standard'];
      if (unit.kind === 'percent') return ['pct_budget', 'share', 'pct_yoy', 'rate'];
      if (bound === 'goal') return PLANNED;
      if (isOfMonth) return ['month'];
      return isPlan ? PLANNED : ACTUAL;
    case 'base':
      return /调整/.test(lead) ? ['budget_adjusted'] : ['budget_initial', 'budget_adjusted'];
    case 'prior':
    case 'from':
      return unit.kind === 'price' ? ['standard'] : [isOfMonth ? 'month_prior' : 'prior'];
    case 'delta':
      return role.against === 'prior' && !/[年期]初/.test(lead) ? [isOfMonth ? 'month_delta' : 'delta'] : [];
    case 'growth':
      return /占比|比重/.test(clauses.join(',')) ? [] : [isOfMonth ? 'month_pct_yoy' : 'pct_yoy'];
    case 'progress':
      return ['pct_budget'];
    case 'share':
      return ['share'];
    case 'rate':
      return ['pct_budget', 'rate', 'share'];
    case 'other':
      return unit.kind === 'percent' ? ['rate', 'pct_budget', 'share'] : [];
    default:
      return [];
  }
}

const CLASSIFIED = /([^()“”"',。;:、\n\d.]{2,30}) ?\( ?类 ?\)([^()]{2,40})\( ?款 ?\)([^()]{2,40})\( ?项 ?\)/g;

/** As far behind X（类）Y（款）Z（项） its amount may stand. */
const REACH = 400;

/** The nearest X（类）Y（款）Z（项） before a figure, of its own numbered item. */
function classified({ plain, figures }: ReadText, entry: Entry, { placed }: Figure): readonly string[] {
  if (placed.ordinal === undefined) return [];
  const before = figures.findLast((figure) => figure.placed.item < placed.item)?.placed.mention.end ?? 0;
  const from = Math.max(before, placed.mention.start - REACH);
  const words = plain.slice(from, placed.mention.start);
  const match = [...words.matchAll(CLASSIFIED)].at(-1);
  // 2025年收入预算 in a paragraph behind the item tells of something else.
  if (!match || (entry.subject !== '' && /\n/.test(words.slice(match.index)))) return [];
  return match.slice(1, 4).map((name) => name.replace(/\s/g, ''));
}
