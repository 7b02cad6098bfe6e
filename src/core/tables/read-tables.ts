import { type Sheet, type Workbook, textAt, cellIndex, CellKind } from '../grid/sheet';
import { isWholeYear, months, periodIn, periodWithin, type Period } from '../numbers/period';
import { bareUnit, bracketedUnit, declaredUnit, type Unit } from '../numbers/unit';
import { textAmount } from '../numbers/amount-text';
import { correctedColumns, correctedRows, correctionOf, type Correction } from './corrections';
import { findBlocks, type Block } from './find-blocks';
import { isNote, plainText } from './label';
import { filledUpTo } from './filled-months';
import { headerYear, readColumns } from './read-columns';
import { readRows } from './read-rows';
import { recogniseKind } from './recognise-kind';
import { isMeta } from './row-profile';
import { statedSums } from './stated/stated-sums';
import { shownOf } from './shown';
import { splitSides } from './split-sides';
import { tierIn } from './tier';
import { isFigureRole, type Column, type Evidence, type Table, type TableRow } from './table';

/** Reads every table of a sheet. `workbook` helps where the sheet itself is silent on its period; what a user corrected counts first. */
export function readTables(
  sheet: Sheet,
  workbook: Pick<Workbook, 'fileName'> = {},
  corrections: readonly Correction[] = [],
): Table[] {
  const tables: Table[] = [];
  let above: Heading = { title: '', texts: [], headers: [], above: '', aboveTexts: [], hidden: [] };
  for (const block of findBlocks(sheet)) {
    const heading = readHeading(sheet, block, above);
    tables.push(
      ...readBlock(
        sheet,
        block,
        heading,
        workbook.fileName ?? '',
        correctionOf(corrections, sheet.name, heading.title),
      ),
    );
    above = heading;
  }
  return tables;
}

function readBlock(
  sheet: Sheet,
  block: Block,
  heading: Heading,
  fileName: string,
  correction: Correction | undefined,
): Table[] {
  const all = correctedColumns(readColumns(sheet, block, yearOf(heading)), correction);
  const inSides = block.sides ?? [block.columns];
  const sides = inSides.flatMap(([first, last]) =>
    splitSides(all.filter(({ column }) => column >= first && column <= last)),
  );
  return sides.map((columns) =>
    readSide({ sheet, block, heading, fileName, sideBySide: sides.length > 1, correction }, columns),
  );
}

/** What is said above a table, cell by cell. */
interface Heading {
  readonly title: string;
  readonly texts: readonly string[];
  /** Of the first header row: a unit or a period may hide there when nothing stands above. */
  readonly headers: readonly string[];
  /** Title and texts of the tables above it on the sheet: what they say of unit and period holds on. */
  readonly above: string;
  readonly aboveTexts: readonly string[];
  /** What stands above it in hidden columns: 单位：万元 over the last column, which somebody hid. */
  readonly hidden: readonly string[];
}

/**
 * Title and the texts around it: the title is the first that is no unit, date or table number. A
 * table without any has those of the table above it: 支出 under 收入 of one sheet.
 */
function readHeading(sheet: Sheet, block: Block, above: Heading): Heading {
  const texts = block.titleRows.flatMap((row) => textsOfRow(sheet, row));
  const headers = textsOfRow(sheet, block.headerRows[0]);
  const title = texts.find((text) => !isMeta(text));
  const aboveTexts = [...above.texts, ...above.aboveTexts];
  const hidden = block.titleRows.flatMap((row) => textsOfRow(sheet, row, false));
  return title === undefined
    ? { title: above.title, texts: [...texts, ...above.texts], headers, above: above.above, aboveTexts, hidden }
    : {
        title,
        texts,
        headers,
        above: [above.title, above.above].find((text) => text !== '') ?? '',
        aboveTexts,
        hidden,
      };
}

