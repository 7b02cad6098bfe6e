import { firstCell, type Finding } from '../../core/findings/finding';
import type { LocatedFinding, NamedCell } from '../../app/check-report';
import { causeText, findingText } from '../../app/finding-text';
import { sourceText } from '../../app/source-text';
import { cellName, type Address } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';
import { shownCell } from './cell-text';
import { figureText, ruleName } from './finding-view';

/** A finding explained: both numbers, the probable cause, what else it breaks, what to do. */
export interface ExplanationView {
  readonly rule: string;
  /** The whole sentence, where its figures are not given one by one. */
  readonly message?: string;
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly cause?: string;
  readonly next: string;
  readonly terms: readonly TermView[];
  /** Said where the list of terms was cut. */
  readonly moreTerms?: string;
  readonly consequences: readonly TermView[];
  readonly consequencesTitle: string;
  readonly basis?: string;
}

export interface TermView {
  readonly name: string;
  readonly cell: string;
  readonly value: string;
  readonly at: Address;
}

/** More would push the rest of the explanation out of sight. */
const MOST_TERMS = 12;

export function explanationView(
  { finding, terms, termCount, consequences }: LocatedFinding,
  workbook: Workbook | undefined,
  translate: Translator,
): ExplanationView {
  const cause = causeText(finding, translate);
  const shown = terms.slice(0, MOST_TERMS);
  const figures = (['actual', 'expected', 'difference'] as const).flatMap((name) => {
    const value = figureText(finding, name, translate);
    return value === undefined ? [] : [{ name: translate.text(`pane.${name}`), value }];
  });
  const listed = (cells: readonly NamedCell[]) => termsOf(cells, firstCell(finding)?.sheet ?? '', workbook);
  return {
    rule: ruleName(finding.code, translate),
    ...(figures.length === 0 ? { message: findingText(finding, translate) } : {}),
    figures,
    ...(cause === undefined ? {} : { cause }),
    next: translate.text(nextStep(finding, cause)),
    terms: listed(shown),
    ...(termCount > shown.length
      ? { moreTerms: translate.text('pane.moreParts', { count: termCount - shown.length }) }
      : {}),
    consequences: listed(consequences),
    consequencesTitle: translate.text('pane.consequences', { count: finding.consequences.length }),
    ...(finding.source ? { basis: sourceText(finding.source, translate) } : {}),
  };
}

/** Cells by the names that tell them apart, with what they hold. */
export function termsOf(cells: readonly NamedCell[], sheet: string, workbook: Workbook | undefined): TermView[] {
  return cells.map((cell) => termView(cell, shortName(cell, cells), sheet, workbook));
}

/** A bound that is missed comes with its source; everything else is put right in the sheet. */
function nextStep({ source }: Finding, cause: string | undefined): MessageId {
  if (source) return 'pane.nextBound';
  return cause === undefined ? 'pane.nextUnknown' : 'pane.nextKnown';
}

/** What all of them share need not be said of each. */
function shortName({ rowName, columnName }: NamedCell, among: readonly NamedCell[]): string {
  if (among.length > 1 && rowName !== '' && among.every((cell) => cell.columnName === columnName)) return rowName;
  if (among.length > 1 && columnName !== '' && among.every((cell) => cell.rowName === rowName)) return columnName;
  return [rowName, columnName].filter((part) => part !== '').join(' · ');
}

function termView(
  { row, column }: NamedCell,
  name: string,
  sheetName: string,
  workbook: Workbook | undefined,
): TermView {
  const sheet = workbook?.sheets.find((candidate) => candidate.name === sheetName);
  return {
    name,
    cell: cellName({ row, column }),
    value: sheet ? shownCell(sheet, row, column).text : '',
    at: { sheet: sheetName, row, column },
  };
}
