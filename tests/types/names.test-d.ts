/**
 * What must not compile. `npm run types` reads this file and fails where a line below compiles after
 * all; nothing here is run.
 */
import type { Inquiry, Formulas } from '../../src/core/fiscal/indicators/indicator';
import type { MeasureIndex } from '../../src/core/fiscal/measure-index';
import type { Calibres } from '../../src/core/fiscal/pack';
import type { SubjectId } from '../../src/core/fiscal/subjects';
import type { Correction } from '../../src/core/tables/corrections';
import type { Table } from '../../src/core/tables/table';
import type { TableKind } from '../../src/core/tables/table-kinds';

declare const ask: Inquiry;
declare const index: MeasureIndex;
declare const table: Table;

export const kinds: readonly TableKind[] = ['库款月报', 'unknown'];
// @ts-expect-error misspelt: 报 became 抱
export const misspeltKind: TableKind = '库款月抱';
// @ts-expect-error a table is never compared with a kind that is none
export const neverEqual = table.kind === '库款月抱';
// @ts-expect-error nor can it be asked for
export const askedOfNone = ask.whole('库款月抱', 'ytd', 'cash');
// @ts-expect-error a correction that the code makes names a kind, too
export const correction: Correction = { sheet: '', title: '', kind: '库款月抱' };

export const subjects: readonly SubjectId[] = ['localRevenue', 'tax', '10199', 'landTransfer', 'cash'];
// @ts-expect-error misspelt: the last letter is missing
export const misspeltSubject: SubjectId = 'localRevenu';
// @ts-expect-error a subject with a word is not known by its code: the code of 税收收入 would find nothing
export const wordedCode: SubjectId = '101';
// @ts-expect-error no subject of ours
export const figure = ask.figure('localRevenu', 'ytd');
// @ts-expect-error no phase of a budget is called so
export const phase = ask.figure('localRevenue', 'yearToDate');
// @ts-expect-error no subject of ours
export const measure = index.get('localRevenu', 'ytd');
// @ts-expect-error no functional class
export const livelihood: Calibres['livelihood'] = ['205', '299'];

// @ts-expect-error there is no indicator X01
export const formulas: Formulas = { X01: () => undefined };
