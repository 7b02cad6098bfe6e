import { livelihoodSubjects, subjectsBelow, type SubjectId } from '../../fiscal/subjects';
import { COLUMNS, nameOf, subjectTable, type MemoLine } from '../subject-table';
import type { SummarySources } from '../sources';
import type { Summary } from '../summary-table';

/** 八项支出, by which the statistics of a province follow the spending of its counties. */
const EIGHT_ITEMS: readonly SubjectId[] = [
  'generalServices',
  'publicSafety',
  'education',
  'science',
  'socialSecurity',
  'health',
  'environment',
  'urban',
];

function memos({ pack: { calibres } }: SummarySources): MemoLine[] {
  const { livelihood } = calibres;
  const of = livelihoodSubjects(livelihood);
  const calibre = typeof livelihood === 'string' ? livelihood : 'chosen';
  return [
    { memo: 'livelihood', label: { words: 'row.livelihood', data: { calibre, count: of.length } }, of },
    { memo: 'eightItems', label: { words: 'row.eightItems' }, of: EIGHT_ITEMS },
  ];
}

/** Outside what is spent: they stand in the balance. */
const TRANSFERS_AND_REPAYMENT: readonly SubjectId[] = ['230', '231'];

const ANCHORS: readonly SubjectId[] = ['expenditure', 'education', 'generalServices'];

/** 支出汇总: the functional classes, with 民生 and 八项 as memos. */
export const EXPENDITURE: Summary = {
  id: 'expenditure',
  build: (sources) => {
    const day = sources.dayOf(ANCHORS);
    const isAdjusted = day !== undefined && sources.figure('expenditure', 'budget_adjusted', day) !== undefined;
    return subjectTable(
      {
        id: 'expenditure',
        anchors: ANCHORS,
        lacks: ['支出执行表'],
        lines: [
          { subject: 'expenditure', strong: true },
          ...subjectsBelow('2')
            .filter((subject) => !TRANSFERS_AND_REPAYMENT.includes(subject))
            .map((subject) => ({ subject, level: 1, isOptional: true }) as const),
        ],
        memos,
        remarks: [
          {
            words: 'remark.livelihood',
            data: { subjects: livelihoodSubjects(sources.pack.calibres.livelihood).map(nameOf) },
          },
          { words: 'remark.eightItems', data: { subjects: EIGHT_ITEMS.map(nameOf) } },
        ],
        columns: [
          COLUMNS.initial,
          COLUMNS.adjusted,
          COLUMNS.month,
          COLUMNS.ytd,
          ...(isAdjusted ? [COLUMNS.ofAdjusted, COLUMNS.aheadOfAdjusted] : [COLUMNS.ofInitial, COLUMNS.aheadOfInitial]),
          COLUMNS.prior,
          COLUMNS.increase,
          COLUMNS.growth,
        ],
        sources: ['ytd', 'month', 'budget_initial'],
      },
      sources,
    );
  },
};
