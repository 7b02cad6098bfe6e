import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { announcement } from '../view/announcement';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The one polite region of the pane. */
export function LiveRegion() {
  const { state, translate } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {announcement(state, translate)}
    </div>
  );
}
