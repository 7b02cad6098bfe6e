import { CellKind, type CellStore, type Sheet, type Workbook } from '../../grid/sheet';
import { Book } from './book';
import { Calculation, Draft } from './draft';
import { Source } from './source';

/**
 * The workbook with a result for every formula: what the file holds or, where a program wrote the file that
 * does not calculate, what is computed here. What cannot be computed is listed with its sheet. The same
 * object where nothing is missing.
 */
export function withResults(workbook: Workbook): Workbook {
  const calculation = new Calculation();
  const drafts = workbook.sheets.map((sheet) => draftOf(sheet, calculation));
  if (drafts.every((draft) => draft === undefined)) return workbook;
  const sources = workbook.sheets.map((sheet, k) => drafts[k]?.draft.source ?? new Source(sheet));
  calculation.book = new Book(sources, workbook.names);
  for (const draft of drafts) draft?.draft.computeAll();
  return { ...workbook, sheets: workbook.sheets.map((sheet, k) => withDraft(sheet, drafts[k])) };
}

interface Drafted {
  readonly draft: Draft;
  readonly wasZero: boolean;
}

function withDraft(sheet: Sheet, drafted: Drafted | undefined): Sheet {
  if (!drafted) return sheet;
  const { draft, wasZero } = drafted;
  return {
    ...sheet,
    cells: draft.store(),
    computed: { wasZero, count: draft.computed, uncomputed: draft.uncomputed() },
  };
}

/** No result stands in the file, or a program left 0 in all of them. */
function draftOf(sheet: Sheet, calculation: Calculation): Drafted | undefined {
  const { kind, number, formula } = sheet.cells;
  let isMissing = false;
  let isZero = true;
  let formulas = 0;
  for (let index = 0; index < formula.length; index++) {
    if (formula[index] === 0) continue;
    formulas++;
    if (isWithout(sheet.cells, index)) isMissing = true;
    else if (kind[index] !== CellKind.number || number[index] !== 0) isZero = false;
  }
  if (formulas === 0 || (!isMissing && !isZero)) return undefined;
  const wasZero = isZero && !isMissing;
  // What the file says, be it 0, is better than nothing.
  const wanted = { isWanted: (index: number) => wasZero || isWithout(sheet.cells, index), keepsOthers: wasZero };
  return { draft: new Draft(sheet, calculation, wanted), wasZero };
}

/** A blank that is the empty text which its formula gave is a result. */
function isWithout({ kind, number, formula }: CellStore, index: number): boolean {
  return formula[index] !== 0 && kind[index] === CellKind.blank && number[index] === 0;
}
