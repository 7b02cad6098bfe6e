import { meets } from '../../numbers/interval';
import { isMoney } from '../../numbers/unit';
import { type Standing, standings } from './same-figures/figure-field';
import type { Named, NamedTable } from './same-figures/named-table';
import { areOfOnePlace } from './same-figures/same-quantity';

/** What debt costs in a year, to date: 付息 and 还本. */
export type Service = 'interest' | 'repaid' | 'borrowed';
/** 一般债务 is served by the general budget, 专项债务 by that of the funds (财预〔2016〕154、155号). */
export type DebtKind = 'general' | 'special';

/** What two tables show as paid on one kind of debt; `isOfBudget`: the first is a budget, else both are ledgers of debt. */
export interface DebtService {
  readonly service: Service;
  readonly kind: DebtKind;
  readonly isOfBudget: boolean;
  readonly one: Standing;
  readonly ledger: Standing;
  readonly holds: boolean;
}

/** A larger gap is one of calibre, not of a slip. */
const MOST_APART = 0.5;

/**
 * 债务付息支出 and 债务还本支出 of the budgets beside the interest and the principal of the ledgers of debt, and two such
 * ledgers beside each other, of one day.
 */
export function debtService(tables: readonly NamedTable[]): DebtService[] {
  const plain = tables.filter(({ isAccount }) => !isAccount);
  const budgets = plain.flatMap(ofBudget);
  const ledgers = plain.flatMap(ofLedger);
  const haveLoans = plain.some(({ title, rows }) => LOANS.test(title) || rows.some(({ label }) => LOANS.test(label)));
  const pairs = [
    ...budgets.flatMap((budget) => ledgers.map((ledger) => ({ isOfBudget: true, one: budget, ledger }))),
    ...ledgers.flatMap((one, i) => ledgers.slice(i + 1).map((ledger) => ({ isOfBudget: false, one, ledger }))),
  ];
  return pairs.flatMap(({ isOfBudget, one, ledger }): DebtService[] => {
    const { service, kind, at } = one;
    const isOne = service === ledger.service && kind === ledger.kind && at.table !== ledger.at.table;
    if (!isOne || !areOfOneDay(at.table, ledger.at.table)) return [];
    const [a, b] = [at.figure, ledger.at.figure];
    const holds = meets(a.interval, b.interval);
    if (!holds && haveLoans && kind === 'general' && isOfBonds(a.yuan < b.yuan ? at : ledger.at)) return [];
    if (!holds && Math.abs(a.yuan - b.yuan) > MOST_APART * Math.max(a.yuan, b.yuan)) return [];
    return [{ service, kind, isOfBudget, one: at, ledger: ledger.at, holds }];
  });
}

/** They are served by the general budget, too, and are in no list of bonds: what has fewer is a list of bonds alone. */
const LOANS = /外债|外国政府|国际(?:金融|经济)?组织|世行|世界银行|亚行|亚洲开发银行/;

function isOfBonds({ row, column, table }: Standing): boolean {
  return /债券/.test(`${row.label}|${column.label}|${table.title}`) && !/债务/.test(`${row.label}|${column.label}`);
}

interface Served {
  readonly service: Service;
  readonly kind: DebtKind;
  readonly at: Standing;
}

function areOfOneDay(one: NamedTable, other: NamedTable): boolean {
  return one.period !== undefined && one.period.to === other.period?.to && areOfOnePlace(one, other);
}

const BUDGET_ROWS: readonly (readonly [words: RegExp, service: Service])[] = [
  [/^(?:地方政府)?(?:一般|专项)?债务付息(?:支出)?$/, 'interest'],
  [/^(?:地方政府)?(?:一般|专项)债务还本(?:支出)?$/, 'repaid'],
  [/^(?:地方政府)?(?:一般|专项)债务转贷(?:收入)?$/, 'borrowed'],
];

