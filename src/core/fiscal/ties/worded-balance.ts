import type { Position } from '../../grid/address';
import type { Sheet } from '../../grid/sheet';
import { intervalOf, meets, type Printed, sumInterval } from '../../numbers/interval';
import { figureAt } from '../../tables/printed';
import { type Column, groupOf, isAmountRole, type Table } from '../../tables/table';
import type { RollForward } from './roll-forward';

type Part = 'opening' | 'inflow' | 'outflow' | 'closing';

/** What neither stands nor flows, though it is named after a balance. */
const ASIDE = /限额|付息|利息|赤字|占|率|[%％]|增减|其中/;
const OPENING =
  /(?:上年|上年度|去年|上期|上月|本年?)?(?:年初|期初|月初)|(?:上年|上年度|去年|上期|上月)(?:年?[末底]|结[转余]|滚存)/;
const CLOSING =
  /(?:年|期|月)[末终底].*(?:余额|结余|结存|实际数|执行数)|^(?:年|期|月)[末终底](?:库款|资金|[^|]{0,4}(?:数|人数|户数))?$|滚存结余|结转下年/;
const INFLOW = /收入|发行|举借|借入|提款|转贷|新增|增加|流入|转入|归集|缴存|下达|拨入|划入|调入/;
const OUTFLOW = /支出|还本|偿还|减少|流出|[转调]出|化解|核销|支取|拨付|调减|收回|上缴|上解|缴回|退回/;

/** A line of the table (a row or a column) that takes part in carrying a balance forward. */
interface Line {
  readonly line: number;
  readonly part: Part;
  /** What its names say beside the part: 一般债务, 合计. Lines of one key belong together. */
  readonly key: string;
}

/**
 * Balances that carry forward by the words of rows or columns, with as many flows as there are: 上年末余额 + 发行额 −
 * 还本额 = 年末余额.
 */
export function wordedBalances(sheet: Sheet, table: Table): RollForward[] {
  const rows = table.rows.filter(({ role, parent }) => role !== 'aside' && role !== 'ofWhich' && parent < 0);
  const columns = table.columns.filter(({ role }) => isAmountRole(role));
  const down = partsOf(rows.map(({ row, name }) => ({ line: row, path: [name] })));
  const across = withoutUnknown(partsOf(columns.map(({ column, path }) => ({ line: column, path }))), columns);
  return [
    ...columns.flatMap(({ column }) => carried(sheet, table, down, (row) => ({ row, column }))),
    ...table.rows.flatMap(({ row }) => carried(sheet, table, across, (column) => ({ row, column }))),
  ];
}

/** Columns that carry no balance forward where one stands among them of which nobody says which way it flows. */
function withoutUnknown(lines: readonly Line[], columns: readonly Column[]): Line[] {
  const known = new Set(lines.map(({ line }) => line));
  return lines.filter(({ key }) => {
    const own = lines.filter((line) => line.key === key).map(({ line }) => line);
    const groups = new Set(columns.filter(({ column }) => own.includes(column)).map(groupOf));
    const [from, to] = [Math.min(...own), Math.max(...own)];
    return !columns.some(
      (column) =>
        column.column > from &&
        column.column < to &&
        !known.has(column.column) &&
        !ASIDE.test(column.path.join('')) &&
        groups.has(groupOf(column)),
    );
  });
}

interface Called {
  readonly line: number;
  readonly path: readonly string[];
}

function partsOf(lines: readonly Called[]): Line[] {
  return [
    ...keyed(
      lines.filter(({ path }) => !ASIDE.test(path.join(''))),
      partOf,
    ),
    ...keyed(lines, partOfLimit).map((line) => ({ ...line, key: `${line.key}|limit` })),
  ];
}

/** Each opening begins anew: 一般债务 above, 专项债务 below it in the same words. */
function keyed(lines: readonly Called[], partIn: (text: string, last: number) => Part | undefined): Line[] {
  const years = lines.flatMap(({ path }) => YEAR_OF_BALANCE.exec(path.join(''))?.[1] ?? []).map(Number);
  const last = Math.max(0, ...years);
  const parts = lines.flatMap(({ line, path }) => {
    const at = path.findIndex((text) => partIn(text, last) !== undefined);
    const part = partIn(path[at] ?? '', last);
    return part ? [{ line, part, key: path.filter((_, i) => i !== at).join('|') }] : [];
  });
  const begun = new Map<string, number>();
  return parts.map((one) => {
    const stretch = (begun.get(one.key) ?? 0) + (one.part === 'opening' ? 1 : 0);
    begun.set(one.key, stretch);
    return { ...one, key: `${one.key}|${stretch}` };
  });
}

const YEAR_OF_BALANCE = /(\d{4})年(?:末|.*余额)/;

