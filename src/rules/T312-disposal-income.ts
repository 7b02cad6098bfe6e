import { defineRule, type Report } from '../core/findings/rule';
import type { Dossier } from '../core/reading/dossier';
import { disposalIncome } from '../core/fiscal/ledgers/disposals';
import type { Measure } from '../core/fiscal/measure';
import { eachTable } from './row-report';
import { amountLike, placeText } from './tie-report';

/** Σ 处置收入 = 非税 10307 其中资产处置收入: what was disposed of has been paid in (indicator Z06). */
export const disposalIncomeRule = defineRule<'differs'>({
  code: 'T312',
  name: 'disposal-income',
  reach: 'set',
  levels: ['error'],
  messageIds: ['differs'],
  check: (context) => {
    const own = context.measures;
    const all = [...own, ...context.lent];
    const ledgers = all.filter(({ subject }) => subject === 'disposals');
    const booked = all.filter(({ subject, phase }) => subject === 'assetDisposal' && phase === 'ytd');
    const pairs = ledgers.flatMap((ledger) => {
      const entry = booked.find(
        ({ asOf, from }) => asOf === ledger.asOf && from?.slice(0, 4) === ledger.from?.slice(0, 4),
      );
      return entry && (own.includes(ledger) || own.includes(entry)) ? [{ ledger, entry }] : [];
    });
    const broken = pairs.filter(
      ({ ledger, entry: { interval } }) => ledger.yuan < interval.low || ledger.yuan > interval.high,
    );
    return {
      passed: pairs.length - broken.length,
      reports: broken.map(({ ledger, entry }) => report(context, ledger, entry, own)),
      ...(pairs.length === 0 ? { skipped: { why: 'noDisposalIncome' } } : {}),
    };
  },
});

/** Told in the ledger where it is checked, else at the revenue that it does not reach. */
function report(dossier: Dossier, ledger: Measure, entry: Measure, own: readonly Measure[]): Report<'differs'> {
  const at = own.includes(ledger) ? ledger : entry;
  const lines = eachTable(dossier.sheets).flatMap(({ reading, table }) =>
    reading.sheet.name === ledger.cell.sheet && own.includes(ledger)
      ? (disposalIncome(reading.sheet, table)?.rows ?? [])
      : [],
  );
  return {
    level: 'error',
    sheet: at.cell.sheet,
    cells:
      lines.length > 0
        ? lines.map(({ row }) => ({ row, column: ledger.cell.column }))
        : [{ row: at.cell.row, column: at.cell.column }],
    against: [(at === ledger ? entry : ledger).cell],
    messageId: 'differs',
    data: {
      ledger: amountLike(ledger, ledger.yuan),
      booked: amountLike(entry, entry.yuan),
      difference: amountLike(at, Math.abs(ledger.yuan - entry.yuan)),
      place: placeText(at === ledger ? entry : ledger, at, dossier),
    },
    expected: amountLike(at, at === ledger ? entry.yuan : ledger.yuan).amount,
    actual: amountLike(at, at.yuan).amount,
    difference: amountLike(at, at === ledger ? ledger.yuan - entry.yuan : entry.yuan - ledger.yuan).amount,
  };
}
