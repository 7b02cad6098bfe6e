import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LANGUAGES } from '../../messages/translator';
import { usePane } from '../pane-context';
import { settingsButton } from './settings-button';
import { APPEARANCES } from '../settings';
import { APPEARANCE_TEXT } from '../view/settings-view';

/** The menu of settings, open from the start: it is loaded when somebody asks for it. */
export default function SettingsList() {
  const { state, commands, translate } = usePane();
  const { settings } = state;
  return (
    <Menu
      defaultOpen
      checkedValues={{ language: [settings.language], appearance: [settings.appearance] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const language = LANGUAGES.find((known) => name === 'language' && known === checkedItems[0]);
        const appearance = APPEARANCES.find((known) => name === 'appearance' && known === checkedItems[0]);
        void commands.changeSettings({
          ...settings,
          ...(language ? { language } : {}),
          ...(appearance ? { appearance } : {}),
        });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button {...settingsButton(translate)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{translate.text('pane.language')}</MenuGroupHeader>
            {LANGUAGES.map((language) => (
              <MenuItemRadio key={language} name="language" value={language} lang={language}>
                {translate.text(`language.${language}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{translate.text('pane.theme')}</MenuGroupHeader>
            {APPEARANCES.map((appearance) => (
              <MenuItemRadio key={appearance} name="appearance" value={appearance}>
                {translate.text(APPEARANCE_TEXT[appearance])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
