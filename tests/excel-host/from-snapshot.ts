import { indentLevel, isBold, storedValue, type DefinedName, type Workbook } from '../../src/core/grid/sheet';
import { parseRect } from '../../src/core/grid/address';
import { keptXml } from '../../src/hosts/kept-part';
import { SimSheet } from './model/sheet';
import { SimWorkbook, type SimName } from './model/workbook';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Opens a snapshot, for example one that the file host has read, in the simulated Excel. */
export function openSnapshot(snapshot: Workbook): SimWorkbook {
  const workbook = new SimWorkbook();
  if (snapshot.fileName !== undefined) workbook.fileName = snapshot.fileName;
  for (const sheet of snapshot.sheets) {
    const target = new SimSheet(sheet.name);
    workbook.sheets.push(target);
    target.visibility = VISIBILITY[sheet.visibility];
    target.isProtected = sheet.protected;
    target.merges = [...sheet.merges];
    for (const row of sheet.hiddenRows) target.rows.set(row, { hidden: true });
    for (const column of sheet.hiddenColumns) target.columns.set(column, { hidden: true });
    const { cells } = sheet;
    for (let row = 0; row < cells.rowCount; row++) {
      for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++) {
        const cell = target.make(row, cells.column[at] ?? 0);
        const value = storedValue(cells, at);
        const formula = cells.texts[cells.formula[at] ?? 0];
        const format = cells.formats[cells.format[at] ?? 0];
        if (value !== undefined) cell.value = value;
        if (formula) cell.formula = formula;
        if (format !== undefined && format !== 'General') cell.format.numberFormat = format;
        if (isBold(cells, at)) cell.format.bold = true;
        if (indentLevel(cells, at) > 0) cell.format.indentLevel = indentLevel(cells, at);
      }
    }
  }
  if (snapshot.kept) workbook.xmlParts.push({ id: '{kept}', xml: keptXml(new Map(Object.entries(snapshot.kept))) });
  workbook.names = snapshot.names.map((name) => openName(workbook, name));
  return workbook;
}

function openName(workbook: SimWorkbook, name: DefinedName): SimName {
  const scope = name.sheet === undefined ? undefined : workbook.find(name.sheet);
  return {
    name: name.name,
    target: targetOf(workbook, name.refersTo),
    visible: !name.hidden,
    ...(scope ? { scope } : {}),
  };
}

/** Cells when the text names cells of one sheet, so that the name follows it; else the text as it is. */
function targetOf(workbook: SimWorkbook, refersTo: string): SimName['target'] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/.exec(refersTo);
  const sheet = workbook.find((match?.[1]?.replaceAll("''", "'") ?? match?.[2]) || '');
  const rect = parseRect(match?.[3] ?? '');
  return sheet && rect ? { sheet, rect } : { text: refersTo };
}
