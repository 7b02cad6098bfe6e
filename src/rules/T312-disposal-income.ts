import { defineRule } from '../core/check/rule';
import { disposalIncome } from '../core/fiscal/ledgers/disposals';
import { yuanPer } from '../core/numbers/unit';
import { eachTable, rowReport, amount } from './row-report';
import { amountLike, ownMeasures, placeText } from './tie-report';

/** Σ 处置收入 = 非税 10307 其中资产处置收入: what was disposed of has been paid in (indicator Z06). */
export const disposalIncomeRule = defineRule<'differs'>({
  code: 'T312',
  name: 'disposal-income',
  levels: ['error'],
  messageIds: ['differs'],
  check: (context) => {
    const booked = [...ownMeasures(context), ...context.siblings].filter(({ subject, phase }) => subject === 'assetDisposal' && phase === 'ytd');
    const judged = eachTable(context.sheets).flatMap((at) => {
      const income = disposalIncome(at.reading.sheet, at.table);
      const day = at.table.period?.to ?? context.asOf;
      const entry = booked.find(({ asOf }) => asOf === day);
      const [row] = income?.rows ?? [];
      if (!income || !entry || !row) return [];
      const { low, high } = entry.interval;
      if (low <= income.yuan && income.yuan <= high) return [undefined];
      const unit = income.column.unit ?? at.table.unit ?? '元';
      const shown = (yuan: number) => yuan / yuanPer(unit);
      return [rowReport(at, row, {
        messageId: 'differs' as const,
        level: 'error',
        columns: [income.column],
        data: { actual: amount(shown(income.yuan), unit), expected: amountLike(entry, entry.yuan), difference: amount(Math.abs(shown(income.yuan - entry.yuan)), unit), lines: income.rows.length, place: placeText(entry, { ...entry, cell: { ...entry.cell, sheet: at.reading.sheet.name, file: context.workbook.fileName ?? '' } }) },
        expected: shown(entry.yuan),
        actual: shown(income.yuan),
      })];
    });
    const reports = judged.flatMap((report) => report ?? []);
    return { passed: judged.length - reports.length, reports, ...(judged.length === 0 ? { skipped: { why: 'noDisposalIncome' } } : {}) };
  },
});
