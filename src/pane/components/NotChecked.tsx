import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ResultView } from '../view/result-view';

const useStyles = makeStyles({
  covered: {
    flexShrink: 0,
    padding: '0 12px 2px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    lineHeight: '1.6',
  },
  box: {
    padding: '0 12px 6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowY: 'auto',
  },
  /** Beside a list it may not take the room of the list. */
  beside: { flexShrink: 0, maxHeight: '40%' },
  alone: { flexShrink: 1, minHeight: 0 },
  summary: { cursor: 'pointer', width: 'fit-content', padding: '2px 0' },
  list: { margin: '4px 0 2px', paddingLeft: '18px', lineHeight: '1.6' },
});

/** More lines than these stand among what was not checked, and beside a list of findings, which needs the room, all do. */
const MOST_LINES = 3;

/** Silence is never a pass: how many figures were checked, which were not read, and what could not be judged. */
export function NotChecked({ view }: { readonly view: ResultView }) {
  const styles = useStyles();
  const isAlone = view.empty !== undefined;
  const shown = isAlone ? view.covered.slice(0, MOST_LINES) : [];
  return (
    <>
      {shown.length > 0 && (
        <div className={styles.covered}>
          {shown.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
      {view.skippedTitle !== undefined && (
        <details className={mergeClasses(styles.box, isAlone ? styles.alone : styles.beside)} open={isAlone}>
          <summary className={styles.summary}>{view.skippedTitle}</summary>
          <ul className={styles.list}>
            {[...view.covered.slice(shown.length), ...view.skipped].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
