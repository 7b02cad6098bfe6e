import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  text: { margin: 0, padding: '12px 16px', color: tokens.colorNeutralForeground2, lineHeight: '1.6' },
});

/** Open but not checked: what the button does. */
export function Waiting() {
  const { state, source, translate } = usePane();
  const styles = useStyles();
  if (state.activity.kind !== 'idle') return null;
  const sheets = state.workbook?.snapshot?.sheets.length;
  const text =
    source.kind === 'open-workbook'
      ? translate.text('pane.excelReady')
      : sheets === undefined
        ? undefined
        : translate.text('pane.ready', { sheets });
  return text === undefined ? null : <p className={styles.text}>{text}</p>;
}
