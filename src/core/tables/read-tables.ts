import { type Sheet, type Workbook, textAt, cellIndex, CellKind } from '../grid/sheet';
import { periodIn, type Period } from '../numbers/period';
import { bracketedUnit, declaredUnit, type Unit } from '../numbers/unit';
import { textAmount } from './amount-text';
import { findBlocks, type Block } from './find-blocks';
import { plainText } from './label';
import { readColumns } from './read-columns';
import { readRows } from './read-rows';
import { recogniseKind } from './recognise-kind';
import { isMeta } from './row-profile';
import { splitSides } from './split-sides';
import { isFigureRole, type Column, type Evidence, type Table, type TableRow } from './table';

/** Reads every table of a sheet. `workbook` helps where the sheet itself is silent on its period. */
export function readTables(sheet: Sheet, workbook: Pick<Workbook, 'fileName'> = {}): Table[] {
  return findBlocks(sheet).flatMap((block) => readBlock(sheet, block, workbook.fileName ?? ''));
}

function readBlock(sheet: Sheet, block: Block, fileName: string): Table[] {
  const all = readColumns(sheet, block);
  const sides = splitSides(all);
  const heading = readHeading(sheet, block);
  return sides.map((columns) => readSide(sheet, block, columns, heading, fileName, sides.length > 1));
}

interface Heading {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Title and the lines around it: the title is the first line that is not a unit, date or table number. */
function readHeading(sheet: Sheet, block: Block): Heading {
  const lines: string[] = [];
  let title = '';
  for (const row of [...block.titleRows, block.headerRows[0]]) {
    const texts: string[] = [];
    for (let column = 0; column < sheet.cells.columnCount; column++) {
      const text = plainText(textAt(sheet, row, column));
      if (text !== '') texts.push(text);
    }
    lines.push(texts.join(' '));
    if (title === '' && row < block.headerRows[0]) title = texts.find((text) => !isMeta(text)) ?? '';
  }
  return { title, lines };
}

function readSide(sheet: Sheet, block: Block, columns: readonly Column[], heading: Heading, fileName: string, sideBySide: boolean): Table {
  const rows = readRows(sheet, block, columns);
  const evidence: Evidence[] = [];
  if (heading.title !== '') evidence.push({ id: 'title', text: heading.title });
  const unit = unitOf(heading, columns, evidence);
  const period = periodOf(heading, sheet.name, fileName, evidence);
  evidence.push({ id: 'headerRows', text: `${block.headerRows[0] + 1}–${block.headerRows[1] + 1}` });
  evidence.push(...structureEvidence(rows));
  if (sideBySide) evidence.push({ id: 'sideBySide', text: '' });
  const textNumbers = countTextNumbers(sheet, block, columns);
  if (textNumbers > 0) evidence.push({ id: 'textNumbers', text: String(textNumbers) });
  if (block.noteRows.length > 0) evidence.push({ id: 'notes', text: block.noteRows.map((row) => row + 1).join('、') });
  const recognition = recogniseKind({ title: heading.title, sheet: sheet.name, file: fileName }, columns, rows);
  return {
    sheet: sheet.name,
    kind: recognition.kind,
    title: heading.title,
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
    confidence: confidenceOf(recognition.confidence, unit, period, rows, columns),
    evidence: [...evidence, ...recognition.evidence],
  };
}

function unitOf(heading: Heading, columns: readonly Column[], evidence: Evidence[]): Unit | undefined {
  for (const line of heading.lines) {
    const unit = declaredUnit(line) ?? bracketedUnit(line);
    if (unit !== undefined) {
      evidence.push({ id: 'unitLine', text: line });
      return unit;
    }
  }
  for (const { path } of columns) {
    const unit = bracketedUnit(path.join(' '));
    if (unit !== undefined) {
      evidence.push({ id: 'unitHeader', text: path.join(' ') });
      return unit;
    }
  }
  return undefined;
}

function periodOf(heading: Heading, sheetName: string, fileName: string, evidence: Evidence[]): Period | undefined {
  const sources = [
    ...heading.lines.filter((line) => !/编制(?:时间|日期)/.test(line)).map((text) => ['periodTitle', text] as const),
    ['periodSheet', sheetName] as const,
    ['periodFile', fileName] as const,
  ];
  for (const [id, text] of sources) {
    const period = periodIn(text);
    if (period) {
      evidence.push({ id, text });
      return period;
    }
  }
  return undefined;
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
function confidenceOf(kind: number, unit: Unit | undefined, period: Period | undefined, rows: readonly TableRow[], columns: readonly Column[]): number {
  const understood = columns.filter(({ role }) => role !== 'amount' && role !== 'text').length / Math.max(1, columns.length);
  const read = (Number(unit !== undefined) + Number(period !== undefined) + Number(rows.length > 0) + understood) / 4;
  return Math.round((kind + read) * 50) / 100;
}