/** 债务付息支出, of what was done to date. */
function ofBudget(table: NamedTable): Served[] {
  const ofTable: DebtKind = /基金/.test(table.title) ? 'special' : 'general';
  return paidIn(table).flatMap((at): Served[] => {
    const { role, label } = at.column;
    const isToDate = role === 'ytd' || (role === 'amount' && /决算|累计|支出数/.test(label));
    const [, service] = BUDGET_ROWS.find(([words]) => words.test(at.row.label)) ?? [];
    const kind = at.row.label.includes('一般') ? 'general' : at.row.label.includes('专项') ? 'special' : ofTable;
    return isToDate && service !== undefined ? [{ service, kind, at }] : [];
  });
}

/** One bond, a month, or what is still to be paid. */
const OF_ONE = /(?<![-—–~～至\d])\d{1,2}月(?![末底])|季度|期\)|\d期|计划|测算|预计|应付|年利息|利率|下年/;
const OF_LEDGER = /债/;
const ALL = /合计|总计|小计|累计|全年|^1\s*[-—–~～至]/;

/** 付息 and 还本 of 一般债务 and 专项债务, where a ledger of debts has their sums. */
function ofLedger(table: NamedTable): Served[] {
  if (!OF_LEDGER.test(table.title) || /计划|测算|预计|支出执行|收支/.test(table.title)) return [];
  const found = new Map<string, Served[]>();
  for (const served of paidIn(table).flatMap((at) => servedAt(at) ?? [])) {
    const key = `${served.service}|${served.kind}`;
    found.set(key, [...(found.get(key) ?? []), served]);
  }
  // Several that differ: which of them is the sum the names do not say.
  return [...found.values()].flatMap((all) => {
    const [first] = all;
    return first && all.every(({ at }) => meets(at.figure.interval, first.at.figure.interval)) ? [first] : [];
  });
}

function servedAt(at: Standing): Served | undefined {
  const { row, column, table } = at;
  // 全年 of a table as of October is what is planned.
  if (/全年/.test(`${row.label}|${column.label}`) && table.period?.to.slice(5, 7) !== '12') return undefined;
  const [ofRow, ofColumn] = [[row.label, ...row.keys].join('/'), [column.label, ...column.keys].join('/')];
  const text = `${ofRow}|${ofColumn}`;
  if (OF_ONE.test(`${row.label}|${column.label}`) || column.role === 'prior') return undefined;
  const service = serviceIn(ofRow) ?? serviceIn(ofColumn);
  const kind = kindIn(text) ?? kindIn(table.title);
  const isSum =
    (isWhole(row) || OF_ALL.test(row.label)) &&
    (isWhole(column) || column.role === 'ytd' || serviceIn(ofColumn) !== undefined);
  return service && kind && isSum ? { service, kind, at } : undefined;
}

/** 一般债务, 利息, 专项债券小计: of no single bond. */
const OF_ALL =
  /^(?:其中|地方|政府|一般|专项|债务|债券|小计|合计|利息|付息|本金|还本|偿还|支出|本年|累计|已付|[、:.()一二三四\d])+$/;

function isWhole({ label, depth }: Named): boolean {
  return depth === 0 || ALL.test(label);
}

const SERVICES: readonly (readonly [words: RegExp, service: Service])[] = [
  [/付息|利息/, 'interest'],
  [/还本|偿还|本金/, 'repaid'],
  [/(?:本年|当年|\d{4}年)(?:新增|增加|举借|发行|转贷)/, 'borrowed'],
];

function serviceIn(text: string): Service | undefined {
  const [one, more] = SERVICES.filter(([words]) => words.test(text));
  return more || /余额|费|剩余|未还|限额/.test(text) ? undefined : one?.[1];
}

function kindIn(text: string): DebtKind | undefined {
  const [isGeneral, isSpecial] = [/一般(?:债|[小合]计)/.test(text), /专项(?:债|[小合]计)/.test(text)];
  return isGeneral === isSpecial ? undefined : isGeneral ? 'general' : 'special';
}

/** Amounts of money that are more than nothing. */
function paidIn(table: NamedTable): Standing[] {
  return standings(table).filter(({ figure: { unit, yuan } }) => unit !== undefined && isMoney(unit) && yuan > 0);
}
