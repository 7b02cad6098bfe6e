import { Field, makeStyles } from '@fluentui/react-components';
import { LANGUAGES } from '../../messages/translator';
import { usePane } from '../pane-context';
import { APPEARANCES } from '../settings';
import { APPEARANCE_TEXT } from '../view/settings-view';
import { ChoiceField } from './ChoiceField';

const useStyles = makeStyles({
  page: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    padding: '10px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
});

/** 设置: language and look. */
export default function SettingsPage() {
  const { state, commands, translate } = usePane();
  const styles = useStyles();
  const { settings } = state;
  return (
    <div className={styles.page}>
      <Field label={translate.text('pane.language')} size="small">
        <ChoiceField
          choices={LANGUAGES.map((value) => ({ value, text: translate.text(`language.${value}`) }))}
          value={settings.language}
          onChoose={(language) => commands.changeSettings({ ...settings, language })}
        />
      </Field>
      <Field label={translate.text('pane.theme')} size="small">
        <ChoiceField
          choices={APPEARANCES.map((value) => ({ value, text: translate.text(APPEARANCE_TEXT[value]) }))}
          value={settings.appearance}
          onChoose={(appearance) => commands.changeSettings({ ...settings, appearance })}
        />
      </Field>
    </div>
  );
}
