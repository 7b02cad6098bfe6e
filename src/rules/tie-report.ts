import type { Amount, Judgement, Level, Report } from '../core/findings/rule';
import type { Dossier } from '../core/reading/dossier';
import type { Grade } from '../core/fiscal/grade';
import type { Measure } from '../core/fiscal/measure';
import type { Tie } from '../core/fiscal/ties/compared';
import { cellName } from '../core/grid/address';
import { ownDecimals, roundHalfUp } from '../core/numbers/decimal';
import { yuanPer } from '../core/numbers/unit';

/** Where a figure stands, as far as the reader needs to be told: its cell, its sheet, its workbook. */
export function placeText(
  { cell }: Pick<Measure, 'cell'>,
  from: Pick<Measure, 'cell'>,
  { bookName }: Pick<Dossier, 'bookName'>,
): string {
  if (cell.book !== from.cell.book) return `《${bookName(cell.book)}》${cell.sheet}!${cellName(cell)}`;
  return cell.sheet === from.cell.sheet ? cellName(cell) : `${cell.sheet}!${cellName(cell)}`;
}

/** An amount of yuan in the unit of a figure, with no more decimals than it needs. */
export function amountLike({ unit }: Measure, yuan: number): Amount {
  const amount = roundHalfUp(yuan / (unit === undefined ? 1 : yuanPer(unit)), 6);
  return { amount, decimals: Math.min(4, Math.max(0, ownDecimals(amount))), ...(unit ? { unit } : {}) };
}

/** The last of the names above a row: what its own label says. */
export function nameOf({ name }: Measure): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The judgement of a rule whose ties either hold or are reported one by one. */
export function judgeTies<MessageId extends string>(
  ties: readonly Tie[],
  why: string,
  report: (tie: Tie) => Report<MessageId>,
): Judgement<MessageId> {
  const broken = ties.filter(({ holds }) => !holds);
  return {
    passed: ties.length - broken.length,
    reports: broken.map(report),
    ...(ties.length === 0 ? { skipped: { why } } : {}),
  };
}

/** A tie that does not hold, told at the figure that should follow. */
export function tieReport<MessageId extends string>(
  { target, from, expected }: Tie,
  messageId: MessageId,
  level: Level,
  dossier: Pick<Dossier, 'bookName'>,
  grade?: Grade,
): Report<MessageId> {
  const own = from.filter((measure) => isBeside(measure, target));
  return {
    level,
    ...(grade ? { grade } : {}),
    sheet: target.cell.sheet,
    cells: [target, ...own].map(({ cell: { row, column } }) => ({ row, column })),
    against: from.map(({ cell }) => cell),
    messageId,
    data: {
      row: nameOf(target),
      column: target.header.split('|').at(-1) ?? '',
      actual: amountLike(target, target.yuan),
      expected: amountLike(target, expected),
      difference: amountLike(target, Math.abs(target.yuan - expected)),
      from: from.map((measure) => placeText(measure, target, dossier)),
    },
    expected: amountLike(target, expected).amount,
    actual: amountLike(target, target.yuan).amount,
    difference: amountLike(target, target.yuan - expected).amount,
  };
}

/** Whether two figures stand on one sheet. */
export function isBeside({ cell: a }: Pick<Measure, 'cell'>, { cell: b }: Pick<Measure, 'cell'>): boolean {
  return a.book === b.book && a.sheet === b.sheet;
}
