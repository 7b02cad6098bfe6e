import { defineRule, type Report } from '../core/findings/rule';
import { debtService, type DebtService } from '../core/fiscal/ties/debt-service';
import type { Standing } from '../core/fiscal/ties/same-figures/figure-field';
import { bookId, placeKey } from '../core/grid/place';
import { isMoney, yuanPer } from '../core/numbers/unit';
import type { Dossier } from '../core/reading/dossier';
import { amount } from './row-report';
import { placeText } from './tie-report';

type MessageId = 'differs' | 'ledgers';

/** What the budgets show as paid on debts, or as borrowed, is what the ledgers of debt show (财预〔2016〕154、155号), and these agree. */
export const debtServiceTwice = defineRule<MessageId>({
  code: 'T334',
  name: 'debt-service',
  reach: 'set',
  levels: ['warning'],
  messageIds: ['differs', 'ledgers'],
  check: (dossier) => {
    const own = bookId(dossier.workbook);
    const named = [...dossier.sheets, ...dossier.companions].flatMap((one) => one.named);
    const ties = debtService(named).filter(({ one, ledger }) => [one, ledger].some(({ cell }) => cell.book === own));
    const broken = ties.filter(({ holds }) => !holds);
    // The last of one key stays: of several that differ from a figure the first, a budget, is to be told.
    const told = new Map(
      broken.toReversed().map((tie) => {
        const [worse, better] = inOrder(tie, ties, own);
        return [placeKey(worse.cell), report(tie, [worse, better], dossier)] as const;
      }),
    );
    return {
      passed: ties.length - broken.length,
      reports: [...told.values()],
      ...(ties.length === 0 ? { skipped: { why: 'noDebtService' } } : {}),
    };
  },
});

/** A figure that a third table confirms is right; else the budget's is told, where it stands in this workbook. */
function inOrder(
  { one, ledger }: DebtService,
  ties: readonly DebtService[],
  own: string,
): [worse: Standing, better: Standing] {
  const isConfirmed = ({ cell }: Standing): boolean =>
    ties.some((tie) => tie.holds && [tie.one, tie.ledger].some((at) => placeKey(at.cell) === placeKey(cell)));
  const isOwn = ({ cell }: Standing): boolean => cell.book === own;
  return isOwn(ledger) && (!isOwn(one) || (isConfirmed(one) && !isConfirmed(ledger))) ? [ledger, one] : [one, ledger];
}

function report(
  { kind, service, isOfBudget }: DebtService,
  [worse, better]: readonly [Standing, Standing],
  dossier: Dossier,
): Report<MessageId> {
  const { unit } = worse.figure;
  const factor = unit !== undefined && isMoney(unit) ? yuanPer(unit) : 1;
  const [actual, expected] = [worse.figure.yuan / factor, better.figure.yuan / factor];
  return {
    level: 'warning',
    grade: 'yellow',
    sheet: worse.cell.sheet,
    cells: [worse.cell],
    against: [better.cell],
    messageId: isOfBudget ? 'differs' : 'ledgers',
    data: {
      row: worse.row.label,
      column: worse.column.label,
      actual: amount(actual, unit),
      place: placeText(better, worse, dossier),
      debt: kind,
      service,
      expected: amount(expected, unit),
      difference: amount(Math.abs(actual - expected), unit),
    },
    expected: amount(expected).amount,
    actual: amount(actual).amount,
    difference: amount(actual - expected).amount,
  };
}
