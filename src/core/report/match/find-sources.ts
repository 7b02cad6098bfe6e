import { isWholeYear, type Period } from '../../numbers/period';
import { isSubject } from '../text/subject';
import { bareName, NameScores } from './names';
import type { Query } from './query';
import type { SourceFigure } from './sources';

/** A figure of a workbook that a figure of prose may be, and how surely, 0–1. */
export interface Candidate {
  readonly source: SourceFigure;
  readonly score: number;
  /** Whether name, column and period all say so outright. */
  readonly isCertain: boolean;
}

const LEAST = 0.5;

/** Finds figures of workbooks by what prose calls them. */
export class SourceFinder {
  private readonly names = new NameScores();
  private readonly byKind = new Map<string, SourceFigure[]>();

  constructor(sources: readonly SourceFigure[]) {
    for (const source of sources) {
      const known = this.byKind.get(source.kind);
      if (known) known.push(source);
      else this.byKind.set(source.kind, [source]);
    }
  }

  /** The likeliest first. */
  find(query: Query): Candidate[] {
    return (this.byKind.get(query.kind) ?? [])
      .flatMap((source) => this.candidate(query, source) ?? [])
      .sort((a, b) => b.score - a.score);
  }

  private candidate(query: Query, source: SourceFigure): Candidate | undefined {
    const role = roleScore(query, source);
    if (role === 0) return undefined;
    const name = this.names.of(query.name, source) * aboveScore(query.above, source.path);
    if (name < LEAST) return undefined;
    const period = periodScore(query, source);
    const score = name * role * period * scopeScore(query.words + query.about, source);
    if (score < LEAST) return undefined;
    return { source, score, isCertain: name >= 0.95 && role >= 0.9 && period >= 0.9 && score >= 0.8 };
  }
}

function roleScore({ roles, isPlan, words }: Query, source: SourceFigure): number {
  const { role, title, header } = source;
  const at = roles.indexOf(role);
  if (at < 0) return 0;
  const base = Math.max(0.6, 1 - at * 0.05) * placeScore(source, words);
  if (role !== 'amount' && role !== 'ytd') return base;
  const own = header.split('/').at(-1) ?? '';
  const isOfPlan = /预算/.test(title) && !/决算|执行|完成/.test(title);
  const isOfDone = /决算|执行|完成/.test(title);
  if (role === 'amount' && ((isPlan === true && isOfDone) || (isPlan === false && isOfPlan))) return 0;
  // 合计, 基本支出, 项目支出 beside each other: the whole, unless the words name a part.
  const group = header.split('/').slice(0, -1).join('');
  if (role === 'amount' && group !== '' && !isSubject(bareName(group), words)) return base * 0.7;
  if (role !== 'amount' || /合计|总计|金额|^$/.test(own)) return Math.max(base, 0.95);
  return isSubject(bareName(own), words) ? base : base * 0.6;
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
const OTHERS = [/基金/, /国有资本|国资/, /社会?保险?基金/, /部门/, /[一-龥]{2}(?:镇|乡|街道)(?!汇总|财政)/] as const;

function scopeScore(words: string, { title }: SourceFigure): number {
  return OTHERS.some((other) => other.test(title) && !other.test(words)) ? 0.7 : 1;
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

const NO_YEAR = '2000';

function sameDay(a: Period, b: Period): boolean {
  return a.to === b.to || (a.to.startsWith(NO_YEAR) && a.to.slice(4) === b.to.slice(4));
}

function sameYear(a: Period, b: Period): boolean {
  return a.to.slice(0, 4) === b.to.slice(0, 4) || a.to.startsWith(NO_YEAR);
}
