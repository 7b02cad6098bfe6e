import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { usePane } from '../pane-context';
import { settingsButton } from './settings-button';

const SettingsList = lazy(() => import(/* webpackChunkName: "settings" */ './SettingsList'));

/** The settings behind their button; the menu itself is loaded when it is first opened. */
export function SettingsMenu() {
  const { translate } = usePane();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button {...settingsButton(translate)} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <SettingsList />
    </Suspense>
  ) : (
    button
  );
}
