import type { SubjectId } from '../../fiscal/subjects';
import { ratio } from '../computations';
import { COLUMNS, subjectTable, type SubjectColumn } from '../subject-table';
import type { Summary } from '../summary-table';

/** The six that the half-year report tells of one by one. */
const SIX: readonly SubjectId[] = ['equalisation', 'basicFinance', 'settlement', 'ecology', 'oldBases', 'ethnic'];

const SHARE: SubjectColumn = {
  id: 'share',
  look: 'percent',
  of: (lines, line) => ratio(lines.at(line, 'ytd'), lines.at('transfers', 'ytd')),
};

/** 上级补助汇总: 返还性, 财力性 with its six, 专项, and what no line tells of. */
export const TRANSFERS: Summary = {
  id: 'transfers',
  build: (sources) => {
    // Some tables set 共同财政事权 in below the general transfers, others beside them.
    const isInside = sources.isBelow('sharedPowers', 'general', 'ytd');
    const shared = { subject: 'sharedPowers', level: isInside ? 2 : 1, isOptional: true } as const;
    return subjectTable(
      {
        id: 'transfers',
        anchors: ['transfers', 'general', 'returned'],
        lacks: ['转移支付表'],
        lines: [
          {
            subject: 'transfers',
            strong: true,
            sumOf: ['returned', 'general', 'special', ...(isInside ? [] : (['sharedPowers'] as const))],
          },
          { subject: 'returned', level: 1 },
          { subject: 'general', level: 1 },
          ...SIX.map((subject) => ({ subject, level: 2 }) as const),
          ...(isInside ? [shared] : []),
          {
            rest: 'otherGeneral',
            label: { words: 'row.otherGeneral' },
            level: 2,
            of: 'general',
            parts: [...SIX, ...(isInside ? (['sharedPowers'] as const) : [])],
          },
          ...(isInside ? [] : [shared]),
          { subject: 'special', level: 1 },
          {
            rest: 'otherTransfers',
            label: { words: 'row.otherTransfers' },
            level: 1,
            of: 'transfers',
            parts: ['returned', 'general', 'special', ...(isInside ? [] : (['sharedPowers'] as const))],
          },
        ],
        columns: [COLUMNS.initial, COLUMNS.ytd, COLUMNS.prior, COLUMNS.increase, COLUMNS.growth, SHARE],
        sources: ['ytd', 'budget_initial'],
      },
      sources,
    );
  },
};
