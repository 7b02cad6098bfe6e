import { changeIn, paceSign, type Sign } from './change-words';
import type { Placed } from './layout';

/** Against what a rate of completion, or a difference, is reckoned. */
export type BaseKind = 'budget' | 'prior' | 'schedule' | 'monthSchedule';

/** What a figure does in its sentence. */
export type Role =
  /** An amount that stands for itself. */
  | { readonly is: 'level' }
  /** The budget, plan or task that the rate behind it is reckoned on. */
  | { readonly is: 'base'; readonly of: 'budget' | 'whole' }
  /** What it was: last year, or before it was adjusted. */
  | { readonly is: 'prior' }
  | { readonly is: 'from' }
  | { readonly is: 'to' }
  | { readonly is: 'delta'; readonly sign: Sign; readonly against: BaseKind }
  | { readonly is: 'growth'; readonly sign: Sign }
  | { readonly is: 'progress'; readonly of: BaseKind }
  | { readonly is: 'share'; readonly whole: string }
  /** 分配率, 支出进度: part of something that is not named. */
  | { readonly is: 'rate' }
  | { readonly is: 'pace'; readonly sign: Sign }
  | { readonly is: 'points'; readonly sign: Sign | undefined }
  | { readonly is: 'other' };

const BUDGET = /预算|预期|任务|目标|计划|全年进度/;
/** 一般公共预算收入 is a revenue and no budget that something is reckoned on. */
const NAMED_BUDGET = /(?:公共财政|公共|一般|财政|基金|资本经营|部门|单位)预算(?=[^数的]{0,6}(?:收入|支出|总量|拨款))/g;

function speaksOfBudget(words: string): boolean {
  return BUDGET.test(words.replace(NAMED_BUDGET, ''));
}
/** 上年同期12169万元, 去年完成数为: words that end with last year's amount. */
const PRIOR = /(?:上年|去年|同期|前年)(?:同期|同月)?(?:的)?(?:实际|决算|执行|完成|收入|支出)?数?(?:为|是|的)?$/;
const SCHEDULE = /(?:序时|时序|均衡|平均|时间|月|同期)(?:的?(?:支出|收入|执行|预算))?进度|序时|时序/;
const MONTH_SCHEDULE = /月(?:均)?进度/;
/** More or less than was planned. */
const OVER_BUDGET = /(?:超收|短收|欠收|超支|短支)(?:了|约)?$/;
const LOOSE_RATE = /(?:率|进度)(?:为|达到|达|仅|已达|:)?$/;
const SHARE = /占|比重|占比/;

export function roleOf(placed: Placed, before: { readonly role: Role; readonly placed: Placed } | undefined): Role {
  const { mention, lead } = placed;
  switch (mention.unit.kind) {
    case 'money':
      return moneyRole(placed, before);
    case 'percent':
      return percentRole(placed, before);
    case 'points':
      return SCHEDULE.test(lead)
        ? { is: 'pace', sign: paceSign(lead) ?? 1 }
        : { is: 'points', sign: paceSign(lead) ?? changeIn(lead) };
    case 'count':
    case 'price':
      return amountRole(placed, before) ?? { is: 'level' };
    case 'number':
      return amountRole(placed, before) ?? changeOfNumber(placed) ?? { is: 'level' };
    default:
      return { is: 'other' };
  }
}

/** 库款系数0.31，较上月下降0.02: a change of a bare number; 增长1.3倍 is of an amount. */
function changeOfNumber({ mention, lead }: Placed): Role | undefined {
  const change = mention.unitText === '' ? changeIn(lead) : undefined;
  return change === undefined ? undefined : { is: 'delta', sign: change, against: 'prior' };
}