/** `last`: the latest year of which the table has a balance; those of years before are where it begins. */
function partOf(text: string, last: number): Part | undefined {
  const year = YEAR_OF_BALANCE.exec(text)?.[1];
  if (OPENING.test(text) || (year !== undefined && Number(year) < last)) return 'opening';
  if (CLOSING.test(text)) return 'closing';
  // 加：上级补助及调度, 减：其他拨付: the form says itself what is added.
  const sign = /^(?:其中[:：])?([加减])[:：]/.exec(text)?.[1];
  if (sign !== undefined) return sign === '加' ? 'inflow' : 'outflow';
  const [inflow, outflow] = [INFLOW.test(text), OUTFLOW.test(text)];
  return inflow === outflow ? undefined : inflow ? 'inflow' : 'outflow';
}

/** A limit of debt is that of the year before, with what was allowed since. */
function partOfLimit(text: string, last: number): Part | undefined {
  if (/新增.*限额|财政赤字/.test(text)) return 'inflow';
  const year = /余额限额/.test(text) ? YEAR_OF_BALANCE.exec(text)?.[1] : undefined;
  return year === undefined ? undefined : Number(year) < last ? 'opening' : 'closing';
}

const BEGINS = /^(?:月|期)初|^上[月期]末/;
const ENDS = /^(?:本)?(?:月|期)末/;

/** Months side by side: each begins with what the one before it ended with. */
export function chainsAcross(sheet: Sheet, { rows, columns }: Table): RollForward[] {
  const [opening, ...openings] = rows.filter(({ name }) => BEGINS.test(name));
  const [closing, ...closings] = rows.filter(({ name }) => ENDS.test(name));
  if (!opening || !closing || openings.length + closings.length > 0) return [];
  const times = columns.map(({ column, path }) => ({ column, ...timeOf(path.at(-1) ?? '') }));
  return times.flatMap(({ column, called, at }, i): RollForward[] => {
    const before = times[i - 1];
    if (at === undefined || before?.at !== at - 1) return [];
    const [from, target] = [
      { row: closing.row, column: before.column },
      { row: opening.row, column },
    ];
    const [end, start] = [from, target].map((at) => figureOf(sheet, at));
    return end && start
      ? [
          {
            kind: 'chain',
            row: opening,
            called: called ?? '',
            from: [from],
            target,
            expected: end.value,
            actual: start.value,
            holds: meets(intervalOf(start), intervalOf(end)),
          },
        ]
      : [];
  });
}

/** 5月, 三季度: what it is called, and its place among its like; months and quarters never follow each other. */
function timeOf(header: string): { readonly called?: string; readonly at?: number } {
  const [called, month, quarter] = /^(?:(\d{1,2})月|第?([一二三四])季度)/.exec(header) ?? [];
  if (called === undefined) return {};
  return { called, at: month === undefined ? QUARTER + '一二三四'.indexOf(quarter ?? '') : Number(month) };
}

/** Beyond all months. */
const QUARTER = 100;

function carried(sheet: Sheet, table: Table, lines: readonly Line[], at: (line: number) => Position): RollForward[] {
  return [...new Set(lines.map(({ key }) => key))].flatMap((key) => {
    const group = lines.filter((line) => line.key === key);
    const of = (part: Part): Line[] => group.filter((line) => line.part === part);
    const [opening, ...openings] = of('opening');
    const [closing, ...closings] = of('closing');
    const flows = [...of('inflow'), ...of('outflow')];
    // Two openings or closings: which one carries forward cannot be told.
    if (!opening || !closing || openings.length + closings.length > 0 || flows.length === 0) return [];
    const terms = [opening, ...flows].map(({ line, part }) => ({
      place: at(line),
      sign: part === 'outflow' ? -1 : 1,
      figure: figureOf(sheet, at(line)),
    }));
    const target = at(closing.line);
    const end = figureOf(sheet, target);
    const known = terms.flatMap(({ place, sign, figure }) => (figure ? [{ place, sign, figure }] : []));
    const row = table.rows.find((one) => one.row === target.row);
    // A flow that did not occur is left blank; the balances are there.
    if (!end || !row || known.length < 2 || known[0]?.place !== terms[0]?.place) return [];
    const signs = known.map(({ sign }) => sign);
    const expected = sumInterval(
      known.map(({ figure }) => ({ ...figure, exact: true })),
      signs,
    ).low;
    const holds = meets(
      intervalOf(end),
      sumInterval(
        known.map(({ figure }) => figure),
        signs,
      ),
    );
    return [{ kind: 'within', row, from: known.map(({ place }) => place), target, expected, actual: end.value, holds }];
  });
}

function figureOf(sheet: Sheet, { row, column }: Position): Printed | undefined {
  return figureAt(sheet, row, column);
}
