import { faultText } from '../../app/fault-text';
import type { Translator } from '../../messages/translator';
import type { PaneState } from '../state/pane-state';
import { resultView } from './result-view';
import { countsText } from './status-view';

/** What the live region says: the outcome of what the user started, once, and nothing in between. */
export function announcement(
  { activity, check, fault, written, workbook, notKept }: PaneState,
  translate: Translator,
): string {
  if (fault) return faultText(fault.error, translate);
  if (activity.kind !== 'idle') return translate.text('pane.busy');
  if (written) return translate.text('pane.written', { sheets: translate.list(written.sheetNames) });
  if (check) {
    const { empty, cancelled } = resultView(check, translate);
    const outcome =
      cancelled ?? empty?.text ?? `${translate.text('pane.checked')}: ${countsText(check.report, translate)}`;
    return notKept ? `${outcome} ${translate.text('pane.notKept')}` : outcome;
  }
  return workbook?.snapshot ? translate.text('pane.ready', { sheets: workbook.snapshot.sheets.length }) : '';
}