/** The texts that are shown in a row, or those of its hidden columns. */
function textsOfRow(sheet: Sheet, row: number, areShown = true): string[] {
  const shown = shownOf(sheet);
  if (!areShown && !shown.isRow(row)) return [];
  return Array.from({ length: sheet.cells.columnCount }, (_, column) =>
    shown.isCell(row, column) === areShown ? plainText(textAt(sheet, row, column)) : '',
  ).filter((text) => text !== '');
}

/** The year that the heading speaks of. */
function yearOf({ texts }: Heading): number | undefined {
  const period = texts
    .filter(saysPeriod)
    .map(periodIn)
    .find((found) => found !== undefined);
  return period && Number(period.to.slice(0, 4));
}

/** When a table was made, which is not when its figures are of. */
const IS_STAMP = /(?:编制|填报|制表|填表|打印|报出|报送|上报)(?:日期|时间)/;

/** What a note under the title tells of: papers and meetings have dates of their own. */
const OF_A_PAPER = /[。;；]|根据|依据|按照|参照|意见|批复|会议|通知|印发|审议/;

/** Not when it was made, nor what a note under the title tells. */
function saysPeriod(text: string): boolean {
  return !IS_STAMP.test(text) && !isNote(text) && !OF_A_PAPER.test(text);
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
  readonly fileName: string;
  readonly sideBySide: boolean;
  readonly correction: Correction | undefined;
}

