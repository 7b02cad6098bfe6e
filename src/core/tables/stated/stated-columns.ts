import type { Sheet } from '../../grid/sheet';
import { yuanPer } from '../../numbers/unit';
import type { StatedSum } from '../../relations/types';
import { figureAt } from '../printed';
import { type Column, isAmountRole } from '../table';

type Stated = Omit<StatedSum, 'from' | 'to'>;

/** The same figure in two columns, in 元 and in 万元. */
export function sameInTwoUnits(columns: readonly Column[]): Stated[] {
  const amounts = columns.filter(({ role }) => isAmountRole(role));
  return amounts.flatMap((target) => {
    const exact = amounts.find(
      (other) =>
        other.unit !== undefined &&
        target.unit !== undefined &&
        yuanPer(other.unit) < yuanPer(target.unit) &&
        stem(other) === stem(target),
    );
    if (!exact?.unit || !target.unit) return [];
    const factor = yuanPer(exact.unit) / yuanPer(target.unit);
    return [
      { axis: 'columns', target: target.column, terms: [{ line: exact.column, factor }], source: 'units' } as const,
    ];
  });
}

/** What a header says beside its unit. */
function stem({ path }: Column): string {
  return path.join('|').replace(/[((](?:单位[::])?(?:千元|百万元|万元|亿元|元)[))]|(?:千元|百万元|万元|亿元|元)$/g, '');
}

const SIDES = { debit: /借方?$/, credit: /贷方?$/ };
const PARTS = {
  opening: /期初|年初|月初|上期|上年结转/,
  flow: /发生|本期|本月|本年/,
  closing: /期末|年末|月末/,
};

/** A trial balance: what stood on the two sides, with what came to them, stands there at the end. */
export function accountBalances(columns: readonly Column[]): Stated[] {
  const find = (part: RegExp, side: RegExp): number | undefined => {
    const found = columns.filter(({ path }) => part.test(path.slice(0, -1).join('|')) && side.test(path.at(-1) ?? ''));
    return found.length === 1 ? found[0]?.column : undefined;
  };
  const at = {
    openDebit: find(PARTS.opening, SIDES.debit),
    openCredit: find(PARTS.opening, SIDES.credit),
    debit: find(PARTS.flow, SIDES.debit),
    credit: find(PARTS.flow, SIDES.credit),
    closeDebit: find(PARTS.closing, SIDES.debit),
    closeCredit: find(PARTS.closing, SIDES.credit),
  };
  const { openDebit, openCredit, debit, credit, closeDebit, closeCredit } = at;
  if (
    openDebit === undefined ||
    openCredit === undefined ||
    debit === undefined ||
    credit === undefined ||
    closeDebit === undefined ||
    closeCredit === undefined
  )
    return [];
  const net = (factor: 1 | -1) => [
    { line: openDebit, factor },
    { line: openCredit, factor: -factor },
    { line: debit, factor },
    { line: credit, factor: -factor },
  ];
  return [
    { axis: 'columns', target: closeDebit, terms: [...net(1), { line: closeCredit, factor: 1 }], source: 'balance' },
    { axis: 'columns', target: closeCredit, terms: [...net(-1), { line: closeDebit, factor: 1 }], source: 'balance' },
  ];
}

const ADDED = /追加|调增|增加|新增|结转|补助|动支|动用|划入|调入|下达/;
const TAKEN = /调减|核减|追减|减少|压减|压缩|收回|划出|调出|扣减/;

/** 年初预算 | 追加, 结转, 调减 | 调整后预算: what a budget has become is what it was, with what was added and without what was taken. */
export function adjustedBudgets(
  sheet: Sheet,
  [first, last]: readonly [number, number],
  columns: readonly Column[],
): Stated[] {
  // 调减 −576 is added as it stands.
  const isSigned = (column: number): boolean =>
    Array.from({ length: last - first + 1 }, (_, i) => figureAt(sheet, first + i, column)?.value ?? 0).some(
      (value) => value < 0,
    );
  const ordered = [...columns].sort((a, b) => a.column - b.column);
  const [initial, ...initials] = ordered.filter(({ role }) => role === 'budget_initial');
  const [adjusted, ...adjusteds] = ordered.filter(({ role }) => role === 'budget_adjusted');
  if (!initial || !adjusted || initials.length + adjusteds.length > 0) return [];
  const between = ordered.filter(({ column }) => column > initial.column && column < adjusted.column);
  const changes = between.flatMap(({ column, role, path }) => {
    const leaf = path.at(-1) ?? '';
    const [isAdded, isTaken] = [ADDED.test(leaf), TAKEN.test(leaf)];
    return isAmountRole(role) && isAdded !== isTaken
      ? [{ line: column, factor: isAdded || isSigned(column) ? 1 : -1 }]
      : [];
  });
  // Without a word for it nothing tells what is taken from what is added.
  if (changes.length < between.length || changes.length < 2 || !changes.some(({ factor }) => factor < 0)) return [];
  const terms = [{ line: initial.column, factor: 1 }, ...changes];
  return [{ axis: 'columns', target: adjusted.column, terms, source: 'signs' }];
}
