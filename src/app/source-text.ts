import type { Source } from '../core/fiscal/pack';
import type { Translator } from '../messages/translator';

/** A document with its article, in the language of the reader; what a county's own pack names stands as it is. */
export function documentText({ document, article }: Source, translate: Translator): string {
  return translate.document(document) + (article === undefined ? '' : translate.document(article));
}

/** The same for whoever relies on it: a document that nobody has looked up yet is not passed off as one. */
export function sourceText(source: Source, translate: Translator): string {
  if (source.isDefault) return translate.text('summary.sourceDefault');
  const document = documentText(source, translate);
  return source.verified ? document : translate.text('summary.sourceUnverified', { document });
}
