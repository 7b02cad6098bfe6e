import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTableCheckmarkRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { usePane } from '../pane-context';
import { Footer } from './Footer';
import { Notices } from './Notices';
import { OpenButton } from './OpenButton';

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  card: {
    margin: 'auto',
    padding: '16px 20px',
    maxWidth: '27rem',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    width: '100%',
    boxSizing: 'border-box',
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase600,
  },
  icon: { fontSize: '1.75rem', color: tokens.colorBrandForeground1, flexShrink: 0 },
  lead: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '1.6' },
  buttons: { display: 'flex', flexDirection: 'column', gap: '8px' },
  well: {
    padding: '10px 12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1.5',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Nothing is open: one sentence, a file, or the sample. */
export function FirstRun() {
  const { translate, commands } = usePane();
  const styles = useStyles();
  return (
    <>
      <div className={styles.page}>
        <Notices />
        <div className={styles.card}>
          <h1 className={styles.name}>
            <DocumentTableCheckmarkRegular className={styles.icon} />
            {translate.text('app.name')}
          </h1>
          <p className={styles.lead}>{translate.text('pane.firstRun')}</p>
          <div className={styles.buttons}>
            <OpenButton
              appearance="primary"
              size="large"
              icon={<FolderOpenRegular />}
              label={translate.text('pane.open')}
            />
            <Button onClick={() => void commands.openSample()}>{translate.text('pane.trySample')}</Button>
          </div>
          <div className={styles.well}>
            {translate.text('pane.drop')}
            <br />
            {translate.text('pane.dropHint')}
          </div>
          <p className={styles.quiet}>{translate.text('pane.sampleNote')}</p>
        </div>
      </div>
      <Footer />
    </>
  );
}
