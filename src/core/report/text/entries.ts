import type { Interval } from '../../numbers/interval';
import { boundOf, type Bound } from './bounds';
import { changeIn } from './change-words';
import type { Measured } from './mention';
import { measured } from './measured';
import type { Placed } from './layout';
import { roleOf, type Role } from './roles';
import { isSubject, subjectIn } from './subject';
import type { QuantityUnit } from './units';

/** A figure that its sentence gives a role. */
export interface Figure extends Measured {
  /** What it stands for if it is as exact as most figures of its unit in the text: 1亿元 among amounts of two decimals is 1.00. */
  readonly tight: Interval;
  readonly placed: Placed;
  readonly role: Role;
  readonly unit: QuantityUnit;
  readonly isBlank: boolean;
  /** 近, 约, 超, 以上: how the words loosen it. */
  readonly bound: Bound | undefined;
}

/** An amount with what is said of it up to the next amount. */
export interface Entry {
  readonly level: Figure;
  /** Where it begins: at the earlier amount of 由A调整为B. */
  readonly opens: Placed;
  /** Position among the entries of its text. */
  readonly index: number;
  /** What it is of; empty: nothing but what was named before. */
  readonly subject: string;
  /** Its subject, or the one that its sentence named before. */
  readonly topic: string;
  /** Everything said of it, in order. */
  readonly said: readonly Figure[];
}

/** The figures of a text, each with its role. */
export function findFigures(placed: readonly Placed[]): Figure[] {
  const figures: Figure[] = [];
  const usual = usualDecimals(placed);
  const goals = new Goals();
  for (const one of placed) {
    const previous = figures.at(-1);
    const before = previous && { role: previous.role, placed: previous.placed };
    figures.push({
      placed: one,
      role: inherited(one, previous) ?? roleOf(one, before),
      unit: one.mention.unit,
      isBlank: one.mention.blank !== undefined,
      bound: goals.of(one) ?? boundOf(one),
      ...measured(one.mention),
      tight: measured({ ...one.mention, decimals: Math.max(one.mention.decimals, usual(one.mention.unit)) }).interval,
    });
  }
  return figures;
}

/** 力争收入突破5亿元，税收达到3亿元: the second is as far off as the first. */
class Goals {
  private sentence: number | undefined;

  of(placed: Placed): 'goal' | undefined {
    if (boundOf(placed) === 'goal') this.sentence = placed.sentence;
    else if (/目前|已|实际/.test(placed.clauses.join(','))) this.sentence = undefined;
    return this.sentence === placed.sentence ? 'goal' : undefined;
  }
}

/** 分别增长5%、6%、7%: figures without words of their own do what the first does. */
function inherited({ lead, separator, mention }: Placed, before: Figure | undefined): Role | undefined {
  const isNext = /^(?:和|及|与)?$/.test(lead) && (separator === '、' || lead !== '');
  return isNext && before?.unit.kind === mention.unit.kind ? before.role : undefined;
}

/** The decimals that at least half of the figures of a unit have. */
function usualDecimals(placed: readonly Placed[]): (unit: QuantityUnit) => number {
  const key = ({ kind, factor, thing }: QuantityUnit): string => `${kind}|${factor}|${thing}`;
  const all = new Map<string, number[]>();
  for (const { mention } of placed) {
    if (mention.blank !== undefined || mention.unit.kind !== 'money') continue;
    const known = all.get(key(mention.unit)) ?? [];
    known.push(mention.decimals);
    all.set(key(mention.unit), known);
  }
  const middle = new Map(
    [...all].map(([unit, decimals]) => [
      unit,
      decimals.sort((a, b) => b - a)[Math.floor((decimals.length - 1) / 2)] ?? 0,
    ]),
  );
  return (unit) => middle.get(key(unit)) ?? 0;
}

/** 其中专项债务5亿元. */
export function isToldAsPart({ opens }: Pick<Entry, 'opens'>): boolean {
  return opens.ownClauses.some((clause) => clause.startsWith('其中'));
}

interface Open {
  readonly level: Figure;
  readonly opens: Placed;
  readonly said: Figure[];
}

