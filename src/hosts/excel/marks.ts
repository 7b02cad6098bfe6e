import type { Address } from '../../core/grid/address';
import type { MarkedCells } from '../host';
import { inExcel, quietly, type Session } from './session';
import { addressGroups } from './style-areas';

/** Always true, and says whose it is: so a mark is found again after the pane or Excel was closed in between. */
const MARK_FORMULA = '=N("gouji")=0';
const MARK_COLOR = '#FFD54F';

/** Names of the sheets that were marked since the pane was opened. */
const marked = new Set<string>();

/**
 * Makes cells stand out by conditional formats of ours, in place of those that stood; none at all for no cells. The
 * formats of the cells themselves are never touched. Protected sheets refuse: they are named. Marks that an earlier
 * pane left on a sheet that has none now go when all go: to look for them on every sheet costs a large workbook more
 * than the marks themselves.
 */
export function markCells(cells: readonly Address[]): Promise<MarkedCells> {
  return inExcel(async (session) => {
    const { worksheets } = session.workbook;
    worksheets.load('items/name,items/protection/protected');
    await session.sync();
    const open = worksheets.items.filter(({ protection }) => !protection.protected);
    const wanted = new Map<string, Address[]>();
    for (const cell of cells) {
      const list = wanted.get(cell.sheet);
      if (list) list.push(cell);
      else wanted.set(cell.sheet, [cell]);
    }
    const isAffected = ({ name }: Excel.Worksheet) => wanted.size === 0 || wanted.has(name) || marked.has(name);
    await removeMarks(session, open.filter(isAffected));
    for (const sheet of open) mark(sheet, wanted.get(sheet.name) ?? []);
    await session.sync();
    marked.clear();
    for (const { name } of open) if (wanted.has(name)) marked.add(name);
    const count = cells.filter(({ sheet }) => marked.has(sheet)).length;
    const shut = worksheets.items.filter(({ name, protection }) => protection.protected && wanted.has(name));
    return { count, leftOut: shut.map(({ name }) => name) };
  });
}

function mark(sheet: Excel.Worksheet, cells: readonly Address[]): void {
  const rects = cells.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
  for (const addresses of addressGroups(rects)) {
    const areas = sheet.getRanges(addresses);
    const { custom } = areas.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = MARK_FORMULA;
    custom.format.fill.color = MARK_COLOR;
    areas.untrack();
  }
}

/** Queues the removal of our marks, of nobody else's; sends it where there are any. */
export async function removeMarks(session: Session, sheets: readonly Excel.Worksheet[]): Promise<void> {
  const ranges = sheets.map((sheet) => sheet.getRange());
  const formats = ranges.map((range) => range.conditionalFormats.load('items/id,items/type'));
  await session.sync();
  const custom = formats.flatMap(({ items }) => items.filter(({ type }) => type === 'Custom'));
  if (custom.length > 0) {
    const rules = custom.map((format) => format.custom.rule.load('formula'));
    await session.sync();
    quietly(session);
    // A formula comes back as Excel writes it.
    custom.forEach((format, i) => {
      if (/^=\s*N\("gouji"\)\s*=\s*0$/i.test(rules[i]?.formula ?? '')) format.delete();
    });
  }
  for (const range of ranges) range.untrack();
}
