import { figureAt } from '../../../tables/printed';
import { against, bounded, judged, none, percent, progress, stated } from '../building-blocks';
import { plus, ratioOf, type Figure } from '../figure';
import type { Formula, Formulas, Inquiry, Outcome } from '../indicator';
import { cellOf, columnFor, figureIn, itemsOf, type PlacedTable } from '../lookup';
import { wordsAt } from '../../../tables/cells';

const FIRMS_TABLE = '财源企业台账';

interface Payer {
  readonly name: string;
  readonly tax: Figure;
}

/** The firms of the ledger with what each has paid, in 万元. */
function payers(ask: Inquiry): readonly Payer[] {
  for (const placed of ask.tables(FIRMS_TABLE, 'payers', isLedger)) {
    const column = columnFor(placed.table, 'ytd');
    if (!column) continue;
    const rows = itemsOf(placed.table).filter(({ row }) => figureAt(placed.sheet, row, column.column) !== undefined);
    const [first] = rows;
    if (first) ask.cells.push(cellOf(placed, first, column));
    return rows.map((row) => ({ name: row.name, tax: figureIn(placed, row, column, 'money') }));
  }
  return [];
}

function isLedger({ table }: PlacedTable): boolean {
  return (
    table.columns.some(({ path }) => /企业名称|纳税人/.test(path.join('|'))) &&
    table.columns.some(({ role }) => role === 'ytd')
  );
}

/** How many firms have paid so much: what a summary states, else what the ledger counts. */
function firmsFrom(index: number): Formula {
  return (ask) => {
    const bound = ask.pack.firms[index];
    const wider = ask.pack.firms[index - 1];
    if (!bound) return undefined;
    const words = (from: number) => new RegExp(`(?<!\\d)${from}万元?以上`);
    const statedCount = statedOf(ask, words(bound.from));
    const counted = statedCount ?? countOf(ask, bound.from);
    if (!counted) return void ask.lacking(FIRMS_TABLE, 'firmsFrom', { from: bound.from });
    const outer = wider && statedCount ? statedOf(ask, words(wider.from)) : undefined;
    // A narrower circle never holds more firms than the wider one.
    if (outer && counted.value > outer.value)
      return judged(stated(counted), 'fail', { id: 'atMost', numbers: { bound: outer.value } }, undefined);
    return against(counted, bound.count, 'atLeast', 'warn');
  };
}

function statedOf(ask: Inquiry, row: RegExp): Figure | undefined {
  const missing = ask.missing.length;
  for (const [kind, column] of [
    [FIRMS_TABLE, /企业户数|^户数|实际户数/],
    ['任务分解', 'ytd'],
  ] as const) {
    const found = ask.number(kind, row, column, 'firmCount');
    if (Number.isFinite(found.value)) {
      ask.missing.length = missing;
      return found;
    }
  }
  ask.missing.length = missing;
  return undefined;
}

function countOf(ask: Inquiry, from: number): Figure | undefined {
  const firms = payers(ask);
  return firms.length === 0
    ? undefined
    : { value: firms.filter(({ tax }) => tax.value >= from).length, live: undefined };
}

/** Firms just below or above a threshold, by name. */
function nearThresholds(ask: Inquiry): readonly (Payer & { readonly from: number })[] {
  const { firms, nearThreshold } = ask.pack;
  return payers(ask).flatMap((payer) =>
    firms.flatMap(({ from }) =>
      Math.abs(payer.tax.value - from) <= from * nearThreshold.value ? [{ ...payer, from }] : [],
    ),
  );
}

const target =
  (row: RegExp, item: 'totalRevenue' | 'localRevenue' | 'localTax'): Formula =>
  (ask) => {
    const [goal, now] = [
      ask.number('任务分解', row, 'budget_initial', `target.${item}.goal`),
      ask.number('任务分解', row, 'ytd', `target.${item}.now`),
    ];
    return percent(now, goal);
  };

/** F: sources of revenue, firms, projects. */
export const FIRMS = {
  F01: target(/^一般公共预算(?:总)?收入/, 'totalRevenue'),
  F02: target(/地方(?:一般公共预算|财政)?收入/, 'localRevenue'),
  F03: target(/地方税收/, 'localTax'),
  F04: (ask) =>
    progress(
      ask,
      ask.number('任务分解', /农产品/, 'ytd', 'farmProducts.now'),
      ask.number('任务分解', /农产品/, 'budget_initial', 'farmProducts.goal'),
    ),
  F05: firmsFrom(0),
  F06: firmsFrom(1),
  F07: firmsFrom(2),
  F08: (ask) => {
    const listed = ask.number('任务分解', /上市/, 'ytd', 'listedFirms');
    return judged(
      stated(listed),
      listed.value < 1 ? 'warn' : 'pass',
      { id: 'atLeast', numbers: { bound: 1 } },
      undefined,
    );
  },
  F09: (ask) =>
    against(
      ratioOf(
        ask.whole(FIRMS_TABLE, 'ytd', 'park.tax', 'money', isPark),
        ask.whole(FIRMS_TABLE, 'area', 'park.area', 'number', isPark),
      ),
      ask.pack.parkTaxPerMu,
      'atLeast',
      'warn',
    ),
  F10: (ask) =>
    bounded(
      ask.whole(FIRMS_TABLE, 'ytd', 'park.tax', 'money', isPark),
      ask.figure('tax', 'ytd'),
      ask.pack.parkTaxShare,
      'atLeast',
      'warn',
    ),
  F11: (ask) => (payers(ask).length === 0 ? undefined : { value: nearThresholds(ask).length, verdict: 'pass' }),
  F12: (ask) => {
    const firms = [...payers(ask)].sort((a, b) => b.tax.value - a.tax.value);
    if (firms.length === 0) return undefined;
    return bounded(
      plus(...firms.slice(0, 10).map(({ tax }) => tax)),
      ask.figure('tax', 'ytd'),
      ask.pack.taxConcentration,
      'atMost',
      'warn',
    );
  },
  F13: (ask) =>
    progress(
      ask,
      ask.whole('争资争项', 'ytd', 'projects.done'),
      ask.whole('争资争项', 'budget_initial', 'projects.plan'),
    ),
  F14: (ask): Outcome | undefined => {
    const [placed] = ask.tables(FIRMS_TABLE, 'helpers', ({ table }) =>
      table.columns.some(({ path }) => /帮扶|链长|责任人/.test(path.join('|'))),
    );
    const owner = placed?.table.columns.find(({ path }) => /帮扶|链长|责任人/.test(path.join('|')));
    if (!placed || !owner) return undefined;
    const open = itemsOf(placed.table).filter(({ row }) => wordsAt(placed.sheet, row, owner) === '');
    for (const row of open) ask.note(placed, row, owner);
    return none(open.length, 'warn');
  },
  F15: (ask) => {
    const gap = ask.whole(FIRMS_TABLE, /疑似漏缴/, 'taxGap');
    return judged(stated(gap), gap.value > 0 ? 'warn' : 'pass', { id: 'none', numbers: {} }, undefined);
  },
} satisfies Formulas;

function isPark({ table }: PlacedTable): boolean {
  return table.columns.some(({ role }) => role === 'area');
}
