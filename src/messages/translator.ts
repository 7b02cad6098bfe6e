import { IntlMessageFormat } from 'intl-messageformat';
import { enUS } from './en-US';
import type { MessageId } from './message-id';
import type { Placeholders, ValuesOf } from './placeholders';
import { zhCN } from './zh-CN';

export type Language = 'zh-CN' | 'en-US';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

const TEXTS: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Texts of one language. */
export interface Translator {
  readonly language: Language;
  text<Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): string;
  /** An amount with thousands separators and exactly so many decimals. */
  amount(value: number, decimals: number): string;
  /** A list as the language writes it: 甲、乙, or a, b. */
  list(items: readonly string[]): string;
}

export function isMessageId(id: string): id is MessageId {
  return id in zhCN;
}

export function translator(language: Language): Translator {
  const compiled = new Map<MessageId, IntlMessageFormat>();
  const numbers = new Map<number, Intl.NumberFormat>();
  return {
    language,
    text(id: MessageId, values?: Placeholders) {
      let message = compiled.get(id);
      if (!message)
        compiled.set(
          id,
          (message = new IntlMessageFormat(TEXTS[language][id], language, undefined, { ignoreTag: true })),
        );
      return String(message.format(values));
    },
    amount(value, decimals) {
      let format = numbers.get(decimals);
      // One locale for both languages: the figures of a finding must not depend on the reader's.
      if (!format)
        numbers.set(
          decimals,
          (format = new Intl.NumberFormat('zh-CN', {
            minimumFractionDigits: decimals,
            maximumFractionDigits: decimals,
          })),
        );
      return format.format(value);
    },
    list: (items) => items.join(language === 'zh-CN' ? '、' : ', '),
  };
}
