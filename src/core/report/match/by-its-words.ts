import { monthNumber } from '../../numbers/period';
import { minus, plus, times } from '../claims/judge';
import type { ReadText } from '../claims/reading';
import { isToldAsPart, type Entry } from '../text/entries';
import { subjectIn } from '../text/subject';
import type { Proposed } from './proposal';
import type { Query } from './query';
import { reckoned } from './reckoned';
import type { SourceFigure } from './sources';

/** What is known around an amount when its words ask for arithmetic. */
export interface Around {
  /** Where an amount before it stands for certain. */
  readonly sure: (entry: Entry) => SourceFigure | undefined;
  /** All figures of the table of one. */
  readonly tableOf: (source: SourceFigure) => readonly SourceFigure[];
  /** Whether a name can be of the row of a figure alone. */
  readonly names: (name: string, source: SourceFigure) => boolean;
}

interface Asked {
  /** The text of its paragraph before the amount, as far as it matters. */
  readonly before: string;
  /** The clauses of its own sentence before it, the nearest first. */
  readonly clauses: readonly string[];
  readonly lead: string;
  /** The amount right before. */
  readonly last: SourceFigure | undefined;
  /** The amounts before it that stand somewhere for certain, the nearest first: the sentences of a page are one text. */
  readonly known: readonly SourceFigure[];
  /** The nearest of them that is of a whole table. */
  readonly total: SourceFigure | undefined;
  readonly around: Around;
}

/** An amount that no cell has, as its words say how it is made: 月均, 不含非税收入, 三项合计, 最大一户为…. */
export function byItsWords(read: ReadText, entry: Entry, { kind, lead }: Query, around: Around): Proposed {
  if (kind !== 'money') return [];
  const earlier = read.entries.slice(0, entry.index).reverse();
  const inParagraph = earlier.filter(({ opens }) => opens.paragraph === entry.opens.paragraph);
  const moneyOf = (entries: readonly Entry[]): SourceFigure[] =>
    entries.flatMap((one) => around.sure(one) ?? []).filter((source) => source.kind === 'money');
  const before = textBefore(read, entry);
  const asked: Asked = {
    before,
    clauses: (/[^。;]*$/.exec(before)?.[0] ?? '').split(/[,:()]/).reverse(),
    lead,
    last: moneyOf(inParagraph.filter(({ opens }) => opens.depth <= entry.opens.depth).slice(0, 1))[0],
    known: moneyOf(earlier),
    total: moneyOf(earlier.filter((one) => !isToldAsPart(one))).find(({ isTotal }) => isTotal),
    around,
  };
  const ways = [monthlyAverage, sumOfNamed, withoutNamed, ofNamedRow].map((way) => way(asked));
  return ways.find((found) => found.length > 0) ?? [];
}

/** As far before its amount as a list of names may begin. */
const REACH = 120;

function textBefore({ plain }: ReadText, { level }: Entry): string {
  const { start } = level.placed.mention;
  return /[^\n]*$/.exec(plain.slice(Math.max(0, start - REACH), start))?.[0].replace(/\s/g, '') ?? '';
}

const MONTHLY = /^(?:月均|平均每月|每月平均|月平均)(?:完成|支出|收入|拨付|收到|支付|入库)?(?:约?为|约|达|达到)?$/;
const FLOWS: readonly SourceFigure['role'][] = ['paid', 'amount', 'inflow', 'outflow'];

/** 1—10月累计5555万元，月均555.5万元: of the amount right before it. */
function monthlyAverage({ lead, last }: Asked): Proposed {
  const until = last?.period;
  if (!MONTHLY.test(lead) || !last || !until) return [];
  const isToDate = last.role === 'ytd' || (FLOWS.includes(last.role) && until.from.endsWith('-01-01'));
  const count = monthNumber(until.to);
  if (!isToDate || count < 2) return [];
  const one = reckoned('average', [last], { size: last.size / count, interval: times(last.interval, 1 / count) });
  return [{ ...one, computation: { ...one.computation, months: count } }];
}

const NUMBERS = '一二三四五六七八九十';
/** 增值税、契税两项合计, 龙门、杨柳两镇保基本民生支出共. */
const SEVERAL =
  /^(.+[、和及与].+?)等?([两二三四五六七八九十])个?(?:项|类|税种|镇|乡|乡镇|街道|部门|单位|户|家)(.*?)(?:合计|共计|总计|共)((?:安排|下达|支出|支付|拨付|完成|收入|投入)?)为?$/;

