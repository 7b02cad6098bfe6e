import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { faultText } from '../../app/fault-text';
import { doneText } from '../view/status-view';
import { usePane } from '../pane-context';
import { useDownload } from '../use-download';

const useStyles = makeStyles({
  box: { flexShrink: 0, padding: '8px 12px 0' },
  body: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  file: { display: 'block' },
});

/** What went wrong, or what was written: one sentence, and gone when the user has read it. */
export function Notices() {
  const { state, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const { fault, written, fixed, notKept, notice } = state;
  const file = useDownload(written?.file ?? fixed?.file, written !== undefined);
  if (!fault && !written && !fixed && !notKept && !notice) return null;
  const done = doneText(state, translate);
  return (
    <div className={styles.box}>
      <MessageBar intent={fault ? 'error' : done === undefined ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody className={styles.body}>
          {fault
            ? faultText(fault.error, translate)
            : (done ?? translate.text(notice ? `notice.${notice}` : 'pane.notKept'))}
          {!fault && file && (
            <Link className={styles.file} href={file.url} download={file.name}>
              {translate.text('pane.download', { file: file.name })}
            </Link>
          )}
          {!fault && fixed && !fixed.undone && state.undo.length > 0 && (
            <Link as="button" className={styles.file} onClick={() => void commands.undoFix()}>
              {translate.text('fix.undo')}
            </Link>
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={translate.text('pane.close')}
              onClick={() => dispatch({ type: 'dismissed' })}
            />
          }
        />
      </MessageBar>
    </div>
  );
}
