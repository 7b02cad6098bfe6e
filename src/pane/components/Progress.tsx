import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../pane-context';
import type { Activity } from '../state/pane-state';
import { progressView } from '../view/status-view';

const useStyles = makeStyles({
  box: { flexShrink: 0, padding: '8px 12px', display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', alignItems: 'center', gap: '8px' },
  text: { flex: '1 1 auto', minWidth: 0, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

/** How far it is, by the name of the sheet, and the way out. */
export function Progress({ activity }: { readonly activity: Activity }) {
  const { commands, source, translate } = usePane();
  const styles = useStyles();
  const view = progressView(activity, translate);
  const late = useLate(view !== undefined && view.share === undefined && source.kind === 'open-workbook');
  if (!view) return null;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <span className={styles.text}>{late ? translate.text('pane.perhapsEditing') : view.text}</span>
        {!(activity.kind === 'writing' && activity.toTheEnd) && (
          <CancelButton key={activity.kind} cancel={commands.cancel} text={translate.text('pane.cancel')} />
        )}
      </div>
      <ProgressBar aria-label={view.text} {...(view.share === undefined ? {} : { value: view.share })} />
    </div>
  );
}

/** Pressed once: what cannot end at once, such as a sheet of ours that is written over, shows that it was heard. */
function CancelButton({ cancel, text }: { readonly cancel: () => void; readonly text: string }) {
  const [pressed, setPressed] = useState(false);
  const press = (): void => {
    setPressed(true);
    cancel();
  };
  return (
    <Button size="small" onClick={press} disabledFocusable={pressed}>
      {text}
    </Button>
  );
}

/** Excel answers nobody while a cell is being edited, and does not say so. */
const PATIENCE_MS = 2000;

/** Whether something has gone on for longer than that. */
function useLate(goesOn: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [goesOn]);
  return late;
}
