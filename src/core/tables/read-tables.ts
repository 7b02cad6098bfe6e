import { type Sheet, type Workbook, cellIndex, CellKind } from '../grid/sheet';
import type { Period } from '../numbers/period';
import type { Unit } from '../numbers/unit';
import { textAmount } from '../numbers/amount-text';
import { correctedColumns, correctedRows, correctionOf, type Correction } from './corrections';
import { findBlocks, type Block } from './find-blocks';
import { plainText } from './label';
import { namedForm, ofSide, placeIn, readHeading, tierOf, unitOf, type Heading } from './heading';
import { periodOf, yearOf } from './heading-period';
import { filledUpTo } from './filled-months';
import { readColumns } from './read-columns';
import { readRows } from './read-rows';
import { recogniseKind } from './recognise-kind';
import { statedSums } from './stated/stated-sums';
import { splitSides } from './split-sides';
import { isFigureRole, type Column, type Evidence, type Table, type TableRow } from './table';

/** What is known where a sheet itself is silent on its period. */
export interface ReadingAid extends Pick<Workbook, 'fileName'> {
  /** The month that the other sheets of the workbook agree in. */
  readonly period?: Period;
}

/** Reads every table of a sheet; what a user corrected counts first. */
export function readTables(sheet: Sheet, aid: ReadingAid = {}, corrections: readonly Correction[] = []): Table[] {
  const tables: Table[] = [];
  let above: Heading = { title: '', texts: [], headers: [], above: '', aboveTexts: [], hidden: [], notes: [] };
  for (const block of findBlocks(sheet)) {
    const heading = readHeading(sheet, block, above);
    tables.push(...readBlock(sheet, block, heading, aid, correctionOf(corrections, sheet.name, heading.title)));
    above = heading;
  }
  return tables;
}

function readBlock(
  sheet: Sheet,
  block: Block,
  heading: Heading,
  aid: ReadingAid,
  correction: Correction | undefined,
): Table[] {
  const all = correctedColumns(readColumns(sheet, block, yearOf(heading)), correction);
  const inSides = block.sides ?? [block.columns];
  const sides = inSides.flatMap(([first, last]) =>
    splitSides(all.filter(({ column }) => column >= first && column <= last)),
  );
  return sides.map((columns, i) => {
    const next = sides[i + 1]?.[0]?.column;
    const span = [columns[0]?.column ?? 0, next === undefined ? Infinity : next - 1] as const;
    const own = sides.length > 1 ? ofSide(sheet, block, heading, span) : heading;
    return readSide({ sheet, block, heading: own, aid, sideBySide: sides.length > 1, correction }, columns);
  });
}

/** A month that was said of the sheet 5月 is not that of the sheet 6月. */
function periodSaid({ name }: Sheet, correction: Correction | undefined): Period | undefined {
  return correction && plainText(correction.sheet) === plainText(name) ? correction.period : undefined;
}

/** What the halves of a block have in common. */
interface BlockReading {
  readonly sheet: Sheet;
  readonly block: Block;
  readonly heading: Heading;
  readonly aid: ReadingAid;
  readonly sideBySide: boolean;
  readonly correction: Correction | undefined;
}

function readSide(
  { sheet, block, heading, aid, sideBySide, correction }: BlockReading,
  columns: readonly Column[],
): Table {
  const rows = correctedRows(readRows(sheet, block, columns), correction);
  const evidence: Evidence[] = [];
  if (correction) evidence.push({ id: 'corrected', text: '' });
  if (heading.title !== '') evidence.push({ id: 'title', text: heading.title });
  const unit = correction?.unit ?? unitOf(heading, columns, evidence);
  const period =
    periodSaid(sheet, correction) ??
    filledUpTo(sheet, columns, rows, heading.title, periodOf(heading, columns, sheet.name, aid, evidence));
  evidence.push({ id: 'headerRows', text: `${block.headerRows[0] + 1}–${block.headerRows[1] + 1}` });
  evidence.push(...structureEvidence(rows));
  if (sideBySide) evidence.push({ id: 'sideBySide', text: '' });
  const textNumbers = countTextNumbers(sheet, block, columns);
  if (textNumbers > 0) evidence.push({ id: 'textNumbers', text: String(textNumbers) });
  if (block.noteRows.length > 0) evidence.push({ id: 'notes', text: block.noteRows.map((row) => row + 1).join('、') });
  const recognised = recogniseKind(
    { title: namedForm(heading), above: heading.above, sheet: sheet.name, file: aid.fileName ?? '' },
    columns,
    rows,
  );
  const recognition =
    correction?.kind === undefined ? recognised : { kind: correction.kind, confidence: 1, evidence: [] };
  return {
    sheet: sheet.name,
    kind: recognition.kind,
    title: heading.title,
    ...placeIn(heading),
    ...tierOf(heading, sheet.name),
    at: {
      top: Math.min(block.headerRows[0], ...block.titleRows),
      left: columns[0]?.column ?? block.columns[0],
      bottom: block.bodyRows[1],
      right: columns.at(-1)?.column ?? block.columns[1],
    },
    headerRows: block.headerRows,
    bodyRows: block.bodyRows,
    ...(unit === undefined ? {} : { unit }),
    ...(period === undefined ? {} : { period }),
    columns,
    rows,
    stated: statedSums(sheet, block, columns, rows),
    confidence: confidenceOf(recognition.confidence, unit, period, rows, columns),
    evidence: [...evidence, ...recognition.evidence],
  };
}

function structureEvidence(rows: readonly TableRow[]): Evidence[] {
  return (['code', 'numbering', 'indent', 'ofWhich'] as const).flatMap((ranked) => {
    const count = rows.filter((row) => row.ranked === ranked).length;
    const id = ranked === 'code' ? 'codes' : ranked;
    return count > 0 ? [{ id, text: String(count) }] : [];
  });
}

function countTextNumbers(sheet: Sheet, block: Block, columns: readonly Column[]): number {
  const { cells } = sheet;
  let count = 0;
  for (const { column, role } of columns) {
    if (!isFigureRole(role)) continue;
    for (let row = block.bodyRows[0]; row <= block.bodyRows[1]; row++) {
      const at = cellIndex(cells, row, column);
      if (at >= 0 && cells.kind[at] === CellKind.text && textAmount(cells.texts[cells.text[at] ?? 0] ?? '')) count++;
    }
  }
  return count;
}

/** Half for what the table is, half for how completely it was read. */
function confidenceOf(
  kind: number,
  unit: Unit | undefined,
  period: Period | undefined,
  rows: readonly TableRow[],
  columns: readonly Column[],
): number {
  const understood =
    columns.filter(({ role }) => role !== 'amount' && role !== 'text').length / Math.max(1, columns.length);
  const read = (Number(unit !== undefined) + Number(period !== undefined) + Number(rows.length > 0) + understood) / 4;
  return Math.round((kind + read) * 50) / 100;
}
