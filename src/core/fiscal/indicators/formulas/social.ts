import { cellIndex } from '../../../grid/sheet';
import { columnBy, dateAt, wordsAt } from '../../../tables/cells';
import { figureAt } from '../../../tables/printed';
import { isPaidMonthly } from '../../ledgers/payments';
import { against, judged, none, stated } from '../building-blocks';
import { given, growthOf, ratioOf, times, type Figure } from '../figure';
import type { MissingItem } from '../items';
import type { Formula, Formulas, Inquiry, Outcome } from '../indicator';
import { columnFor, itemsOf } from '../lookup';

const STANDARDS = '社会救助标准';
const PAYMENTS = '低保/补贴发放表';
// 2023年标准 | 月标准 is the month’s, of that year.
const YEARLY = /(?<!\d)年标准|元\/年/;
const MONTHLY = /月标准|元\/月|元\/人\/月|救助水平/;
const RURAL_BASIC = /农村(?:居民)?(?:低保|最低生活保障)/;
const URBAN_BASIC = /城[市镇](?:居民)?(?:低保|最低生活保障)/;
const RURAL_POOREST = /农村.*特困/;
const URBAN_POOREST = /城[市镇].*特困/;

const standard = (ask: Inquiry, row: RegExp, column: RegExp, item: MissingItem): Figure =>
  ask.number(STANDARDS, row, column, item);

/** A benefit paid by head and month, against its standard. */
function perHead(row: RegExp, item: 'poorest' | 'orphans'): Formula {
  return (ask) => {
    const paid = times(ask.money(PAYMENTS, row, /金额|发放/, `${item}.amount`), given(10_000));
    const heads = times(
      ask.number(PAYMENTS, row, 'persons', `${item}.persons`),
      ask.number(PAYMENTS, row, 'months', `${item}.months`),
    );
    return stated(ratioOf(paid, heads));
  };
}

/** Rows of months of a benefit: what was paid in all, and to how many. */
function monthly(ask: Inquiry, words: RegExp, item: MissingItem) {
  const [placed] = ask.tables(
    PAYMENTS,
    item,
    ({ table }) => words.test(table.title) && table.rows.some(({ name }) => /^\d{1,2}月/.test(name)),
  );
  const rows = placed?.table.rows.filter(({ name }) => /^\d{1,2}月/.test(name)) ?? [];
  const [persons, money] = [
    placed && columnFor(placed.table, /人数/),
    placed && columnFor(placed.table, /金额|发放额/),
  ];
  return placed && persons && money && rows.length > 0 ? { placed, rows, persons, money } : undefined;
}

/** S: social assistance. */
export const SOCIAL = {
  S01: (ask) => stated(standard(ask, RURAL_BASIC, YEARLY, 'ruralBasic.yearly')),
  S02: (ask): Outcome | undefined => {
    const found = monthly(ask, RURAL_BASIC, 'ruralBasic.monthly');
    const bound = ratioOf(standard(ask, RURAL_BASIC, YEARLY, 'ruralBasic.yearly'), given(12));
    if (!found) return void ask.lacking(PAYMENTS, 'ruralBasic.paid');
    const {
      placed: { sheet, table },
      rows,
      persons,
      money,
    } = found;
    const heads = rows.reduce((sum, { row }) => sum + (figureAt(sheet, row, persons.column)?.value ?? 0), 0);
    const unit = (money.unit ?? table.unit) === '万元' ? 10_000 : 1;
    const paid = rows.reduce((sum, { row }) => sum + (figureAt(sheet, row, money.column)?.value ?? 0) * unit, 0);
    const level = paid / heads;
    return judged(
      { value: level, verdict: 'pass' },
      level > bound.value + 0.5 ? 'warn' : 'pass',
      { id: 'atMost', numbers: { bound: Math.round(bound.value * 100) / 100 } },
      undefined,
    );
  },
  S03: (ask) => {
    const found = monthly(ask, RURAL_BASIC, 'ruralBasic.monthly');
    return (
      found &&
      stated(
        ask.whole(PAYMENTS, /金额|发放额/, 'ruralBasic.amount', 'money', ({ table }) => table === found.placed.table),
      )
    );
  },
  S04: (ask) => stated(standard(ask, URBAN_BASIC, MONTHLY, 'urbanBasic.monthly')),
  S05: (ask) => {
    const ratio = ratioOf(
      standard(ask, RURAL_POOREST, YEARLY, 'ruralPoorest.yearly'),
      standard(ask, RURAL_BASIC, YEARLY, 'ruralBasic.yearly'),
    );
    return against(ratio, ask.pack.extremePoverty, 'atLeast', 'fail');
  },
  S06: (ask) => {
    const ratio = ratioOf(
      standard(ask, URBAN_POOREST, YEARLY, 'urbanPoorest.yearly'),
      times(standard(ask, URBAN_BASIC, MONTHLY, 'urbanBasic.monthly'), given(12)),
    );
    return against(ratio, ask.pack.extremePoverty, 'atLeast', 'fail');
  },
  S07: perHead(/特困/, 'poorest'),
  S08: perHead(/孤儿/, 'orphans'),
  S10: (ask) => stated(ask.money(PAYMENTS, /临时救助/, /金额|发放/, 'temporaryRelief')),
  S12: (ask) => {
    const dated = ask.tables(PAYMENTS, 'payDates', ({ table }) =>
      table.columns.some(({ role, path }) => role === 'date' && /发放|支付|拨付/.test(path.join('|'))),
    );
    let late = 0;
    for (const { book, sheet, table } of dated) {
      const column = table.columns.find(({ role, path }) => role === 'date' && /发放|支付|拨付/.test(path.join('|')));
      if (!column) continue;
      const benefit = columnBy(table, /项目|补贴|救助|名目|类别/, 'text', 'item');
      const program = (row: number) => [benefit && wordsAt(sheet, row, benefit), table.title, sheet.name].join(' ');
      const rows = itemsOf(table).filter(
        ({ row }) =>
          isPaidMonthly(program(row)) &&
          cellIndex(sheet.cells, row, column.column) >= 0 &&
          Number(dateAt(sheet, row, column)?.slice(8) ?? 1) > ask.pack.payday.value,
      );
      for (const row of rows) ask.note({ book, sheet, table }, row, column);
      late += rows.length;
    }
    return dated.length === 0 ? undefined : none(late, 'warn');
  },
  S15: (ask) => {
    const found = monthly(ask, /低保|特困|补贴/, 'monthlyPersons');
    if (!found || found.rows.length < 2) return void ask.lacking(PAYMENTS, 'twoMonths');
    const at = (back: number): Figure => ({
      value: figureAt(found.placed.sheet, found.rows.at(back)?.row ?? 0, found.persons.column)?.value ?? NaN,
      live: undefined,
    });
    const change = growthOf(at(-1), at(-2));
    const { value, source } = ask.pack.headcountJump;
    return judged(
      stated(change),
      Math.abs(change.value) > value * 100 ? 'warn' : 'pass',
      { id: 'between', numbers: { low: -value * 100, high: value * 100 } },
      source,
    );
  },
} satisfies Formulas;
