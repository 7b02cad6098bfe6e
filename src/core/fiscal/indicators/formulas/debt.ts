import { periodWithin } from '../../../numbers/period';
import { wordsAt } from '../../../tables/cells';
import { figureAt } from '../../../tables/printed';
import { bounded, brokenRolls, judged, none, notAbove, percent, stated } from '../building-blocks';
import { plus, type Figure } from '../figure';
import type { Formulas, Inquiry, Outcome } from '../indicator';
import { columnFor, figureIn, itemsOf, type PlacedTable } from '../lookup';
import { dueDebts } from '../../ledgers/due-debts';

const DEBTS = '债务台账';

const isHidden = ({ sheet, table }: PlacedTable): boolean => /隐性/.test(`${table.title} ${sheet.name}`);

/** What falls due within so many days, and what is there to pay it, in 万元. */
function dueWithin(ask: Inquiry, days: number): { readonly due: Figure; readonly means: Figure } | undefined {
  const { asOf } = ask;
  if (asOf === undefined) return undefined;
  for (const placed of ask.tables(
    DEBTS,
    'dueAndMeans',
    ({ table }) =>
      columnFor(table, /资金来源|偿债资金/) !== undefined && table.columns.some(({ role }) => role === 'date'),
  )) {
    const found = dueDebts(placed);
    if (!found) continue;
    const rows = found.within(asOf, days);
    return {
      due: plus(...rows.map((row) => figureIn(placed, row, found.due, 'money'))),
      means: plus(...rows.map((row) => figureIn(placed, row, found.means, 'money'))),
    };
  }
  return undefined;
}

/** The highest use of a limit over 一般 and 专项. */
function limitUse(ask: Inquiry): Outcome | undefined {
  const shares = (['generalDebt', 'specialDebt'] as const)
    .filter((subject) => ask.has(subject, 'limit'))
    .map((subject) =>
      bounded(ask.figure(subject, 'closing'), ask.figure(subject, 'limit'), ask.pack.debtLimit, 'atMost', 'fail'),
    );
  if (shares.length === 0) return void ask.lacking(DEBTS, 'limitAndBalance');
  return shares.reduce((worst, one) => (Number(one?.value) > Number(worst?.value) ? one : worst));
}

/** D: debt. */
export const DEBT = {
  D01: (ask) => {
    const fresh = ask.whole(DEBTS, 'inflow', 'hiddenFresh', 'money', isHidden);
    return judged(stated(fresh), fresh.value > 0 ? 'fail' : 'pass', { id: 'none', numbers: {} }, undefined);
  },
  D02: (ask) => brokenRolls(ask, DEBTS, 'hiddenRollForward', isHidden),
  D03: (ask) => {
    const [placed] = ask.tables('化债台账', 'reductionPlanAndDone');
    const [plan, done] = [
      placed && columnFor(placed.table, 'budget_initial'),
      placed && columnFor(placed.table, 'ytd'),
    ];
    if (!placed || !plan || !done || ask.asOf === undefined)
      return void ask.lacking('化债台账', 'reductionPlanAndDone');
    const year = Number(ask.asOf.slice(0, 4));
    const day = ask.asOf;
    // Years that are over must be done, and of this one the part that a row names and that has passed.
    const rows = itemsOf(placed.table).filter(({ name }) => {
      const of = Number(/((?:19|20)\d{2})/.exec(name)?.[1]);
      return of < year || (of === year && (periodWithin(name, year)?.to ?? '9') <= day);
    });
    if (rows.length === 0) return void ask.lacking('化债台账', 'reductionDue');
    const late = rows.find(
      ({ row }) =>
        (figureAt(placed.sheet, row, done.column)?.value ?? 0) < (figureAt(placed.sheet, row, plan.column)?.value ?? 0),
    );
    for (const row of late ? [late] : rows) ask.note(placed, row, done);
    const behind = late !== undefined;
    const share = percent(
      plus(...rows.map((row) => figureIn(placed, row, done, 'money'))),
      plus(...rows.map((row) => figureIn(placed, row, plan, 'money'))),
    );
    return judged(share, behind ? 'fail' : 'pass', { id: 'atLeast', numbers: { bound: 100 } }, undefined);
  },
  D04: (ask) => {
    const year = dueWithin(ask, 366);
    return year && bounded(year.means, year.due, ask.pack.debtCover, 'atLeast', 'fail');
  },
  D05: limitUse,
  D06: (ask) => {
    const [debt, means] = [
      ask.money(DEBTS, 'total', 'closing', 'debtBalance'),
      ask.money(DEBTS, 'total', /综合财力/, 'means'),
    ];
    const { yellow, orange, red, source } = ask.pack.debtRatio;
    const ratio = debt.value / means.value;
    const verdict = ratio >= orange || ratio >= red ? 'fail' : ratio >= yellow ? 'warn' : 'pass';
    return judged(percent(debt, means), verdict, { id: 'below', numbers: { bound: yellow * 100 } }, source);
  },
  D07: (ask) =>
    notAbove(
      ask.money(DEBTS, 'total', /还本付息/, 'repayment'),
      ask.money(DEBTS, 'total', /综合财力/, 'means'),
      ask.pack.repaymentShare,
    ),
  D08: (ask) => {
    const { value, source } = ask.pack.interestShare;
    return notAbove(ask.figure('interest', 'ytd'), ask.figure('expenditure', 'ytd'), {
      warn: value,
      fail: value,
      source,
    });
  },
  D10: (ask): Outcome | undefined => {
    const [placed] = ask.tables(DEBTS, 'debtMethods', ({ table }) =>
      table.columns.some(({ path }) => /化解(?:方式|措施)|六个一批/.test(path.join('|'))),
    );
    const tag = placed?.table.columns.find(({ path }) => /化解(?:方式|措施)|六个一批/.test(path.join('|')));
    if (!placed || !tag) return undefined;
    const open = itemsOf(placed.table).filter(({ row }) => wordsAt(placed.sheet, row, tag) === '');
    for (const row of open) ask.note(placed, row, tag);
    return none(open.length, 'warn');
  },
} satisfies Formulas;
