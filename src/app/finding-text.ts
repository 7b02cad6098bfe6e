import { cellName } from '../core/grid/address';
import { cellPlaces } from '../core/grid/place';
import type { Amount, Datum } from '../core/findings/rule';
import type { Finding } from '../core/findings/finding';
import type { SkippedRule } from '../core/findings/run-rules';
import { masked } from './masked';
import { documentText } from './source-text';
import { isMessageId, type Translator } from '../messages/translator';
import type { Placeholders } from '../messages/placeholders';
import type { MessageId } from '../messages/message-id';

/** The sentence of a finding in a language: what is wrong with both numbers, and why probably. */
export function findingText(finding: Finding, translate: Translator): string {
  return sentenceOf(finding, translate, becauseText(finding, placeholders(finding.data, translate), translate));
}

/** The same without the probable cause, where that has a place of its own. */
export function problemText(finding: Finding, translate: Translator): string {
  return sentenceOf(finding, translate, '');
}

function sentenceOf(finding: Finding, translate: Translator, because: string): string {
  const sentence = translate.text(idOf(finding.messageId), { ...placeholders(finding.data, translate), because });
  return masked(`${sentence}${alikeText(finding, translate)}`, translate);
}

/** More addresses than these are no help. */
const MOST_ALIKE = 8;

function alikeText({ alike = [] }: Finding, translate: Translator): string {
  const cells = cellPlaces(alike).map(cellName);
  if (cells.length === 0) return '';
  const shown = cells.length > MOST_ALIKE ? [...cells.slice(0, MOST_ALIKE), '…'] : cells;
  return translate.text('alike', { count: cells.length, cells: translate.list(shown) });
}

export function skipText({ why, data }: Omit<SkippedRule, 'rule'>, translate: Translator): string {
  return translate.text(idOf(`skip.${why}`), placeholders(data ?? {}, translate));
}

/** What probably went wrong, without the finding around it; undefined where the figures do not tell. */
export function causeText(finding: Finding, translate: Translator): string | undefined {
  const cause = causeOf(finding, placeholders(finding.data, translate), translate);
  return cause === undefined ? undefined : masked(cause, translate);
}

function causeOf({ data }: Finding, values: Placeholders, translate: Translator): string | undefined {
  const kind = data['cause'];
  return typeof kind !== 'string' || kind === 'undetermined'
    ? undefined
    : translate.text(idOf(`cause.${kind}`), values);
}

function becauseText(finding: Finding, values: Placeholders, translate: Translator): string {
  const cause = causeOf(finding, values, translate);
  return cause === undefined ? '' : translate.text('because', { cause });
}

function placeholders(data: Readonly<Record<string, Datum>>, translate: Translator): Placeholders {
  const values: Record<string, string | number> = {};
  for (const [name, datum] of Object.entries(data)) values[name] = datumText(datum, translate);
  // A select cannot ask for the empty string.
  if (values['column'] === '') values['column'] = 'none';
  return values;
}

/** A value of a finding as the reader sees it: with its decimals and its unit. */
export function datumText(datum: Datum, translate: Translator): string | number {
  if (typeof datum === 'string' || typeof datum === 'number') return datum;
  if ('indicator' in datum) return translate.text(`indicator.name.${datum.indicator}`);
  if ('cites' in datum) return documentText(datum.cites, translate);
  if (!isAmount(datum)) return translate.list(datum);
  const figure = translate.amount(datum.amount, datum.decimals);
  return datum.unit === undefined ? figure : `${figure} ${datum.unit}`;
}

function isAmount(datum: Amount | readonly string[]): datum is Amount {
  return !Array.isArray(datum);
}

function idOf(id: string): MessageId {
  if (!isMessageId(id)) throw new RangeError(`no message ${id}`);
  return id;
}
