import { isWholeYear, monthNumber } from '../../../numbers/period';
import type { Named, NamedFigure, NamedTable } from './named-table';
import { isRest, WHOLE } from './name-keys';
import { intoList } from './lines';
import { GENERIC, pairsOf, sideIn } from './same-quantity';

/** The words that call a figure of a page, and of what time or stage they say it is. */
export interface Call {
  readonly told: NamedFigure;
  /** Its row, or its column where the row says nothing. */
  readonly name: string;
  /** 收入 or 支出, as far as it says one of them. */
  readonly side: string;
  readonly row: readonly string[];
  readonly column: readonly string[];
  /** Of the row that it is part of. */
  readonly above: readonly string[];
  /** The month that it is of, or to which; undefined: nobody says. */
  readonly month: number | undefined;
  /** All of them together. */
  readonly around: ReadonlySet<string>;
  readonly stage: string;
}

/** A table by its words, each two letters long. */
export interface TableWords {
  readonly title: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly rows: readonly ReadonlySet<string>[];
  /** All of a header, and the innermost part of it that says anything. */
  readonly columns: readonly { readonly all: ReadonlySet<string>; readonly last: ReadonlySet<string> }[];
  /** Indices of rows by their words; and those that have none: 合计. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly bare: readonly number[];
  /** By row. */
  readonly figures: ReadonlyMap<number, readonly NamedFigure[]>;
  readonly stage: (figure: NamedFigure) => string;
  readonly side: (figure: NamedFigure) => string;
  readonly month: (figure: NamedFigure) => number | undefined;
  readonly isRate: (figure: NamedFigure) => boolean;
  /** Its own figures, as far as their words call anything. */
  readonly calls: readonly Call[];
}

/** Of a longer table only its totals are told. */
const MOST_TOLD = 400;
const LEAST_DIGITS = 2;

const WORDS = new WeakMap<NamedTable, TableWords>();

/** The words of a table, which are looked for once. */
export function wordsOfTable(table: NamedTable): TableWords {
  const known = WORDS.get(table) ?? readWords(table);
  WORDS.set(table, known);
  return known;
}

function readWords(table: NamedTable): TableWords {
  const isLong = table.rows.length > MOST_TOLD;
  const rows = table.rows.map(({ label }) => wordsOf(label));
  const columns = table.columns.map(({ label }) => label.split('|').map(wordsOf));
  const names = table.rows.map(({ label }) => bareName(label));
  // 2024年 in a table of that year says no more than its title does.
  const own = table.period?.to.slice(0, 4);
  const stagesIn = (named: Named): string[] => stagesOf(named).filter((stage) => stage !== own);
  const stages = { rows: table.rows.map(stagesIn), columns: table.columns.map(stagesIn) };
  const rates = { rows: table.rows.map(isRate), columns: table.columns.map(isRate) };
  const figures = new Map<number, NamedFigure[]>();
  for (const figure of table.figures)
    if (!isLong || isWhole(table.rows[figure.row])) intoList(figures, figure.row, figure);
  const byWord = new Map<string, number[]>();
  rows.forEach((words, row) => {
    if (figures.has(row)) for (const word of new Set(words)) intoList(byWord, word, row);
  });
  const stage = ({ row, column }: NamedFigure): string =>
    [...new Set([...(stages.rows[row] ?? []), ...(stages.columns[column] ?? [])])].sort().join();
  const named = new Set([...table.rows, ...table.columns].flatMap(({ label }) => monthIn(label) ?? []));
  const said = table.period && !isWholeYear(table.period) ? monthNumber(table.period.to) : undefined;
  // 累计 beside 1月 … 5月 is of May.
  const ofTable = named.size > 1 ? Math.max(...named) : said;
  const month = ({ row, column }: NamedFigure): number | undefined =>
    monthIn(`${table.rows[row]?.label ?? ''}|${table.columns[column]?.label ?? ''}`) ?? ofTable;
  // 农林水支出 in a table of income is what came in for it.
  const side = ({ row, column }: NamedFigure): string =>
    sideIn(table.columns[column]?.label ?? '') || sideIn(table.title) || sideIn(table.rows[row]?.label ?? '');
  const isRated = ({ row, column }: NamedFigure): boolean => rates.rows[row] === true || rates.columns[column] === true;
  return {
    title: new Set(table.title.split('|').flatMap(wordsOf)),
    rows: rows.map((words) => new Set(words)),
    columns: columns.map((path) => ({
      all: new Set(path.flat()),
      last: new Set(path.findLast((words) => words.length > 0) ?? []),
    })),
    byWord,
    bare: [...figures.keys()].filter((row) => rows[row]?.length === 0),
    figures,
    stage,
    side,
    month,
    names,
    isRate: isRated,
    calls: table.figures.flatMap((told): Call[] => {
      const [row, column] = [rows[told.row] ?? [], (columns[told.column] ?? []).flat()];
      const own = table.rows[told.row];
      if (!own || told.digits < LEAST_DIGITS || told.yuan === 0 || isWhole(own) || own.keys.some(isRest)) return [];
      // 收入（不含结转）is not what the other table adds up.
      if (LESS.test(own.label) || isRated(told) || [...row, ...column].every((word) => BARE.test(word))) return [];
      const above = wordsOf(own.keys.find((key) => key.includes('/'))?.split('/')[0] ?? '');
      return [
        {
          told,
          name: row.length > 0 ? (names[told.row] ?? '') : bareName(table.columns[told.column]?.label ?? ''),
          side: side(told),
          row,
          column,
          above,
          around: new Set([...row, ...column, ...above]),
          stage: stage(told),
          month: month(told),
        },
      ];
    }),
  };
}

