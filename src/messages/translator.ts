import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageId } from './message-id';
import type { Placeholders, ValuesOf } from './placeholders';
import { zhCN } from './zh-CN';

export type Language = 'zh-CN' | 'en-US';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];

/** Every text of a language. */
export type Texts = Readonly<Record<MessageId, string>>;

/** A page begins with its own language and no other: the second one is as heavy as half of its program. */
const TEXTS = new Map<Language, Texts>([['zh-CN', zhCN]]);

/** What documents are called in a language, by what they are called in Chinese. */
const DOCUMENTS = new Map<Language, Readonly<Record<string, string>>>();

export function addTexts(language: Language, texts: Texts, documents: Readonly<Record<string, string>> = {}): void {
  TEXTS.set(language, texts);
  DOCUMENTS.set(language, documents);
}

/** Fetches the texts of a language where they are not there yet. */
export async function loadLanguage(language: Language): Promise<void> {
  if (TEXTS.has(language)) return;
  const { DOCUMENTS_EN, enUS } = await import(/* webpackChunkName: "en-US" */ './en-US');
  addTexts('en-US', enUS, DOCUMENTS_EN);
}

/** Who reads. */
export interface Reader {
  readonly language: Language;
  /** They asked for identity and card numbers in full; absent: these are masked. */
  readonly showsNumbers?: boolean;
}

/** Texts of one language. */
export interface Translator extends Reader {
  text<Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): string;
  /** An amount with thousands separators and exactly so many decimals. */
  amount(value: number, decimals: number): string;
  /** What a document, or an article, is called; one that nobody translated as it stands. */
  document(name: string): string;
  /** A list as the language writes it: 甲、乙, or a, b. */
  list(items: readonly string[]): string;
}

export function isMessageId(id: string): id is MessageId {
  return id in zhCN;
}

/** Throws where the texts of the language were not loaded. */
export function translator(language: Language, { showsNumbers = false }: Omit<Reader, 'language'> = {}): Translator {
  const texts = TEXTS.get(language);
  if (!texts) throw new RangeError(`the texts of ${language} are not loaded`);
  const compiled = new Map<MessageId, IntlMessageFormat>();
  const numbers = new Map<number, Intl.NumberFormat>();
  return {
    language,
    showsNumbers,
    text(id: MessageId, values?: Placeholders) {
      let message = compiled.get(id);
      if (!message)
        compiled.set(id, (message = new IntlMessageFormat(texts[id], language, undefined, { ignoreTag: true })));
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
    document: (name) => DOCUMENTS.get(language)?.[name] ?? name,
    list: (items) => items.join(language === 'zh-CN' ? '、' : ', '),
  };
}
