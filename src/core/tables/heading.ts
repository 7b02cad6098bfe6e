import { type Sheet, textAt } from '../grid/sheet';
import { bareUnit, bracketedUnit, declaredUnit, declaresCount, type Unit } from '../numbers/unit';
import type { Block } from './find-blocks';
import { plainText } from './label';
import { isMeta } from './row-profile';
import { shownOf } from './shown';
import { tierIn } from './tier';
import { isFigureRole, type Column, type Evidence, type Table } from './table';

/** What is said above a table, cell by cell. */
export interface Heading {
  readonly title: string;
  readonly texts: readonly string[];
  /** Of the first header row: a unit or a period may hide there when nothing stands above. */
  readonly headers: readonly string[];
  /** Title and texts of the tables above it on the sheet: what they say of unit and period holds on. */
  readonly above: string;
  readonly aboveTexts: readonly string[];
  /** What stands above it in hidden columns: 单位：万元 over the last column, which somebody hid. */
  readonly hidden: readonly string[];
  /** What stands below it, or below a table above: 说明：金额单位为万元. */
  readonly notes: readonly string[];
}

/**
 * Title and the texts around it: the title is the first that is no unit, date or table number. A
 * table without any has those of the table above it: 支出 under 收入 of one sheet.
 */
export function readHeading(sheet: Sheet, block: Block, above: Heading): Heading {
  const texts = block.titleRows.flatMap((row) => textsOfRow(sheet, row));
  const headers = textsOfRow(sheet, block.headerRows[0]);
  const title = texts.find((text) => !isMeta(text));
  const aboveTexts = [...above.texts, ...above.aboveTexts];
  const hidden = block.titleRows.flatMap((row) => textsOfRow(sheet, row, false));
  const notes = [...block.noteRows.flatMap((row) => textsOfRow(sheet, row)), ...above.notes];
  return title === undefined
    ? { title: above.title, texts: [...texts, ...above.texts], headers, above: above.above, aboveTexts, hidden, notes }
    : {
        title,
        texts,
        headers,
        above: [above.title, above.above].find((text) => text !== '') ?? '',
        aboveTexts,
        hidden,
        notes,
      };
}

/** 附：到期年度分布 单位：万元 beside a table of 亿元: what stands over a side is said of it before all else. */
export function ofSide(sheet: Sheet, block: Block, heading: Heading, [from, to]: readonly [number, number]): Heading {
  const own = block.titleRows.flatMap((row) => textsOfRow(sheet, row, true, from, to));
  return { ...heading, texts: [...own, ...heading.texts] };
}

/** The texts that are shown in a row, or those of its hidden columns. */
function textsOfRow(sheet: Sheet, row: number, areShown = true, from = 0, to = Infinity): string[] {
  const shown = shownOf(sheet);
  if (!areShown && !shown.isRow(row)) return [];
  return Array.from({ length: sheet.cells.columnCount }, (_, column) =>
    column >= from && column <= to && shown.isCell(row, column) === areShown
      ? plainText(textAt(sheet, row, column))
      : '',
  ).filter((text) => text !== '');
}

const PLACE_LINE =
  /(?:编制|编报|填报|报送|制表|填表|上报|汇总)?(?:单位|地区|部门)(?:名称)?(?:[((](?:盖章|公章|章)[))])?[:：]\s*([^\s::]{2,30})/;

/** Whose table it is, as a line between title and header says it. */
export function placeIn({ texts }: Heading): { place?: string } {
  for (const text of texts) {
    const place = declaredUnit(text) === undefined ? PLACE_LINE.exec(text)?.[1] : undefined;
    if (place !== undefined) return { place };
  }
  return {};
}

/** 全市, 市本级: the title says it, or the name of the sheet. */
export function tierOf({ title }: Heading, sheetName: string): Pick<Table, 'tier'> {
  const tier = tierIn(title) ?? tierIn(sheetName);
  return tier ? { tier } : {};
}

/** 公开05表, 预算01表: the number of a department's form is a part of its name. */
export function namedForm({ title, texts }: Heading): string {
  const form = texts.find((text) => /^(?:公开|预算|部门)\d{2}(?:-\d)?表$/.test(text));
  return form === undefined || form === title ? title : `${title} ${form}`;
}

export function unitOf(heading: Heading, columns: readonly Column[], evidence: Evidence[]): Unit | undefined {
  // Persons below a table of money are no money, whatever is said above that.
  const count = heading.texts.findIndex(declaresCount);
  const texts = count < 0 ? heading.texts : heading.texts.slice(0, count);
  for (const text of [...texts, ...heading.headers]) {
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
  if (count >= 0) return undefined;
  const beside = [
    ...[...heading.hidden, ...heading.notes].map((text) => ({ text, unit: declaredUnit(text) })),
    ...heading.aboveTexts.map((text) => ({ text, unit: declaredUnit(text) ?? bareUnit(text) })),
  ];
  const said = beside.find(({ unit }) => unit !== undefined);
  if (said) {
    evidence.push({ id: 'unitLine', text: said.text });
    return said.unit;
  }
  // What one piece costs is told in yuan.
  const price = columns.find(({ path, role }) => /^单价/.test(path.at(-1) ?? '') && isFigureRole(role));
  if (price) evidence.push({ id: 'unitHeader', text: price.path.join(' ') });
  return price ? '元' : undefined;
}
