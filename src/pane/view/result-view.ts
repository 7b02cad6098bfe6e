import { skipText } from '../../app/finding-text';
import type { Level } from '../../core/findings/rule';
import type { Translator } from '../../messages/translator';
import type { CheckState } from '../state/check-state';
import { coverageText, unreadTexts, verdictOf } from '../../app/coverage-text';
import { ruleName } from './finding-view';

/** What a check came to, in sentences. */
export interface ResultView {
  readonly counts: readonly { readonly level: Level; readonly word: string; readonly count: number }[];
  /** How much was looked at; a pass is never said of nothing. */
  readonly checked: string;
  /** Which figures were checked, and which could not be read. */
  readonly covered: readonly string[];
  /** Said in place of a list. */
  readonly empty?: { readonly kind: 'clean' | 'nothing'; readonly text: string };
  readonly left: string;
  /** 改好 3 条，新增 1 条; absent: there was no check before, or nothing changed. */
  readonly since?: string;
  readonly cancelled?: string;
  readonly skippedTitle?: string;
  readonly skipped: readonly string[];
}

const LEVELS: readonly Level[] = ['error', 'warning', 'hint'];

export function resultView(check: CheckState, translate: Translator): ResultView {
  const { report, extent, seen } = check;
  const { findings, skipped, relationsChecked } = report;
  const since = sinceText(check, translate);
  const empty = extent === 'complete' && findings.length === 0 ? emptyView(report, translate) : undefined;
  return {
    counts: LEVELS.map((level) => ({
      level,
      word: translate.text(`level.${level}`),
      count: findings.filter(({ finding }) => finding.level === level).length,
    })),
    checked: translate.text('pane.relations', { count: relationsChecked }),
    covered: extent === 'complete' ? [coverageText(report, translate), ...unreadTexts(report, translate)] : [],
    ...(empty ? { empty } : {}),
    left: translate.text('pane.left', { count: findings.length - seen.size }),
    ...(since === undefined ? {} : { since }),
    ...(extent === 'cancelled' ? { cancelled: translate.text('pane.cancelled') } : {}),
    ...(extent === 'complete' && skipped.length > 0
      ? { skippedTitle: translate.text('pane.skippedTitle', { count: skipped.length }) }
      : {}),
    skipped: extent === 'complete' ? skipped.map((skip) => skippedText(skip, translate)) : [],
  };
}

/** What changed since the check before; undefined: nothing did, or there was none. */
export function sinceText({ since }: CheckState, translate: Translator): string | undefined {
  if (!since || since.mended + since.fresh.size === 0) return undefined;
  return translate.text(since.before === 'now' ? 'pane.since' : 'pane.sinceLastTime', {
    mended: since.mended,
    fresh: since.fresh.size,
  });
}

function emptyView(report: CheckState['report'], translate: Translator): ResultView['empty'] {
  if (report.tables.length === 0) return { kind: 'nothing', text: translate.text('pane.noTables') };
  const { kind, text } = verdictOf(report, translate);
  return kind === 'clean'
    ? { kind, text: translate.text('pane.none', { count: report.relationsChecked }) }
    : { kind: 'nothing', text };
}

function skippedText(skip: CheckState['report']['skipped'][number], translate: Translator): string {
  if (skip.why === 'noTreasuryTable') return translate.text('pane.noTreasury');
  return translate.text('pane.skippedRule', { name: ruleName(skip.rule, translate), why: skipText(skip, translate) });
}
