import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, QuestionCircleFilled } from '@fluentui/react-icons';
import { usePane } from '../pane-context';
import type { CheckState } from '../state/check-state';
import { resultView } from '../view/result-view';
import { LevelIcon } from './LevelIcon';
import { NotChecked } from './NotChecked';

const useStyles = makeStyles({
  counts: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '2px',
    padding: '8px 12px 6px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  count: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  none: { color: tokens.colorNeutralForeground3 },
  left: { marginLeft: 'auto', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  empty: { display: 'flex', gap: '10px', padding: '16px 16px 8px', lineHeight: '1.6' },
  clean: { color: tokens.colorStatusSuccessForeground1, fontSize: '1.5rem', flexShrink: 0 },
  nothing: { color: tokens.colorNeutralForeground3, fontSize: '1.5rem', flexShrink: 0 },
  cancelled: { padding: '0 12px 6px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The result in one line, and what was not looked at. */
export function Outcome({ check }: { readonly check: CheckState }) {
  const { translate } = usePane();
  const styles = useStyles();
  const view = resultView(check, translate);
  return (
    <>
      {view.empty ? (
        <div className={styles.empty}>
          {view.empty.kind === 'clean' ? (
            <CheckmarkCircleFilled className={styles.clean} />
          ) : (
            <QuestionCircleFilled className={styles.nothing} />
          )}
          <span>{view.empty.text}</span>
        </div>
      ) : (
        <div className={styles.counts}>
          {view.counts.map(({ level, word, count }) => (
            <span key={level} className={count === 0 ? `${styles.count} ${styles.none}` : styles.count}>
              <LevelIcon level={level} quiet={count === 0} />
              {word}
              <Badge appearance="ghost" color="informative" size="small">
                {count}
              </Badge>
            </span>
          ))}
          <span className={styles.left}>{view.left}</span>
        </div>
      )}
      {view.since && <div className={styles.cancelled}>{view.since}</div>}
      {view.cancelled && <div className={styles.cancelled}>{view.cancelled}</div>}
      <NotChecked view={view} />
    </>
  );
}
