import { meets } from '../../../numbers/interval';
import { isOfOneNature, type Named, type NamedFigure, type NamedTable } from './named-table';
import { isRest, WHOLE } from './name-keys';
import { GENERIC, pairsOf, periodsMeet, placesMeet } from './same-quantity';

/** A figure of a page that tells of other tables, and the one that its words call. */
export interface Quote {
  readonly told: NamedFigure;
  readonly of: NamedFigure;
  readonly agrees: boolean;
  /** How much of its words the other bears, from 0 to 1. */
  readonly likeness: number;
  /** Whether the row or the column of the other bears any of them, not only its title. */
  readonly isNamed: boolean;
}

/** A page that tells is short and narrow; what it tells of may be long, but then only its totals are told. */
const MOST_ROWS = 40;
const MOST_COLUMNS = 8;
const MOST_TOLD = 400;
/** Of the words of a figure so much must stand in the names of the other, */
const LEAST_LIKENESS = 0.6;
/** and so much of the row and of the column of the other in the words of the figure. */
const LEAST_ROW = 0.6;
const LEAST_COLUMN = 0.5;
/** Names that are nearly as like are as like. */
const AS_LIKE = 0.08;
/** A figure so many times another is of something else, whatever its name. */
const MOST_TIMES = 20;

/** A quote with the table that it is of. */
export interface FoundQuote extends Quote {
  readonly table: NamedTable;
}

/** What a page tells of others, if it is one: most of what its words call is found where they say. */
export interface Page {
  readonly agreeing: number;
  readonly differing: readonly FoundQuote[];
}

/** Figures of a page that must be found, digits of them together, */
const LEAST_FOUND = 3;
const LEAST_DIGITS = 9;
/** and so many of a hundred that may be wrong, or one. */
const MOST_WRONG = 0.12;
/** A figure that is called wrong has a better name, and so have three that are right. */
const CLEAR_NAME = 0.75;

const QUOTES = new WeakMap<NamedTable, WeakMap<NamedTable, readonly Quote[]>>();

/** Pages that did not change, and what they tell of others that did not, are kept from one edit to the next. */
function quotesKept(page: NamedTable, other: NamedTable): readonly Quote[] {
  const beside = QUOTES.get(page) ?? new WeakMap<NamedTable, readonly Quote[]>();
  QUOTES.set(page, beside);
  const known = beside.get(other) ?? quotesOf(page, other);
  beside.set(other, known);
  return known;
}

/** Whether a table is a page that tells of others, one figure here and one there, and where what it tells is not what they say. */
export function pageOf(page: NamedTable, others: readonly NamedTable[]): Page {
  const found = new Map<NamedFigure, FoundQuote[]>();
  for (const table of others)
    for (const quote of quotesKept(page, table))
      found.set(quote.told, [...(found.get(quote.told) ?? []), { ...quote, table }]);
  const told = [...found.values()].flatMap(meant);
  const agreeing = told.filter(({ agrees }) => agrees);
  const differing = told.filter(({ agrees, likeness, isNamed }) => !agrees && isNamed && likeness >= CLEAR_NAME);
  const values = new Map(agreeing.map(({ told: { yuan, digits } }) => [yuan, digits]));
  const digits = [...values.values()].reduce((sum, own) => sum + own, 0);
  const isPage = values.size >= LEAST_FOUND && digits >= LEAST_DIGITS;
  const wrong = told.length - agreeing.length;
  if (!isPage || wrong > Math.max(1, told.length * MOST_WRONG)) return { agreeing: 0, differing: [] };
  const clear = differing.filter(
    ({ likeness }) => agreeing.filter((one) => one.likeness >= likeness - AS_LIKE).length >= LEAST_FOUND,
  );
  return { agreeing: agreeing.length, differing: clear };
}