/** The sum of the rows that are listed before it, in the column of an amount around it or in the one that is named. */
function sumOfNamed({ clauses: [own = ''], known, around }: Asked): Proposed {
  const words = SEVERAL.exec(own);
  const count = words?.[2] === '两' ? 2 : NUMBERS.indexOf(words?.[2] ?? '') + 1;
  // 社会保障和就业 is one name.
  const ways = [/、/, /[、和及与]/].map((sign) => (words?.[1] ?? '').split(sign).map(subjectIn));
  const names = ways.find(({ length }) => length === count) ?? [];
  const column = (words?.[3] ?? '') || (words?.[4] ?? '');
  if (!words || names.length < 2 || names.some((name) => name.length < 2)) return [];
  for (const beside of known) {
    const header = column === '' ? beside.header : headerNamed(column, around.tableOf(beside));
    const parts = names.flatMap((name) => (header === undefined ? [] : (rowNamed(name, beside, header, around) ?? [])));
    if (new Set(parts.map(({ row }) => row)).size !== count) continue;
    const interval = parts.map((part) => part.interval).reduce(plus);
    return [reckoned('sum', parts, { size: parts.reduce((sum, { size }) => sum + size, 0), interval })];
  }
  return [];
}

const WITHOUT =
  /(?:不含|不包括|剔除|扣除|除)([^,、]{2,16}?)(?:后|以外|外|之外)?(?:的?(?:余额|合计|支出|收入|金额))?(?:合计)?(?:后?为|是|达)?$/;
/** 不含该户，其余5户余额合计. */
const THE_REST = /(?:其余|其他|余下)[^,]{0,12}(?:合计|共计?)(?:安排|下达|支出|支付|拨付|完成|收入|投入)?(?:为|达)?$/;

/** A total without one of its rows, which the words name. */
function withoutNamed({ clauses: [own = '', last = ''], total, before, around }: Asked): Proposed {
  const named = WITHOUT.exec(own)?.[1] ?? (THE_REST.test(own) ? WITHOUT.exec(last)?.[1] : undefined);
  if (named === undefined || !total) return [];
  const name = /^[该此]/.test(named) ? (NAMED_BEFORE.exec(before)?.[1] ?? '') : subjectIn(named);
  const header = headerNamed(own, around.tableOf(total)) ?? total.header;
  const whole = around.tableOf(total).find((source) => source.row === total.row && source.header === header);
  const part = rowNamed(name, total, header, around);
  if (!whole || !part || part.row === whole.row) return [];
  const interval = minus(whole.interval, part.interval);
  return [reckoned('difference', [whole, part], { size: whole.size - part.size, interval })];
}

const LEADING = '(?:最[大多高小少低]|居首)[^,。;]{0,8}(?:为|是)([^,。;]{2,24})';
const NAMED = new RegExp(`${LEADING}$`);
const NAMED_BEFORE = new RegExp(`${LEADING},.*$`);
const BARE = /^(?:余额|金额|支出|收入|资金)?(?:为|达|达到|是|完成|共计?)?$/;

/** 最大一户为水利局，余额3729万元: the row that the clause before names, in the column of the total that was told. */
function ofNamedRow({ clauses: [own = '', last = ''], total, around }: Asked): Proposed {
  const name = BARE.test(own) ? NAMED.exec(last)?.[1] : undefined;
  const row = name !== undefined && total ? rowNamed(name, total, total.header, around) : undefined;
  return row && !row.isTotal ? [reckoned('cell', [row], row)] : [];
}

/** The one row of the table of a figure that is called so, in one of its columns. */
function rowNamed(name: string, beside: SourceFigure, header: string, around: Around): SourceFigure | undefined {
  if (name.length < 2) return undefined;
  const column = around.tableOf(beside).filter((source) => source.header === header);
  const nameOf = ({ path }: SourceFigure): string => path.at(-1)?.replace(/\s/g, '') ?? '';
  const ways = [
    column.filter((source) => nameOf(source) === name),
    column.filter((source) => around.names(name, source)),
    column.filter((source) => AREA.test(afterName(nameOf(source), name))),
  ];
  const found = ways.find(({ length }) => length > 0) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

/** 龙门 is short of 龙门镇. */
const AREA = /^(?:镇|乡|街道|县|区|局|办)$/;

function afterName(row: string, name: string): string {
  return row.startsWith(name) ? row.slice(name.length) : '';
}

function headerNamed(words: string, table: readonly SourceFigure[]): string | undefined {
  const named = table.filter(({ column }) => column.length >= 2 && words.includes(column));
  const headers = new Set(named.map(({ header }) => header));
  return headers.size === 1 ? [...headers][0] : undefined;
}
