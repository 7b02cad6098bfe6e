import { cellName } from '../../core/grid/address';
import type { CellContent, Write } from '../../core/fix/fix';
import { isCellError, type CellValue } from '../../core/grid/value';
import { HostError, type CellsChange, type WrittenCells } from '../host';
import { asOneUndo, type Session } from './session';

/** A write with the cell that it is about, as Excel has it now. */
interface Target {
  readonly write: Write;
  readonly range: Excel.Range;
}

/**
 * Puts values and formulas into cells of the open workbook, all or none. Excel computes what rests on them. Nothing
 * is written where a cell holds something else than it did when it was checked, or where its sheet is protected.
 * One step of Excel's undo, where it knows such groups: a repair of five cells is not taken back in five.
 */
export function writeCells({ writes }: CellsChange): Promise<WrittenCells> {
  return asOneUndo(async (session) => {
    const targets = await targetsOf(session, writes);
    for (const target of targets) ensureWritable(target);
    const { runtime } = session.context;
    const { enableEvents } = runtime;
    // What we write ourselves is known already.
    runtime.enableEvents = false;
    for (const { write, range } of targets) put(range, write.after);
    try {
      await session.sync();
    } finally {
      runtime.enableEvents = enableEvents;
      await session.sync();
    }
    return {};
  });
}

async function targetsOf(session: Session, writes: readonly Write[]): Promise<readonly Target[]> {
  const { worksheets } = session.workbook;
  session.context.runtime.load('enableEvents');
  const names = [...new Set(writes.map(({ at }) => at.sheet))];
  const sheets = names.map((name) => worksheets.getItemOrNullObject(name).load('name,protection/protected'));
  await session.sync();
  sheets.forEach((sheet, i) => {
    const name = names[i] ?? '';
    if (sheet.isNullObject) throw new HostError('cellsChanged', name);
    if (sheet.protection.protected) throw new HostError('sheetProtected', name);
  });
  const targets = writes.map((write) => ({
    write,
    range: worksheets.getItem(write.at.sheet).getRange(cellName(write.at)).load('values,formulas,numberFormat'),
  }));
  await session.sync();
  return targets;
}

function ensureWritable({ write: { at, before, after }, range }: Target): void {
  const place = `${at.sheet}!${cellName(at)}`;
  const formula = String(range.formulas[0]?.[0] ?? '');
  const holds = formula.startsWith('=') ? formula.slice(1) : undefined;
  const isSame =
    before.formula === undefined
      ? holds === undefined && written(before.value) === range.values[0]?.[0]
      : holds === before.formula;
  if (!isSame) throw new HostError('cellsChanged', place);
  // In a cell of text format Excel would make a text of whatever is put in.
  if (range.numberFormat[0]?.[0] === '@' && typeof after.value === 'number') throw new HostError('textFormat', place);
}

function put(range: Excel.Range, { value, formula }: CellContent): void {
  if (formula !== undefined) range.formulas = [[`=${formula}`]];
  // With an apostrophe a text stays one, whatever it reads like.
  else range.values = [[typeof value === 'string' ? `'${value}` : written(value)]];
}

/** A value as Excel hands it over: a blank is the empty text, an error its name. */
function written(value: CellValue): string | number | boolean {
  return value === undefined ? '' : isCellError(value) ? value.error : value;
}
