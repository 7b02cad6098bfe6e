import { skipText } from '../../app/finding-text';
import type { Level } from '../../core/findings/rule';
import type { Translator } from '../../messages/translator';
import type { CheckState } from '../state/pane-state';
import { ruleName } from './finding-view';

/** What a check came to, in sentences. */
export interface ResultView {
  readonly counts: readonly { readonly level: Level; readonly word: string; readonly count: number }[];
  /** How much was looked at; a pass is never said of nothing. */
  readonly checked: string;
  /** Said in place of a list. */
  readonly empty?: { readonly kind: 'clean' | 'nothing'; readonly text: string };
  readonly left: string;
  readonly cancelled?: string;
  readonly skippedTitle?: string;
  readonly skipped: readonly string[];
}

const LEVELS: readonly Level[] = ['error', 'warning', 'hint'];

export function resultView({ report, extent, seen }: CheckState, translate: Translator): ResultView {
  const { findings, skipped, relationsChecked } = report;
  const empty = extent === 'complete' && findings.length === 0 ? emptyView(report, translate) : undefined;
  return {
    counts: LEVELS.map((level) => ({
      level,
      word: translate.text(`level.${level}`),
      count: findings.filter(({ finding }) => finding.level === level).length,
    })),
    checked: translate.text('pane.relations', { count: relationsChecked }),
    ...(empty ? { empty } : {}),
    left: translate.text('pane.left', { count: findings.length - seen.size }),
    ...(extent === 'cancelled' ? { cancelled: translate.text('pane.cancelled') } : {}),
    ...(extent === 'complete' && skipped.length > 0
      ? { skippedTitle: translate.text('pane.skippedTitle', { count: skipped.length }) }
      : {}),
    skipped: extent === 'complete' ? skipped.map((skip) => skippedText(skip, translate)) : [],
  };
}

function emptyView({ tables, relationsChecked }: CheckState['report'], translate: Translator): ResultView['empty'] {
  if (tables.length === 0) return { kind: 'nothing', text: translate.text('pane.noTables') };
  if (relationsChecked === 0)
    return { kind: 'nothing', text: translate.text('pane.noRelations', { tables: tables.length }) };
  return { kind: 'clean', text: translate.text('pane.none', { count: relationsChecked }) };
}

function skippedText(skip: CheckState['report']['skipped'][number], translate: Translator): string {
  if (skip.why === 'noTreasuryTable') return translate.text('pane.noTreasury');
  return translate.text('pane.skippedRule', { name: ruleName(skip.rule, translate), why: skipText(skip, translate) });
}
