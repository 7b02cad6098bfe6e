import type { MessageId } from '../../messages/message-id';
import type { Appearance } from '../settings';

export const APPEARANCE_TEXT: Readonly<Record<Appearance, MessageId>> = {
  system: 'pane.themeSystem',
  light: 'pane.themeLight',
  dark: 'pane.themeDark',
};
