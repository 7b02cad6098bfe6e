import { Button, Link, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, FilterRegular, QuestionCircleFilled } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { usePane } from '../pane-context';
import type { CheckState } from '../state/check-state';
import { resultView } from '../view/result-view';
import { withinText } from '../view/triage';
import { LevelIcon } from './LevelIcon';
import { NotChecked } from './NotChecked';

const TriageBar = lazy(() => import(/* webpackChunkName: "triage" */ './TriageBar'));

const useStyles = makeStyles({
  counts: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '2px',
    rowGap: '2px',
    padding: '4px 8px 2px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  count: { minWidth: 'auto', padding: '0 4px', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
  left: { marginLeft: 'auto', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  empty: { display: 'flex', gap: '10px', padding: '16px 16px 8px', lineHeight: '1.6' },
  clean: { color: tokens.colorStatusSuccessForeground1, fontSize: '1.5rem', flexShrink: 0 },
  nothing: { color: tokens.colorNeutralForeground3, fontSize: '1.5rem', flexShrink: 0 },
  cancelled: { padding: '0 12px 6px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The result in one line, and what was not looked at. */
export function Outcome({ check }: { readonly check: CheckState }) {
  const { state, dispatch, translate } = usePane();
  const styles = useStyles();
  const view = resultView(check, translate);
  const within = withinText(check.report.findings, state.triage, translate);
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
            <ToggleButton
              key={level}
              className={styles.count}
              appearance="subtle"
              size="small"
              checked={state.triage.level === level}
              icon={<LevelIcon level={level} quiet={count === 0} />}
              disabledFocusable={count === 0}
              onClick={() => dispatch({ type: 'toggledLevel', level })}
            >
              {word} {count}
            </ToggleButton>
          ))}
          <span className={styles.left}>{view.left}</span>
          <Button
            appearance="subtle"
            size="small"
            icon={<FilterRegular />}
            aria-expanded={state.triage.open}
            aria-label={translate.text('pane.triage')}
            title={translate.text('pane.triage')}
            onClick={() => dispatch({ type: 'triaged', change: { open: !state.triage.open } })}
          />
        </div>
      )}
      {within && (
        <div className={styles.cancelled}>
          {within}{' '}
          <Link as="button" inline onClick={() => dispatch({ type: 'leftSelection' })}>
            {translate.text('pane.showAll')}
          </Link>
        </div>
      )}
      {view.since && <div className={styles.cancelled}>{view.since}</div>}
      {view.cancelled && <div className={styles.cancelled}>{view.cancelled}</div>}
      {state.triage.open && (
        <Suspense fallback={null}>
          <TriageBar />
        </Suspense>
      )}
      <NotChecked view={view} />
    </>
  );
}
