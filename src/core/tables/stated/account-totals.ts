import type { StatedSum } from '../../relations/types';
import type { TableRow } from '../table';

type Stated = Omit<StatedSum, 'from' | 'to'>;

const OF_MONTH = /^本月(?:合计|发生额|小计)?$/;
const BEFORE = /^(?:上月|截[至止]上月|前期)(?:[末底止])?累计/;
const SINCE_JANUARY = /^(?:本年)?累计$/;
/** The three close a page of an account book together. */
const WITHIN = 3;

/** 本月合计, 上月止累计, 本年累计 at the end of an account: what came since January is the two together. */
export function accountTotals(rows: readonly TableRow[]): Stated[] {
  return rows.flatMap((total, i) => {
    if (!SINCE_JANUARY.test(total.name)) return [];
    const above = rows.slice(Math.max(0, i - WITHIN), i);
    const [month, before] = [OF_MONTH, BEFORE].map((words) => above.find(({ name }) => words.test(name)));
    if (!month || !before) return [];
    return [
      {
        axis: 'rows' as const,
        target: total.row,
        terms: [month, before].map(({ row }) => ({ line: row, factor: 1 })),
        source: 'balance' as const,
      },
    ];
  });
}
