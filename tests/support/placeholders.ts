import { IntlMessageFormat } from 'intl-messageformat';
import { findingText } from '../../src/app/finding-text';
import type { Finding } from '../../src/core/findings/finding';
import { enUS } from '../../src/messages/en-US';
import { LANGUAGES, translator, type Language } from '../../src/messages/translator';
import { zhCN } from '../../src/messages/zh-CN';

const TRANSLATORS = { 'zh-CN': translator('zh-CN'), 'en-US': translator('en-US') };
const MESSAGES: readonly Readonly<Record<string, string>>[] = [zhCN, enUS];

/**
 * Read by the pane beside the sentence: the headline says row and column, the glance says by how much it is
 * off or the value of an indicator, the detail says both figures.
 */
const READ_BY_PANE = ['row', 'column', 'actual', 'expected', 'difference', 'value'];

/** Put in by the text of a finding itself: the cause in words. */
const CAUSE = 'cause';

export function sentenceIn(language: Language, finding: Finding): string {
  return findingText(finding, TRANSLATORS[language]);
}

/** What is left in the sentences of a finding where a value should stand. */
export function unresolved(finding: Finding): string[] {
  return LANGUAGES.flatMap((language) => {
    const text = sentenceIn(language, finding);
    return [...text.matchAll(/undefined|NaN|Infinity|\[object|[{}]/g)].map(
      ([left]) => `${language}: ${left} in ${text}`,
    );
  });
}

/** Data of a finding that no message and no other reader uses. */
export function unusedData({ messageId, data }: Finding): string[] {
  const cause = data[CAUSE];
  const ids = [messageId, ...(typeof cause === 'string' ? [`cause.${cause}`] : [])];
  const used = new Set([...READ_BY_PANE, CAUSE]);
  for (const id of ids)
    for (const messages of MESSAGES) for (const name of placeholdersOf(messages[id])) used.add(name);
  return Object.keys(data).filter((name) => !used.has(name));
}

function placeholdersOf(message = ''): string[] {
  return namesIn(new IntlMessageFormat(message, 'zh-CN', undefined, { ignoreTag: true }).getAst());
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The parser's mark of plain text. */
const LITERAL = 0;

function namesIn(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || !('value' in element)) return [];
    if (!('options' in element)) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
  });
}
