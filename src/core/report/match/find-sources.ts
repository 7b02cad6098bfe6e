import { isWholeYear, type Period } from '../../numbers/period';
import type { ColumnRole } from '../../tables/table';
import { NO_YEAR } from '../text/periods';
import { isSubject } from '../text/subject';
import { columnWords, withoutTimes } from './headers';
import { bareName, GENERIC, NameScores } from './names';
import { thingOf, type Query } from './query';
import type { SourceFigure } from './sources';

/** A figure of a workbook that a figure of prose may be, and how surely, 0–1. */
export interface Candidate {
  readonly source: SourceFigure;
  readonly score: number;
  /** Whether name, column and period all say so outright. */
  readonly isCertain: boolean;
  /** Whether it is of the time that the words name. */
  readonly isInTime: boolean;
}

const LEAST = 0.5;
/** The time of the whole text counts where that of an earlier sentence has nothing. */
const OTHERWISE = 0.95;

/** Finds figures of workbooks by what prose calls them. */
export class SourceFinder {
  private readonly nameScores = new NameScores();
  private readonly byKind = new Map<string, SourceFigure[]>();

  constructor(sources: readonly SourceFigure[]) {
    for (const source of sources) {
      const known = this.byKind.get(source.kind);
      if (known) known.push(source);
      else this.byKind.set(source.kind, [source]);
    }
  }

  /** Whether a name can be of the row of a figure alone. */
  names(name: string, source: SourceFigure): boolean {
    return this.nameScores.of(name, source) >= SURE_NAME;
  }

  /** The likeliest first. */
  find(query: Query): Candidate[] {
    const found = (this.byKind.get(query.kind) ?? []).flatMap((source) => this.candidate(query, source) ?? []);
    return nearest(found)
      .map(({ source, score, isCertain, isInTime }) => ({ source, score, isCertain, isInTime }))
      .sort((a, b) => b.score - a.score);
  }

  private candidate(query: Query, source: SourceFigure): Told | undefined {
    const isGoal = query.figure.bound === 'goal';
    if (isGoal && !/目标/.test(source.header)) return undefined;
    if (isOtherwise(query, source)) return undefined;
    const found = [this.byRow(query, source), this.byHeader(query, source)].flatMap((one) => one ?? []);
    if (found.length === 0) return undefined;
    const period = Math.max(
      periodScore(query, source),
      query.otherwise ? OTHERWISE * periodScore({ ...query, period: query.otherwise }, source) : 0,
    );
    const scope = scopeScore(query, source);
    const ways = found.flatMap(({ name, role, distance }) => {
      const score = name * role * period * scope;
      const isCertain =
        source.reckoned === undefined && name >= SURE_NAME && role >= 0.9 && period >= 0.9 && score >= 0.8;
      return score < LEAST ? [] : [{ source, score, isCertain, isInTime: period >= 0.9, distance }];
    });
    return ways.sort((a, b) => b.score - a.score)[0];
  }

  /** Its name is that of the row, and its words ask for the column. */
  private byRow(query: Query, source: SourceFigure): Found | undefined {
    if (source.isOfTime) return undefined;
    const role = roleScore(query, source);
    if (role === 0) return undefined;
    const name = this.nameScores.of(query.name, source) * aboveScore(query.above, source.path);
    return name < LEAST ? undefined : { name, role, distance: 0 };
  }

  /** Its words name the column, and they or what its sentence named before the row: 评审项目137个，送审金额5万元. */
  private byHeader(query: Query, source: SourceFigure): Found | undefined {
    if (source.kind !== query.kind || !mayBeNamed(query, source) || isOfMoreTime(query, source)) return undefined;
    const rest = withoutColumn(query, source);
    if (rest === undefined) return undefined;
    const role = 0.93 + Math.min(0.06, source.column.length / 100);
    // 一般债务限额 is the row 债务限额 below 一般债务.
    const named = rest.length < 2 ? 0 : this.rowNamed(rest, query, source);
    if (named >= SURE_NAME) return { name: named, role, distance: 0 };
    if (source.isOfTime && rest.length < 2)
      return isSameTime(query, source) ? { name: 0.97, role, distance: 0 } : undefined;
    const told = this.inContext(query, source);
    // 公务接待费198.85万元, of whatever: what stands under 公务接待费 in the row of all.
    if (!told && rest.length < 2 && isOfAll(source)) return { name: 0.96, role, distance: FARTHEST };
    const name = told ? told.name * (rest.length <= 2 ? 1 : 0.9 ** rest.length) : named;
    return name < LEAST ? undefined : { name, role, distance: told?.distance ?? 0 };
  }

  /** The nearest thing that its sentence named before, and that names its row. */
  private inContext(query: Query, source: SourceFigure): { name: number; distance: number } | undefined {
    const at = query.context.findIndex((thing) => this.rowNamed(thing, query, source) >= SURE_NAME);
    const thing = query.context[at];
    return thing === undefined ? undefined : { name: this.rowNamed(thing, query, source), distance: at + 1 };
  }