/** Binds what is said to the amount before it; what stands in a bracket belongs to the bracket. */
export function findEntries(figures: readonly Figure[]): Entry[] {
  const open: Open[] = [];
  let current: Open | undefined;
  let from: Figure | undefined;
  const outer: (Open | undefined)[] = [];
  let ahead: Figure[] | undefined;
  for (const figure of figures) {
    for (const bracket of figure.placed.brackets) {
      if (bracket === '(') outer.push(current);
      else if (outer.length > 0) current = outer.pop() ?? current;
    }
    if (figure.placed.depth === 0) outer.length = 0;
    if (ahead && figure.placed.sentence !== ahead[0]?.placed.sentence) ahead = undefined;
    if (figure.role.is === 'from') from = figure;
    else if (isLevel(figure.role)) {
      const said: Figure[] = [...(from && figure.role.is === 'to' ? [from] : []), ...(ahead ?? [])];
      current = { level: figure, said, opens: (said[0] ?? figure).placed };
      from = undefined;
      ahead = undefined;
      open.push(current);
    } else if (ahead) ahead.push(figure);
    else if (isAhead(figure, current)) ahead = [figure];
    else (parallel(figure, open, figures) ?? current)?.said.push(figure);
  }
  return withTopics(open);
}

/** 支出决算为710万元 is of what the sentence named before. */
function withTopics(open: readonly Open[]): Entry[] {
  let [topic, whole, sentence] = ['', '', -1];
  return open.map(({ level, said, opens }, index) => {
    const subject = subjectIn(opens.lead);
    const isSame = opens.sentence === sentence;
    if (!isSame) whole = '';
    // 余额9亿元，其中专项债务5亿元；本月新增1亿元: behind the semicolon the whole is meant again.
    const before = opens.separator === ';' && whole !== '' ? whole : topic;
    if (opens.separator === ';') whole = '';
    else if (whole === '' && isToldAsPart({ opens })) whole = isSame ? topic : '';
    topic = subject !== '' ? subject : isSame ? before : '';
    sentence = opens.sentence;
    return { level, opens, index, subject, topic, said };
  });
}

/** 非税收入比上年同期8000万元增收400万元，完成8400万元: the amount comes behind what is said of it. */
function isAhead(figure: Figure, current: Open | undefined): boolean {
  if (figure.role.is !== 'prior' || figure.placed.sentence === current?.level.placed.sentence) return false;
  const subject = subjectIn(figure.placed.lead.replace(/(?:比|较|与)?(?:上年|去年)?(?:同期|同月)?$/, ''));
  return subject.length >= 3 && !isSubject(subject, current ? subjectIn(current.opens.lead) : '');
}

/** 分别完成a、b、c，分别增长x、y、z: the second of one list is of the second of the other. */
function parallel(figure: Figure, open: readonly Open[], figures: readonly Figure[]): Open | undefined {
  const list = listAround(figure, figures);
  const at = list.indexOf(figure);
  if (list.length < 2 || !/分别|依次/.test(list[0]?.placed.lead ?? '')) return undefined;
  const levels = open.filter(({ level }) => level.placed.sentence === figure.placed.sentence).slice(-list.length);
  const isList =
    levels.length === list.length &&
    levels.slice(1).every(({ level }) => level.placed.lead.length < 2 || level.placed.separator === '、');
  return isList ? levels[at] : undefined;
}

/** The figures of one role that stand in a row around one, each without words of its own but the first: 下降3%、增长2%. */
function listAround(figure: Figure, figures: readonly Figure[]): Figure[] {
  const { index } = figure.placed;
  let start = index;
  while (start > 0 && goesOn(figures[start])) start -= 1;
  const list: Figure[] = [];
  for (let i = start; i < figures.length; i++) {
    const next = figures[i];
    if (!next || (i > start && (!isBare(next.placed) || next.role.is !== figures[start]?.role.is))) break;
    list.push(next);
  }
  return list;
}

function goesOn(figure: Figure | undefined): boolean {
  return figure !== undefined && figure.placed.separator === '、' && isBare(figure.placed);
}

/** Without words but that it went up or down. */
function isBare({ lead }: Placed): boolean {
  return lead.length <= 1 || (lead.length <= 3 && changeIn(lead) !== undefined);
}

/** 由A调整为B: the amount that stands is B. */
function isLevel(role: Role): boolean {
  return role.is === 'level' || role.is === 'to';
}
