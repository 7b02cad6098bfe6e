import type { CellExplanation } from '../../app/cell-explanation';
import type { LocatedFinding } from '../../app/check-report';
import { findingText } from '../../app/finding-text';
import type { Workbook } from '../../core/grid/sheet';
import type { Translator } from '../../messages/translator';
import { termsOf, type TermView } from './explanation-view';
import { periodText } from './reading-view';

/** A cell in words, only what is known of it. */
export interface CellView {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly findings: readonly { readonly located: LocatedFinding; readonly text: string }[];
  readonly partOf: readonly TermView[];
  readonly madeOf: readonly TermView[];
}

export function cellView(
  { at, table, rowPath, columnName, unit, period, standing, partOf, madeOf, findings }: CellExplanation,
  workbook: Workbook | undefined,
  all: readonly LocatedFinding[],
  translate: Translator,
): CellView {
  const kind = table && table.kind !== 'unknown' ? translate.text(`kind.${table.kind}`) : '';
  const facts = [
    { name: translate.text('cell.table'), value: table ? table.title || kind : translate.text('cell.noTable') },
    { name: translate.text('pane.kind'), value: kind },
    { name: translate.text('cell.row'), value: rowPath.join(' › ') },
    { name: translate.text('cell.column'), value: columnName },
    { name: translate.text('pane.unit'), value: unit ?? '' },
    { name: translate.text('cell.period'), value: period ? periodText(period, translate) : '' },
    { name: translate.text('cell.standing'), value: translate.text(`cell.standing.${standing}`) },
  ];
  return {
    facts: facts.filter(({ value }) => value !== ''),
    findings: all
      .filter(({ finding }) => findings.includes(finding.fingerprint))
      .map((located) => ({ located, text: findingText(located.finding, translate) })),
    partOf: termsOf(partOf, at.sheet, workbook),
    madeOf: termsOf(madeOf, at.sheet, workbook),
  };
}
