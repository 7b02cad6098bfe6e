import type { TableReading } from '../../app/check-report';
import { cellName, type Address } from '../../core/grid/address';
import { isWholeYear, monthNumber, type Period } from '../../core/numbers/period';
import { MONEY_UNITS, type Unit } from '../../core/numbers/unit';
import { correctionOf, type Correction } from '../../core/tables/corrections';
import { COLUMN_ROLES, type ColumnRole } from '../../core/tables/table';
import { TABLE_KINDS, type TableKind } from '../../core/tables/table-kinds';
import type { Translator } from '../../messages/translator';
import {
  isChanged,
  periodProblem,
  readingFields,
  tableKey,
  UNKNOWN_KIND,
  type ReadingDraft,
  type ReadingFields,
} from '../state/reading-draft';

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly text: string;
}

/** One table as a line: sheet, kind, unit, month. */
export interface TableLine {
  readonly key: string;
  /** May be broken between characters. */
  readonly names: string;
  /** May not. */
  readonly figures: readonly string[];
  readonly corrected: boolean;
}

/** One table unfolded: why it was read so, and what can be said of it. */
export interface ReadingView {
  readonly title?: string;
  readonly evidence: readonly string[];
  readonly at: Address;
  readonly goTo: string;
  readonly fields: ReadingFields;
  readonly columns: readonly { readonly header: string; readonly name: string; readonly role: ColumnRole }[];
  readonly periodProblem?: string;
  /** The other tables that a correction of this one corrects too. */
  readonly shared?: string;
  readonly canApply: boolean;
  readonly canRestore: boolean;
}

export function tableLines(tables: readonly TableReading[], translate: Translator): readonly TableLine[] {
  const lines = tables.map((table) => tableLine(table, translate));
  const said = lines.map(lineText);
  // Two tables of one sheet may be alike in all of it; then the cell tells which is meant.
  return lines.map((line, i) =>
    said.indexOf(said[i] ?? '') === said.lastIndexOf(said[i] ?? '')
      ? line
      : { ...line, figures: [...line.figures, cellName(tables[i]?.first ?? { row: 0, column: 0 })] },
  );
}

function lineText({ names, figures }: TableLine): string {
  return [names, ...figures].join(' · ');
}

function tableLine(table: TableReading, translate: Translator): TableLine {
  const { sheet, kind, unit, period, corrected } = table;
  return {
    key: tableKey(table),
    names: [sheet.trim(), kindText(kind, translate)].join(' · '),
    figures: [
      unit ?? translate.text('pane.unknownUnit'),
      period ? periodText(period, translate) : translate.text('pane.unknownPeriod'),
    ],
    corrected,
  };
}

export function readingView(
  table: TableReading,
  tables: readonly TableReading[],
  said: Correction | undefined,
  draft: ReadingDraft,
  translate: Translator,
): ReadingView {
  const fields = readingFields(table, said, draft);
  const problem = periodProblem(fields, draft);
  const shared = tables.filter(
    (other) =>
      tableKey(other) !== tableKey(table) &&
      correctionOf([{ sheet: table.sheet, title: table.title }], other.sheet, other.title) !== undefined,
  );
  return {
    ...(table.title === '' ? {} : { title: translate.text('pane.tableTitle', { title: table.title }) }),
    evidence: table.evidence
      .filter(({ id }) => id !== 'title')
      .map(({ id, text }) => translate.text(`evidence.${id}`, { text })),
    at: { sheet: table.sheet, ...table.first },
    goTo: translate.text('pane.goTo', { cell: cellName(table.first) }),
    fields,
    columns: fields.columns.map(({ header, role }) => ({ header, name: header.replaceAll('|', ' / '), role })),
    ...(problem === undefined
      ? {}
      : { periodProblem: translate.text(problem === 'month' ? 'pane.monthHint' : 'pane.monthOrder') }),
    ...(shared.length === 0
      ? {}
      : {
          shared: translate.text('pane.correctionShared', {
            tables: translate.list(shared.map(({ sheet, first }) => `${sheet.trim()} ${cellName(first)}`)),
          }),
        }),
    canApply: problem === undefined && isChanged(table, said, draft),
    canRestore: said !== undefined,
  };
}

export function kindChoices(translate: Translator): readonly Choice<TableKind>[] {
  const kinds: readonly TableKind[] = [...TABLE_KINDS, UNKNOWN_KIND];
  return kinds.map((kind) => ({
    value: kind,
    text: kindText(kind, translate),
  }));
}

export const UNIT_CHOICES: readonly Choice<Unit>[] = (Object.keys(MONEY_UNITS) as Unit[]).map((unit) => ({
  value: unit,
  text: unit,
}));

export function roleChoices(translate: Translator): readonly Choice<ColumnRole>[] {
  return COLUMN_ROLES.map((role) => ({ value: role, text: translate.text(`role.${role}`) }));
}

function kindText(kind: TableKind, translate: Translator): string {
  return translate.text(`kind.${kind}`);
}

export function periodText(period: Period, translate: Translator): string {
  const [year, last] = [period.to.slice(0, 4), monthNumber(period.to)];
  if (isWholeYear(period) && period.from.startsWith(year)) return translate.text('pane.periodYear', { year });
  if (period.from.slice(0, 7) === period.to.slice(0, 7))
    return translate.text('pane.periodMonth', { year, month: last });
  if (period.from.startsWith(year))
    return translate.text('pane.periodMonths', { year, first: monthNumber(period.from), last });
  return translate.text('pane.periodSpan', { from: period.from.slice(0, 7), to: period.to.slice(0, 7) });
}
