import { all, at, type Element, type Problem } from './document';

const OTHER_LOCALE = 'en-US';

/** Chinese by default, and every text also in English, once. */
export function* checkLocales(root: Element): Generator<Problem> {
  const locale = at(root, 'DefaultLocale');
  if (locale?.text.trim() !== 'zh-CN')
    yield { line: locale?.line ?? root.line, sentence: '<DefaultLocale> must be zh-CN.' };
  const texts = [at(root, 'DisplayName'), at(root, 'Description'), ...all(root, 'String')];
  for (const text of texts) {
    if (!text) continue;
    const label = text.attributes.id ?? text.name;
    const locales = text.children
      .filter((child) => child.name === 'Override')
      .map((child) => child.attributes.Locale ?? '');
    if (!locales.includes(OTHER_LOCALE))
      yield { line: text.line, sentence: `"${label}" has no text for ${OTHER_LOCALE}.` };
    if (new Set(locales).size < locales.length)
      yield { line: text.line, sentence: `"${label}" has two texts for one locale.` };
    if (locales.includes('zh-CN')) yield { line: text.line, sentence: `"${label}" overrides its own default locale.` };
  }
}
