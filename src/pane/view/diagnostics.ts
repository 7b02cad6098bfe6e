import { faultText } from '../../app/fault-text';
import type { Translator } from '../../messages/translator';
import type { PaneState } from '../state/pane-state';

/**
 * What somebody who is asked for help needs to know: program and browser, how large the workbook is, what went wrong
 * last. No name, no cell, no figure of the workbook is in it.
 */
export function diagnosticsText(
  state: PaneState,
  around: Readonly<Record<string, string>>,
  agent: string,
  translate: Translator,
): string {
  const { workbook, check, fault, settings } = state;
  const sheets = workbook?.snapshot?.sheets ?? [];
  const lines: Readonly<Record<string, string>> = {
    ...around,
    agent,
    paneLanguage: settings.language,
    sheets: String(sheets.length),
    cells: String(sheets.reduce((sum, { cells }) => sum + cells.column.length, 0)),
    findings: String(check?.report.findings.length ?? ''),
    rules: [...new Set(check?.report.findings.map(({ finding }) => finding.code))].sort().join(' '),
    fault: fault ? faultOf(fault.error, translate) : '',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** The sentence of a fault may name a file or a sheet: its kind is told instead. */
function faultOf(error: unknown, translate: Translator): string {
  if (typeof error === 'object' && error !== null && 'fault' in error) return String(error.fault);
  return error instanceof Error ? error.name : faultText(error, translate);
}