function moneyRole(placed: Placed, before: { readonly role: Role } | undefined): Role {
  const { lead, clauses, trail } = placed;
  // 超月进度5484万元; 短平均进度4.4个百分点,短收1083万元.
  if (MONTH_SCHEDULE.test(lead) && paceSign(lead) !== undefined)
    return { is: 'delta', sign: paceSign(lead) ?? 1, against: 'monthSchedule' };
  if (SCHEDULE.test(lead) && paceSign(lead) !== undefined)
    return { is: 'delta', sign: paceSign(lead) ?? 1, against: 'schedule' };
  if (before?.role.is === 'pace' && /^(?:超收|短收|欠收|超支|短支|超|短)$/.test(lead))
    return { is: 'delta', sign: paceSign(lead) ?? 1, against: 'schedule' };
  // 比限额301500万元低15100万元
  if (before?.role.is === 'prior' && /^(?:高|低|多|少|增|减)出?$/.test(lead))
    return { is: 'delta', sign: /低|少|减/.test(lead) ? -1 : 1, against: 'prior' };
  const change = changeIn(lead);
  if (change !== undefined)
    return {
      is: 'delta',
      sign: change,
      against: isAgainstBudget(clauses) || OVER_BUDGET.test(lead) ? 'budget' : 'prior',
    };
  // 为年初预算109466万元的56.3%
  if (/^的/.test(trail) && /占|为|完成|达|实现|相当于/.test(lead) && !/^的(?:项目|资金|支出)/.test(trail))
    return { is: 'base', of: speaksOfBudget(lead) ? 'budget' : 'whole' };
  return amountRole(placed, before) ?? { is: 'level' };
}

/** What is no change: before and after, last year's, or the thing itself. */
function amountRole({ lead, trail, clauses }: Placed, before: { readonly role: Role } | undefined): Role | undefined {
  if (before?.role.is === 'from' && TO.test(lead)) return { is: 'to' };
  if (/(?:由|从)/.test(clauses.slice(-2).join(',')) && TO_FOLLOWS.test(trail)) return { is: 'from' };
  if (/(?:比|较|同比|与)$/.test(lead) || (/^(?:比|较)/.test(lead) && /^(?:高|低|多|少|增|减)/.test(trail)))
    return { is: 'prior' };
  if (PRIOR.test(lead)) return { is: 'prior' };
  return undefined;
}

const TO = /^(?:调整|调|提高|增加|增长|增|上升|下降|降低|降|减少|减|提升|变更|修订|扩大|缩减|压减)(?:到|至|为)/;
const TO_FOLLOWS = TO;

/** 比年初预算增加 is reckoned on this year's budget; 比2023年预算增加 on last year's. */
function isAgainstBudget(clauses: readonly string[]): boolean {
  const words = clauses.slice(-2).join(',');
  return (
    /(?:比|较|与|超|离|距)[^,]*(?:年初预算|调整预算|预算数|计划|任务|目标)/.test(words) && !/上年|去年|\d年/.test(words)
  );
}

function percentRole(placed: Placed, before: { readonly role: Role; readonly placed: Placed } | undefined): Role {
  const { lead } = placed;
  const behindBase = before?.role.is === 'base' && /^的(?:约|近|将近|超|超过|近乎)?$/.test(lead);
  if (behindBase && before.role.is === 'base') return { is: 'progress', of: 'budget' };
  // Points, though a % is printed: 较均衡进度慢2.94%.
  if (SCHEDULE.test(lead) && /快|慢|超|短|高于|低于|领先|落后|滞后/.test(lead) && !/的$/.test(lead))
    return { is: 'pace', sign: paceSign(lead) ?? 1 };
  if (MONTH_SCHEDULE.test(lead)) return { is: 'progress', of: 'monthSchedule' };
  const isOf = /占|为|完成|达|实现|的$/.test(lead);
  if (speaksOfBudget(lead) && isOf && changeIn(lead) === undefined) return { is: 'progress', of: 'budget' };
  if (SHARE.test(lead) && changeIn(lead) === undefined) return { is: 'share', whole: wholeNamed(lead) };
  const change = changeIn(lead);
  if (change !== undefined) return { is: 'growth', sign: change };
  return LOOSE_RATE.test(lead) ? { is: 'rate' } : { is: 'other' };
}

/** 占支出, 占地方收入的, 占比: the noun of the whole; empty where none is named. */
function wholeNamed(lead: string): string {
  const noun = /占(?!比)(.*)$/.exec(lead)?.[1] ?? '';
  return noun.replace(/(?:的?比(?:重|例)|总量|总额|的|为|达到|达|约|近|比)*$/, '');
}
