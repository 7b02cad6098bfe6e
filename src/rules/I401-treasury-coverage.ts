import { defineRule, type Report } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import type { Bound, TreasuryBand } from '../core/fiscal/pack';
import { obsoleteScore } from '../core/fiscal/treasury';
import {
  judgeCoverage,
  treasurySeries,
  type JudgedCoverage,
  type TreasurySeries,
} from '../core/fiscal/treasury-series';
import { roundHalfUp } from '../core/numbers/decimal';
import { amount, eachTable } from './row-report';

type MessageId = 'alarm' | 'monthsBelow' | 'low' | 'high' | 'obsolete';

/** Indicator C01: the latest month's treasury coverage (库款系数, K1) against its band, where the pack's definition is K1. */
export const treasuryCoverageRule = defineRule<MessageId>({
  code: 'I401',
  name: 'treasury-coverage',
  reach: 'sheet',
  levels: ['warning', 'hint'],
  messageIds: ['alarm', 'monthsBelow', 'low', 'high', 'obsolete'],
  degrees: [['alarm', 'monthsBelow', 'low']],
  check: ({ sheets, pack }) => {
    const treasury = treasurySeries(sheets);
    const judged = treasury.flatMap((series) => {
      const judgement = judgeCoverage(series, pack);
      return judgement ? [judge(series, judgement, pack.treasury)] : [];
    });
    const reports = judged.flatMap((report) => report ?? []);
    const why = treasury.length === 0 ? 'noTreasuryTable' : 'otherCoverage';
    return {
      passed: judged.length - reports.length,
      reports: [...reports, ...obsoleteScores(sheets)],
      ...(judged.length === 0 ? { skipped: { why } } : {}),
    };
  },
});

/** The score of 2015–2018 is recognised so that nobody takes it for the coverage. */
function obsoleteScores(sheets: readonly SheetReading[]): Report<MessageId>[] {
  return eachTable(sheets).flatMap(({ reading, table }) => {
    const cell = obsoleteScore(table);
    return cell
      ? [{ level: 'hint' as const, sheet: reading.sheet.name, cells: [cell], messageId: 'obsolete' as const, data: {} }]
      : [];
  });
}

function judge(
  { sheet, table }: TreasurySeries,
  { last, standing, monthsBelow }: JudgedCoverage,
  band: TreasuryBand,
): Report<MessageId> | undefined {
  const monthly = last.outflowToDate / last.month;
  const unit = table.unit ? { unit: table.unit } : {};
  const report = (messageId: MessageId, grade: 'red' | 'yellow' | undefined, bound: Bound): Report<MessageId> => ({
    level: messageId === 'high' ? 'hint' : 'warning',
    ...(grade ? { grade } : {}),
    sheet: sheet.name,
    cells: [last.balanceCell, ...last.outflowCells],
    indicator: 'C01',
    messageId,
    data: {
      month: last.month,
      value: { amount: roundHalfUp(last.value, 3), decimals: 3 },
      balance: { amount: last.balance, decimals: 2, ...unit },
      monthly: { amount: roundHalfUp(monthly, 2), decimals: 2, ...unit },
      bound: amount(bound.value),
      ...(standing === 'high'
        ? {}
        : {
            low: amount(band.low.value),
            short: {
              amount: roundHalfUp(Math.max(0, band.low.value * monthly - last.balance), 2),
              decimals: 2,
              ...unit,
            },
          }),
      ...(grade === 'red' ? { days: { amount: roundHalfUp((last.balance / monthly) * 30, 0), decimals: 0 } } : {}),
      ...(messageId === 'monthsBelow' ? { months: monthsBelow } : {}),
    },
    expected: bound.value,
    actual: last.value,
    difference: last.value - bound.value,
    source: bound.source,
  });
  switch (standing) {
    case 'alarm':
      return report('alarm', 'red', band.alarm);
    case 'monthsBelow':
      return report('monthsBelow', 'red', band.low);
    case 'low':
      return report('low', 'yellow', band.low);
    case 'high':
      return report('high', undefined, band.high);
    default:
      return undefined;
  }
}
