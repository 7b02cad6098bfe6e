import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, TableAddRegular } from '@fluentui/react-icons';
import { usePane } from '../pane-context';
import { OpenButton } from './OpenButton';

const useStyles = makeStyles({
  top: {
    flexShrink: 0,
    padding: '10px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  name: {
    flex: '0 1 auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  another: { flexShrink: 0, minWidth: 'auto' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  primary: { flex: '1 1 auto', whiteSpace: 'nowrap' },
  second: { flex: '1 1 auto', whiteSpace: 'nowrap', paddingLeft: '8px', paddingRight: '8px' },
});

/** The one button of the day, and what follows from it. */
export function Actions() {
  const { state, source, commands, translate } = usePane();
  const styles = useStyles();
  const busy = state.activity.kind !== 'idle';
  const canCheck = !busy && (source.kind === 'open-workbook' || state.workbook?.snapshot !== undefined);
  const canWrite = !busy && state.check?.extent === 'complete';
  return (
    <div className={styles.top}>
      {source.kind === 'files' && (
        <div className={styles.file}>
          <span className={styles.name} title={state.workbook?.name}>
            {state.workbook?.name}
          </span>
          <OpenButton
            className={styles.another}
            appearance="transparent"
            size="small"
            label={translate.text('pane.openAnother')}
          />
        </div>
      )}
      <div className={styles.buttons}>
        <Button
          className={styles.primary}
          appearance="primary"
          icon={<CheckmarkCircleRegular />}
          disabledFocusable={!canCheck}
          onClick={() => void commands.check()}
        >
          {translate.text('pane.check')}
        </Button>
        {state.check && (
          <Button
            className={styles.second}
            icon={<TableAddRegular />}
            disabledFocusable={!canWrite}
            onClick={() => void commands.write()}
          >
            {translate.text('pane.write')}
          </Button>
        )}
      </div>
    </div>
  );
}
