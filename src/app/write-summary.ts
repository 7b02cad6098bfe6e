import { SUMMARIES } from '../core/summary/sheets';
import type { SummarySheet } from '../core/summary/summary-sheet';
import { isLacking, type Lacking, type SummaryTable } from '../core/summary/summary-table';
import type { MeasuredBook } from '../core/reading/dossier';
import type { Translator } from '../messages/translator';
import type { CheckResult } from './check-workbook';
import { findingsSheet } from './summary/findings-sheet';
import { indicatorsSheet } from './summary/indicators-sheet';
import { indicatorsOf } from './indicators';
import { lacksText, sheetName } from './summary/summary-words';
import { letterhead, summarySources } from './summary/summary-sources';
import { tableSheet } from './summary/table-sheet';

/** Sheets that every checked workbook can have, after the tables. */
const ALWAYS = ['findings', 'indicators'] as const;

/** The ids of our sheets, in the order in which they are written. */
export const SUMMARY_IDS: readonly string[] = [...SUMMARIES.map(({ id }) => id), ...ALWAYS];

/** One of our sheets as it is offered. */
export interface SummaryOffer {
  readonly id: string;
  /** Undefined: it can be made. */
  readonly lacks?: Lacking;
}

export interface SummaryChoice {
  /** Ids of the sheets; absent: all that can be made. */
  readonly wanted?: readonly string[];
  /** Workbooks that lend figures. */
  readonly lenders?: readonly MeasuredBook[];
}

/** Which sheets a checked workbook can have, and what is missing for the others. */
export function summaryOffers(result: CheckResult, lenders: readonly MeasuredBook[] = []): SummaryOffer[] {
  const sources = summarySources(result, lenders);
  return [
    ...SUMMARIES.map(({ id, build }): SummaryOffer => {
      const built = build(sources);
      return isLacking(built) ? { id, lacks: built } : { id };
    }),
    ...ALWAYS.map((id) => ({ id })),
  ];
}

/** One of our sheets as a pane offers it. */
export interface SummaryListing {
  readonly id: string;
  readonly name: string;
  /** What is missing, in a sentence; absent: it can be made. */
  readonly lacks?: string;
  /** As it would be written; absent: it cannot be made. */
  readonly sheet?: SummarySheet;
}

/** Every sheet of ours with what it would say, or with what is missing for it. */
export function summaryListing(result: CheckResult, translate: Translator): SummaryListing[] {
  const sheets = new Map(summarySheets(result, translate, { wanted: SUMMARY_IDS }).map((sheet) => [sheet.id, sheet]));
  return summaryOffers(result).map(({ id, lacks }): SummaryListing => {
    const sheet = sheets.get(id);
    return {
      id,
      name: sheetName(id, translate),
      ...(lacks ? { lacks: lacksText(lacks, translate) } : {}),
      ...(sheet ? { sheet } : {}),
    };
  });
}

/** The tables of a checked workbook that can be made, before any language. */
export function summaryTables(result: CheckResult, { wanted, lenders = [] }: SummaryChoice = {}): SummaryTable[] {
  const sources = summarySources(result, lenders);
  return SUMMARIES.filter(({ id }) => wanted === undefined || wanted.includes(id)).flatMap(({ build }) => {
    const built = build(sources);
    return isLacking(built) ? [] : [built];
  });
}

/** Our sheets for a checked workbook, in the order they are written; what cannot be made is left out. */
export function summarySheets(result: CheckResult, translate: Translator, choice: SummaryChoice = {}): SummarySheet[] {
  const { wanted, lenders = [] } = choice;
  const head = letterhead(result, lenders);
  const always = { findings: findingsSheet, indicators: indicatorsSheet };
  return [
    ...summaryTables(result, choice).map((table) => tableSheet(table, head, translate)),
    ...ALWAYS.filter((id) =>
      wanted === undefined ? id === 'findings' || hasIndicators(result) : wanted.includes(id),
    ).map((id) => always[id](result, translate)),
  ];
}

/** Whether any indicator but the day of the figures could be computed. */
function hasIndicators(result: CheckResult): boolean {
  return indicatorsOf(result).some(({ id, computed }) => computed !== undefined && id !== 'T01');
}
