import { IntlMessageFormat } from 'intl-messageformat';
import { enUS } from '../../src/messages/en-US';
import { isMessageId, translator } from '../../src/messages/translator';
import { zhCN } from '../../src/messages/zh-CN';

/** Names of the placeholders of an ICU message, those inside a select too. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      // Type 0 is literal text, 7 the # of a plural.
      if ('type' in node && 'value' in node && node.type !== 0 && node.type !== 7) names.add(String(node.value));
      if ('options' in node)
        Object.values(node.options as object).forEach((option: { value: unknown }) => walk(option.value));
    }
  };
  walk(new IntlMessageFormat(message, 'en-US', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

const ids = Object.keys(zhCN).filter(isMessageId);

test('both languages have the same texts', () => expect(Object.keys(enUS).sort()).toEqual([...ids].sort()));

test.each(ids.map((id) => [id]))('%s has the same placeholders in both', (id) => {
  if (!isMessageId(id)) throw new Error(id);
  expect(placeholders(enUS[id])).toEqual(placeholders(zhCN[id]));
});

test.each(ids.map((id) => [id]))('%s can be said', (id) => {
  if (!isMessageId(id)) throw new Error(id);
  for (const language of ['zh-CN', 'en-US'] as const) {
    const values = Object.fromEntries(placeholders(zhCN[id]).map((name) => [name, 1]));
    const text = translator(language).text(id, values);
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toBe('');
  }
});

test.each(ids.filter((id) => isMessageId(id) && /[（(]\{column\}[）)]/.test(zhCN[id])))(
  '%s names no column where none has a header',
  (id) => {
    if (!isMessageId(id)) throw new Error(id);
    for (const language of ['zh-CN', 'en-US'] as const) {
      const values = Object.fromEntries(placeholders(zhCN[id]).map((name) => [name, name === 'column' ? 'none' : 1]));
      expect(translator(language).text(id, values)).not.toContain('none');
    }
  },
);
