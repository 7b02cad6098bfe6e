import { subjectsBelow } from '../../fiscal/subjects';
import { COLUMNS, subjectTable, type SubjectLine, type SubjectSummary } from '../subject-table';
import type { Summary } from '../summary-table';

const DESCRIPTION: Omit<SubjectSummary, 'lines'> = {
  id: 'revenue',
  anchors: ['localRevenue', 'tax', 'totalRevenue'],
  lacks: ['一般公共预算收入执行情况表'],
  columns: [
    COLUMNS.initial,
    COLUMNS.adjusted,
    COLUMNS.month,
    COLUMNS.ytd,
    COLUMNS.ofInitial,
    COLUMNS.aheadOfInitial,
    COLUMNS.prior,
    COLUMNS.increase,
    COLUMNS.growth,
  ],
  sources: ['ytd', 'month', 'budget_initial'],
};

/** What assets were sold for is told below what they bring in. */
const DISPOSALS: SubjectLine = { subject: 'assetDisposal', level: 4, isOptional: true, isOfWhich: true };

/** 收入汇总: 总收入, what goes up and what stays, taxes and the kinds of non-tax revenue. */
export const REVENUE: Summary = {
  id: DESCRIPTION.id,
  build: (sources) => {
    const day = sources.dayOf(DESCRIPTION.anchors);
    // What a table prints under the name is taken as it is, whatever the calibre of the pack.
    const isPrinted = day !== undefined && sources.figure('totalRevenue', 'ytd', day) !== undefined;
    const withTransfers = sources.pack.calibres.totalRevenue === 'withTransfers' && !isPrinted;
    const others = withTransfers ? (['transfers'] as const) : (['centralShare', 'provinceShare'] as const);
    const below = (code: '101' | '103') =>
      subjectsBelow(code).flatMap((subject): SubjectLine[] => [
        { subject, level: 3, isOptional: true },
        ...(subject === 'assetIncome' ? [DISPOSALS] : []),
      ]);
    return subjectTable(
      {
        ...DESCRIPTION,
        lines: [
          { subject: 'totalRevenue', strong: true, sumOf: ['localRevenue', ...others] },
          { subject: 'centralShare', level: 1, isOptional: withTransfers },
          { subject: 'provinceShare', level: 1, isOptional: withTransfers },
          { subject: 'localRevenue', level: 1, strong: true, sumOf: ['tax', 'nonTax'] },
          { subject: 'tax', level: 2 },
          ...below('101'),
          { subject: 'nonTax', level: 2 },
          ...below('103'),
          ...(withTransfers ? [{ subject: 'transfers', level: 1 } as const] : []),
        ],
      },
      sources,
    );
  },
};
