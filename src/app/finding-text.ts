import type { Amount, Datum } from '../core/findings/rule';
import type { Finding, SkippedRule } from '../core/findings/run-rules';
import { isMessageId, type Placeholders, type Translator } from '../messages/translator';
import type { MessageId } from '../messages/message-id';

/** The sentence of a finding in a language: what is wrong with both numbers, and why probably. */
export function findingText(finding: Finding, translate: Translator): string {
  const values = placeholders(finding.data, translate);
  return translate.text(idOf(finding.messageId), { ...values, because: becauseText(finding, values, translate) });
}

export function skipText({ why, data }: Omit<SkippedRule, 'rule'>, translate: Translator): string {
  return translate.text(idOf(`skip.${why}`), placeholders(data ?? {}, translate));
}

/** What probably went wrong, without the finding around it; undefined where the figures do not tell. */
export function causeText(finding: Finding, translate: Translator): string | undefined {
  return causeOf(finding, placeholders(finding.data, translate), translate);
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