function isWhole(row: Named | undefined): boolean {
  return row !== undefined && (row.depth === 0 || row.keys.includes(WHOLE));
}

const RATE = /占|比[重例]|增[幅长速减]|同比|[率%％‰]|进度|比上|差[额数]|人均|户均|均价|单价|标准/;

function isRate({ label }: Named): boolean {
  return RATE.test(label);
}

const LESS = /不含|不包括|扣除|剔除/;

/** Words that name no thing. */
const BARE = /^(?:收入|支出|资金|项目|余额|规模)$/;

/** When, and at which stage: both figures must say the same of it, it is no matter of likeness. */
const STAGES: readonly (readonly [words: RegExp, stage: string])[] = [
  [/上年|去年|同期/g, 'prior'],
  [/调整(?:后)?预算/g, 'adjusted'],
  [/(?:年初|年度)?(?:预算|任务|计划|目标)/g, 'plan'],
  [/限额/g, 'limit'],
  [/总(?=收入|支出|财力)/g, 'all'],
  [/年初|期初|月初/g, 'opening'],
  [/(?:\d{1,2}月|[年期月])[末底](?:余额)?|余额/g, 'closing'],
  [/当月|本月|(?:^|[|:：])\d{1,2}月(?:份)?(?=$|\|)/g, 'month'],
];
/** 已拨付 and 未拨付 are told apart by a letter that stays part of their names. */
const NOT = /未|欠|尚/;
/** 一般公共预算 is a name, no stage. */
const BUDGETS = /(?:一般公共|公共财政|政府性基金|国有资本经营|部门)预算/g;

function wordsOf(text: string): string[] {
  return pairsOf(bareName(text));
}

/** A name without what says when, how much or in what unit. */
function bareName(text: string): string {
  const named = text.replace(BUDGETS, (name) => name.slice(0, -2));
  const bare = STAGES.reduce((rest, [words]) => rest.replace(words, ''), named);
  return bare.replace(GENERIC, '').replace(/其中|情况|安排|[\s:：、，,。()（）“”"]/g, '');
}

/** 10月, 1—10月, 截至10月底. */
function monthIn(label: string): number | undefined {
  const said = /(?:^|[^\d])(\d{1,2})月(?:份)?(?:[末底])?(?:累计|完成|执行|收入|支出)?(?:数|额)?(?=$|\|)/.exec(
    label,
  )?.[1];
  return said === undefined ? undefined : Number(said);
}

/** 上年同期, 年初预算, 9月, 2023年; none: what was done or is there. */
function stagesOf({ part, label, keys }: Named): string[] {
  const text = `${part}|${label}`.replace(BUDGETS, '');
  return [
    ...STAGES.flatMap(([words, stage]) => (text.search(words) >= 0 ? [stage] : [])),
    ...(NOT.test(text) ? ['not'] : []),
    ...(keys.includes('@opening') ? ['opening'] : []),
    ...(/(?:19|20)\d\d(?=年)/.exec(text) ?? []),
  ];
}
