import { defineRule, type Report } from '../core/findings/rule';
import type { Dossier } from '../core/reading/dossier';
import type { Measure } from '../core/fiscal/measures';
import type { SubjectId } from '../core/fiscal/subjects';
import { isMidYear, schedule } from '../core/fiscal/schedule';
import { monthNumber } from '../core/numbers/period';
import { amountLike, nameOf, ownMeasures } from './tie-report';

type MessageId = 'half' | 'behind';

const MONTHS = 12;

/** Revenue and expenditure against 序时进度, and against one half in June (indicators T03, R08, E03): what each month that is left needs. */
export const behindSchedule = defineRule<MessageId>({
  code: 'I403',
  name: 'behind-schedule',
  levels: ['warning'],
  messageIds: ['half', 'behind'],
  check: (context) => {
    const judged = (['localRevenue', 'expenditure'] as const).flatMap((subject) => judge(context, subject));
    const reports = judged.flatMap((report) => report ?? []);
    return {
      passed: judged.length - reports.length,
      reports,
      ...(judged.length === 0 ? { skipped: { why: 'noProgress' } } : {}),
    };
  },
});

/** One judgement for each day that the workbook has figures of, from the table that is kept for it. */
function judge(context: Dossier, subject: SubjectId): (Report<MessageId> | undefined)[] {
  const { pack } = context;
  const measures = ownMeasures(context).filter(
    (measure) => measure.subject === subject && measure.scope === '' && measure.unit !== undefined,
  );
  const days = [
    ...new Set(
      measures.filter(({ phase, asOf }) => phase === 'ytd' && asOf !== undefined).map(({ asOf }) => asOf ?? ''),
    ),
  ];
  return days.flatMap((day) => {
    const done = measures.find(({ phase, asOf }) => phase === 'ytd' && asOf === day);
    const budget = done && measures.find(({ phase, table }) => phase === 'budget_initial' && table === done.table);
    if (!done || !budget || budget.yuan <= 0) return [];
    const month = monthNumber(day);
    const share = done.yuan / budget.yuan;
    if (isMidYear(day) && share < pack.halfYear.value)
      return [report('half', done, budget, month, 'red', pack.halfYear.value)];
    const { warn, fail } = pack.behindSchedule;
    const elapsed = schedule(pack, day);
    const behind = elapsed - share;
    return behind <= warn
      ? [undefined]
      : [report('behind', done, budget, month, behind > fail ? 'red' : 'yellow', elapsed)];
  });
}

function report(
  messageId: MessageId,
  done: Measure,
  budget: Measure,
  month: number,
  grade: 'red' | 'yellow',
  due: number,
): Report<MessageId> {
  const percent = (share: number) => ({ amount: Math.round(share * 10_000) / 100, decimals: 2 });
  const left = MONTHS - month;
  const monthly = left === 0 ? 0 : (budget.yuan - done.yuan) / left;
  return {
    level: 'warning',
    grade,
    sheet: done.cell.sheet,
    cells: [done, budget].map(({ cell: { row, column } }) => ({ row, column })),
    messageId,
    data: {
      row: nameOf(done),
      share: percent(done.yuan / budget.yuan),
      due: percent(due),
      points: percent(due - done.yuan / budget.yuan),
      short: amountLike(done, roundedYuan(due * budget.yuan - done.yuan)),
      left,
      monthly: amountLike(done, roundedYuan(monthly)),
      soFar: amountLike(done, roundedYuan(done.yuan / month)),
    },
    expected: Math.round(due * 10_000) / 100,
    actual: Math.round((done.yuan / budget.yuan) * 10_000) / 100,
  };
}

/** To the hundred yuan: what a sentence about the months to come can bear. */
function roundedYuan(yuan: number): number {
  return Math.round(yuan / 100) * 100;
}
