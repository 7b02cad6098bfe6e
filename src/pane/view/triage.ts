import type { LocatedFinding } from '../../app/check-report';
import { findingText } from '../../app/finding-text';
import { firstCell, type Finding } from '../../core/findings/finding';
import type { Level } from '../../core/findings/rule';
import { cellName, contains, type Position } from '../../core/grid/address';
import { cellPlaces } from '../../core/grid/place';
import type { Selected } from '../../hosts/host';
import type { Translator } from '../../messages/translator';
import { ruleName } from './finding-view';

/** How the findings are parted: `none` is the order of the check, red lines first. */
export const GROUPINGS = ['none', 'sheet', 'rule', 'level'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which findings of a check are looked at, and in which order. */
export interface Triage {
  readonly open: boolean;
  /** Absent: all levels. */
  readonly level?: Level;
  /** Absent: wherever they are. */
  readonly within?: Selected;
  readonly words: string;
  readonly grouping: Grouping;
}

export const WHOLE_LIST: Triage = { open: false, words: '', grouping: 'none' };

/** The findings that are looked at, those of one group together. */
export function triaged(
  findings: readonly LocatedFinding[],
  { level, within, words, grouping }: Triage,
  translate: Translator,
): readonly LocatedFinding[] {
  const sought = words.trim().toLowerCase();
  if (level === undefined && within === undefined && sought === '' && grouping === 'none') return findings;
  const wanted = findings.filter(
    ({ finding }) =>
      (level === undefined || finding.level === level) &&
      (within === undefined || touches(finding, within)) &&
      (sought === '' || searchable({ finding }, translate).includes(sought)),
  );
  if (grouping === 'none') return wanted;
  const groups = grouped(wanted, (one) => groupOf(one, grouping, translate));
  return [...groups.values()].flat();
}

/** Whether a finding is about a cell of an area: its own cells, and the totals that the same cause breaks. */
function touches({ at, alike = [], consequences }: Finding, { sheet, area }: Selected): boolean {
  const own = cellPlaces([...at, ...alike]);
  const inside = (cell: Position) => contains(area, cell);
  return (
    own.some((cell) => cell.sheet === sheet && inside(cell)) ||
    (own[0]?.sheet === sheet && consequences.some(({ target }) => inside(target)))
  );
}

/** What was asked for when only a selection was to be looked at; undefined: it was not. */
export function withinText(
  findings: readonly LocatedFinding[],
  { within }: Triage,
  translate: Translator,
): string | undefined {
  if (!within) return undefined;
  const count = findings.filter(({ finding }) => touches(finding, within)).length;
  return translate.text('pane.within', { place: `${within.sheet.trim()}!${within.address}`, count });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The heading under which a finding stands; empty: there are no headings. */
export function groupOf({ finding }: LocatedFinding, grouping: Grouping, translate: Translator): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'sheet':
      return firstCell(finding)?.sheet.trim() ?? translate.text('pane.wholeWorkbook');
    case 'rule':
      return ruleName(finding.code, translate);
    case 'level':
      return translate.text(`level.${finding.level}`);
  }
}

/** What a user may look for: the sentence, the rule, the sheet and the cell. */
function searchable({ finding }: Pick<LocatedFinding, 'finding'>, translate: Translator): string {
  const at = firstCell(finding);
  const place = at ? `${at.sheet}!${cellName(at)}` : '';
  return `${findingText(finding, translate)} ${finding.code} ${ruleName(finding.code, translate)} ${place}`.toLowerCase();
}
