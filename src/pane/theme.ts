import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Appearance } from './settings';

/** A desk's own fonts; nothing is fetched. */
const FONT =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

export const PANE_THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: paneTheme(webLightTheme),
  dark: paneTheme(webDarkTheme),
};

/** Letters in rem, so that a browser set to larger text enlarges them. */
function paneTheme(theme: Theme): Theme {
  const scaled = Object.entries(theme).map(([name, value]) => [
    name,
    /^(fontSize|lineHeight)/.test(name) ? inRem(value) : value,
  ]);
  return { ...theme, ...Object.fromEntries(scaled), fontFamilyBase: FONT };
}

function inRem(value: unknown): unknown {
  return typeof value === 'string' && value.endsWith('px') ? `${Number.parseFloat(value) / 16}rem` : value;
}

const DARK = '(prefers-color-scheme: dark)';

/** Whether the pane is dark: by the user's choice, else as the program around it, else as the system. */
export function useDark(appearance: Appearance, host: boolean | undefined): boolean {
  const systemDark = useSyncExternalStore(watchSystem, () => window.matchMedia(DARK).matches);
  if (appearance !== 'system') return appearance === 'dark';
  return host ?? systemDark;
}

function watchSystem(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** From here on the sheet stands beside the list instead of over it. */
const WIDE = '(min-width: 720px)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
