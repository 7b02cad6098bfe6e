import { faultText } from '../../app/fault-text';
import type { Translator } from '../../messages/translator';
import type { PaneState } from '../state/pane-state';
import { resultView, sinceText } from './result-view';
import { countsText, doneText } from './status-view';
import { withinText } from './triage';

/** What the live region says: the outcome of what the user started, once, and nothing in between. */
export function announcement(state: PaneState, translate: Translator): string {
  const { activity, check, fault, fix, workbook, notKept } = state;
  if (fault) return faultText(fault.error, translate);
  if (activity.kind !== 'idle' && !('quiet' in activity && activity.quiet)) return translate.text('pane.busy');
  if (fix?.preview)
    return translate.text('pane.since', { mended: fix.preview.gone.length, fresh: fix.preview.come.length });
  if (check) {
    const { empty, cancelled } = resultView(check, translate);
    const done = doneText(state, translate);
    const since = sinceText(check, translate);
    if (state.written && done !== undefined) return done;
    const outcome =
      withinText(check.report.findings, state.triage, translate) ??
      cancelled ??
      empty?.text ??
      `${translate.text('pane.checked')}: ${countsText(check.report, translate)}`;
    if (done !== undefined) return [done, since ?? outcome].join(' ');
    return notKept ? `${outcome} ${translate.text('pane.notKept')}` : outcome;
  }
  return workbook?.snapshot ? translate.text('pane.ready', { sheets: workbook.snapshot.sheets.length }) : '';
}
