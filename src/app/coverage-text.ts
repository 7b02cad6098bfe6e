import type { Coverage, Unread } from '../core/findings/coverage';
import { cellName, columnName, type Position } from '../core/grid/address';
import type { Translator } from '../messages/translator';

/** What a check looked at: it decides what may be said where it found nothing. */
export interface Extent {
  readonly coverage: readonly Coverage[];
  readonly unread: readonly Unread[];
}

/** What may be said of a workbook in which nothing was found; `clean` only where figures were checked and none was left unread. */
export interface Verdict {
  readonly kind: 'clean' | 'partly' | 'nothing';
  readonly text: string;
}

export function verdictOf({ coverage }: Extent, translate: Translator): Verdict {
  const { numbers, checked, input, unread } = totals(coverage);
  if (numbers === 0) return { kind: 'nothing', text: translate.text('verdict.noNumbers') };
  if (checked === 0) return { kind: 'nothing', text: translate.text('verdict.noneChecked', { numbers }) };
  if (unread > 0) return { kind: 'partly', text: translate.text('verdict.partly', { unread }) };
  // Where as much was left aside as was checked, the word for a clean sheet would say too much.
  if (input >= checked) return { kind: 'partly', text: translate.text('verdict.mostlyInput', { checked, input }) };
  return { kind: 'clean', text: translate.text('verdict.clean') };
}

/** 「3 张表 412 个数，380 个已核对」 */
export function coverageText({ coverage }: Extent, translate: Translator): string {
  const tables = coverage.filter(({ isTable }) => isTable).length;
  return translate.text('coverage.summary', { tables, ...totals(coverage) });
}

/** What could not be read, a line for each sheet and reason. */
export function unreadTexts({ unread }: Extent, translate: Translator): string[] {
  return unread.map(({ sheet, cells, why }) =>
    translate.text('coverage.unread', {
      sheet,
      cells: translate.list(runsOf(cells)),
      count: cells.length,
      why: translate.text(`unread.${why}`),
    }),
  );
}

function totals(coverage: readonly Coverage[]): { numbers: number; checked: number; input: number; unread: number } {
  const sum = (count: (one: Coverage) => number) => coverage.reduce((total, one) => total + count(one), 0);
  return {
    numbers: sum(({ numbers }) => numbers),
    checked: sum(({ proved, broken, compared }) => proved + broken + compared),
    input: sum(({ input }) => input),
    unread: sum(({ unread }) => unread),
  };
}

/** More runs than these are no help. */
const MOST_RUNS = 6;

/** Cells below each other in one column as C5:C36. */
function runsOf(cells: readonly Position[]): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: string[] = [];
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i];
    if (!first) break;
    let next = i + 1;
    while (sorted[next]?.column === first.column && sorted[next]?.row === first.row + (next - i)) next++;
    const last = first.row + (next - i);
    runs.push(next - i === 1 ? cellName(first) : `${cellName(first)}:${columnName(first.column)}${last}`);
    i = next;
  }
  return runs.length > MOST_RUNS ? [...runs.slice(0, MOST_RUNS), '…'] : runs;
}