function readSide(
  { sheet, block, heading, fileName, sideBySide, correction }: BlockReading,
  columns: readonly Column[],
): Table {
  const rows = correctedRows(readRows(sheet, block, columns), correction);
  const evidence: Evidence[] = [];
  if (correction) evidence.push({ id: 'corrected', text: '' });
  if (heading.title !== '') evidence.push({ id: 'title', text: heading.title });
  const unit = correction?.unit ?? unitOf(heading, columns, evidence);
  const period =
    periodSaid(sheet, correction) ??
    filledUpTo(sheet, columns, rows, heading.title, periodOf(heading, columns, sheet.name, fileName, evidence));
  evidence.push({ id: 'headerRows', text: `${block.headerRows[0] + 1}–${block.headerRows[1] + 1}` });
  evidence.push(...structureEvidence(rows));
  if (sideBySide) evidence.push({ id: 'sideBySide', text: '' });
  const textNumbers = countTextNumbers(sheet, block, columns);
  if (textNumbers > 0) evidence.push({ id: 'textNumbers', text: String(textNumbers) });
  if (block.noteRows.length > 0) evidence.push({ id: 'notes', text: block.noteRows.map((row) => row + 1).join('、') });
  const recognised = recogniseKind(
    { title: namedForm(heading), above: heading.above, sheet: sheet.name, file: fileName },
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

const PLACE_LINE =
  /(?:编制|编报|填报|报送|制表|填表|上报|汇总)?(?:单位|地区|部门)(?:名称)?(?:[((](?:盖章|公章|章)[))])?[:：]\s*([^\s::]{2,30})/;

/** Whose table it is, as a line between title and header says it. */
function placeIn({ texts }: Heading): { place?: string } {
  for (const text of texts) {
    const place = declaredUnit(text) === undefined ? PLACE_LINE.exec(text)?.[1] : undefined;
    if (place !== undefined) return { place };
  }
  return {};
}

/** 全市, 市本级: the title says it, or the name of the sheet. */
function tierOf({ title }: Heading, sheetName: string): Pick<Table, 'tier'> {
  const tier = tierIn(title) ?? tierIn(sheetName);
  return tier ? { tier } : {};
}

/** 公开05表, 预算01表: the number of a department's form is a part of its name. */
function namedForm({ title, texts }: Heading): string {
  const form = texts.find((text) => /^(?:公开|预算|部门)\d{2}(?:-\d)?表$/.test(text));
  return form === undefined || form === title ? title : `${title} ${form}`;
}

function unitOf(heading: Heading, columns: readonly Column[], evidence: Evidence[]): Unit | undefined {
  for (const text of [...heading.texts, ...heading.headers]) {
    const unit = declaredUnit(text) ?? bracketedUnit(text) ?? bareUnit(text);
    if (unit !== undefined) {
      evidence.push({ id: 'unitLine', text });
      return unit;
    }
  }
  for (const { path, unit } of columns) {
    if (unit !== undefined) {
      evidence.push({ id: 'unitHeader', text: path.join(' ') });
      return unit;
    }
  }
  for (const text of [...heading.hidden, ...heading.aboveTexts]) {
    const unit = declaredUnit(text);
    if (unit !== undefined) {
      evidence.push({ id: 'unitLine', text });
      return unit;
    }
  }
  // What one piece costs is told in yuan.
  const price = columns.find(({ path, role }) => /^单价/.test(path.at(-1) ?? '') && isFigureRole(role));
  if (price) evidence.push({ id: 'unitHeader', text: price.path.join(' ') });
  return price ? '元' : undefined;
}

/** A period, and where it was said. */
interface Said {
  readonly id: 'periodTitle' | 'periodSheet' | 'periodFile';
  readonly text: string;
  readonly period: Period;
}

/**
 * The narrowest that is said counts: a month before a year, and 截至6月底 or a sheet called 6月 narrow
 * the year of the title. What stands above another table of the sheet is asked after headers, the file's name last.
 */
function periodOf(
  heading: Heading,
  columns: readonly Column[],
  sheetName: string,
  fileName: string,
  evidence: Evidence[],
): Period | undefined {
  const ofYear = headerYear(columns);
  const inYear = ofYear === undefined ? undefined : months(ofYear, 1, 12);
  const ofFile = periodIn(fileName);
  const ofHeader =
    (inYear && { id: 'periodTitle' as const, text: String(ofYear), period: inYear }) ??
    latestOf([...heading.headers, ...columns.flatMap(({ path }) => path)]);
  const ofAbove = narrowest(heading.aboveTexts.filter(saysPeriod), sheetName);
  const best =
    narrowest(heading.texts.filter(saysPeriod), sheetName) ??
    // A target for the year stands beside figures as of June.
    (ofHeader && ofAbove && isWithin(ofAbove.period, ofHeader.period) ? ofAbove : ofHeader) ??
    ofAbove ??
    (ofFile && { id: 'periodFile' as const, text: fileName, period: narrowed(sheetName, ofFile) });
  if (best) evidence.push({ id: best.id, text: best.text });
  return best?.period;
}

function isWithin(a: Period, b: Period): boolean {
  return a.from >= b.from && a.to <= b.to;
}

function narrowest(texts: readonly string[], sheetName: string): Said | undefined {
  const sources = [...texts.map((text) => ['periodTitle', text] as const), ['periodSheet', sheetName] as const];
  const found = sources.flatMap(([id, text]): Said[] => {
    const period = periodIn(text);
    return period ? [{ id, text, period }] : [];
  });
  const narrow = found.find(({ period }) => !isWholeYear(period));
  const [first] = found;
  if (narrow || !first) return narrow;
  const year = Number(first.period.to.slice(0, 4));
  const within = sources.flatMap(([id, text]): Said[] => {
    const period = periodWithin(text, year);
    return period ? [{ id, text, period }] : [];
  });
  return within[0] ?? first;
}

/** The latest period that some texts speak of: 2022年末, 2023年5月末, 2023年6月末 side by side are as of June. */
function latestOf(texts: readonly string[]): Said | undefined {
  return texts
    .flatMap((text): Said[] => {
      const period = periodIn(text);
      return period ? [{ id: 'periodTitle', text, period }] : [];
    })
    .reduce<Said | undefined>((latest, one) => (latest && latest.period.to >= one.period.to ? latest : one), undefined);
}

/** A sheet called 6月 in a workbook of 2023. */
function narrowed(sheetName: string, period: Period): Period {
  return isWholeYear(period) ? (periodWithin(sheetName, Number(period.to.slice(0, 4))) ?? period) : period;
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
