import type { Source } from '../core/fiscal/pack';
import { DOCUMENTS_ZH } from '../messages/documents.zh-CN';
import type { MessageId } from '../messages/message-id';
import type { Translator } from '../messages/translator';

/** Ids of the documents that are known by what a pack calls them; what a county's own pack names is shown as it stands. */
const IDS: ReadonlyMap<string, MessageId> = new Map(
  (Object.keys(DOCUMENTS_ZH) as (keyof typeof DOCUMENTS_ZH)[]).map((id) => [DOCUMENTS_ZH[id], id]),
);

function named(words: string, translate: Translator): string {
  const id = IDS.get(words);
  return id === undefined ? words : translate.text(id);
}

/** A document with its article, in the language of the reader. */
export function documentText({ document, article = '' }: Source, translate: Translator): string {
  return named(document, translate) + named(article, translate);
}

/** The same for whoever relies on it: a document that nobody has looked up yet is not passed off as one. */
export function sourceText(source: Source, translate: Translator): string {
  if (source.isDefault) return translate.text('summary.sourceDefault');
  const document = documentText(source, translate);
  return source.verified ? document : translate.text('summary.sourceUnverified', { document });
}
