import { firstCell, type Finding } from '../../core/findings/finding';
import type { LocatedFinding } from '../../app/check-report';
import { causeText, datumText, findingText } from '../../app/finding-text';
import { cellName, type Position } from '../../core/grid/address';
import type { Grade } from '../../core/fiscal/grade';
import type { Level } from '../../core/findings/rule';
import { isMessageId, type Translator } from '../../messages/translator';

/** One finding as a line of the list. */
export interface FindingView {
  readonly fingerprint: string;
  readonly level: Level;
  readonly grade?: Grade;
  readonly levelWord: string;
  readonly index: number;
  readonly count: number;
  /** What it is about: the names of row and column. */
  readonly headline: string;
  /** The one number to see at a glance; absent where there is none. */
  readonly figure?: string;
  readonly sheet: string;
  readonly cell?: string;
  readonly at?: Position;
  /** Its probable cause; where the headline is only the rule's name, the whole sentence. */
  readonly detail?: string;
  /** The whole sentence. */
  readonly message: string;
  /** What a screen reader says of the line. */
  readonly label: string;
  readonly seen: boolean;
}

/** Rules whose difference is in percentage points. */
const IN_POINTS: ReadonlySet<string> = new Set(['A102', 'A103']);

export function findingViews(
  findings: readonly LocatedFinding[],
  seen: ReadonlySet<string>,
  translate: Translator,
): FindingView[] {
  return findings.map(({ finding }, i) => findingView(finding, i + 1, findings.length, seen, translate));
}

function findingView(
  finding: Finding,
  index: number,
  count: number,
  seen: ReadonlySet<string>,
  translate: Translator,
): FindingView {
  const levelWord = levelWordOf(finding, translate);
  const message = findingText(finding, translate);
  const at = firstCell(finding);
  const sheet = at?.sheet.trim() ?? '';
  const figure = glanceText(finding, translate);
  const headline = headlineOf(finding, translate);
  const detail = headline === undefined ? message : causeText(finding, translate);
  return {
    fingerprint: finding.fingerprint,
    level: finding.level,
    ...(finding.grade ? { grade: finding.grade } : {}),
    levelWord,
    index,
    count,
    headline: headline ?? ruleName(finding.code, translate),
    ...(figure === undefined ? {} : { figure }),
    sheet,
    ...(at ? { at, cell: cellName(at) } : {}),
    ...(detail === undefined ? {} : { detail }),
    message,
    label: translate.text('pane.findingLabel', { level: levelWord, index, count, sheet, message }),
    seen: seen.has(finding.fingerprint),
  };
}

function levelWordOf({ level, grade }: Finding, translate: Translator): string {
  const word = translate.text(`level.${level}`);
  if (!grade) return word;
  return translate.language === 'zh-CN'
    ? `${translate.text(`grade.${grade}`)}${word}`
    : `${word} (${translate.text(`grade.${grade}`)})`;
}

function headlineOf({ data }: Finding, translate: Translator): string | undefined {
  const { row, column } = data;
  if (typeof row !== 'string' || row === '') return undefined;
  return translate.text('pane.headline', {
    row,
    column: typeof column === 'string' && column !== '' ? column : 'none',
  });
}

/** By how much it is off; of an indicator, its value. */
function glanceText({ code, data }: Finding, translate: Translator): string | undefined {
  const { difference, value } = data;
  if (difference === undefined) return value === undefined ? undefined : String(datumText(value, translate));
  return translate.text(IN_POINTS.has(code) ? 'pane.differsPoints' : 'pane.differs', {
    difference: datumText(difference, translate),
  });
}

/** A figure of a finding with its unit, its per cent or its points. */
export function figureText(
  { code, data }: Finding,
  name: 'actual' | 'expected' | 'difference',
  translate: Translator,
): string | undefined {
  const datum = data[name];
  if (datum === undefined) return undefined;
  const value = datumText(datum, translate);
  if (!IN_POINTS.has(code)) return String(value);
  return translate.text(name === 'difference' ? 'pane.points' : 'pane.percent', { value });
}

/** The name of a rule in words; a rule without one is known by its code. */
export function ruleName(code: string, translate: Translator): string {
  const id = `rule.${code}`;
  return isMessageId(id) ? translate.text(id) : code;
}
