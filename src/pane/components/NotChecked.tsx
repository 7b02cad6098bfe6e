import { makeStyles, tokens } from '@fluentui/react-components';
import type { ResultView } from '../view/result-view';

const useStyles = makeStyles({
  box: {
    flexShrink: 0,
    padding: '0 12px 6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  summary: { cursor: 'pointer', width: 'fit-content', padding: '2px 0' },
  list: { margin: '4px 0 2px', paddingLeft: '18px', lineHeight: '1.6' },
});

/** Silence is never a pass: what could not be judged is said, with why. */
export function NotChecked({ view }: { readonly view: ResultView }) {
  const styles = useStyles();
  if (view.skippedTitle === undefined) return null;
  return (
    <details className={styles.box} open={view.empty !== undefined}>
      <summary className={styles.summary}>{view.skippedTitle}</summary>
      <ul className={styles.list}>
        {[...view.covered, ...view.skipped].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
