import type { Language } from '../../messages/translator';

/** The language and the look of the Excel around the pane; what it does not tell is absent. */
export interface Surroundings {
  readonly language?: Language;
  readonly dark?: boolean;
}

/** Call it once `officeReady` has resolved. */
export function surroundings(): Surroundings {
  const { displayLanguage, officeTheme } = Office.context;
  const dark = isDark(officeTheme?.bodyBackgroundColor);
  return {
    ...(displayLanguage ? { language: /^zh/i.test(displayLanguage) ? 'zh-CN' : 'en-US' } : {}),
    ...(dark === undefined ? {} : { dark }),
  };
}

/** What Excel this is, for whoever is asked for help; nothing of the workbook. */
export function excelDiagnostics(): Readonly<Record<string, string>> {
  const { diagnostics, requirements, displayLanguage } = Office.context;
  const highest = API_VERSIONS.filter((version) => requirements.isSetSupported('ExcelApi', version)).at(-1);
  return {
    host: `${diagnostics?.host ?? ''} ${diagnostics?.version ?? ''} ${diagnostics?.platform ?? ''}`.trim(),
    excelApi: highest ?? '',
    language: displayLanguage ?? '',
  };
}

const API_VERSIONS = Array.from({ length: 20 }, (_, i) => `1.${i + 1}`);

/** By how bright the theme's background is (ITU-R BT.601). */
function isDark(color: string | undefined): boolean | undefined {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!digits) return undefined;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((hex) => Number.parseInt(hex, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
