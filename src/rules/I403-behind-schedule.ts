import { defineRule, type Report } from '../core/findings/rule';
import type { Dossier } from '../core/reading/dossier';
import { doneAndBudget, halfYear, progress, type WholeSubject } from '../core/fiscal/indicators/building-blocks';
import { Inquiry, type Outcome } from '../core/fiscal/indicators/indicator';
import type { Measure } from '../core/fiscal/measure';
import { schedule } from '../core/fiscal/schedule';
import { roundHalfUp } from '../core/numbers/decimal';
import { monthNumber } from '../core/numbers/period';
import { amountLike, nameOf } from './tie-report';

type MessageId = 'half' | 'behind';

const MONTHS = 12;

/** Revenue and expenditure against 序时进度, and against one half in June (indicators T03, R08, E03): what each month that is left needs. */
export const behindSchedule = defineRule<MessageId>({
  code: 'I403',
  name: 'behind-schedule',
  reach: 'set',
  levels: ['warning'],
  messageIds: ['half', 'behind'],
  degrees: [['half', 'behind']],
  check: (dossier) => {
    const judged = (['localRevenue', 'expenditure'] as const).flatMap((subject) => judge(dossier, subject));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noProgress' } } : {}),
    };
  },
});

/** One judgement for each day that the workbook has figures of: what R08, E03 and T03 say of that day. */
function judge(dossier: Dossier, subject: WholeSubject): (Report<MessageId> | undefined)[] {
  const own = dossier.measures.filter((measure) => measure.subject === subject && measure.scope === '');
  const days = new Set(own.flatMap(({ phase, asOf }) => (phase === 'ytd' && asOf !== undefined ? [asOf] : [])));
  return [...days].flatMap((day) => {
    const ask = new Inquiry({ ...dossier.basis, measures: dossier.basis.measures.until(day) });
    const [done, budget] = doneAndBudget(ask, subject);
    const [at, plan] = ask.measures;
    if (!at || !plan || at.asOf !== day || !own.includes(at) || !(budget.value > 0)) return [];
    const [half, pace] = [halfYear(ask, done, budget), progress(ask, done, budget)];
    if (half?.verdict === 'fail') return [report('half', half, at, plan, dossier.pack.halfYear.value)];
    // When the year is over nothing is behind its calendar any more.
    if (!pace || pace.verdict === 'pass' || monthNumber(day) === MONTHS) return [undefined];
    return [report('behind', pace, at, plan, schedule(dossier.pack, day))];
  });
}

function report(
  messageId: MessageId,
  { value, grade }: Outcome,
  done: Measure,
  budget: Measure,
  due: number,
): Report<MessageId> {
  const share = Number(value);
  const percent = (figure: number) => ({ amount: roundHalfUp(figure, 2), decimals: 2 });
  const month = monthNumber(done.asOf ?? '');
  const left = MONTHS - month;
  const monthly = left === 0 ? 0 : (budget.yuan - done.yuan) / left;
  return {
    level: 'warning',
    ...(grade ? { grade } : {}),
    sheet: done.cell.sheet,
    cells: [done, budget]
      .filter(({ cell }) => cell.book === done.cell.book && cell.sheet === done.cell.sheet)
      .map(({ cell: { row, column } }) => ({ row, column })),
    ...(messageId === 'half' ? { indicator: 'T03' as const } : {}),
    messageId,
    data: {
      row: nameOf(done),
      budget: budget.phase,
      share: percent(share),
      ...(messageId === 'behind' ? { due: percent(due * 100), points: percent(due * 100 - share) } : {}),
      short: amountLike(done, roundedYuan(due * budget.yuan - done.yuan)),
      left,
      monthly: amountLike(done, roundedYuan(monthly)),
      soFar: amountLike(done, roundedYuan(done.yuan / month)),
    },
    expected: percent(due * 100).amount,
    actual: percent(share).amount,
  };
}

/** To the hundred yuan: what a sentence about the months to come can bear. */
function roundedYuan(yuan: number): number {
  return Math.round(yuan / 100) * 100;
}