  /** How well a name names the row of a figure, or the whole table where the row is its total. */
  private rowNamed(name: string, query: Query, source: SourceFigure): number {
    const thing = thingOf(name);
    if (source.isOfTime)
      return thing.length >= 2 && source.title.includes(thing) && isSameTime(query, source) ? 0.97 : 0;
    const row = Math.max(this.nameScores.of(name, source), this.nameScores.of(thing, source));
    const told = bareName(source.path.at(-1) ?? '');
    if (told.length >= 4 && thing.includes(told)) return 0.97;
    const isWhole = source.isAlone || (source.isTotal && GENERIC.test(told));
    return isWhole && thing.length >= 2 && source.title.includes(thing) ? Math.max(row, 0.97) : row;
  }
}

/** Letters of a header that is of one thing alone. */
const LEAST_OF_HEADER = 4;
/** What nothing before it named is as far off as can be. */
const FARTHEST = 99;

function isOfAll({ isTotal, path, column }: SourceFigure): boolean {
  return isTotal && column.length >= LEAST_OF_HEADER && GENERIC.test(bareName(path.at(-1) ?? ''));
}

interface Found {
  readonly name: number;
  readonly role: number;
  /** How far before its figure the thing was named; 0: its own words name it. */
  readonly distance: number;
}

type Told = Candidate & Pick<Found, 'distance'>;

/** Of the rows of a column those that were named last: what was named before them is done with. */
function nearest(found: readonly Told[]): readonly Told[] {
  const least = new Map<string, number>();
  const key = ({ source: { table, header } }: Told) => `${table}|${header}`;
  for (const one of found) least.set(key(one), Math.min(least.get(key(one)) ?? Infinity, one.distance));
  return found.filter((one) => one.distance === least.get(key(one)));
}

/** A name that cannot be of something else. */
const SURE_NAME = 0.95;

/** 月均支出, 不含周转金的余额: words that make another figure of what is called so without them. */
const OTHERWISE_CALLED = [/[月日年]均/, /不含|剔除|扣除/];

function isOtherwise({ lead, figure: { role } }: Query, { path, header, title }: SourceFigure): boolean {
  if (role.is !== 'level') return false;
  const called = [...path, header, title].join('|');
  return OTHERWISE_CALLED.some((words) => words.test(lead) && !words.test(called));
}

/** 12月当月支出 is not what stands in the row of the year. */
function isOfMoreTime({ stretch, period: asked }: Query, { role, period }: SourceFigure): boolean {
  if (stretch === undefined || !asked || !period || role === 'month' || BALANCES.includes(role)) return false;
  return sameDay(asked, period) && period.from.slice(4) < asked.from.slice(4);
}

/** What is compared or opened is meant only where the words say so. */
function mayBeNamed({ lead, figure: { role } }: Query, { role: column }: SourceFigure): boolean {
  if (/^(?:month_)?(?:prior|delta|pct_yoy)$/.test(column)) return false;
  if (column === 'opening') return /[年期月]初|上[年期月]末/.test(lead);
  return role.is === 'level' || role.is === 'to' || role.is === 'rate' || role.is === 'other' || role.is === 'base';
}

/** Words beside the name of a column that name nothing. */
const FILLERS =
  /(?:今年|年初)以来|累计|共计?|其中|金额|数额|的|全[县市区省州镇]|我[县市区省州]|目前|^(?:实施|已|总)|(?:已|为|达|达到了?)$/g;
/** Headers that say at which stage an amount is, and not what it is of. */
const STAGE = /^(?:年初|调整|全年|年度|上年)?(?:预算|决算|执行|完成|计划|任务|合计|总计|小计|实际|累计)(?:安排|下达)?$/;

/** The words of a figure without its column's; undefined: they do not name it. */
export function withoutColumn({ lead, thing, roles }: Query, source: SourceFigure): string | undefined {
  // 债务余额9亿元，其中专项债务5亿元: once it is said that balances are told.
  const column = roles[0] === 'closing' ? source.column.replace(/(?<=..)余额$/, '') : source.column;
  if (column.length < 2 || STAGE.test(column) || !isCounted(thing, source.thing)) return undefined;
  const rest = without(lead.replaceAll('*', ''), column);
  const named = rest && withoutTimes(rest.replace(FILLERS, '')).replace(FILLERS, '');
  // 库款余额 is what stands under 月末库款.
  const isSaid = named === '资金' || (named === '余额' && source.role === 'closing');
  return isSaid ? '' : named;
}

/** So many other characters may stand between those of a header: 预估总价值 for 预估价值. */
const MOST_BETWEEN = 2;

/** Words without those of a header, which stand in them together, or in their order and nearly so. */
function without(words: string, column: string): string | undefined {
  const at = words.lastIndexOf(column);
  if (at >= 0) return words.slice(0, at) + words.slice(at + column.length);
  if (column.length < 4) return undefined;
  let left = column.length - 1;
  let between = '';
  for (let i = words.length - 1; i >= 0; i--) {
    if (words.charAt(i) === column.charAt(left)) left -= 1;
    else if (left < column.length - 1) between = words.charAt(i) + between;
    if (between.length > MOST_BETWEEN) return undefined;
    if (left < 0) return words.slice(0, i) + between;
  }
  return undefined;
}

