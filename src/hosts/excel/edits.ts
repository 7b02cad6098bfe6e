import { parseRect, type Rect } from '../../core/grid/address';
import { changeCells, type CellChange } from '../../core/grid/change-cells';
import type { Workbook } from '../../core/grid/sheet';
import { HostError, type Edit, type Heard, type SeenEdits } from '../host';
import { cellValue, formulaText } from './cell-values';
import { checkedGrid, rangeOf } from './grids';
import { readWorkbook } from './read-workbook';
import { inExcel } from './session';

/** More cells than these are read with the whole workbook: Excel does not say which of them changed. */
const MOST_CELLS = 20_000;
const MOST_EDITS = 50;

/**
 * Calls back after each edit and each new selection, until what it gives is called. Excel may lose events and delivers
 * some late: they are hints, and a full check always decides.
 */
export async function watchWorkbook({ edited, selected }: Heard): Promise<() => Promise<void>> {
  const handlers = await inExcel(async (session) => {
    const { worksheets } = session.workbook;
    const added = [
      worksheets.onChanged.add((event) => {
        edited({ sheetId: event.worksheetId, area: areaOf(event) });
        return Promise.resolve();
      }),
      worksheets.onSelectionChanged.add(async (event) => {
        const at = parseRect(event.address.replaceAll('$', ''));
        if (at) selected({ sheet: await nameOf(event.worksheetId), row: at.top, column: at.left });
      }),
    ];
    await session.sync();
    return added;
  });
  return async () => {
    await Promise.all(
      handlers.map((handler) =>
        Excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        }),
      ),
    );
  };
}

/** Rows that were inserted or cells that moved change what has no address: then anything may be another. */
function areaOf({ changeType, address }: Excel.WorksheetChangedEventArgs): Rect | undefined {
  return changeType === Excel.DataChangeType.rangeEdited ? parseRect(address.replaceAll('$', '')) : undefined;
}

function nameOf(sheetId: string): Promise<string> {
  return inExcel(async (session) => {
    const sheet = session.workbook.worksheets.getItem(sheetId).load('name');
    await session.sync();
    return sheet.name;
  });
}

/** The workbook after some edits: in one trip where they are few, else read as a whole. */
export async function readEdits(edits: readonly Edit[], known: Workbook, signal?: AbortSignal): Promise<SeenEdits> {
  const areas = edits.flatMap(({ sheetId, area }) => (area ? [{ sheetId, area }] : []));
  const cells = areas.reduce((sum, { area }) => sum + sizeOf(area), 0);
  if (areas.length < edits.length || edits.length > MOST_EDITS || cells > MOST_CELLS)
    return { workbook: await readWorkbook(signal ? { signal } : {}), changed: undefined };
  return inExcel(async (session) => {
    const asked = areas.map(({ sheetId, area }) => {
      const sheet = session.workbook.worksheets.getItem(sheetId).load('name');
      return { area, sheet, range: rangeOf(sheet, area).load('values,formulas,numberFormat,valueTypes') };
    });
    await session.sync();
    let { sheets } = known;
    for (const { area, sheet, range } of asked) {
      const changes = changesIn(area, range, sheet.name);
      if (!sheets.some(({ name }) => name === sheet.name)) throw new HostError('incompleteRead', sheet.name);
      sheets = sheets.map((one) => (one.name === sheet.name ? changeCells(one, changes) : one));
    }
    return {
      workbook: { ...known, sheets },
      changed: asked.flatMap(({ area, sheet }) => addressesIn(area, sheet.name)),
    };
  }, signal);
}

function changesIn(area: Rect, range: Excel.Range, sheet: string): CellChange[] {
  const [values, formulas, formats, types] = [range.values, range.formulas, range.numberFormat, range.valueTypes].map(
    (grid) => checkedGrid(grid, area, sheet),
  );
  return addressesIn(area, sheet).map(({ row, column }) => {
    const at = (grid: readonly (readonly unknown[])[] | undefined) => grid?.[row - area.top]?.[column - area.left];
    const value = at(values);
    const formula = formulaText(at(formulas), value);
    const format = at(formats);
    return {
      row,
      column,
      value: cellValue(value, at(types) === Excel.RangeValueType.error),
      ...(formula === undefined ? {} : { formula }),
      ...(typeof format === 'string' ? { format } : {}),
    };
  });
}

function addressesIn({ top, left, bottom, right }: Rect, sheet: string) {
  const cells = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ sheet, row, column });
  return cells;
}

function sizeOf({ top, left, bottom, right }: Rect): number {
  return (bottom - top + 1) * (right - left + 1);
}
