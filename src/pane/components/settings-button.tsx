import type { ButtonProps } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { Translator } from '../../messages/translator';

/** The look of the button that opens the settings, before and after their menu is loaded. */
export function settingsButton(translate: Translator): ButtonProps {
  return {
    appearance: 'subtle',
    size: 'small',
    icon: <SettingsRegular />,
    'aria-label': translate.text('pane.settings'),
    title: translate.text('pane.settings'),
  };
}