function isCounted(said: string, told: string): boolean {
  return said === '' || told === '' || told === said;
}

const BALANCES: readonly ColumnRole[] = ['opening', 'closing'];

/** What flows in or out of a row of time is of all its time, a balance of its last day. */
function isSameTime(query: Query, source: SourceFigure): boolean {
  if (query.period === undefined || periodScore(query, source) < 0.9) return false;
  return BALANCES.includes(source.role) || query.period.from.slice(4) === source.period?.from.slice(4);
}

function roleScore({ roles, isPlan, words }: Query, source: SourceFigure): number {
  const { role, title, header } = source;
  const at = roles.indexOf(role);
  if (at < 0) return 0;
  const isOther = source.isPart && !words.includes(header.split('/').at(-1) ?? '');
  const base = Math.max(0.6, 1 - at * 0.05) * placeScore(source, words) * (isOther ? 0.7 : 1);
  const own = header.split('/').at(-1) ?? '';
  if (role === 'closing') return isSaidOf(own, words) ? base : base * 0.7;
  if (role !== 'amount' && role !== 'ytd') return base;
  const isOfPlan = /预算/.test(title) && !/决算|执行|完成/.test(title);
  const isOfDone = /决算|执行|完成/.test(title);
  if (role === 'amount' && ((isPlan === true && isOfDone) || (isPlan === false && isOfPlan))) return 0;
  // 合计, 基本支出, 项目支出 beside each other: the whole, unless the words name a part.
  const group = header.split('/').slice(0, -1).join('');
  if (role === 'amount' && group !== '' && !isSubject(bareName(group), words)) return base * 0.7;
  if (role !== 'amount' || /合计|总计|金额|^$/.test(own)) return Math.max(base, 0.95);
  return isSubject(bareName(own), words) ? base : base * 0.6;
}

/** 专项债务余额 is meant where the words say 专项; 期末余额 is whatever its row is. */
function isSaidOf(header: string, words: string): boolean {
  const of = columnWords(header).replace(/余额$/, '');
  return of.length < 2 || isSubject(of.length < 3 ? `${of}余额` : of, words);
}

/** Of places beside each other the one that the words name. */
function placeScore({ isOfPlaces, header }: SourceFigure, words: string): number {
  return isOfPlaces &&
    !header
      .split('/')
      .slice(0, -1)
      .some((group) => words.includes(group))
    ? 0.7
    : 1;
}

/** Other budgets than the general one, and single places, are meant only where the words say so. */
const OTHERS: readonly (readonly [title: RegExp, words: RegExp])[] = [
  [/基金/, /基金|保险|社保/],
  [/国有资本|国资/, /国有资本|国资/],
  [/社会?保险?基金/, /保险|社保/],
  [/部门/, /部门/],
];
/** One place of many: it is meant where the words name it. */
const TOWN = /[一-龥]{2}(?:镇|(?<!城)乡|街道)(?!汇总|财政|村)/;

function scopeScore({ name, about, words: own, context }: Query, { title }: SourceFigure): number {
  if (['收入', '支出'].some((side, i, sides) => isOfSide(name, title, side, sides[1 - i] ?? ''))) return 0;
  const words = own + about + name + context.join('');
  const town = TOWN.exec(title)?.[0];
  return (town !== undefined && !words.includes(town)) ||
    OTHERS.some(([other, said]) => other.test(title) && !said.test(words))
    ? 0.7
    : 1;
}

/** 国有资本经营预算收入 stands in no table of 支出. */
function isOfSide(name: string, title: string, side: string, other: string): boolean {
  return name.endsWith(side) && title.includes(other) && !title.includes(side) && !title.includes('收支');
}

/** 类 and 款 of the same names above; where the table has none the 项 alone must do. */
function aboveScore(above: readonly string[], path: readonly string[]): number {
  if (above.length === 0) return 1;
  const parents = path.slice(0, -1);
  if (parents.length === 0) return 0.9;
  const known = above.filter((name) => parents.some((parent) => isSubject(bareName(name), bareName(parent))));
  return known.length === Math.min(above.length, parents.length) ? 1 : known.length > 0 ? 0.8 : 0.3;
}

function periodScore({ period, roles }: Query, source: SourceFigure): number {
  if (!period || !source.period) return 0.9;
  const plans = roles[0] === 'budget_initial' || roles[0] === 'standard' || roles[0] === 'budget_adjusted';
  if (sameYear(period, source.period) && (plans || isWholeYear(period))) return 1;
  if (sameDay(period, source.period)) return 1;
  return sameYear(period, source.period) ? 0.7 : 0.55;
}

/** A text, and a table of months, may leave out the year. */
function hasYear({ to }: Period): boolean {
  return !to.startsWith(String(NO_YEAR));
}

function sameDay(a: Period, b: Period): boolean {
  return a.to === b.to || (sameYear(a, b) && a.to.slice(4) === b.to.slice(4));
}

function sameYear(a: Period, b: Period): boolean {
  return a.to.slice(0, 4) === b.to.slice(0, 4) || !hasYear(a) || !hasYear(b);
}
