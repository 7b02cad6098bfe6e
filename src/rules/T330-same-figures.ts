import { defineRule, type Level, type Report } from '../core/findings/rule';
import {
  pairKey,
  type PlacedFigure,
  type SameFigure,
  sameFigures,
} from '../core/fiscal/ties/same-figures/same-figures';
import { slipTwins, type SlipTwin } from '../core/fiscal/ties/same-figures/slip-twins';
import { sharedMeasures } from '../core/fiscal/ties/two-sources';
import { cellName, type Position } from '../core/grid/address';
import { bookId, type CellPlace } from '../core/grid/place';
import { significant } from '../core/numbers/decimal';
import type { Dossier } from '../core/reading/dossier';
import { OwnArithmetic } from '../core/reading/own-arithmetic';
import { columnNameOf, rowName } from '../core/tables/table-place';
import { amount } from './row-report';
import { isBeside, placeText } from './tie-report';

type MessageId = 'differs' | 'told' | 'exchanged';

/** Two tables show one row or column under the same names: where nearly all of it agrees, the rest should. */
export const sameFiguresTwice = defineRule<MessageId>({
  code: 'T330',
  name: 'same-figures',
  reach: 'set',
  levels: ['error', 'warning'],
  messageIds: ['differs', 'told', 'exchanged'],
  check: (dossier) => {
    const own = dossier.sheets.flatMap(({ named }) => named);
    const lent = dossier.companions.flatMap(({ named }) => named);
    const { agreeing, differing } = sameFigures(own, lent);
    const support = new FigureSupport(dossier);
    const twins = slipTwins(own, lent, (cell) => support.partsOf(cell));
    const told = differing.length + twins.length === 0 ? new Set<string>() : toldByMeasure(dossier);
    const apart = differing.filter(({ one, other }) => !told.has(pairKey(one.cell, other.cell)));
    // What lines that are one have told shows in their totals, too.
    const compared = new Set(apart.map(({ one, other }) => sheetsKey(one.cell, other.cell)));
    const unnamed = twins.filter(
      ({ one, other }) => !told.has(pairKey(one.cell, other.cell)) && !compared.has(sheetsKey(one.cell, other.cell)),
    );
    return {
      passed: agreeing,
      reports: [...apart.map((pair) => report(pair, support)), ...unnamed.map((twin) => exchanged(twin, support))],
      ...(agreeing === 0 && unnamed.length === 0 ? { skipped: { why: 'noSameFigures' } } : {}),
    };
  },
});

function sheetsKey(...cells: readonly CellPlace[]): string {
  return cells
    .map(({ book, sheet }) => `${book}|${sheet}`)
    .sort()
    .join('||');
}

/** Pairs of figures that are known by subject and phase: T303 says what there is to say of them. */
function toldByMeasure({ measures, lent }: Dossier): Set<string> {
  return new Set(
    sharedMeasures(measures, lent)
      .filter(({ comparable }) => comparable)
      .flatMap(({ pairs }) => pairs.map(({ one, other }) => pairKey(one.cell, other.cell))),
  );
}

/** What speaks for a figure: other tables that show it too, and the arithmetic of its own sheet. */
class FigureSupport {
  readonly arithmetic: OwnArithmetic;

  constructor(readonly dossier: Dossier) {
    this.arithmetic = new OwnArithmetic(dossier.sheets);
  }

  /** The worse supported first; a figure of another workbook is never the worse, for it is not checked here. */
  order({ one, other }: SameFigure): [worse: PlacedFigure, better: PlacedFigure] {
    if (!this.isOwn(one)) return [other, one];
    if (!this.isOwn(other)) return [one, other];
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) return a > b ? [other, one] : [one, other];
    // Of two that nothing tells apart the one of which less is computed is what somebody typed.
    return this.arithmetic.touching(one.cell).length > this.arithmetic.touching(other.cell).length
      ? [other, one]
      : [one, other];
  }

  /** What a figure is the sum of; undefined: it stands in something that does not come out. */
  partsOf(cell: CellPlace): readonly Position[] | undefined {
    const touching = this.arithmetic.touching(cell);
    if (touching.some(({ verdict }) => verdict === 'broken')) return undefined;
    return touching.flatMap(({ op, target, operands }) =>
      op === 'sum' && target.row === cell.row && target.column === cell.column ? operands : [],
    );
  }

  private isOwn({ cell }: PlacedFigure): boolean {
    return cell.book === bookId(this.dossier.workbook);
  }

  private of({ cell, confirmed }: PlacedFigure): number {
    const touching = this.arithmetic.touching(cell);
    const isBroken = touching.some(({ verdict }) => verdict === 'broken');
    return confirmed * 2 - (isBroken ? 1 : 0);
  }
}

function report(pair: SameFigure, support: FigureSupport): Report<MessageId> {
  const { dossier, arithmetic } = support;
  const [worse, better] = support.order(pair);
  const { cell, unit, factor } = worse;
  const reading = dossier.sheets.find(({ sheet }) => sheet.name === cell.sheet);
  const broken = arithmetic.touching(cell).filter(({ verdict }) => verdict === 'broken');
  const [actual, expected] = [significant(worse.yuan / factor), significant(better.yuan / factor)];
  const level: Level = pair.isSure ? 'error' : 'warning';
  return {
    level,
    ...(level === 'warning' ? { grade: 'yellow' as const } : {}),
    sheet: cell.sheet,
    cells: [worse, ...(isBeside(better, worse) ? [better] : [])].map(({ cell: { row, column } }) => ({ row, column })),
    against: [better.cell],
    follows: [...arithmetic.sourcesOf(cell), ...broken.flatMap(({ target, operands }) => [target, ...operands])],
    messageId: pair.isOfPage ? 'told' : 'differs',
    data: {
      row: worse.rowLabel || (reading ? rowName(reading.sheet, reading.tables, cell) : ''),
      column: reading ? columnNameOf(reading.tables, cell) : '',
      actual: amount(actual, unit),
      expected: amount(expected, unit),
      difference: amount(Math.abs(actual - expected), unit),
      place: placeText(better, worse, dossier),
      count: pair.agreeing,
    },
    expected: amount(expected).amount,
    actual: amount(actual).amount,
    difference: amount(actual - expected).amount,
  };
}

/** Two figures that stand under other names, and differ by two digits that somebody exchanged in one of them, or in its part. */
function exchanged({ one, other, part }: SlipTwin, { dossier }: FigureSupport): Report<MessageId> {
  const { factor, unit } = one.figure;
  const inUnit = (yuan: number): number => significant(yuan / factor);
  const [actual, expected] = [inUnit(one.figure.yuan), inUnit(other.figure.yuan)];
  const cells = [...(part ? [part.at] : []), one, ...(isBeside(other, one) ? [other] : [])];
  return {
    level: 'warning',
    grade: 'yellow',
    sheet: one.cell.sheet,
    cells: cells.map(({ cell: { row, column } }) => ({ row, column })),
    against: [other.cell],
    messageId: 'exchanged',
    data: {
      row: one.row.label,
      column: one.column.label,
      actual: amount(actual, unit),
      expected: amount(expected, unit),
      difference: amount(Math.abs(actual - expected), unit),
      place: placeText(other, one, dossier),
      part: part ? cellName(part.at.cell) : 'none',
      ...(part ? { shouldBe: amount(inUnit(part.shouldBe), unit) } : {}),
    },
    expected: amount(expected).amount,
    actual: amount(actual).amount,
    difference: amount(actual - expected).amount,
  };
}
