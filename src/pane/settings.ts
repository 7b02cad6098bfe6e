import { LANGUAGES, type Language } from '../messages/translator';

export type Appearance = 'light' | 'dark' | 'system';
export const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

export interface Settings {
  readonly language: Language;
  readonly appearance: Appearance;
  /** Identity and card numbers in full; asked for anew each time that a pane is opened. */
  readonly showsNumbers?: boolean;
}

export interface SettingsStore {
  load(): Partial<Settings>;
  /** What holds the next time, too. */
  save(settings: Settings): void;
}

const KEY = 'gouji.settings';

/** Settings remembered by the browser; where it forbids that, they last as long as the page. */
export function browserSettings(storage: () => Storage): SettingsStore {
  return {
    load() {
      try {
        return readSettings(JSON.parse(storage().getItem(KEY) ?? '{}'));
      } catch {
        return {};
      }
    },
    save({ language, appearance }) {
      try {
        storage().setItem(KEY, JSON.stringify({ language, appearance }));
      } catch {
        // Private windows and file:// may refuse; the choice still holds for this page.
      }
    },
  };
}

function readSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { language, appearance } = stored as Readonly<Record<string, unknown>>;
  const knownLanguage = LANGUAGES.find((known) => known === language);
  const knownAppearance = APPEARANCES.find((known) => known === appearance);
  return {
    ...(knownLanguage ? { language: knownLanguage } : {}),
    ...(knownAppearance ? { appearance: knownAppearance } : {}),
  };
}
