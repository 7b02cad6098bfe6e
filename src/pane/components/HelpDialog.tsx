import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { MessageId } from '../../messages/message-id';
import { usePane } from '../pane-context';

const KEYS: readonly (readonly [keys: readonly string[], text: MessageId])[] = [
  [['1', '2', '3', '4', '5'], 'pane.keyTab'],
  [['J', '↓', 'K', '↑'], 'pane.keyMove'],
  [['Enter'], 'pane.keyGo'],
  [['E'], 'pane.keyExplain'],
  [['/'], 'pane.keySearch'],
  [['F'], 'pane.keyFix'],
  [['U'], 'pane.keyUndo'],
  [['Esc'], 'pane.keyBack'],
  [['?'], 'pane.keyHelp'],
];

const useStyles = makeStyles({
  surface: { maxWidth: '26rem', width: 'calc(100vw - 24px)', boxSizing: 'border-box', padding: '16px' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '14px',
    rowGap: '10px',
    margin: 0,
    alignItems: 'baseline',
  },
  keys: { display: 'flex', gap: '4px', margin: 0 },
  key: {
    padding: '0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { margin: 0 },
});

export default function HelpDialog() {
  const { state, dispatch, translate } = usePane();
  const styles = useStyles();
  return (
    <Dialog open={state.helpOpen} onOpenChange={(_, { open }) => dispatch({ type: 'toggledHelp', open })}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{translate.text('pane.helpTitle')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {KEYS.map(([keys, text]) => [
                <dt key={`${text} keys`} className={styles.keys}>
                  {keys.map((key) => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>,
                <dd key={text} className={styles.text}>
                  {translate.text(text)}
                </dd>,
              ])}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => dispatch({ type: 'toggledHelp', open: false })}>
              {translate.text('pane.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
