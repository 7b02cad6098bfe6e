import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons';
import { usePane } from '../pane-context';
import { resultView } from '../view/result-view';
import { SettingsMenu } from './SettingsMenu';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    flex: '1 1 auto',
    minWidth: 0,
    padding: '0 4px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** How much was looked at; keys and settings stand here, because Excel covers the top right corner. */
export function Footer() {
  const { state, source, dispatch, translate } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <span className={styles.text}>
        {state.check ? resultView(state.check, translate).checked : translate.text('app.tagline')}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<KeyboardRegular />}
        aria-label={translate.text('pane.helpTitle')}
        title={translate.text('pane.helpTitle')}
        onClick={() => dispatch({ type: 'toggledHelp', open: true })}
      />
      {source.kind === 'files' && !state.workbook && <SettingsMenu />}
    </div>
  );
}
