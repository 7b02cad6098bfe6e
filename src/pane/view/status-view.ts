import type { CheckReport } from '../../app/check-report';
import type { Translator } from '../../messages/translator';
import type { Activity, PaneState } from '../state/pane-state';

export interface ProgressView {
  /** Names the sheet. */
  readonly text: string;
  /** 0–1; absent while that is not known. */
  readonly share?: number;
}

export function progressView(activity: Activity, translate: Translator): ProgressView | undefined {
  if (activity.kind === 'idle' || ('quiet' in activity && activity.quiet)) return undefined;
  if (activity.kind === 'writing' || !activity.progress) return { text: translate.text('pane.busy') };
  const { sheet, done, total } = activity.progress;
  return {
    text: translate.text(`pane.${activity.kind}`, { sheet: sheet.trim(), done: done + 1, total }),
    share: total === 0 ? 1 : done / total,
  };
}

/** What was written or repaired last; undefined: nothing. */
export function doneText(
  { written, fixed }: Pick<PaneState, 'written' | 'fixed'>,
  translate: Translator,
): string | undefined {
  if (written) {
    const sheets = translate.list(written.sheetNames);
    if (written.removed !== true)
      return [
        translate.text('pane.written', { sheets }),
        ...(written.notices ?? []).map((notice) => translate.text(`notice.${notice}`)),
      ].join(' ');
    if (written.keptRemoved)
      return [
        ...(sheets === '' ? [] : [translate.text('pane.removed', { sheets })]),
        translate.text('cli.removedKept'),
      ].join(' ');
    return sheets === '' ? translate.text('pane.nothingRemoved') : translate.text('pane.removed', { sheets });
  }
  if (!fixed) return undefined;
  return translate.text(fixed.undone ? 'fix.undone' : 'fix.applied', { cells: fixed.cells });
}

export function countsText({ findings }: CheckReport, translate: Translator): string {
  const count = (level: string) => findings.filter(({ finding }) => finding.level === level).length;
  return translate.text('pane.summaryCounts', {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
  });
}