/** Of the figures that the words may call one that agrees, or else the one they call best. */
function meant(quotes: readonly FoundQuote[]): FoundQuote[] {
  const agreeing = quotes.find(({ agrees }) => agrees);
  if (agreeing) return [agreeing];
  const most = Math.max(...quotes.map(({ likeness }) => likeness));
  const best = quotes.filter(({ likeness }) => likeness >= most - AS_LIKE);
  const [first] = best;
  return first && best.every(({ of }) => of.yuan === first.of.yuan) ? [first] : [];
}

/** What a page tells of another table, as far as its words say which figure is meant. */
function quotesOf(page: NamedTable, other: NamedTable): Quote[] {
  if (page.rows.length > MOST_ROWS || page.columns.length > MOST_COLUMNS || page === other) return [];
  if (page.isAccount === true || other.isAccount === true) return [];
  if (!placesMeet(page.place, other.place) || !periodsMeet(page.period, other.period)) return [];
  const named = namesOf(other);
  return page.figures.flatMap((told) => {
    const call = callOf(page, told);
    return call ? (quoteOf(told, call, named) ?? []) : [];
  });
}

/** The words that call a figure, and of what time or stage they say it is. */
interface Call {
  readonly row: readonly string[];
  readonly column: readonly string[];
  /** All of them with those of the row above it. */
  readonly around: ReadonlySet<string>;
  readonly stage: string;
}

const RATE = /占|比[重例]|增[幅长速减]|同比|[率%％‰]|进度|比上|差[额数]|人均|户均|均价|单价|标准/;
/** Words that name no thing. */
const BARE = /^(?:收入|支出|资金|项目|余额|规模)$/;

function callOf(page: NamedTable, { row, column, digits, yuan }: NamedFigure): Call | undefined {
  const [own, over] = [page.rows[row], page.columns[column]];
  if (!own || !over || digits < 2 || yuan === 0 || isWhole(own)) return undefined;
  if (RATE.test(`${own.label}|${over.label}`) || own.keys.some(isRest)) return undefined;
  const words = [wordsOf(own.label), wordsOf(over.label)] as const;
  if (words[0].every((word) => BARE.test(word))) return undefined;
  const above = own.keys.find((key) => key.includes('/'))?.split('/')[0] ?? '';
  return {
    row: words[0],
    column: words[1],
    around: new Set([...words.flat(), ...wordsOf(above)]),
    stage: stageOf(own, over),
  };
}

/** When, and at which stage: told by the words that both must have, not by how many are alike. */
const STAGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/上年|去年|同期/g, 'prior'],
  [/调整(?:后)?预算/g, 'adjusted'],
  [/(?:年初|年度)?(?:预算|任务|计划|目标)/g, 'plan'],
  [/限额/g, 'limit'],
  [/年初|期初|月初/g, 'opening'],
  [/未|欠|尚/g, 'not'],
  [/当月|本月|(?:^|[|:：])\d{1,2}月(?:份)?(?=$|\|)/g, 'month'],
];
/** 一般公共预算 is a name, no stage. */
const BUDGETS = /(?:一般公共|公共财政|政府性基金|国有资本经营|部门)预算/g;

