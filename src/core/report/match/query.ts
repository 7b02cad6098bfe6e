import type { Period } from '../../numbers/period';
import type { ColumnRole } from '../../tables/table';
import type { ReadText } from '../claims/reading';
import type { Entry, Figure } from '../text/entries';
import { isPartOfYear } from '../text/periods';
import type { QuantityKind } from '../text/units';

/** What a figure of prose asks a table for. */
export interface Query {
  readonly figure: Figure;
  /** The thing; of a line of the classification the 项. */
  readonly name: string;
  /** 类 and 款 above it, as far as they are told. */
  readonly above: readonly string[];
  readonly kind: QuantityKind;
  /** Roles of columns that may hold it, likeliest first. */
  readonly roles: readonly ColumnRole[];
  /** Whether it is of a plan rather than of what was done; undefined: the words do not say. */
  readonly isPlan: boolean | undefined;
  readonly period: Period | undefined;
  /** Words around it, to choose among columns. */
  readonly words: string;
  /** How the text begins: whose report it is. */
  readonly about: string;
}

const OPENING = 120;
const PLAN = /预算(?!支出|收入)|计划|安排|预计|目标|任务/;
const DONE = /决算|执行|完成|累计|实现|已|发放|拨付|入库/;

/** The queries of the figures of a text; blanks ask too. */
export function queriesOf(read: ReadText): Query[] {
  return read.entries.flatMap((entry) =>
    [entry.level, ...entry.said].flatMap((figure) => queryOf(read, entry, figure) ?? []),
  );
}

function queryOf(read: ReadText, entry: Entry, figure: Figure): Query | undefined {
  const isPlan = stageOf(read, entry);
  const roles = isBalance(read, entry, figure) ? BALANCES : rolesOf(figure, entry, isPlan === true);
  if (roles.length === 0) return undefined;
  const path = classified(read, entry, figure);
  const words = figure.placed.clauses.slice(-2).join(',');
  return {
    figure,
    name: path.at(-1) ?? (isOfSeveral(read, entry) ? '' : entry.topic),
    above: path.slice(0, -1),
    kind: figure.unit.kind,
    roles,
    isPlan,
    period: periodOf(read, figure),
    words,
    about: read.plain.trimStart().slice(0, OPENING),
  };
}

const BALANCES: readonly ColumnRole[] = ['closing', 'ytd', 'amount'];

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
    const { lead, clauses, sentence } = one.opens;
    const words = `${clauses.slice(-2).join(',')}${/^(?:纳入|列入)[^,。;]*预算/.exec(one.level.placed.trail)?.[0] ?? ''}`;
    if (DONE.test(lead) && !/预算(?:安排)?$/.test(lead)) return false;
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

/** The time named last before a figure; 2023年以来 runs to the day that a heading named. */
function periodOf({ periods }: ReadText, { placed: { mention } }: Figure): Period | undefined {
  const named = periods.filter((one) => one.start < mention.start && !one.isCompared);
  const last = named.at(-1);
  if (!last || isPartOfYear(last)) return last?.period;
  const part = named.findLast((one) => isPartOfYear(one) && one.period.to.slice(0, 4) === last.period.to.slice(0, 4));
  return (part ?? last).period;
}

function rolesOf(
  { role, unit, placed: { lead, clauses } }: Figure,
  { opens }: Entry,
  isPlan: boolean,
): readonly ColumnRole[] {
  switch (role.is) {
    case 'level':
    case 'to':
      if (unit.kind === 'count') return ['persons', 'count', 'area'];
      if (unit.kind === 'price') return ['standard'];
      if (unit.kind === 'percent') return ['pct_budget', 'share', 'pct_yoy'];
      if (/当月|本月/.test(opens.clauses.join(','))) return ['month'];
      return isPlan
        ? ['budget_initial', 'budget_adjusted', 'demand', 'amount', 'ytd']
        : ['ytd', 'paid', 'amount', 'closing', 'budget_initial'];
    case 'base':
      return /调整/.test(lead) ? ['budget_adjusted'] : ['budget_initial', 'budget_adjusted'];
    case 'prior':
    case 'from':
      return unit.kind === 'price' ? ['standard'] : ['prior'];
    case 'delta':
      return role.against === 'prior' ? ['delta'] : [];
    case 'growth':
      return /占比|比重/.test(clauses.join(',')) ? [] : ['pct_yoy'];
    case 'progress':
      return ['pct_budget'];
    case 'share':
      return ['share'];
    case 'rate':
      return ['pct_budget', 'rate', 'share'];
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
