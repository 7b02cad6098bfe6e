import type { SummarySheet } from '../core/summary/summary-sheet';
import type { Translator } from '../messages/translator';
import type { CheckResult } from './check-workbook';
import { findingsSheet } from './summary/findings-sheet';
import { indicatorsSheet } from './summary/indicators-sheet';

/** Our sheets for a checked workbook, in the order they are written. */
export function summarySheets(result: CheckResult, translate: Translator): SummarySheet[] {
  return [findingsSheet(result, translate), indicatorsSheet(result, translate)];
}