function wordsOf(text: string): string[] {
  const bare = STAGE_WORDS.reduce(
    (rest, [words, stage]) => (stage === 'not' ? rest : rest.replace(words, '')),
    text.replace(BUDGETS, (name) => name.slice(0, -2)),
  );
  return pairsOf(bare.replace(GENERIC, '').replace(/其中|情况|[\s:：、，,。()（）“”"]/g, ''));
}

/** 上年同期, 年初预算, 9月: what two figures of one name must have in common; empty: what was done or is there. */
function stageOf(row: Named, column: Named): string {
  const text = `${row.part}|${row.label}|${column.label}`.replace(BUDGETS, '');
  const said = STAGE_WORDS.flatMap(([words, stage]) => (text.search(words) >= 0 ? [stage] : []));
  const keys = [...row.keys, ...column.keys];
  return [
    ...said,
    ...(keys.includes('@opening') ? ['opening'] : []),
    ...(/(?:19|20)\d\d(?=年)/.exec(text) ?? []),
  ].join();
}

/** The rows and columns of a table with their words. */
interface Names {
  readonly table: NamedTable;
  readonly title: ReadonlySet<string>;
  readonly rows: readonly ReadonlySet<string>[];
  readonly columns: readonly { readonly all: ReadonlySet<string>; readonly last: ReadonlySet<string> }[];
  readonly figures: readonly NamedFigure[];
}

const NAMES = new WeakMap<NamedTable, Names>();

function namesOf(table: NamedTable): Names {
  const known = NAMES.get(table);
  if (known) return known;
  const isLong = table.rows.length > MOST_TOLD;
  const names: Names = {
    table,
    title: new Set(table.title.split('|').flatMap(wordsOf)),
    rows: table.rows.map((row) => new Set(wordsOf(row.label))),
    columns: table.columns.map(({ label }) => {
      const path = label.split('|').map(wordsOf);
      return { all: new Set(path.flat()), last: new Set(path.findLast((words) => words.length > 0) ?? []) };
    }),
    figures: isLong
      ? table.figures.filter(({ row }) => table.rows[row] !== undefined && isWhole(table.rows[row]))
      : table.figures,
  };
  NAMES.set(table, names);
  return names;
}

function isWhole({ keys, depth }: Named): boolean {
  return depth === 0 || keys.includes(WHOLE);
}

function quoteOf(told: NamedFigure, call: Call, names: Names): Quote | undefined {
  let best: { of: NamedFigure; like: number }[] = [];
  let most = LEAST_LIKENESS - AS_LIKE;
  const rowFits = names.rows.map((row) => coverage(row, call.around) >= LEAST_ROW);
  const columnFits = names.columns.map(({ last }) => coverage(last, call.around) >= LEAST_COLUMN);
  for (const of of names.figures) {
    if (rowFits[of.row] !== true || columnFits[of.column] !== true || !isOfOneNature(told, of) || of.yuan === 0)
      continue;
    const [row, column] = [names.table.rows[of.row], names.table.columns[of.column]];
    if (!row || !column || stageOf(row, column) !== call.stage || RATE.test(`${row.label}|${column.label}`)) continue;
    const like = likenessOf(call, names, of);
    if (like < LEAST_LIKENESS || like < most - AS_LIKE) continue;
    most = Math.max(most, like);
    best = [...best.filter((one) => one.like >= most - AS_LIKE), { of, like }];
  }
  const agreeing = best.find(({ of }) => meets(of.interval, told.interval));
  const isNamed = ({ row, column }: NamedFigure): boolean =>
    [...call.row, ...call.column].some(
      (word) => names.rows[row]?.has(word) === true || names.columns[column]?.all.has(word) === true,
    );
  if (agreeing) return { told, of: agreeing.of, agrees: true, likeness: agreeing.like, isNamed: isNamed(agreeing.of) };
  const [first] = best;
  if (!first || best.some(({ of }) => of.yuan !== first.of.yuan)) return undefined;
  const times = Math.abs(told.yuan / first.of.yuan);
  if (!(times < MOST_TIMES && times > 1 / MOST_TIMES)) return undefined;
  return { told, of: first.of, agrees: false, likeness: most, isNamed: isNamed(first.of) };
}

function coverage(words: ReadonlySet<string>, by: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  return [...words].filter((word) => by.has(word)).length / words.size;
}

/** How much of the row and of the column that call a figure the other bears, whichever is less. */
function likenessOf(call: Call, { title, rows, columns }: Names, of: NamedFigure): number {
  const isBorne = (word: string) =>
    rows[of.row]?.has(word) === true || columns[of.column]?.all.has(word) === true || title.has(word);
  const shares = [call.row, call.column].map((words) =>
    words.length === 0 ? 1 : words.filter(isBorne).length / words.length,
  );
  return Math.min(...shares);
}
